import { actStandingRules } from './acts.ts';
import type { StandingRule } from './declare.ts';
import { keepingStandingRules } from './keeping.ts';
import { levelStandingRules } from './levels.ts';

export { standingContext } from './context.ts';
export type { BookReader, StandingContext, StandingRule } from './declare.ts';

/** Everything that can be judged on what stands in the books. */
export const standingRules: readonly StandingRule[] = [...levelStandingRules, ...keepingStandingRules, ...actStandingRules];

const byId = new Map<string, StandingRule>();
for (const rule of standingRules) {
  if (byId.has(rule.id)) throw new Error(`two standing rules are called ${rule.id}`);
  byId.set(rule.id, rule);
}

export const standingRuleOf = (id: string): StandingRule | undefined => byId.get(id);
