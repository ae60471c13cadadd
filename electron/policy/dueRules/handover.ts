import type { DueRule } from './declare.ts';

export const handoverDueRules: readonly DueRule[] = [];
