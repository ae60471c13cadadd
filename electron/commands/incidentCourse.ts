import type { incidentCommands } from '#shared/contract/incidents.ts';
import type { Command } from './define.ts';

/** Group 2.12: the course of a case. */
export const incidentCourseActs: { readonly [N in keyof typeof incidentCommands]: Command<N> } = {} as never;
