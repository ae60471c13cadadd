import type { Rule } from '../question.ts';
import { archiveRules } from './archive.ts';
import { checkingRules } from './checking.ts';
import { checklistRules } from './checklists.ts';
import { circulationRules } from './circulation.ts';
import { classificationRules } from './classification.ts';
import { correctionRules } from './corrections.ts';
import { countingRules } from './counting.ts';
import { destructionAndIncidentRules } from './destructionAndIncidents.ts';
import { handoverRules } from './handover.ts';
import { historyRules } from './history.ts';
import { identityRules } from './identity.ts';
import { incidentCourseRules } from './incidentCourse.ts';
import { knowledgeRules } from './knowledge.ts';
import { leavingRules } from './leaving.ts';
import { levelChangeRules } from './levelChanges.ts';
import { loanAndCopyRules } from './loansAndCopies.ts';
import { machineRules } from './machines.ts';
import { printingRules } from './printing.ts';
import { productionRules } from './production.ts';
import { receiptRules } from './receipt.ts';
import { stateRules } from './states.ts';
import { telegramRules } from './telegrams.ts';
import { tierRules } from './tiers.ts';
import { terminalRules } from './terminal.ts';

/** The rule book. The first is asked first; every rule that has something to say is heard. */
export const ruleBook: readonly Rule[] = [
  ...terminalRules, ...identityRules, ...printingRules, ...stateRules, ...classificationRules, ...receiptRules, ...knowledgeRules, ...loanAndCopyRules, ...destructionAndIncidentRules, ...machineRules, ...leavingRules, ...tierRules,
  ...levelChangeRules, ...productionRules, ...circulationRules, ...archiveRules, ...countingRules, ...checkingRules, ...handoverRules, ...telegramRules, ...incidentCourseRules, ...checklistRules, ...correctionRules, ...historyRules,
];

const seen = new Set<string>();
for (const rule of ruleBook) {
  if (seen.has(rule.id)) throw new Error(`two rules are called ${rule.id}`);
  seen.add(rule.id);
}
