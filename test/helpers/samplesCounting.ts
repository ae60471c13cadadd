import type { countingCommands } from '#shared/contract/counting.ts';

/** A well-formed input for every command of this area. */
export const countingSamples: Readonly<Record<keyof typeof countingCommands, Record<string, unknown>>> = {} as never;
