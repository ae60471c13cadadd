import { archiveCases } from './rulesCasesArchive.ts';
import { carrierCases } from './rulesCasesCarriers.ts';
import { checkingCases } from './rulesCasesChecking.ts';
import { circulationCases } from './rulesCasesCirculation.ts';
import { classificationCases } from './rulesCasesClassification.ts';
import { countingCases } from './rulesCasesCounting.ts';
import { handoverCases } from './rulesCasesHandover.ts';
import { historyCases } from './rulesCasesHistory.ts';
import { identityCases } from './rulesCasesIdentity.ts';
import { incidentsCases } from './rulesCasesIncidents.ts';
import { officeCases } from './rulesCasesOffice.ts';
import { postsCases } from './rulesCasesPosts.ts';
import { productionCases } from './rulesCasesProduction.ts';
import type { Case } from './rulesCases.ts';

/** Every case, in the order of the book's groups. */
export const ruleCases: readonly Case[] = [...carrierCases, ...officeCases, ...classificationCases, ...productionCases, ...circulationCases, ...archiveCases, ...countingCases, ...checkingCases, ...handoverCases, ...postsCases, ...incidentsCases, ...identityCases, ...historyCases];
