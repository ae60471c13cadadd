import type { Case } from './rulesCases.ts';

export const productionCases: readonly Case[] = [];
