import type { classificationCommands } from '#shared/contract/classification.ts';
import type { Command } from './define.ts';

/** Group 2.1: proposing, deciding, changing, extending and releasing levels; labels. */
export const classificationActs: { readonly [N in keyof typeof classificationCommands]: Command<N> } = {} as never;
