import type { Case } from './rulesCases.ts';

export const countingCases: readonly Case[] = [];
