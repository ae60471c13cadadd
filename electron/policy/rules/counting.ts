import type { Rule } from '../question.ts';

/** Group 2.8: return, stocktake, storage. */
export const countingRules: readonly Rule[] = [];
