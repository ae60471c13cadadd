import type { DueRule } from './declare.ts';

export const countingDueRules: readonly DueRule[] = [];
