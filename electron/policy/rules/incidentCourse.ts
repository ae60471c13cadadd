import type { Rule } from '../question.ts';

/** Group 2.12: the course of a case. */
export const incidentCourseRules: readonly Rule[] = [];
