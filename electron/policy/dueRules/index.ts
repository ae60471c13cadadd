import type { DueRule } from './declare.ts';
import { carrierDueRules } from './carriers.ts';
import { incidentDueRules } from './incidents.ts';
import { peopleDueRules } from './people.ts';
import { terminalDueRules } from './terminal.ts';
import { usageDueRules } from './usage.ts';

/** Every due date there is. */
export const dueRules: readonly DueRule[] = [...incidentDueRules, ...carrierDueRules, ...usageDueRules, ...peopleDueRules, ...terminalDueRules];

const seen = new Set<string>();
for (const rule of dueRules) {
  if (seen.has(rule.id)) throw new Error(`two due rules are called ${rule.id}`);
  seen.add(rule.id);
}
