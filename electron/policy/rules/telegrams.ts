import type { Rule } from '../question.ts';

/** Group 2.11: cipher telegrams. */
export const telegramRules: readonly Rule[] = [];
