import { useEffect, useRef, useState } from 'react';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../../app/answers.ts';
import { useAsk } from '../../app/api.ts';
import { Pane } from '../../ui/Page.tsx';
import { Seg } from '../../ui/Seg.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import { daysBetween, shortMoment } from '../../ui/days.ts';
import { ActForm } from '../parts/ActForm.tsx';
import { Facts } from '../parts/Subject.tsx';
import { actsOfSheet, stepLine } from './acts.ts';
import type { StepLine } from './acts.ts';

const words: Readonly<Record<string, string>> = registers.circulationSteps.fields.state.of;
const text = (v: unknown): string => (typeof v === 'string' ? v : '');

/** The lines of a circulation in their order; undefined while they are read. */
export function useSteps(sheet: Entry | null): readonly StepLine[] | undefined {
  const lines = useAsk('record.list', { register: 'circulationSteps', filter: { circulation: sheet?.id ?? 0 }, descending: false, limit: 500 }, { enabled: sheet !== null, keep: true });
  return lines.data?.entries.map((e) => stepLine(e.id, e.values)).sort((a, b) => a.id - b.id);
}

/** One circulation at the left: who named the readers, who has read, who has it. */
export function SheetPane({ sheet, steps, today }: Readonly<{ sheet: Entry; steps: readonly StepLine[] | undefined; today: string }>) {
  const v = sheet.values;
  const instructed = text(v['instructions']) !== '';
  return (
    <Pane title={sheet.number ?? ''}>
      <div className="pad stack">
        <Facts
          rows={[
            ['题名', text(v['title'])], ['载体', text(v['carrierNumber']) || text(v['receiptNumber'])], ['批办', [text(v['routedBy']), text(v['routedOn'])].filter((s) => s !== '').join('　')], ['应结束', text(v['dueOn'])],
            ...(instructed ? [['批示', text(v['instructions'])] as const, ['应办结', `${text(v['followUpDueOn'])}${text(v['followUpDoneOn']) === '' ? '' : `　${text(v['followUpDoneOn'])} 已办结`}`] as const] : []),
          ]}
        />
        <table className="plain-table">
          <thead><tr><th scope="col">传阅人</th><th scope="col">送阅</th><th scope="col">退回</th><th scope="col">状态</th></tr></thead>
          <tbody>
            {(steps ?? []).map((s, i) => (
              <tr key={s.id}>
                <td><span className="nw">{i + 1}. {s.name}</span>{s.opinion === '' ? null : <p className="small sec">{s.opinion}</p>}</td>
                <td>{s.outAt === null ? '—' : shortMoment(s.outAt, today)}</td>
                <td>{s.backAt === null ? '—' : shortMoment(s.backAt, today)}</td>
                <td><StateWord state={s.state} word={words[s.state] ?? ''} overdue={s.state === 'out' && s.dueOn !== null ? Math.max(0, daysBetween(s.dueOn, today)) : 0} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Pane>
  );
}

/** What comes next with a circulation: taken back, handed out, finished. */
export function SheetActs({ sheet, steps }: Readonly<{ sheet: Entry; steps: readonly StepLine[] }>) {
  const [mode, setMode] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const v = sheet.values;
  const acts = actsOfSheet(sheet.state, steps, text(v['instructions']) !== '' && (v['followUpDoneOn'] ?? null) === null);
  const act = acts.find((a) => a.command === mode) ?? acts[0];
  if (act === undefined) return <Filed />;
  return (
    <div className="stack grow min0">
      {said === null ? null : <p className="notice good" role="status">✔ {said}</p>}
      {acts.length < 2 ? null : <Seg label="办理" items={acts.map((a) => ({ key: a.command as string, zh: a.zh }))} value={act.command} onChange={setMode} className="self-start" />}
      <ActForm key={`${act.command} ${sheet.revision} ${steps.map((s) => s.state).join()}`} stacked command={act.command} titleZh={act.zh} verb={act.zh} postZh={act.postZh} fields={act.fields} fixed={{ circulation: sheet.id }} seed={() => (text(v['carrierNumber']) === '' ? {} : { carrier: text(v['carrierNumber']) })} onPosted={() => { setMode(null); setSaid(`已登记${act.zh}。`); }} />
    </div>
  );
}

/** The end of a circulation: said where the form stood, and the cursor stays on the screen. */
function Filed() {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return <section className="card grow pad" ref={box} tabIndex={-1} role="status">✔ 本件传阅已归卷，没有可办的事项。再办一件请按 Ctrl+N。</section>;
}
