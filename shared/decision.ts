import type { Issue } from './issue.ts';

/** What the policy core says of an intended act, from best to worst. */
export const outcomes = ['allow', 'warn', 'needs_second_person', 'needs_approval', 'deny'] as const;
export type Outcome = (typeof outcomes)[number];

export type Source = Readonly<{ seed?: string; law?: string }>;

/** One rule's word on the act. `messageZh` says what is the matter and why, `nextStepZh` what to do now. */
export type Reason = Readonly<{
  rule: string;
  titleZh: string;
  outcome: Outcome;
  messageZh: string;
  nextStepZh: string;
  source: Source;
  parameters: Readonly<Record<string, unknown>>;
  /** True when a second person, an approval or a reason given with the act has answered it. */
  satisfied?: boolean;
}>;

/** Every rule that looked at the act, so that "passed" is proof too. */
export type Check = Readonly<{ rule: string; titleZh: string; passed: boolean }>;

/** The most severe unsatisfied outcome heads; the others stay listed. */
export type Decision = Readonly<{
  outcome: Outcome;
  reasons: readonly Reason[];
  checks: readonly Check[];
  /** Mandatory records that are missing; with these the act is invalid input, not a policy refusal. */
  issues?: readonly Issue[];
  /** Role that can answer `needs_approval`. */
  approverZh?: string;
}>;

export const outcomeZh: Readonly<Record<Outcome, string>> = {
  allow: '可以办理',
  warn: '可以办理，请说明',
  needs_second_person: '需第二人在场',
  needs_approval: '需审批后办理',
  deny: '不得办理',
};

/** The more severe of two outcomes. */
export function worse(a: Outcome, b: Outcome): Outcome {
  return outcomes.indexOf(a) >= outcomes.indexOf(b) ? a : b;
}
