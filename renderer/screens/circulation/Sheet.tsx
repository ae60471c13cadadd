import { useState } from 'react';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../../app/answers.ts';
import { useAsk } from '../../app/api.ts';
import { useDialogs } from '../../app/dialogs.tsx';
import { Act } from '../../ui/Act.tsx';
import { Pane } from '../../ui/Page.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import { daysBetween, shortMoment } from '../../ui/days.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { ActForm } from '../parts/ActForm.tsx';
import { Facts } from '../parts/Subject.tsx';
import { actsOfSheet, stepLine } from './acts.ts';

const words: Readonly<Record<string, string>> = registers.circulationSteps.fields.state.of;
const text = (v: unknown): string => (typeof v === 'string' ? v : '');

/** One circulation: its readers one after the other, and what comes next. */
export function Sheet({ sheet, today }: Readonly<{ sheet: Entry; today: string }>) {
  const dialogs = useDialogs();
  const lines = useAsk('record.list', { register: 'circulationSteps', filter: { circulation: sheet.id }, descending: false, limit: 500 }, { keep: true });
  const [mode, setMode] = useState<string | null>(null);
  const v = sheet.values;
  const steps = (lines.data?.entries ?? []).map((e) => stepLine(e.id, e.values)).sort((a, b) => a.id - b.id);
  const instructed = text(v['instructions']) !== '' && (v['followUpDoneOn'] ?? null) === null;
  const acts = actsOfSheet(sheet.state, steps, instructed);
  const act = acts.find((a) => a.command === mode) ?? acts[0];
  const slip = (): void => dialogs.print({ form: 'routingSlip', filter: { circulation: sheet.id }, titleZh: `文件呈批传阅笺 ${sheet.number ?? ''}` });
  const issue = (): void => dialogs.print({ form: 'issueSheet', filter: { circulation: sheet.id }, titleZh: `文件发放登记表 ${sheet.number ?? ''}` });
  useKeys([{ key: 'F8', label: '打印发放登记表', run: issue }]);
  return (
    <div className="stack grow min0">
      <Pane title={`${sheet.number ?? ''}　${text(v['title'])}`} end={<><Act small onClick={slip}>打印传阅笺</Act><Act small kbd="F8" onClick={issue}>打印发放登记表</Act></>}>
        <div className="pad stack">
          <Facts rows={[['批办', [text(v['routedBy']), text(v['routedOn'])].filter((s) => s !== '').join('　')], ['应结束', text(v['dueOn'])], ...(text(v['instructions']) === '' ? [] : [['批示', text(v['instructions'])] as const, ['应办结', `${text(v['followUpDueOn'])}${text(v['followUpDoneOn']) === '' ? '' : `　已于 ${text(v['followUpDoneOn'])} 办结`}`] as const])]} />
          <table className="plain-table">
            <thead><tr><th scope="col">次序</th><th scope="col">传阅人</th><th scope="col">部门</th><th scope="col">送阅</th><th scope="col">退回</th><th scope="col">意见</th><th scope="col">状态</th></tr></thead>
            <tbody>
              {steps.map((s, i) => (
                <tr key={s.id}>
                  <td>{i + 1}</td><td>{s.name}</td><td>{s.department || '—'}</td><td>{s.outAt === null ? '—' : shortMoment(s.outAt, today)}</td><td>{s.backAt === null ? '—' : shortMoment(s.backAt, today)}</td><td>{s.opinion || '—'}</td>
                  <td><StateWord state={s.state} word={words[s.state] ?? ''} overdue={s.state === 'out' && s.dueOn !== null ? Math.max(0, daysBetween(s.dueOn, today)) : 0} /></td>
                </tr>
              ))}
            </tbody>
          </table>
          {acts.length < 2 ? null : <div className="seg" role="group" aria-label="办理">{acts.map((a) => <button key={a.command} type="button" aria-pressed={act?.command === a.command} onClick={() => setMode(a.command)}>{a.zh}</button>)}</div>}
        </div>
      </Pane>
      {act === undefined || lines.data === undefined ? null : (
        <ActForm key={`${act.command} ${sheet.revision} ${steps.map((s) => s.state).join()}`} stacked command={act.command} titleZh={act.zh} verb={act.zh} postZh={act.postZh} fields={act.fields} fixed={{ circulation: sheet.id }} seed={() => (text(v['carrierNumber']) === '' ? {} : { carrier: text(v['carrierNumber']) })} onPosted={() => setMode(null)} />
      )}
    </div>
  );
}
