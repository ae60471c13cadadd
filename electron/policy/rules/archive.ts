import type { Rule } from '../question.ts';

/** Groups 2.5 to 2.7: archives, extracts, compilations, carrying out. */
export const archiveRules: readonly Rule[] = [];
