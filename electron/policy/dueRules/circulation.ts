import type { DueRule } from './declare.ts';

export const circulationDueRules: readonly DueRule[] = [];
