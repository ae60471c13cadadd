import { useEffect, useMemo, useRef, useState } from 'react';
import type { Register } from '#shared/registers/define.ts';
import { correctableFields } from '#shared/registers/define.ts';
import type { Acted, Entry } from '../app/answers.ts';
import { textsOf, useDraft } from '../app/drafts.ts';
import { places } from '../app/places.ts';
import { Combo, optionsOf } from '../screens/parts/Combo.tsx';
import { Outcome } from '../screens/parts/Outcome.tsx';
import { Sentence } from '../screens/parts/Sentence.tsx';
import { useAct } from '../screens/parts/useAct.ts';
import { focusFirst, useFieldWalk } from '../screens/parts/useFieldWalk.ts';
import { Act } from '../ui/Act.tsx';
import { DateField } from '../ui/DateField.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { Pane } from '../ui/Page.tsx';
import { changesOf, startOf, typedWords } from './corrections.ts';
import type { Typed } from './corrections.ts';
import { choicesOf, viewOf } from './fieldViews.tsx';

const reasons = ['录入有误', '漏登', '来文更正', '其他'];

type Props = Readonly<{ spec: Register; entry: Entry; today: string; onDone: (draft: number) => void; onCancel: () => void }>;

/**
 * F2: the same record with its old values. A changed field gets a bar and its old value struck through; the reason is required;
 * both lines are shown as they will print; the old wording stays.
 */
export function RecordForm({ spec, entry, today, onDone, onCancel }: Props) {
  const form = useRef<HTMLDivElement>(null);
  // 第 n 稿 counts wordings; the revision also counts every act.
  const draft = entry.corrections + 1;
  const names = useMemo(() => correctableFields(spec), [spec]);
  const [typed, setTyped] = useState<Typed>(() => startOf(spec, entry));
  const [reason, setReason] = useState('录入有误');
  const [more, setMore] = useState('');
  const { set, wrong } = changesOf(spec, entry, typed, today);
  const changed = Object.keys(set);
  const full = more.trim() === '' ? reason : `${reason}：${more.trim()}`;
  const ready = changed.length > 0 && wrong.length === 0 && (reason !== '其他' || more.trim() !== '');
  const input = useMemo(
    () => (ready ? { ...(spec.key === 'carriers' ? { carrier: entry.id } : { register: spec.key, record: entry.id }), revision: entry.revision, set, reason: full } : null),
    // `set` is made anew on every render; what was typed decides.
    [ready, JSON.stringify(set), full, spec.key, entry.id, entry.revision],
  );
  const intent = useAct(spec.key === 'carriers' ? 'carrier.correct' : 'record.correct', input);
  const posted = (_acted: Acted): void => onDone(draft + 1);
  useEffect(() => focusFirst(form.current, false), []);
  // Posting belongs to the card, so that nothing is posted past a decision.
  const post = (): void => {
    if (!intent.settled) return intent.want(true);
    const button = form.current?.closest('.cols')?.querySelector<HTMLButtonElement>('.dec .btn.primary');
    if (intent.decision?.outcome === 'allow') button?.click();
    else button?.focus();
  };
  useFieldWalk(form, { onPost: post, postZh: '登记更正' });
  useDraft({
    form: `correct ${spec.key} ${entry.id}`, titleZh: `更正 ${entry.number ?? spec.record}`, typed: { typed, reason, more }, worth: !intent.sent && (changed.length > 0 || more !== ''), place: `${places.record(spec.key, entry.id)}?correct=1`,
    put: (was) => {
      const { typed: fields, ...said } = was as { typed?: unknown };
      setTyped((now) => ({ ...now, ...textsOf(fields, names) }));
      const { reason: why, more: words } = textsOf(said, ['reason', 'more']);
      if (why !== undefined && reasons.includes(why)) setReason(why);
      if (words !== undefined) setMore(words);
    },
  });

  return (
    <div className="cols">
      <Pane title={`更正　${entry.number ?? ''}　第 ${draft} 稿 → 第 ${draft + 1} 稿`} grow end="原登记划线保留，不会消失">
        <div className="pad stack scroll form-scroll" ref={form} data-form>
          <div className="form-2">
            {names.map((name) => {
              const field = spec.fields[name];
              if (field === undefined) return null;
              const view = viewOf(field);
              if (view.edit === null) return null;
              const value = typed[name] ?? '';
              const was = name in set ? typedWords(field, entry.values[name], today) : undefined;
              const put = (text: string): void => setTyped((t) => ({ ...t, [name]: text }));
              const error = wrong.includes(name) ? '看不懂所填内容，请改写。' : intent.issues.get(name) ?? intent.issues.get('set');
              return (
                <FormRow key={name} label={field.label} wide={view.edit.box === 'long' || name === spec.name} error={error} was={was}>
                  {view.edit.box === 'long' ? <textarea className="inp" data-field={name} rows={2} value={value} onChange={(e) => put(e.target.value)} /> : view.edit.box === 'choice' ? <Combo name={name} value={value} onChange={put} options={optionsOf(choicesOf(field) ?? {})} /> : view.edit.box === 'flag' ? <Combo name={name} value={value} onChange={put} options={[{ value: '1', labelZh: '是' }, { value: '0', labelZh: '否' }]} /> : view.edit.box === 'day' ? <DayBox name={name} value={value} onChange={put} /> : <input className="inp" data-field={name} autoComplete="off" spellCheck={false} value={value} onChange={(e) => put(e.target.value)} />}
                </FormRow>
              );
            })}
            <FormRow label="事由" required><Combo name="reason" value={reason} onChange={setReason} options={reasons.map((r) => ({ value: r, labelZh: r }))} /></FormRow>
            <FormRow label="事由说明" required={reason === '其他'}><input className="inp" data-field="more" autoComplete="off" value={more} onChange={(e) => setMore(e.target.value)} /></FormRow>
          </div>
          <p className="sec small">责任人、现在何处、状态和密级不在这里更正：它们随存放、借还、移交、销毁等办理改变。</p>
          <div className="foot-acts"><Act kbd="Escape" onClick={onCancel}>不改了</Act></div>
        </div>
      </Pane>
      <div className="side correct-side stack">
        <Pane title="登记后的样子">
          <div className="pad preview-lines">
            {changed.length === 0 ? <p className="mut">改动任何一项后，这里显示新旧两行。</p> : (
              <>
                <p><s>{lineOf(spec, entry, today)}</s> <span className="tagln">第 {draft} 稿 已更正</span></p>
                <p>{lineOf(spec, { ...entry, values: { ...entry.values, ...set } }, today)} <span className="tagln">第 {draft + 1} 稿</span></p>
                <p className="sec small">改动 {changed.map((n) => changeOf(spec, entry, n, set[n], today)).join('、')}；事由：{full}</p>
              </>
            )}
          </div>
        </Pane>
        {ready ? <Outcome intent={intent} verb="更正" postZh="登记更正" onPosted={posted} /> : null}
        <Sentence refusal={intent.refusal} />
      </div>
    </div>
  );
}

function DayBox({ name, value, onChange, ...aria }: Readonly<{ name: string; value: string; onChange: (text: string) => void; id?: string }>) {
  // A month of an old ledger is no day the calendar knows: it is typed as text.
  if (/^\d{4}-\d{2}$/.test(value)) return <input {...aria} className="inp" data-field={name} value={value} onChange={(e) => onChange(e.target.value)} />;
  return <span data-field-box={name}><DateField {...aria} value={value} onChange={(day) => onChange(day ?? '?')} /></span>;
}

/** 页数 8 → 9: also for what the register's one line does not show. */
function changeOf(spec: Register, entry: Entry, name: string, value: unknown, today: string): string {
  const field = spec.fields[name];
  if (field === undefined) return name;
  const words = (of: unknown): string => viewOf(field).words({ field, value: of, today });
  return `${field.label} ${words(entry.values[name])} → ${words(value)}`;
}

/** The record in one line, as the register prints it. */
function lineOf(spec: Register, entry: Entry, today: string): string {
  return [entry.number, ...spec.list.columns.map((n) => {
    const field = spec.fields[n];
    return field === undefined ? '' : viewOf(field).words({ field, value: entry.values[n], today });
  })].filter((w) => w !== null && w !== '' && w !== '—').join('　');
}
