import { useEffect, useRef, useState } from 'react';
import type { Ref } from 'react';
import type { CommandName } from '#shared/contract/commands.ts';
import type { Decision } from '#shared/decision.ts';
import type { Acted } from '../../app/answers.ts';
import { useAsk } from '../../app/api.ts';
import { useDialogs } from '../../app/dialogs.tsx';
import type { ViolationRequest } from '../../app/dialogs.tsx';
import { useMe } from '../../app/session.tsx';
import { Act } from '../../ui/Act.tsx';
import { DecisionCard, leadOf } from '../../ui/DecisionCard.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { SecondPerson } from '../../ui/SecondPerson.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { paperOf } from '../approvals/paper.ts';
import { Sentence } from './Sentence.tsx';
import type { Intent } from './useAct.ts';

export type OutcomeProps = Readonly<{
  intent: Intent;
  /** The act in one or two characters; it completes the headline. */
  verb: string;
  /** On the primary button when the way is free. */
  postZh: string;
  onPosted: (acted: Acted) => void;
  /** What a refusal offers instead: 换一位借阅人. */
  insteadZh?: string;
  onInstead?: () => void;
  /** What is known already, should it have happened against the rules. */
  seed?: ViolationRequest;
  note?: string;
  /** Leads to the field that still has to be filled in and says so there. Out: false when it is not on this form. */
  onLacks?: (field: string) => boolean;
  primaryRef?: Ref<HTMLButtonElement>;
}>;

const asks = (decision: Decision, outcome: Decision['outcome']): boolean => decision.reasons.some((r) => r.outcome === outcome && r.satisfied !== true);

/**
 * The live decision card of an intended act and everything that can answer it: reason, second person, approval on screen or on
 * paper, 违规登记. Never "continue anyway" (ui 5.6).
 */
export function Outcome(props: OutcomeProps) {
  const { intent, verb, postZh, onPosted, insteadZh, onInstead, seed, note } = props;
  const me = useMe();
  const { decision } = intent;
  const [asking, setAsking] = useState(false);
  const dialogs = useDialogs();
  const [sent, setSent] = useState<{ number: string; form: 'screen' | 'paper' } | null>(null);
  const [reason, setReason] = useState('');
  const primary = useRef<HTMLButtonElement>(null);
  const say = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLInputElement>(null);
  const refused = intent.audit !== null;
  useEffect(() => {
    if (refused) primary.current?.focus();
  }, [refused]);

  const post = async (second?: { account: string; password: string }): Promise<void> => {
    const acted = await intent.post(second);
    if (acted === null) return;
    setAsking(false);
    setSent(null);
    onPosted(acted);
  };
  const send = async (form: 'screen' | 'paper'): Promise<void> => {
    const why = reason.trim() === '' ? textOf(intent.input, 'reason') || textOf(intent.input, 'purpose') : reason.trim();
    if (why === '') {
      words.current?.focus();
      return;
    }
    const number = await intent.send(form, why);
    if (number === null) return;
    setSent({ number, form });
    if (form === 'paper' && number !== '') dialogs.print(paperOf(intent.command, number, number));
  };
  const outcome = decision?.outcome ?? 'allow';
  const complete = decision !== null && (decision.issues?.length ?? 0) === 0;
  const warns = decision !== null && outcome !== 'deny' && asks(decision, 'warn');
  const ready = complete && (!warns || intent.warnReason.trim() !== '' || asks(decision, 'needs_approval'));
  const notNow = !complete ? '还有内容须填写。' : ready ? undefined : '请先填写对提示事项的说明。';
  const free = outcome === 'allow' || outcome === 'warn';
  const why = reason.trim() !== '' || textOf(intent.input, 'reason') !== '' || textOf(intent.input, 'purpose') !== '';
  const notSent = why ? undefined : '请先填写送审事由。';

  const record = (): void => dialogs.violation({ command: intent.command, rules: (decision?.reasons ?? []).filter((r) => r.satisfied !== true && r.outcome !== 'allow').map((r) => r.rule), ...seed });

  // Asked for before the answer came: what is free is posted now, what was seen to need an approval and still does is sent for it;
  // anything else is shown with the cursor on its first button.
  const seen = useRef<Decision['outcome'] | null>(null);
  const { wanted, settled, want } = intent;
  useEffect(() => {
    if (!wanted || !settled) return;
    want(false);
    if (decision === null || outcome === 'deny') return primary.current?.focus();
    if (free && ready) void post();
    else if (warns) say.current?.focus();
    else if (outcome === 'needs_approval' && seen.current === outcome && sent === null) void send('screen');
    else if (outcome === 'needs_second_person' && seen.current === outcome && ready) setAsking(true);
    else primary.current?.focus();
  }, [wanted, settled]);
  const save = (): void => {
    const lacks = decision?.issues?.[0]?.path.split('.')[0];
    if (settled && lacks !== undefined && outcome !== 'deny' && sent === null && props.onLacks?.(lacks) === true) return;
    seen.current = decision === null ? null : outcome;
    if (!settled) want(true);
    else if (decision === null || outcome === 'deny' || sent !== null) primary.current?.focus();
    else if (free) ready ? void post() : say.current?.focus();
    else if (outcome === 'needs_approval') void send('screen');
    else setAsking(true);
  };
  useKeys([
    { key: 'Ctrl+S Ctrl+Enter', label: outcome === 'needs_approval' ? '送审' : postZh, run: save },
    { key: 'F8', label: '打印审批单', when: outcome === 'needs_approval' && sent === null, run: () => void send('paper') },
    { key: 'F9', label: '违规登记', when: decision !== null, run: record },
  ]);
  const judging = wanted && !settled ? <p className="notice" role="status">正在判定，判定可以即{postZh}。</p> : null;
  if (decision === null) {
    return (
      <>
        {judging}
        <Sentence refusal={intent.refusal} />
        {intent.issues.size === 0 ? null : <ul className="notice warn" role="status">{[...intent.issues].map(([field, zh]) => <li key={field}>▲ {zh}</li>)}</ul>}
      </>
    );
  }
  const lead = leadOf(decision);
  return (
    <>
      {sent === null ? null : (
        <p className="notice good" role="status">
          ✔ 已送审，审批单 {sent.number}。{sent.form === 'screen' ? '审批领导登录本机后在“审批”中办理；同意后在“审批”的“已同意未使用”中照批准的办理，不必重填。' : '请打印后送签，签完在“审批”中录入结果。'}
        </p>
      )}
      {judging}
      <DecisionCard
        decision={decision}
        verb={verb}
        {...(intent.audit === null ? {} : { audit: <><span>本次判定已记入审计 #{intent.audit.seq.toLocaleString('zh-CN')}　拒绝</span><span>经办 {me.name}</span></> })}
        note={note ?? (outcome === 'deny' ? '事情已经发生时，如实登记才能追查。违规登记须写明经过，立即列入今日与安全审计员清单，不影响本次拒绝的记录。' : outcome === 'needs_approval' ? '批准只对这一件、这一人、这一数量有效；改动任一项须重新送审。' : undefined)}
        actions={
          <>
            {free ? <Act kbd="Ctrl+S" tone="primary" busy={intent.busy} notNow={notNow} onClick={() => void post()} buttonRef={primary}>{postZh}</Act> : null}
            {outcome === 'needs_second_person' ? <Act kbd="Ctrl+S" tone="primary" busy={intent.busy} notNow={notNow} onClick={() => setAsking(true)} buttonRef={primary}>请第二人确认</Act> : null}
            {outcome === 'needs_approval' && sent === null ? (
              <>
                <Act kbd="Ctrl+S" tone="primary" busy={intent.busy} notNow={notNow ?? notSent} onClick={() => void send('screen')} buttonRef={primary}>送应用内审批</Act>
                <Act kbd="F8" busy={intent.busy} notNow={notNow ?? notSent} onClick={() => void send('paper')}>打印纸质审批单</Act>
              </>
            ) : null}
            {outcome === 'deny' && onInstead !== undefined ? <Act tone="primary" kbd="Enter" onClick={onInstead} buttonRef={primary}>{insteadZh ?? '改一改再办'}</Act> : null}
            <Act kbd="F9" tone={outcome === 'deny' ? 'danger' : 'plain'} onClick={record}>{outcome === 'deny' ? '事情已经发生：违规登记…' : '违规登记…'}</Act>
          </>
        }
      >
        {warns ? (
          <FormRow label="对提示事项的说明" required wide hint="说明随本次登记保存，并记入审计。">
            <input ref={say} className="inp" data-field="warnReason" value={intent.warnReason} onChange={(e) => intent.setWarnReason(e.target.value)} />
          </FormRow>
        ) : null}
        {/* Once a number is typed its box stays, whatever the answer: the cursor is in it, and a wrong number can be put right. */}
        {sent === null && (outcome === 'needs_approval' || intent.approval !== '') ? <ApprovedAlready intent={intent} /> : null}
        {outcome === 'needs_approval' && sent === null ? (
          <FormRow label={`送审事由（送${decision.approverZh ?? '审批领导'}）`} wide hint={textOf(intent.input, 'reason') === '' ? undefined : '留空即用上面填写的事由。'}>
            <input ref={words} className="inp" data-field="approvalReason" value={reason} onChange={(e) => setReason(e.target.value)} />
          </FormRow>
        ) : null}
        <Sentence refusal={intent.refusal} />
      </DecisionCard>
      {asking && lead !== undefined ? (
        <SecondPerson actZh={postZh} reasonZh={lead.messageZh} busy={intent.busy} refusalZh={intent.refusal?.messageZh} onCancel={() => setAsking(false)} onDone={(second) => void post(second)} />
      ) : null}
    </>
  );
}

const textOf = (input: Intent['input'], key: string): string => {
  const value = input?.[key];
  return typeof value === 'string' ? value.trim() : '';
};

/** Approvals of this act that were given and not yet used: one press fills the number in. */
function ApprovedAlready({ intent }: Readonly<{ intent: Intent }>) {
  const command: CommandName = intent.command;
  const given = useAsk('record.list', { register: 'approvals', view: 'approved', filter: { command }, limit: 20 });
  const hits = given.data?.entries ?? [];
  return (
    <FormRow label="已同意的审批单" hint={hits.length === 0 ? '没有待用的审批单；送审后由审批领导决定。' : <>待用：{hits.slice(0, 4).map((e) => <button key={e.id} type="button" className="link" onClick={() => intent.setApproval(e.number ?? String(e.id))}>{e.number}（{String(e.values['subject'] ?? '')}）</button>)}</>}>
      <input className="inp" data-field="approval" value={intent.approval} placeholder="SP-2026-0093" onChange={(e) => intent.setApproval(e.target.value.trim().toUpperCase())} />
    </FormRow>
  );
}
