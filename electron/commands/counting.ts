import type { countingCommands } from '#shared/contract/counting.ts';
import { changeCabinet, registerCabinet } from './cabinets.ts';
import { correctCheck, recordCheck } from './checks.ts';
import type { Command } from './define.ts';
import * as recall from './recall.ts';
import * as stocktake from './stocktake.ts';

/** Group 2.8: recall, stocktake, cabinets, checklists. */
export const countingActs: { readonly [N in keyof typeof countingCommands]: Command<N> } = {
  'recall.open': recall.open, 'recall.close': recall.close, 'stocktake.open': stocktake.open, 'stocktake.count': stocktake.count, 'stocktake.close': stocktake.close, 'stocktake.cancel': stocktake.cancel,
  'cabinet.register': registerCabinet, 'cabinet.change': changeCabinet, 'check.record': recordCheck, 'check.correct': correctCheck,
};
