import { useState } from 'react';
import type { ViolationRequest } from '../app/dialogs.tsx';
import { useDo } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { numbersIn } from './parts/reply.ts';
import { Recent } from './parts/Recent.tsx';
import { Sentence } from './parts/Sentence.tsx';
import { ViolationForm } from './violation/ViolationForm.tsx';
import './screens.css';

/** F9 beside every refusal: what already happened can always be recorded; it does not lift the refusal. */
export function ViolationDialog({ request, onClose }: Readonly<{ request: ViolationRequest; onClose: () => void }>) {
  const [number, setNumber] = useState<string | null>(null);
  return (
    <Dialog title={`违规登记${request.titleZh === undefined ? '' : `　${request.titleZh}`}`} width={860} onClose={onClose}>
      {number === null ? (
        <ViolationForm seed={request} onDone={(acted) => setNumber(numbersIn(acted, 'WG')[0] ?? '')} onCancel={onClose} />
      ) : (
        <div className="stack">
          <p className="notice good" role="status">✔ 已登记 {number}。已列入今日与安全审计员清单，原拒绝记录不变。</p>
          <div><Act tone="primary" kbd="Escape" onClick={onClose}>返回</Act></div>
        </div>
      )}
    </Dialog>
  );
}

/** 违规登记: the clerk tells the truth, the auditor reads it. Nothing of it can be taken back. */
export function Violation() {
  const clerk = useMay('clerk');
  const auditor = useMay('auditor');
  const [number, setNumber] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const { run, refusal, busy } = useDo();
  return (
    <Page title="违规登记" sentence="如实登记，不能撤销；安全审计员逐件阅处">
      <div className="cols">
        {clerk ? (
          <Pane title="登记一件" grow>
            <div className="pad stack scroll">
              {number === null ? null : <p className="notice good" role="status">✔ 已登记 {number}，已列入安全审计员清单。</p>}
              <ViolationForm
                key={round}
                seed={{}}
                onDone={(acted) => {
                  setNumber(numbersIn(acted, 'WG')[0] ?? '');
                  setRound(round + 1);
                }}
              />
            </div>
          </Pane>
        ) : null}
        <div className={clerk ? 'side wide stack' : 'stack grow'}>
          <Recent
            register="violations"
            view="new"
            titleZh="待审计员阅"
            emptyZh="没有待阅的违规登记。"
            lineOf={(v) => ({ title: String(v['account'] ?? ''), detail: [v['person'], v['rulesZh']].filter((x) => typeof x === 'string' && x !== '').join('　') })}
            {...(auditor ? { actZh: '已阅', busy, onAct: (id: number) => void run('violation.review', { violation: id }) } : {})}
          />
          <Sentence refusal={refusal} />
        </div>
      </div>
    </Page>
  );
}
