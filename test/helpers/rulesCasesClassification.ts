import type { Case } from './rulesCases.ts';

export const classificationCases: readonly Case[] = [];
