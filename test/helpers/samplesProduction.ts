import type { productionCommands } from '#shared/contract/production.ts';

/** A well-formed input for every command of this area. */
export const productionSamples: Readonly<Record<keyof typeof productionCommands, Record<string, unknown>>> = {} as never;
