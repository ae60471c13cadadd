import type { incidentCommands } from '#shared/contract/incidents.ts';

/** A well-formed input for every command of this area. */
export const incidentsSamples: Readonly<Record<keyof typeof incidentCommands, Record<string, unknown>>> = {} as never;
