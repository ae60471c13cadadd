import { useRef, useState } from 'react';
import { registers } from '#shared/registers/index.ts';
import { commands, isCommandName } from '#shared/contract/commands.ts';
import type { Acted } from '../../app/answers.ts';
import type { ViolationRequest } from '../../app/dialogs.tsx';
import { useClock } from '../../app/session.tsx';
import { Act } from '../../ui/Act.tsx';
import { dayOf } from '../../ui/days.ts';
import { useFieldWalk } from '../parts/useFieldWalk.ts';
import { useRuleTitles } from '../../app/ruleTitles.ts';
import { rulesZh } from '../../ui/rules.ts';
import { Field } from '../parts/Field.tsx';
import { initialOf, isFilled, toInput } from '../parts/fields.ts';
import type { ActField } from '../parts/fields.ts';
import { Sentence } from '../parts/Sentence.tsx';
import { useAct } from '../parts/useAct.ts';

const fields: readonly ActField[] = [
  { name: 'kind', labelZh: '情形', kind: 'choice', of: registers.violations.fields.kind.of, required: true, span: 8 },
  { name: 'occurredAt', labelZh: '发生时间', kind: 'moment' },
  { name: 'person', labelZh: '涉及人员', kind: 'line', suggest: 'person' },
  { name: 'carrier', labelZh: '载体编号', kind: 'line' },
  { name: 'computer', labelZh: '设备编号', kind: 'line', suggest: 'computer' },
  { name: 'account', labelZh: '事情经过', kind: 'long', required: true, hintZh: '何时、何地、何人、何事，已采取的措施。Alt+Enter 换行。' },
  { name: 'reason', labelZh: '原因', kind: 'line', required: true, span: 8 },
  { name: 'possibleLeak', labelZh: '可能泄密', kind: 'flag' },
  { name: 'measures', labelZh: '处置措施', kind: 'long' },
];

/** The form of 违规登记, used by the page and by F9. In: what is known. Out: `onDone` with the posted act. */
export function ViolationForm({ seed, onDone, onCancel }: Readonly<{ seed: ViolationRequest; onDone: (acted: Acted) => void; onCancel?: () => void }>) {
  const form = useRef<HTMLDivElement>(null);
  const titles = useRuleTitles();
  const today = dayOf(useClock());
  const [typed, setTyped] = useState(() => initialOf(fields, { carrier: seed.carrier === undefined ? '' : String(seed.carrier), person: seed.person ?? '', computer: seed.computer === undefined ? '' : String(seed.computer), kind: seed.computer === undefined ? 'carriers' : 'systems' }));
  const input = { ...toInput(fields, typed, today), ...(seed.command === undefined ? {} : { command: seed.command }), ...(seed.rules === undefined || seed.rules.length === 0 ? {} : { rules: [...seed.rules] }) };
  const intent = useAct('violation.record', input, false);
  const filled = isFilled(fields, typed);
  const post = async (): Promise<void> => {
    if (!filled) return;
    const acted = await intent.post();
    if (acted !== null) onDone(acted);
  };
  useFieldWalk(form, { onPost: () => void post(), postZh: '登记违规' });
  return (
    <div className="stack" ref={form} data-form>
      {seed.command !== undefined && isCommandName(seed.command) ? (
        <p className="sec">涉及办理：{commands[seed.command].titleZh}{seed.rules !== undefined && seed.rules.length > 0 ? `　${rulesZh(seed.rules, titles)}` : ''}</p>
      ) : null}
      <div className="form-grid">
        {fields.map((f) => <Field key={f.name} field={f} value={typed[f.name] ?? ''} onChange={(text) => setTyped({ ...typed, [f.name]: text })} error={intent.issues.get(f.name)} />)}
      </div>
      <Sentence refusal={intent.refusal} />
      {intent.decision !== null && intent.decision.outcome !== 'allow' ? <p className="notice bad" role="alert">{intent.decision.reasons[0]?.messageZh} {intent.decision.reasons[0]?.nextStepZh}</p> : null}
      <div className="bt">
        <Act tone="primary" kbd="Ctrl+S" busy={intent.busy} onClick={() => void post()} notNow={filled ? undefined : '情形、经过和原因须填写。'}>登记违规</Act>
        {onCancel === undefined ? null : <Act kbd="Escape" onClick={onCancel}>返回</Act>}
      </div>
      <p className="hint">违规登记不能撤销；可能泄密的，同时列为事件并开始报告时限。</p>
    </div>
  );
}
