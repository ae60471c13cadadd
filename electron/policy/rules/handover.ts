import type { Rule } from '../question.ts';

/** Group 2.10: handing over. */
export const handoverRules: readonly Rule[] = [];
