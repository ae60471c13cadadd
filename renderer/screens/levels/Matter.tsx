import { useState } from 'react';
import { useNavigate } from 'react-router';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../../app/answers.ts';
import { useDialogs } from '../../app/dialogs.tsx';
import { places } from '../../app/places.ts';
import { Act } from '../../ui/Act.tsx';
import { Pane } from '../../ui/Page.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { ActForm } from '../parts/ActForm.tsx';
import { Facts } from '../parts/Subject.tsx';
import { actsOf } from './fields.ts';

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');
const namesOf = (v: unknown): readonly string[] => (Array.isArray(v) ? v.filter((n): n is string => typeof n === 'string') : []);
const { kind: kinds, state: states } = registers.classifications.fields;
const decisions: readonly unknown[] = ['original', 'derived', 'provisional'];

/** One matter of R14: decided, sent up and answered, told to everybody in scope, marked anew. */
export function Matter({ matter }: Readonly<{ matter: Entry }>) {
  const dialogs = useDialogs();
  const navigate = useNavigate();
  const v = matter.values;
  const kind = text(v['kind']);
  const open = actsOf(matter.state, kind, (v['notifiedOn'] ?? null) !== null);
  const [mode, setMode] = useState<string | null>(null);
  const act = open.find((a) => a.command === mode) ?? open[0];
  const form = decisions.includes(kind) ? 'classificationSheet' : kind === 'review' ? null : 'levelChangeSheet';
  const paperZh = form === 'classificationSheet' ? '定密审批表' : kind === 'suggestion' ? '解密建议书' : '变更解密记录';
  const print = (): void => { if (form !== null) dialogs.print({ form, filter: { classification: matter.id }, titleZh: `${paperZh} ${matter.number ?? ''}` }); };
  const unmarked = matter.state === 'decided' && (v['newMark'] ?? null) !== null && (v['markedOn'] ?? null) === null;
  const mark = (): void => void navigate(places.labelsFor(text(v['carrier'])));
  useKeys([{ key: 'F8', label: `打印${paperZh}`, when: form !== null, run: print }, { key: 'F7', label: '更换标志', when: unmarked, run: mark }]);
  const scope = namesOf(v['accessScope']);
  const told = namesOf(v['notified']);
  const untold = scope.filter((n) => !told.includes(n));
  return (
    <div className="stack grow min0">
      <Pane title={`${matter.number ?? ''}　${text(v['title'])}`} end={<>{unmarked ? <Act small kbd="F7" onClick={mark}>更换标志</Act> : null}{form === null ? null : <Act small kbd="F8" onClick={print}>打印{paperZh}</Act>}</>}>
        <div className="pad">
          <Facts
            rows={[
              ['类别', kinds.of[kind as keyof typeof kinds.of] ?? ''], ['状态', states.of[text(matter.state) as keyof typeof states.of] ?? ''], ['载体', text(v['carrierNumber'])], ['知悉范围', scope.join('、') || text(v['scopeUnit'])], ['依据', text(v['noticeNumber']) || text(v['basis'])],
              ...(unmarked || (v['markedOn'] ?? null) !== null ? [['标志', `${text(v['oldMark'])} → ${text(v['newMark'])}${unmarked ? '（未更换）' : ''}`] as const] : []),
              ...(matter.state === 'decided' && told.length > 0 ? [['没有通知', untold.join('、') || '都已通知'] as const] : []), ...(v['suspended'] === 1 ? [['暂缓', `已向${text(v['queriedWith'])}查询，答复前不办理`] as const] : []),
            ]}
          />
          {open.length < 2 ? null : <div className="seg" role="group" aria-label="办理">{open.map((a) => <button key={a.command} type="button" aria-pressed={act?.command === a.command} onClick={() => setMode(a.command)}>{a.zh}</button>)}</div>}
        </div>
      </Pane>
      {act === undefined ? <section className="card pad mut">{unmarked ? '都已通知。按 F7 制作并登记变更标志。' : '这一件已办结，没有要办的事项。'}</section> : (
        <ActForm key={`${act.command} ${matter.revision}`} stacked command={act.command} titleZh={act.zh} verb={act.zh} postZh={act.postZh} fields={act.fields} fixed={{ classification: matter.id }} given={act.command === 'classification.notified' ? { people: untold.join('、') } : act.command === 'classification.submit' ? { to: text(v['submittedTo']) } : {}} />
      )}
    </div>
  );
}
