import type { productionCommands } from '#shared/contract/production.ts';
import type { Command } from './define.ts';

/** Groups 2.2, dispatch of 2.3, conveyance of 2.7. */
export const productionActs: { readonly [N in keyof typeof productionCommands]: Command<N> } = {} as never;
