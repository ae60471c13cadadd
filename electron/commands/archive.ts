import type { archiveCommands } from '#shared/contract/archive.ts';
import type { Command } from './define.ts';

/** Groups 2.5 to 2.7: archives, extracts, compilations, carrying out. */
export const archiveActs: { readonly [N in keyof typeof archiveCommands]: Command<N> } = {} as never;
