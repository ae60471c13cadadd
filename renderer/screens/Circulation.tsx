import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { Entry } from '../app/answers.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { places } from '../app/places.ts';
import { useClock } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page } from '../ui/Page.tsx';
import { dayOf } from '../ui/days.ts';
import { useKeys } from '../ui/useKeys.ts';
import { SheetActs, SheetPane, useSteps } from './circulation/Sheet.tsx';
import { routeFields } from './circulation/acts.ts';
import { CarrierPane } from './desk/CarrierPane.tsx';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import { Subject, useRecord } from './parts/Subject.tsx';
import './screens.css';

/** 传阅: the office names the readers; the clerk hands out and takes back, one reader after the other (P039, P043). */
export function Circulation() {
  const { no } = useParams();
  const [search] = useSearchParams();
  const today = dayOf(useClock());
  const navigate = useNavigate();
  const dialogs = useDialogs();
  const named = useRecord('carriers', search.get('carrier'));
  const receipt = useRecord('receipts', search.get('receipt'));
  const [picked, setPicked] = useState<Entry | null>(null);
  const [starting, setStarting] = useState(false);
  const carrier = picked ?? named;
  // A carrier that circulates already leads to its sheet.
  const running = carrier === null ? null : carrier.values['circulation'];
  const sheet = useRecord('circulations', no ?? (typeof running === 'number' ? String(running) : null));
  // From there on the sheet is what the screen is about: its carrier leaves it when the circulation ends.
  useEffect(() => {
    if (no !== undefined || typeof running !== 'number') return;
    setPicked(null);
    void navigate(places.circulation(running), { replace: true });
  }, [no, running, navigate]);
  const steps = useSteps(sheet);
  const asking = sheet === null && (carrier !== null || receipt !== null);
  const choose = (): void => {
    setPicked(null);
    setStarting(true);
    void navigate(places.circulation());
  };
  const open = (id: number): void => {
    setPicked(null);
    setStarting(false);
    void navigate(places.circulation(id));
  };
  const about = sheet !== null ? { circulation: sheet.id } : carrier !== null ? { carrier: carrier.id } : { receipt: receipt?.id ?? 0 };
  const slip = (): void => dialogs.print({ form: 'routingSlip', filter: about, titleZh: `文件呈批传阅笺 ${sheet?.number ?? ''}`.trim() });
  const issue = (): void => dialogs.print({ form: 'issueSheet', filter: about, titleZh: `文件发放登记表 ${sheet?.number ?? ''}` });
  useKeys([{ key: 'Ctrl+N', label: '送批办', run: choose }, { key: 'F7', label: '打印传阅笺', when: asking || sheet !== null, run: slip }, { key: 'F8', label: '打印发放登记表', when: sheet !== null, run: issue }]);
  return (
    <Page
      title="传阅"
      sentence="保密员送出、收回，一人看完再送下一人，不得横传"
      actions={<>{asking || sheet !== null ? <Act kbd="F7" onClick={slip}>打印传阅笺</Act> : null}{sheet === null ? null : <Act kbd="F8" onClick={issue}>打印发放登记表</Act>}<Act kbd="Ctrl+N" tone={sheet === null && !asking ? 'primary' : 'plain'} onClick={choose}>送批办</Act></>}
    >
      <div className="cols">
        <div className="desk-left stack scroll">
          {sheet === null && (starting || asking) ? (
            <Subject
              register="carriers" titleZh="送批办的载体" hintZh="编号、编号尾数或题名"
              onPick={(entry) => {
                setPicked(entry);
                void navigate(places.circulation(), { replace: true });
              }}
            />
          ) : null}
          {carrier === null || sheet !== null ? null : <CarrierPane carrier={carrier} today={today} more={0} />}
          {sheet === null ? null : <SheetPane sheet={sheet} steps={steps} today={today} />}
          <Recent register="circulations" view="open" titleZh="正在传阅" emptyZh="没有正在传阅的。按 Ctrl+N 送批办。" lineOf={(v) => ({ title: String(v['title'] ?? ''), detail: `应于 ${String(v['dueOn'] ?? '')} 结束　${Array.isArray(v['readers']) ? v['readers'].join('、') : ''}` })} actZh="打开" onAct={open} />
        </div>
        {sheet !== null ? (
          steps === undefined ? <section className="card grow pad mut">正在读取……</section> : <SheetActs key={sheet.id} sheet={sheet} steps={steps} />
        ) : asking ? (
          <ActForm
            key={`${carrier?.id ?? ''} ${receipt?.id ?? ''}`} stacked command="carrier.route" titleZh={`送批办　${String((carrier ?? receipt)?.values['title'] ?? '')}`} verb="送批办" postZh="登记传阅" fields={routeFields}
            fixed={carrier === null ? { receipt: receipt?.id } : { carrier: carrier.id }} seed={() => (carrier === null ? {} : { carrier: carrier.number ?? carrier.id })} onInstead={choose} insteadZh="换一件"
          />
        ) : (
          <section className="card grow pad mut">请在左边打开一份传阅，或按 Ctrl+N 选一件送批办。送批办前可打印呈批传阅笺。</section>
        )}
      </div>
    </Page>
  );
}
