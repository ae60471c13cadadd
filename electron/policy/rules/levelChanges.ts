import type { Rule } from '../question.ts';

/** Group 2.1 beyond the entry of an item: who decides, who is told, what is marked. */
export const levelChangeRules: readonly Rule[] = [];
