import type { DueRule } from './declare.ts';

export const levelChangesDueRules: readonly DueRule[] = [];
