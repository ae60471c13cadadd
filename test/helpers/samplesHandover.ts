import type { endingCommands } from '#shared/contract/ending.ts';

/** A well-formed input for every command of this area. */
export const handoverSamples: Readonly<Record<keyof typeof endingCommands, Record<string, unknown>>> = {} as never;
