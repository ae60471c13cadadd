import type { archiveCommands } from '#shared/contract/archive.ts';

/** A well-formed input for every command of this area. */
export const archiveSamples: Readonly<Record<keyof typeof archiveCommands, Record<string, unknown>>> = {} as never;
