import type { Rule } from '../question.ts';

/** Groups 2.2, dispatch of 2.3, conveyance of 2.7. */
export const productionRules: readonly Rule[] = [];
