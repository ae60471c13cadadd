import type { countingCommands } from '#shared/contract/counting.ts';
import type { Command } from './define.ts';

/** Group 2.8: recall, stocktake, cabinets, checklists. */
export const countingActs: { readonly [N in keyof typeof countingCommands]: Command<N> } = {} as never;
