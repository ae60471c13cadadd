import { carrierCases } from './rulesCasesCarriers.ts';
import { officeCases } from './rulesCasesOffice.ts';
import type { Case } from './rulesCases.ts';

/** Every case, in the order of the book's groups. */
export const ruleCases: readonly Case[] = [...carrierCases, ...officeCases];
