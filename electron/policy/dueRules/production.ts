import type { DueRule } from './declare.ts';

export const productionDueRules: readonly DueRule[] = [];
