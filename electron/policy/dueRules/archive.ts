import type { DueRule } from './declare.ts';

export const archiveDueRules: readonly DueRule[] = [];
