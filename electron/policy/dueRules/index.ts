import type { DueRule } from './declare.ts';
import { archiveDueRules } from './archive.ts';
import { carrierDueRules } from './carriers.ts';
import { circulationDueRules } from './circulation.ts';
import { countingDueRules } from './counting.ts';
import { handoverDueRules } from './handover.ts';
import { incidentDueRules } from './incidents.ts';
import { levelChangesDueRules } from './levelChanges.ts';
import { peopleDueRules } from './people.ts';
import { productionDueRules } from './production.ts';
import { terminalDueRules } from './terminal.ts';
import { usageDueRules } from './usage.ts';

/** Every due date there is. */
export const dueRules: readonly DueRule[] = [...incidentDueRules, ...carrierDueRules, ...usageDueRules, ...peopleDueRules, ...terminalDueRules, ...levelChangesDueRules, ...productionDueRules, ...circulationDueRules, ...archiveDueRules, ...countingDueRules, ...handoverDueRules];

const seen = new Set<string>();
for (const rule of dueRules) {
  if (seen.has(rule.id)) throw new Error(`two due rules are called ${rule.id}`);
  seen.add(rule.id);
}
