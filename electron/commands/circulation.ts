import type { circulationCommands } from '#shared/contract/circulation.ts';
import type { Command } from './define.ts';

/** Group 2.3 circulation, refusals, personal holding, notebooks. */
export const circulationActs: { readonly [N in keyof typeof circulationCommands]: Command<N> } = {} as never;
