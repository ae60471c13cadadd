import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import type { CommandName } from '#shared/contract/commands.ts';
import type { Acted } from '../../app/answers.ts';
import type { ViolationRequest } from '../../app/dialogs.tsx';
import { draftPosted, textsOf, useDraft } from '../../app/drafts.ts';
import { useClock } from '../../app/session.tsx';
import { dayOf } from '../../ui/days.ts';
import { Pane } from '../../ui/Page.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { focusFirst, useFieldWalk } from './useFieldWalk.ts';
import { Field } from './Field.tsx';
import { initialOf, isFilled, toInput } from './fields.ts';
import type { ActField, Typed } from './fields.ts';
import { Outcome } from './Outcome.tsx';
import { Sentence } from './Sentence.tsx';
import { numbersIn } from './reply.ts';
import { useAct } from './useAct.ts';
import type { Outgoing } from './useAct.ts';
import { focusField } from './walk.ts';

export type ActFormProps = Readonly<{
  command: CommandName;
  fields: readonly ActField[];
  titleZh: string;
  /** Completes the headline of the card: 登记, 复制, 报失. */
  verb: string;
  postZh?: string;
  /** What the form knows when it opens. */
  given?: Typed;
  /** Parts of the input that are not typed here. */
  fixed?: Outgoing;
  /** Keep these fields after posting, for the next entry. */
  keep?: readonly string[];
  seed?: (typed: Typed) => ViolationRequest;
  onPosted?: (acted: Acted) => void;
  /** Above the fields: what the act is about. */
  children?: ReactNode;
  /** Beside the decision. */
  aside?: (typed: Typed) => ReactNode;
  /** Fields above the card instead of beside it, where other panes stand at the left. */
  stacked?: boolean;
  /** What a refusal offers instead; without it the cursor goes back to the first field. */
  insteadZh?: string;
  onInstead?: () => void;
  /** Comes up beside something that still has the cursor: a list being scanned. */
  quiet?: boolean;
  /** 发生时间 has a field of its own in this form. */
  ownTime?: boolean;
}>;

const lateField: ActField = { name: 'lateReason', labelZh: '补登原因', kind: 'line', required: true, span: 8, hintZh: '发生时间早于今天，须写明为何现在登记。' };
const whenField: ActField = { name: 'happenedAt', labelZh: '发生时间', kind: 'moment', span: 4, hintZh: '不填即为现在。' };

/**
 * One act on one screen (ui 5.6): fields at the left, the decision as it stands at the right, nothing modal. Enter walks, Ctrl+S
 * posts, a refusal becomes the card, a field error stands under its field.
 */
export function ActForm(props: ActFormProps) {
  const { command, fields, titleZh, verb, postZh = `登记${verb}`, given, fixed, keep, seed, onPosted, children, aside, stacked = false } = props;
  const form = useRef<HTMLDivElement>(null);
  const today = dayOf(useClock());
  const here = useLocation();
  const [typed, setTyped] = useState<Typed>(() => initialOf(fields, given));
  const [done, setDone] = useState<string[] | null>(null);
  const moment = toInput([whenField], typed, today)['happenedAt'];
  const late = typeof moment === 'string' && moment.slice(0, 10) < today;
  const [asksTime, setAsksTime] = useState((given?.['happenedAt'] ?? '') !== '');
  const all = props.ownTime === true || !asksTime ? fields : [...fields, whenField, ...(late ? [lateField] : [])];
  const shown = all.filter((f) => f.when === undefined || f.when(typed));
  const filled = isFilled(all, typed);
  const intent = useAct(command, filled ? { ...toInput(all, typed, today), ...fixed } : null);

  const { quiet = false } = props;
  useEffect(() => {
    if (!quiet) focusFirst(form.current);
  }, []);
  const firstIssue = shown.find((f) => intent.issues.has(f.name))?.name;
  useEffect(() => {
    if (intent.decision?.issues === undefined && firstIssue !== undefined) focusField(form.current, firstIssue);
  }, [firstIssue, intent.decision]);

  const draft = `${command} ${JSON.stringify(fixed ?? {})}`;
  const posted = (acted: Acted): void => {
    draftPosted(draft);
    setDone(numbersIn(acted));
    setTyped(initialOf(fields, { ...given, ...Object.fromEntries((keep ?? []).map((k) => [k, typed[k] ?? ''])) }));
    intent.clear();
    setTold(false);
    focusFirst(form.current);
    onPosted?.(acted);
  };
  // The decision lists what the rules want filled in; asked for posting, the cursor goes there and the field says it itself.
  const [told, setTold] = useState(false);
  const wanted = new Map(told ? (intent.decision?.issues ?? []).map((i) => [i.path.split('.')[0] ?? '', i.messageZh]) : []);
  const leadTo = (name: string): boolean => {
    setTold(true);
    focusField(form.current, name);
    return shown.some((f) => f.name === name);
  };
  const lacks = shown.find((f) => f.required === true && (typed[f.name] ?? '').trim() === '');
  // The card owns posting; Enter in the last field leads to it when it is shown, so that nothing is posted past the decision.
  const post = (): void => {
    if (!filled) return focusField(form.current, lacks?.name);
    if (!intent.settled) return intent.want(true);
    if (intent.decision === null) return;
    const gap = intent.decision.issues?.[0]?.path.split('.')[0];
    if (gap !== undefined && intent.decision.outcome !== 'deny' && leadTo(gap)) return;
    const button = form.current?.closest('.act-form')?.querySelector<HTMLButtonElement>('.dec .btn.primary');
    // What still has to be said comes first: the reason of a warning.
    const says = form.current?.closest('.act-form')?.querySelector<HTMLInputElement>('.dec [data-field=warnReason]');
    if (intent.decision.outcome === 'allow') button?.click();
    else if (says !== null && says !== undefined && says.value === '') says.focus();
    else button?.focus();
  };
  useFieldWalk(form, { onPost: post, postZh, saves: false });
  // Too little is filled in for a decision: the key leads to what is missing instead of doing nothing.
  useKeys([{ key: 'Ctrl+S Ctrl+Enter', label: postZh, when: !filled, run: () => focusField(form.current, lacks?.name) }]);

  const blank = initialOf(fields, given);
  const carrier = fixed?.['carrier'];
  useDraft({
    form: draft, titleZh: `${titleZh}${verb.includes(titleZh) || titleZh.includes(verb) ? '' : verb}`, typed,
    worth: !intent.sent && Object.keys(typed).some((name) => (typed[name] ?? '') !== (blank[name] ?? '')),
    ...(typeof carrier === 'number' && !here.search.includes('carrier=') ? { place: `${here.pathname}?carrier=${carrier}` } : {}),
    put: (was) => {
      const texts = textsOf(was, [...fields.map((f) => f.name), 'happenedAt', 'lateReason']);
      if ((texts['happenedAt'] ?? '') !== '') setAsksTime(true);
      setTyped((now) => ({ ...now, ...texts }));
    },
  });

  return (
    <div className={`act-form ${stacked ? 'stack grow' : 'cols'}${filled ? '' : ' unjudged'}`}>
      <Pane title={titleZh} grow={!stacked} end={<>Enter 下一项　·　末项 Enter 即登记{props.ownTime === true || asksTime ? null : <>　·　<button type="button" className="link" onClick={() => setAsksTime(true)}>补登</button></>}</>}>
        <div className="pad stack scroll" ref={form} data-form>
          {done === null ? null : (
            <p className="notice good" role="status">✔ 已登记{done.length > 0 ? ` ${done.slice(0, 6).join('、')}${done.length > 6 ? ` 等 ${done.length} 项` : ''}` : ''}。写错了？打开该登记按 F2 更正，原登记保留。</p>
          )}
          {children}
          <div className="form-grid">
            {shown.map((f) => (
              <Field key={f.name} field={f} value={typed[f.name] ?? ''} onChange={(text) => setTyped((was) => ({ ...was, [f.name]: text }))} error={intent.issues.get(f.name) ?? wanted.get(f.name)} />
            ))}
          </div>
        </div>
      </Pane>
      <div className={stacked ? 'stack grow min0' : 'side wide stack'}>
        {filled ? (
          <Outcome intent={intent} verb={verb} postZh={postZh} onPosted={posted} onLacks={leadTo} {...(seed === undefined ? {} : { seed: seed(typed) })} onInstead={props.onInstead ?? (() => focusField(form.current))} insteadZh={props.insteadZh ?? '改一改再办'} />
        ) : (
          <Pane title="判定"><p className="pad mut">还须填写：{shown.filter((f) => f.required === true && (typed[f.name] ?? '').trim() === '').map((f) => f.labelZh).join('、')}。填好后即时判定，并列出依据。</p></Pane>
        )}
        {filled ? null : <Sentence refusal={intent.refusal} />}
        {aside?.(typed)}
      </div>
    </div>
  );
}

