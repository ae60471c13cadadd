import type { classificationCommands } from '#shared/contract/classification.ts';

/** A well-formed input for every command of this area. */
export const classificationSamples: Readonly<Record<keyof typeof classificationCommands, Record<string, unknown>>> = {} as never;
