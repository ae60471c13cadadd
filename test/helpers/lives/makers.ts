import type { CommandName } from '#shared/contract/commands.ts';
import { carrierActs } from './actsCarriers.ts';
import type { Makers } from './actsCarriers.ts';
import { archiveActsOf, circulationActsOf, productionActsOf } from './actsCourse.ts';
import { endingActsOf, incidentActsOf, terminalActsOf } from './actsEnding.ts';
import { countingActsOf, levelActsOf } from './actsLevels.ts';

/** How every act is tried; the compiler asks for one when a command is added. */
export const makers: Makers<CommandName> = { ...carrierActs, ...circulationActsOf, ...archiveActsOf, ...productionActsOf, ...levelActsOf, ...countingActsOf, ...endingActsOf, ...incidentActsOf, ...terminalActsOf };
