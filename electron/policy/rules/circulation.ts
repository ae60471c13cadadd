import type { Rule } from '../question.ts';

/** Group 2.3: routing and circulation; 2.4: notebooks. */
export const circulationRules: readonly Rule[] = [];
