import type { CommandName } from '#shared/contract/commands.ts';
import { outcomes } from '#shared/decision.ts';
import type { Check, Decision, Outcome, Reason } from '#shared/decision.ts';
import type { Issue } from '#shared/result.ts';
import type { Finding, Question, Rule } from './question.ts';
import { ruleBook } from './rules/index.ts';

const speaksOf = (rule: Rule, command: CommandName): boolean => rule.commands === 'every command' || (rule.commands !== 'every query' && rule.commands.includes(command));

/** The rules of a book that speak of a command, in book order. Books do not change while the program runs, so each is looked through once per command. */
const chapters = new WeakMap<readonly Rule[], Map<CommandName, readonly Rule[]>>();
function rulesFor(book: readonly Rule[], command: CommandName): readonly Rule[] {
  let known = chapters.get(book);
  if (known === undefined) chapters.set(book, (known = new Map()));
  let found = known.get(command);
  if (found === undefined) known.set(command, (found = book.filter((rule) => speaksOf(rule, command))));
  return found;
}

const asList = (found: Finding | readonly Finding[] | null): readonly Finding[] => (found === null ? [] : 'outcome' in found ? [found] : found);

/** What answers a finding: a reason given with the act, an approval bound to it, a second person on the spot. Nothing answers `deny`. */
function isAnswered(finding: Finding, rule: Rule, q: Question): boolean {
  switch (finding.outcome) {
    case 'deny':
      return false;
    case 'warn':
      return q.input.warnReason !== undefined;
    case 'needs_approval':
      return q.approval !== null && q.approval.fits && q.approval.coversRules.includes(rule.id);
    case 'needs_second_person':
      // The rule itself looks at the second person; it falls silent when one is there.
      return false;
    default:
      throw new Error('unhandled outcome');
  }
}

/**
 * The policy core's word on an intended act. Pure: the same question always has the same decision.
 * An approval that was handed in but does not fit the act is itself a refusal, so that nobody wonders why it had no effect.
 * An exception in a rule is a refusal to the caller of this function: the door treats it as a fault and changes nothing.
 */
export function decide(q: Question, book: readonly Rule[] = ruleBook): Decision {
  const reasons: Reason[] = [];
  const checks: Check[] = [];
  const issues: Issue[] = [];
  const approvers: string[] = [];
  for (const rule of rulesFor(book, q.command)) {
    const findings = rule.judge === undefined ? [] : asList(rule.judge(q));
    const gaps = rule.require === undefined ? [] : rule.require(q);
    issues.push(...gaps);
    if (rule.judge !== undefined || rule.require !== undefined) checks.push({ rule: rule.id, titleZh: rule.titleZh, passed: findings.length === 0 && gaps.length === 0 });
    for (const finding of findings) {
      const satisfied = isAnswered(finding, rule, q);
      const approver = finding.approverZh ?? rule.approverZh;
      if (finding.outcome === 'needs_approval' && !satisfied && approver !== undefined && !approvers.includes(approver)) approvers.push(approver);
      const parameters = Object.fromEntries(rule.parameters.map((key) => [key, key === 'terminal.level' ? q.terminal.level : q.profile.get(key)]));
      reasons.push({ rule: rule.id, titleZh: rule.titleZh, outcome: finding.outcome, messageZh: finding.messageZh, nextStepZh: finding.nextStepZh, source: rule.source, parameters, ...(satisfied ? { satisfied: true } : {}) });
    }
  }
  if (q.approval !== null && !q.approval.fits && book.length > 0) {
    const number = q.approval.record.number ?? '';
    reasons.push({
      rule: 'APPROVAL-BOUND', titleZh: '审批单与办理事项一致', outcome: 'deny', parameters: {}, source: { seed: '000-9.2' },
      messageZh: `不得办理。审批单 ${number} 不是为本次办理批准的，或未同意，或已使用。`, nextStepZh: '请核对审批单；载体、人员、份数有变的须另行送审。',
    });
  }
  reasons.sort((a, b) => outcomes.indexOf(b.outcome) - outcomes.indexOf(a.outcome));
  const outcome = reasons.reduce<Outcome>((worst, r) => (r.satisfied === true || outcomes.indexOf(r.outcome) <= outcomes.indexOf(worst) ? worst : r.outcome), 'allow');
  return { outcome: book.length === 0 ? 'deny' : outcome, reasons, checks, ...(issues.length > 0 ? { issues } : {}), ...(approvers.length === 0 ? {} : { approverZh: approvers.join('、') }) };
}

/** Lets every effect rule add to or complete the planned changes, in book order. */
export function followUp<T extends Parameters<NonNullable<Rule['effect']>>[1]>(q: Question, planned: T, book: readonly Rule[] = ruleBook): ReturnType<NonNullable<Rule['effect']>> {
  let changes: ReturnType<NonNullable<Rule['effect']>> = planned;
  for (const rule of rulesFor(book, q.command)) if (rule.effect !== undefined) changes = rule.effect(q, changes);
  return changes;
}
