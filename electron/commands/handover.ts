import type { endingCommands } from '#shared/contract/ending.ts';
import type { Command } from './define.ts';

/** Groups 2.10 and 2.11: handing over, cipher telegrams. */
export const handoverActs: { readonly [N in keyof typeof endingCommands]: Command<N> } = {} as never;
