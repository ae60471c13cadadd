import type { Case } from './rulesCases.ts';

export const circulationCases: readonly Case[] = [];
