import type { circulationCommands } from '#shared/contract/circulation.ts';

/** A well-formed input for every command of this area. */
export const circulationSamples: Readonly<Record<keyof typeof circulationCommands, Record<string, unknown>>> = {} as never;
