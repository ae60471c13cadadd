import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Decision, Outcome, Reason } from '#shared/decision.ts';
import { VerdictShape } from './icons.tsx';
import { ruleZh } from './rules.ts';

export type DecisionCardProps = Readonly<{
  decision: Decision;
  /** The act in one or two characters: 借出, 复制, 销毁. It completes the headline. */
  verb: string;
  /** The form, when the verdict needs one (reason, approval). */
  children?: ReactNode;
  /** Buttons under 接下来; the primary key comes first. */
  actions?: ReactNode;
  /** Replaces 接下来 above the buttons. */
  actionsTitle?: string;
  /** The sentence under the buttons. */
  note?: ReactNode;
  /** The line at the foot: 本次判定已记入审计 #18,211. */
  audit?: ReactNode;
}>;

const tone: Readonly<Record<Outcome, string>> = { allow: 'ok', warn: 'appr', needs_second_person: 'appr', needs_approval: 'appr', deny: 'deny' };
const mark: Readonly<Record<Outcome, readonly [string, string]>> = { allow: ['✔', 'y'], warn: ['▲', 'w'], needs_second_person: ['◎', 'w'], needs_approval: ['◇', 'w'], deny: ['✕', 'n'] };

/** 可以借出 · 可以借出，请说明 · 需第二人在场 · 需审批后借出 · 不得借出. */
export function headlineOf(outcome: Outcome, verb: string): string {
  return { allow: `可以${verb}`, warn: `可以${verb}，请说明`, needs_second_person: '需第二人在场', needs_approval: `需审批后${verb}`, deny: `不得${verb}` }[outcome];
}

/** 《保守国家秘密法》（2024）第四十六条　·　规则 P314 */
export function basisOf(reason: Reason): string {
  return [reason.source.law ?? '本单位制度', ruleZh(reason.rule, reason.titleZh)].join('　·　');
}

/** The most severe open reason: its sentence stands under the headline. */
export const leadOf = (decision: Decision): Reason | undefined => decision.reasons.find((r) => r.outcome === decision.outcome && r.satisfied !== true) ?? decision.reasons.find((r) => r.satisfied !== true);

/** One verdict, why, every check, what next: always in this order (ui 5.6). */
export function DecisionCard({ decision, verb, children, actions, actionsTitle = '接下来', note, audit }: DecisionCardProps) {
  const lead = leadOf(decision);
  // What an approval or a second person has answered counts as passed.
  const reasonOf = (rule: string): Reason | undefined => decision.reasons.find((r) => r.rule === rule);
  const passes = (c: Decision['checks'][number]): boolean => c.passed || reasonOf(c.rule)?.satisfied === true;
  const passed = decision.checks.filter(passes).length;
  const body = useRef<HTMLDivElement>(null);
  // Another verdict is read from its beginning.
  useEffect(() => {
    const at = document.activeElement;
    // The box that is being typed in stays in sight; the reason itself stands in the head of the card.
    if (at instanceof HTMLInputElement && body.current?.contains(at) === true) at.scrollIntoView({ block: 'nearest' });
    else if (body.current !== null) body.current.scrollTop = 0;
  }, [decision.outcome]);
  // What does not fit is scrolled with the arrow keys, so the cursor has to get there.
  useLayoutEffect(() => {
    const box = body.current;
    if (box !== null) box.tabIndex = box.scrollHeight > box.clientHeight ? 0 : -1;
  });
  const open = decision.reasons.filter((r) => r.outcome !== 'allow');
  // What is missing is the next thing to do, except where nothing can be done.
  const lacks = decision.issues === undefined || decision.issues.length === 0 ? null : (
      <div className="why">
        <h3>须填写</h3>
        <ul>{decision.issues.map((i) => <li key={i.path + i.messageZh}><b className="d">▲</b><p>{i.messageZh}</p></li>)}</ul>
      </div>
    );
  return (
    <section className={`card dec ${tone[decision.outcome]}`} role="alert" aria-label={`判定：${headlineOf(decision.outcome, verb)}`}>
      <div className="verd">
        <VerdictShape outcome={decision.outcome} />
        <div>
          <h2>{headlineOf(decision.outcome, verb)}</h2>
          <p>{lead?.messageZh ?? (decision.issues?.length ? '还有内容须填写。' : '各项核对通过。')}</p>
        </div>
      </div>
      <div className="dec-body" ref={body} role="group" aria-label="依据和逐项核对">
        {decision.outcome === 'deny' ? null : lacks}
        {open.length === 0 ? null : (
          <div className="why">
            <h3>依据</h3>
            <ul>
              {open.map((r) => <Why key={r.rule} reason={r} lead={r === lead} />)}
            </ul>
          </div>
        )}
        {decision.outcome === 'deny' ? lacks : null}
        {decision.checks.length === 0 ? null : (
          <div className="chk">
            <h3>逐项核对 {decision.checks.length} 项，{passed} 项通过</h3>
            <ul>
              {decision.checks.map((c) => {
                const [glyph, cls] = passes(c) ? mark.allow : mark[reasonOf(c.rule)?.outcome ?? 'deny'];
                return <li key={c.rule} title={ruleZh(c.rule, c.titleZh)}><b className={cls}>{glyph}</b>{c.titleZh}<span className="sr">{passes(c) ? '，通过' : '，未通过'}</span></li>;
              })}
            </ul>
          </div>
        )}
        {children === undefined ? null : <div className="frm">{children}</div>}
      </div>
      {actions === undefined ? null : (
        <div className="next">
          <h3>{actionsTitle}</h3>
          <div className="bt">{actions}</div>
          {note === undefined ? null : <p className="nt">{note}</p>}
        </div>
      )}
      {audit === undefined ? null : <div className="logd">{audit}</div>}
    </section>
  );
}

function Why({ reason, lead }: Readonly<{ reason: Reason; lead: boolean }>) {
  const [glyph, cls] = reason.satisfied === true ? mark.allow : mark[reason.outcome];
  return (
    <li>
      <b className={cls}>{glyph}</b>
      <div>
        <p><b>{reason.titleZh}</b>　{lead ? reason.nextStepZh : reason.messageZh}</p>
        <p>{basisOf(reason)}{reason.satisfied === true ? '　·　已满足' : ''}</p>
      </div>
    </li>
  );
}
