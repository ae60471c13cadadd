import { useState } from 'react';
import { useNavigate } from 'react-router';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../../app/answers.ts';
import { useDialogs } from '../../app/dialogs.tsx';
import { places } from '../../app/places.ts';
import { Act } from '../../ui/Act.tsx';
import { Pane } from '../../ui/Page.tsx';
import { Seg } from '../../ui/Seg.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { Steps } from '../desk/Steps.tsx';
import { ActForm } from '../parts/ActForm.tsx';
import { Facts } from '../parts/Subject.tsx';
import { actsOf } from './fields.ts';
import { distributionZh } from './lines.ts';

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');

/** One run: made, its copies sent, its waste gone, its original filed. */
export function Run({ run }: Readonly<{ run: Entry }>) {
  const dialogs = useDialogs();
  const navigate = useNavigate();
  const v = run.values;
  const wasteWaits = v['wasteDueOn'] !== null && v['wasteDueOn'] !== undefined && (v['wasteDestroyedAt'] ?? null) === null;
  const open = actsOf(run.state, wasteWaits);
  const [mode, setMode] = useState<string | null>(null);
  const act = open.find((a) => a.command === mode) ?? open[0];
  const made = run.state === 'made' || run.state === 'filed';
  const draft = (): void => dialogs.print({ form: 'draftSheet', filter: { production: run.id }, titleZh: `公文拟稿纸 ${run.number ?? ''}` });
  const sheet = (): void => dialogs.print({ form: 'dispatchSheet', filter: { production: run.id }, titleZh: `发文单 ${run.number ?? ''}` });
  const send = (): void => void navigate(places.dispatchOf(run.id));
  useKeys([{ key: 'F8', label: '打印审批表', run: draft }, { key: 'F7', label: '发文', when: made, run: send }]);
  const waste = Number(v['wasteSheets'] ?? 0) + Number(v['proofs'] ?? 0);
  return (
    <div className="stack grow min0">
      <Steps
        steps={[
          { zh: '批准', wordZh: `${text(v['copiesApproved'])} 份`, state: run.state === 'cancelled' ? 'stop' : 'done' },
          { zh: run.state === 'cancelled' ? '已撤销' : '印制', wordZh: made ? `${text(v['copiesMade'])} 份` : '', state: made ? 'done' : run.state === 'cancelled' ? 'stop' : 'now' },
          { zh: '废页销毁', wordZh: made ? (waste === 0 ? '无废页' : `${waste} 页`) : '', state: made ? (wasteWaits ? 'now' : 'done') : 'open' },
          { zh: '分发', wordZh: v['counted'] === 1 ? '已核对' : '', state: v['counted'] === 1 ? 'done' : made ? 'now' : 'open' },
          { zh: '归档', wordZh: text(v['archiveNumber']), state: run.state === 'filed' ? 'done' : 'open' },
        ]}
      />
      <Pane title={`${run.number ?? ''}　${text(v['title'])}`} end={<>{made ? <><Act small kbd="F7" onClick={send}>发文</Act><Act small onClick={sheet}>打印发文单</Act></> : null}<Act small kbd="F8" onClick={draft}>打印审批表</Act></>}>
        <div className="pad">
          <Facts rows={[['分发表', distributionZh(v['distribution'])], ['存档、余存', made ? `${text(v['filedCopies'])} 份、${text(v['surplus'])} 份` : ''], ['制作', v['madeWhere'] === 'outside' ? text(v['partner']) : text(v['machineNumber'])], ['废页应销毁', text(v['wasteDueOn'])], ['底稿', registers.productions.fields.master.of[text(v['master']) as keyof typeof registers.productions.fields.master.of] ?? '']]} />
          {open.length < 2 ? null : <Seg label="办理" items={open.map((a) => ({ key: a.command as string, zh: a.zh }))} value={act?.command ?? ''} onChange={setMode} className="self-start" />}
        </div>
      </Pane>
      {act === undefined ? null : (
        <ActForm
          key={`${act.command} ${run.revision}`} stacked command={act.command} titleZh={act.zh} verb={act.zh} postZh={act.postZh} fields={act.fields} fixed={{ production: run.id }}
          given={act.command === 'production.complete' ? { copiesMade: text(v['copiesApproved']) } : act.command === 'production.destroyWaste' ? { sheets: String(waste) } : {}}
        />
      )}
    </div>
  );
}
