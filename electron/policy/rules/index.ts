import type { Rule } from '../question.ts';
import { classificationRules } from './classification.ts';
import { destructionAndIncidentRules } from './destructionAndIncidents.ts';
import { knowledgeRules } from './knowledge.ts';
import { leavingRules } from './leaving.ts';
import { loanAndCopyRules } from './loansAndCopies.ts';
import { machineRules } from './machines.ts';
import { receiptRules } from './receipt.ts';
import { stateRules } from './states.ts';
import { terminalRules } from './terminal.ts';

/** The rule book. The first is asked first; every rule that has something to say is heard. */
export const ruleBook: readonly Rule[] = [
  ...terminalRules, ...stateRules, ...classificationRules, ...receiptRules, ...knowledgeRules, ...loanAndCopyRules, ...destructionAndIncidentRules, ...machineRules, ...leavingRules,
];

const seen = new Set<string>();
for (const rule of ruleBook) {
  if (seen.has(rule.id)) throw new Error(`two rules are called ${rule.id}`);
  seen.add(rule.id);
}
