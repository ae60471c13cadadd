import { approvals, copies, destructions, incidents, loans, readings, violations } from './circulation.ts';
import { carriers } from './carriers.ts';
import { explanations } from './checking.ts';
import { classifications } from './classification.ts';
import { cabinets, checks, recalls, stocktakeLines, stocktakes } from './counting.ts';
import type { Register } from './define.ts';
import { handovers, refusals, telegrams, tipOffs } from './ending.ts';
import { computers, usageBooks, usageLogs } from './machines.ts';
import { persons } from './people.ts';
import { consignments, dispatches, productions } from './production.ts';
import { archiveUses, circulationSteps, circulations, notebooks, trips } from './reading.ts';
import { receipts } from './receipts.ts';
import { accounts, backups, imports, parameters, prints, settings } from './terminal.ts';

/** The books, in the order of the shelf. A new register is one definition, one line here and one migration. */
export const registers = {
  receipts, dispatches, carriers, circulations, circulationSteps, readings, loans, notebooks, archiveUses, copies, productions, consignments, trips, recalls, stocktakes, stocktakeLines, destructions, handovers,
  classifications, telegrams, incidents, violations, refusals, tipOffs, checks, explanations, cabinets, approvals, computers, usageLogs, usageBooks, persons,
  accounts, parameters, prints, backups, imports, settings,
} as const;

export type Registers = typeof registers;
export type RegisterKey = keyof Registers;
export const registerKeys = Object.keys(registers) as RegisterKey[];

/** The definition as generic code reads it. */
export const registerOf = (key: RegisterKey): Register => registers[key] as unknown as Register;

export const isRegisterKey = (key: string): key is RegisterKey => Object.hasOwn(registers, key);

/** A stored record: values of its register and what the vault gives. */
export type RecordOf<K extends RegisterKey> = Readonly<{ id: number; number: string | null; revision: number; corrections: number }> &
  Readonly<{ [F in keyof Registers[K]['fields']]: import('zod').output<Registers[K]['fields'][F]['schema']> }>;
export type AnyRecord = Readonly<{ id: number; number: string | null; revision: number; corrections: number }> & Readonly<Record<string, unknown>>;
