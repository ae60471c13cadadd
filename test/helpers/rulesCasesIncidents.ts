import type { Case } from './rulesCases.ts';

export const incidentsCases: readonly Case[] = [];
