import type { Case } from './rulesCases.ts';

export const archiveCases: readonly Case[] = [];
