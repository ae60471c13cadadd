import type { Rule } from '../question.ts';

/** What software cannot see: questions a person answers on a checklist. */
export const checklistRules: readonly Rule[] = [];
