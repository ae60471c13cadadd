import type { CommandName } from '#shared/contract/commands.ts';
import * as approvals from './approvals.ts';
import { archiveActs } from './archive.ts';
import * as carriers from './carriers.ts';
import { checkingActs } from './checking.ts';
import { circulationActs } from './circulation.ts';
import { classificationActs } from './classification.ts';
import { countingActs } from './counting.ts';
import type { Command } from './define.ts';
import * as destruction from './destruction.ts';
import { handoverActs } from './handover.ts';
import { incidentCourseActs } from './incidentCourse.ts';
import { historyActs } from './history.ts';
import * as imports from './imports.ts';
import * as incidents from './incidents.ts';
import * as knowledge from './knowledge.ts';
import * as machines from './machines.ts';
import * as people from './people.ts';
import { productionActs } from './production.ts';
import * as records from './records.ts';
import * as terminal from './terminal.ts';

// A command without an implementation is a compile error, and so is an implementation without a contract.
export const registry: { readonly [N in CommandName]: Command<N> } = {
  'carrier.receive': carriers.receive, 'carrier.enter': carriers.enter, 'carrier.place': carriers.place, 'carrier.lend': carriers.lend, 'carrier.read': carriers.read, 'carrier.giveBack': carriers.giveBack,
  'carrier.extendLoan': carriers.extendLoan, 'carrier.copy': carriers.copy, 'carrier.transfer': carriers.transfer, 'carrier.returnToIssuer': carriers.returnToIssuer,
  'carrier.destroy.propose': destruction.propose, 'carrier.destroy.execute': destruction.execute, 'carrier.destroy.cancel': destruction.cancel,
  'carrier.reportMissing': incidents.reportMissing, 'carrier.find': incidents.findAgain, 'carrier.correct': records.correctCarrier, 'record.correct': records.correct, 'record.view': records.view,
  'knowledge.record': knowledge.record, 'knowledge.sign': knowledge.sign, 'scope.set': knowledge.setScope, 'scope.widen': knowledge.widenScope, 'scope.revoke': knowledge.revokeScope,
  'incident.report': incidents.report, 'incident.searchLog': incidents.searchLog, 'incident.close': incidents.close, 'violation.record': incidents.recordViolation, 'violation.review': incidents.reviewViolation,
  'approval.request': approvals.request, 'approval.decide': approvals.decideRequest, 'approval.recordPaper': approvals.recordPaper, 'approval.void': approvals.voidRequest,
  'computer.register': machines.register, 'computer.commission': machines.commission, 'computer.assign': machines.assign, 'computer.relocate': machines.relocate, 'computer.withdraw': machines.withdraw,
  'usageLog.open': machines.openUsage, 'usageLog.close': machines.closeUsage, 'usageLog.closeYear': machines.closeYear,
  'person.register': people.register, 'person.activate': people.activate, 'person.suspend': people.suspend, 'person.leavePost': people.leavePost,
  'import.open': imports.openImport, 'import.withdraw': imports.withdrawImport, 'register.print': terminal.print, 'register.printed': terminal.printed,
  'account.create': terminal.createAccount, 'account.confirm': terminal.confirmAccount, 'account.grantRole': terminal.grantRole, 'account.setPassword': terminal.setPassword, 'account.unlock': terminal.unlockAccount, 'account.revoke': terminal.revokeAccount,
  'policy.change': terminal.changePolicy, 'setting.change': terminal.changeSetting, 'clock.confirm': terminal.confirmClock, 'audit.anchor': terminal.anchor, 'audit.verified': terminal.verified, 'anchor.accept': terminal.acceptAnchor,
  ...classificationActs, ...productionActs, ...circulationActs, ...archiveActs, ...countingActs, ...checkingActs, ...handoverActs, ...incidentCourseActs, ...historyActs,
  'backup.make': terminal.makeBackup, 'backup.rotate': terminal.rotateBackup, 'restore.run': terminal.restoreRun,
};
