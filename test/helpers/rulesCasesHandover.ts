import type { Case } from './rulesCases.ts';

export const handoverCases: readonly Case[] = [];
