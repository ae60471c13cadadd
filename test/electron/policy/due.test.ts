import { describe, expect, it } from 'vitest';
import { dueItems, dueRules, dueRulesFor } from '#electron/policy/due.ts';
import type { DueContext, DueItem, DueRows } from '#electron/policy/due.ts';
import { profileOf } from '#electron/policy/parameters.ts';
import { firstUnknownYear, isWorkingDay, unknownYearZh, workingDayAfter, workingDaysBetween, yearKnown } from '#electron/policy/workingDays.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { RecordOf, RegisterKey } from '#shared/registers/index.ts';
import { roles } from '#shared/roles.ts';
import type { Role } from '#shared/roles.ts';

const today = '2026-11-20';
const context = (changed: Record<string, unknown> = {}, on = today): DueContext => ({ today: on, now: `${on}T02:00:00.000Z`, profile: profileOf(new Map(Object.entries(changed))), terminalLevel: 'secret' });
const row = <K extends RegisterKey>(register: K, values: Record<string, unknown>): RecordOf<K> => ({ id: 7, number: 'X-7', revision: 1, corrections: 0, ...Object.fromEntries(Object.keys(registerOf(register).fields).map((f) => [f, null])), ...values }) as unknown as RecordOf<K>;
const carrier = (values: Record<string, unknown>) => row('carriers', { title: '文件', level: 'secret', state: 'in_custody', ...values });
const matter = (values: Record<string, unknown>) => row('classifications', { title: '文件', level: 'secret', ...values });
const incident = (values: Record<string, unknown>) => row('incidents', { kind: 'missing', level: 'secret', carrierNumber: 'ZT-1', state: 'searching', ...values });
const circulation = (values: Record<string, unknown>) => row('circulations', { title: '通知', level: 'secret', urgency: 'normal', startedOn: '2026-11-18', dueOn: '2026-11-25', state: 'routed', ...values });
const person = (values: Record<string, unknown>) => row('persons', { name: '南宫砚', personnelClass: 'important', status: 'on_post', screenedOn: '2026-01-01', trainedOn: '2026-06-01', undertakingOn: '2026-01-01', ...values });

type Case = Readonly<{ rule: string; rows: DueRows; due: Partial<DueItem>; silent: DueRows; within?: number; changed?: Record<string, unknown> }>;
/** Each rule with a row that it must list and one that it must not. */
const cases: readonly Case[] = [
  { rule: 'P075', rows: { carriersOut: [carrier({ state: 'lent', dueOn: '2026-11-18' })] }, due: { kind: 'loan', dueOn: '2026-11-18', overdueDays: 2, hard: false }, silent: { carriersOut: [carrier({ state: 'lent', dueOn: '2026-11-28' })] } },
  { rule: 'P042', rows: { carriersOut: [carrier({ state: 'reading', level: 'top_secret', dueOn: '2026-11-19' })] }, due: { kind: 'reading', overdueDays: 1, hard: true }, silent: { carriersOut: [carrier({ state: 'in_custody', dueOn: '2026-11-19' })] } },
  { rule: 'P089', rows: { carriersBack: [carrier({ source: 'copied', returnBy: '2026-11-20' })] }, due: { kind: 'recall', overdueDays: 0 }, silent: { carriersBack: [carrier({ source: 'received', returnBy: '2026-12-20' })] } },
  { rule: 'P114', rows: { carriersBack: [carrier({ source: 'received', returnRequired: 1, returnBy: '2026-11-21' })] }, due: { kind: 'recall', dueOn: '2026-11-21', hard: true }, silent: { carriersBack: [carrier({ source: 'received', returnBy: null })] } },
  { rule: 'P005', rows: { carriersEnding: [carrier({ periodEndsOn: '2027-02-10' })] }, due: { kind: 'period', dueOn: '2027-02-10' }, silent: { carriersEnding: [carrier({ periodEndsOn: '2027-03-10' })] } },
  { rule: 'P062', rows: { readingsUnsigned: [row('readings', { level: 'secret', signature: 'pending', readerName: '南宫砚', startedAt: '2026-11-18T01:00:00.000Z', state: 'open' })] }, due: { kind: 'signature', register: 'readings', dueOn: '2026-11-18' }, silent: { readingsUnsigned: [row('readings', { level: 'confidential', signature: 'pending', startedAt: '2026-11-18T01:00:00.000Z', state: 'open' })] } },
  { rule: 'PAPER-APPROVAL', rows: { approvalsPending: [row('approvals', { form: 'paper', requestedAt: '2026-11-18T01:00:00.000Z' })] }, due: { kind: 'approval', dueOn: '2026-11-20' }, silent: { approvalsPending: [row('approvals', { form: 'paper', requestedAt: '2026-11-19T01:00:00.000Z' })] } },
  { rule: 'APPROVAL-WAITING', rows: { approvalsPending: [row('approvals', { form: 'screen', requestedAt: '2026-11-20T01:00:00.000Z' })] }, due: { kind: 'approval', dueOn: '2026-11-20' }, silent: { approvalsPending: [row('approvals', { form: 'paper', requestedAt: '2026-11-20T01:00:00.000Z' })] } },
  { rule: 'P153', rows: { incidentsOpen: [incident({ discoveredAt: '2026-11-20T01:00:00.000Z' })] }, due: { kind: 'incidentReport', register: 'incidents', dueOn: '2026-11-21', hard: true }, silent: { incidentsOpen: [incident({ discoveredAt: '2026-11-20T01:00:00.000Z', reportedAt: '2026-11-20T01:30:00.000Z', state: 'reported' })] } },
  { rule: 'P150', rows: { incidentsOpen: [incident({ level: 'top_secret', discoveredAt: '2026-11-15T01:00:00.000Z' })] }, due: { dueOn: '2026-11-25', hard: true }, silent: { incidentsOpen: [incident({ discoveredAt: '2026-11-15T01:00:00.000Z' })] } },
  { rule: 'P151', rows: { incidentsOpen: [incident({ discoveredAt: '2026-10-10T01:00:00.000Z' })] }, due: { dueOn: '2026-12-09', hard: true, titleZh: 'ZT-1 下落不明第 41 日' }, silent: { incidentsOpen: [incident({ level: 'top_secret', discoveredAt: '2026-10-10T01:00:00.000Z' })] } },
  { rule: 'P152', rows: { incidentsOpen: [incident({ discoveredAt: '2026-10-01T01:00:00.000Z' })] }, due: { dueOn: '2026-11-18', titleZh: 'ZT-1 下落不明，查找期限已到 80% 节点' }, silent: { incidentsOpen: [incident({ discoveredAt: '2026-11-19T01:00:00.000Z' })] } },
  { rule: 'P178', rows: { usageOpen: [row('usageLogs', { state: 'open', computerNumber: 'PC-1', startedAt: '2026-11-19T01:00:00.000Z' })] }, due: { register: 'usageLogs', dueOn: '2026-11-19' }, silent: { usageOpen: [row('usageLogs', { state: 'open', startedAt: '2026-11-20T01:00:00.000Z' })] } },
  { rule: 'P180', rows: { usageYears: [{ computer: 3, number: 'JS-2025-0001', assetNumber: 'PC-1', year: 2025, level: 'secret' }] }, due: { register: 'computers', record: 3, dueOn: '2025-12-31' }, silent: { usageYears: [{ computer: 3, number: null, assetNumber: null, year: 2026, level: null }] } },
  { rule: 'P233', rows: { persons: [person({ screenedOn: '2023-12-01' })] }, due: { kind: 'screening', dueOn: '2026-12-01' }, silent: { persons: [person({ screenedOn: '2024-01-01' })] } },
  { rule: 'P065', rows: { persons: [person({ trainedOn: '2025-11-10' })] }, due: { kind: 'training', dueOn: '2026-11-10', overdueDays: 10 }, silent: { persons: [person({})] } },
  { rule: 'P255', rows: { persons: [person({ undertakingOn: null, onPostFrom: '2026-11-01' })] }, due: { kind: 'undertaking', dueOn: '2026-11-01' }, silent: { persons: [person({ undertakingOn: null, status: 'left' })] } },
  { rule: 'P313', rows: { persons: [person({ status: 'cooling_off', coolingOffUntil: '2026-12-10' })] }, due: { kind: 'coolingOff', dueOn: '2026-12-10' }, silent: { persons: [person({ status: 'cooling_off', coolingOffUntil: '2027-12-10' })] } },
  { rule: 'P212', rows: { backup: [{ lastOn: '2026-11-01', number: 'BF-1', begunOn: '2026-01-01' }] }, due: { kind: 'backup', dueOn: '2026-11-16', overdueDays: 4 }, silent: { backup: [{ lastOn: '2026-11-19', number: 'BF-1', begunOn: '2026-01-01' }] } },
  { rule: 'L039', rows: { me: [row('accounts', { account: 'clerk', passwordSetAt: '2026-11-12T01:00:00.000Z', state: 'active' })] }, due: { kind: 'password', dueOn: '2026-11-19' }, silent: { me: [row('accounts', { account: 'clerk', passwordSetAt: '2026-11-20T01:00:00.000Z', state: 'active' })] }, within: 6 },
  { rule: 'L040', rows: { trail: [{ anchorOn: '2026-11-13', verifiedOn: null, begunOn: '2026-01-05' }] }, due: { kind: 'anchor', dueOn: '2026-11-16' }, silent: { trail: [{ anchorOn: '2026-11-20', verifiedOn: null, begunOn: '2026-01-05' }] }, within: 0 },
  { rule: 'L040-R', rows: { trail: [{ anchorOn: null, verifiedOn: '2026-08-15', begunOn: '2026-01-05' }] }, due: { kind: 'auditReport', dueOn: '2026-11-15' }, silent: { trail: [{ anchorOn: null, verifiedOn: '2026-11-15', begunOn: '2026-01-05' }] } },
  { rule: 'P029', rows: { productionsOpen: [row('productions', { state: 'made', title: '方案', level: 'secret', wasteSheets: 4, proofs: 3, wasteDueOn: '2026-11-19' })] }, due: { kind: 'waste', dueOn: '2026-11-19', overdueDays: 1, titleZh: '《方案》废页、清样 7 页待销毁' }, silent: { productionsOpen: [row('productions', { state: 'filed', wasteDueOn: '2026-11-19', wasteDestroyedAt: '2026-11-19T08:00:00.000Z' })] } },
  { rule: 'P035', rows: { productionsOpen: [row('productions', { state: 'made', title: '方案', madeAt: '2026-10-25T01:00:00.000Z' })] }, due: { kind: 'filing', dueOn: '2026-11-24' }, silent: { productionsOpen: [row('productions', { state: 'filed', madeAt: '2026-10-25T01:00:00.000Z' })] } },
  { rule: 'P102', rows: { consignmentsOpen: [row('consignments', { state: 'exception', recipient: '示例省青岭厅', itemCount: 2, dueOn: '2026-11-25', problem: '少一件' })] }, due: { kind: 'receipt', register: 'consignments', dueOn: '2026-11-25', hard: true }, silent: { consignmentsOpen: [row('consignments', { state: 'out', dueOn: '2026-12-25' })] } },
  { rule: 'P102-D', rows: { dispatchesOpen: [row('dispatches', { state: 'sent', title: '方案', recipient: '示例省青岭厅', sentOn: '2026-11-01' })] }, due: { kind: 'receipt', register: 'dispatches', dueOn: '2026-11-16', overdueDays: 4 }, silent: { dispatchesOpen: [row('dispatches', { state: 'sent', consignment: 3, sentOn: '2026-11-01' })] } },
  { rule: 'P038', rows: { receiptsToRoute: [row('receipts', { title: '通知', level: 'secret', urgency: 'normal', routeDueOn: '2026-11-19', state: 'registered' })] }, due: { kind: 'route', register: 'receipts', dueOn: '2026-11-19', overdueDays: 1, hard: false }, silent: { receiptsToRoute: [row('receipts', { urgency: 'urgent', routeDueOn: '2026-11-19', state: 'registered' })] } },
  { rule: 'P040', rows: { receiptsToRoute: [row('receipts', { title: '通知', urgency: 'extra_urgent', routeDueOn: '2026-11-20', state: 'registered' })] }, due: { kind: 'urgentRoute', dueOn: '2026-11-20', hard: true }, silent: { receiptsToRoute: [row('receipts', { urgency: 'normal', routeDueOn: '2026-11-20', state: 'registered' })] } },
  { rule: 'P040-C', rows: { circulationsOpen: [{ ...circulation({ urgency: 'urgent' }), outWith: null, waiting: 2 }] }, due: { kind: 'urgentReading', register: 'circulations', dueOn: '2026-11-18', hard: true }, silent: { circulationsOpen: [{ ...circulation({ urgency: 'urgent' }), outWith: '南宫砚', waiting: 1 }] } },
  { rule: 'P041', rows: { circulationsOpen: [{ ...circulation({}), outWith: '南宫砚', waiting: 1 }] }, due: { kind: 'circulation', dueOn: '2026-11-25', detailZh: '还有 5 日；在南宫砚处，还有 1 人没有看，请催退。' }, silent: { circulationsOpen: [{ ...circulation({ dueOn: '2026-12-05' }), outWith: null, waiting: 0 }] } },
  { rule: 'P042-C', rows: { carriersOut: [carrier({ state: 'circulating', dueOn: '2026-11-20', holderName: '南宫砚' })] }, due: { kind: 'circulating', register: 'carriers', dueOn: '2026-11-20', hard: false }, silent: { carriersOut: [carrier({ state: 'reading', dueOn: '2026-11-20' })] } },
  { rule: 'P058', rows: { instructionsOpen: [circulation({ state: 'finished', instructions: '请办', followUpDueOn: '2026-11-22' })] }, due: { kind: 'instruction', dueOn: '2026-11-22' }, silent: { instructionsOpen: [circulation({ followUpDueOn: '2026-11-22', followUpDoneOn: '2026-11-19' })] } },
  { rule: 'P053', rows: { carriersKept: [carrier({ state: 'lent', holderName: '南宫砚', holdUntil: '2026-11-19' })] }, due: { kind: 'hold', dueOn: '2026-11-19', overdueDays: 1 }, silent: { carriersKept: [carrier({ state: 'lent', holdUntil: '2026-12-19' })] } },
  { rule: 'P053-L', rows: { loansExtended: [row('loans', { borrowerName: '南宫砚', carrierNumber: 'ZT-1', lentAt: '2026-11-10T01:00:00.000Z', dueOn: '2026-11-24', extensions: 1, state: 'out' })] }, due: { kind: 'hold', register: 'loans', dueOn: '2026-11-17', overdueDays: 3 }, silent: { loansExtended: [row('loans', { lentAt: '2026-11-16T01:00:00.000Z', dueOn: '2026-11-23', extensions: 1, state: 'out' })] } },
  { rule: 'P071', rows: { notebooksOut: [row('notebooks', { holderName: '南宫砚', carrierNumber: 'ZT-1', pagesOut: 100, dueOn: '2026-11-20', state: 'out' })] }, due: { kind: 'notebook', register: 'notebooks', dueOn: '2026-11-20' }, silent: { notebooksOut: [row('notebooks', { dueOn: '2026-12-31', state: 'out' })] } },
  { rule: 'P081', rows: { archiveUsesOpen: [row('archiveUses', { kind: 'consult', readerName: '南宫砚', itemCount: 2, dueOn: '2026-11-20', state: 'open' })] }, due: { kind: 'archive', register: 'archiveUses', dueOn: '2026-11-20', hard: false }, silent: { archiveUsesOpen: [row('archiveUses', { kind: 'lend', readerName: '南宫砚', itemCount: 1, dueOn: '2026-11-20', state: 'open' })] } },
  { rule: 'P106', rows: { tripsOut: [row('trips', { travellerName: '南宫砚', itemCount: 2, destination: '示例省青岭厅', level: 'top_secret', dueOn: '2026-11-21', state: 'out' })] }, due: { kind: 'trip', register: 'trips', dueOn: '2026-11-21', hard: true }, silent: { tripsOut: [row('trips', { travellerName: '南宫砚', dueOn: '2026-12-03', state: 'out' })] } },
  { rule: 'P057', rows: { refusalsUnreported: [row('refusals', { askedBy: '某科长', refusedBy: '欧阳笺', refusedAt: '2026-11-19T01:00:00.000Z', state: 'recorded' })] }, due: { kind: 'refusal', register: 'refusals', dueOn: '2026-11-19', overdueDays: 1 }, silent: { refusalsUnreported: [row('refusals', { state: 'recorded' })] } },
  { rule: 'L005', rows: { classificationsOpen: [matter({ state: 'proposed', kind: 'provisional', submitDueOn: '2026-11-24' })] }, due: { kind: 'submit', register: 'classifications', dueOn: '2026-11-24', hard: true }, silent: { classificationsOpen: [matter({ state: 'submitted', submitDueOn: '2026-11-24' })] } },
  { rule: 'L005-A', rows: { classificationsOpen: [matter({ state: 'submitted', submittedOn: '2026-11-01', answerDueOn: '2026-11-13' })] }, due: { kind: 'answer', dueOn: '2026-11-13', overdueDays: 7 }, silent: { classificationsOpen: [matter({ state: 'submitted', submittedOn: '2026-11-01' })] } },
  { rule: 'L009', rows: { classificationsOpen: [matter({ state: 'decided', notifyDueOn: '2026-11-23', accessScope: ['南宫砚', '慕容档'], notified: ['南宫砚'] })] }, due: { kind: 'notify', dueOn: '2026-11-23', hard: true, detailZh: '慕容档没有通知，还有 3 日。请打印通知名单，通知后登记。' }, silent: { classificationsOpen: [matter({ state: 'decided', notifyDueOn: '2026-11-23', notifiedOn: '2026-11-20' })] } },
  { rule: 'P009', rows: { classificationsOpen: [matter({ state: 'decided', notifyDueOn: '2026-11-23', oldMark: '机密★10年', newMark: '秘密★5年' })] }, due: { kind: 'mark', dueOn: '2026-11-23' }, silent: { classificationsOpen: [matter({ state: 'decided', notifyDueOn: '2026-11-23', newMark: '秘密★5年', markedOn: '2026-11-20' })] } },
  { rule: 'L004-D', rows: { derivedBehind: [{ ...carrier({}), sourceNumber: 'ZT-1', sourceMark: '秘密★5年', changedOn: '2026-11-18' }] }, due: { kind: 'derived', dueOn: '2026-11-18', overdueDays: 2 }, silent: { derivedBehind: [] } },
  { rule: 'P016', rows: { carriersEnding: [carrier({ level: null, regime: 'commercial_secret', grade: 'grade1', periodEndsOn: '2027-02-10' })] }, due: { kind: 'commercial', dueOn: '2027-02-10' }, silent: { carriersEnding: [carrier({ periodEndsOn: '2027-02-10' })] } },
  { rule: 'P017', rows: { levelReview: [{ items: 3, oldestOn: '2025-12-01', listFiledOn: null, begunOn: '2026-01-05' }] }, due: { kind: 'levelReview', dueOn: '2026-12-01' }, silent: { levelReview: [{ items: 0, oldestOn: '2025-12-01', listFiledOn: null, begunOn: '2026-01-05' }] } },
  { rule: 'L013', rows: { levelReview: [{ items: 3, oldestOn: '2026-10-01', listFiledOn: '2025-12-01', begunOn: '2024-01-05' }] }, due: { kind: 'levelList', dueOn: '2026-12-01' }, silent: { levelReview: [{ items: 3, oldestOn: '2026-10-01', listFiledOn: '2026-10-01', begunOn: '2024-01-05' }] }, changed: { 'unit.maxOriginalLevel': 'secret' } },
  { rule: 'CALENDAR', rows: { trail: [{ anchorOn: '2026-11-20', verifiedOn: '2026-11-20', begunOn: '2026-01-05' }] }, due: { kind: 'calendar', dueOn: '2026-12-31', titleZh: '2027 年放假安排未载入' }, silent: {}, within: 60 },
  { rule: 'P153-I', rows: { incidentsOpen: [incident({ discoveredAt: '2026-11-20T01:00:00.000Z' })] }, due: { kind: 'incidentInside', register: 'incidents', dueOn: '2026-11-20', hard: true, detailZh: '发现后 1 小时内报告主管领导和保密工作机构，请立即报告。报告后登记“单位内部报告”。' }, silent: { incidentsOpen: [incident({ discoveredAt: '2026-11-20T01:00:00.000Z', internalAt: '2026-11-20T01:10:00.000Z' })] } },
  { rule: 'P161', rows: { incidentsOpen: [incident({ kind: 'anomaly', title: '南宫砚', discoveredAt: '2026-11-20T01:00:00.000Z' })] }, due: { kind: 'anomaly', dueOn: '2026-11-21', hard: true, detailZh: '应于 2026-11-21 前报省级保密行政管理部门。请报告后登记。' }, silent: { incidentsOpen: [incident({ kind: 'anomaly', discoveredAt: '2026-11-20T01:00:00.000Z', reportedAt: '2026-11-20T01:30:00.000Z' })] } },
  { rule: 'L047', rows: { resultsOwed: [incident({ kind: 'leak', state: 'leak', discoveredAt: '2026-09-10T01:00:00.000Z', resultDueOn: '2026-12-10' })] }, due: { kind: 'incidentResult', dueOn: '2026-12-10', hard: true }, silent: { resultsOwed: [incident({ kind: 'leak', discoveredAt: '2026-09-10T01:00:00.000Z', resultDueOn: '2026-12-10', progressReportedOn: '2026-11-19' })] } },
  { rule: 'P135-D', rows: { handoversOpen: [row('handovers', { giver: '欧阳笺', itemCount: 3, openedOn: '2026-11-19', state: 'open' })] }, due: { kind: 'handover', register: 'handovers', dueOn: '2026-11-19', overdueDays: 1, hard: true }, silent: { handoversOpen: [row('handovers', { giver: '欧阳笺', state: 'open' })] } },
  { rule: 'P137', rows: { leaversHolding: [{ ...person({ status: 'cooling_off', coolingOffUntil: null }), held: 2, since: '2026-11-18' }] }, due: { kind: 'leaver', register: 'persons', dueOn: '2026-11-18', titleZh: '南宫砚手中和名下还有 2 件' }, silent: { leaversHolding: [{ ...person({ status: 'left' }), held: 0, since: null }] } },
  { rule: 'P142-D', rows: { accountsOfLeavers: [{ ...row('accounts', { account: 'clerk', name: '欧阳笺', state: 'active' }), since: '2026-11-20' }] }, due: { kind: 'account', register: 'accounts', dueOn: '2026-11-20', hard: true }, silent: { accountsOfLeavers: [] } },
  { rule: 'VIOLATION-REVIEW', rows: { violationsNew: [row('violations', { state: 'recorded', discoveredAt: '2026-11-19T01:00:00.000Z' })] }, due: { kind: 'violation', dueOn: '2026-11-19' }, silent: { violationsNew: [row('violations', { state: 'reviewed', discoveredAt: '2026-11-19T01:00:00.000Z' })] } },
  { rule: 'P112', rows: { recallYear: [{ year: 2026, opened: false, dueDays: [], begunOn: '2026-01-05' }] }, due: { kind: 'annualRecall', dueOn: '2026-12-31', register: 'recalls' }, silent: { recallYear: [{ year: 2026, opened: true, dueDays: [], begunOn: '2026-01-05' }] }, changed: { 'recall.window': '11-15至12-31' } },
  { rule: 'P113', rows: { recallYear: [{ year: 2026, opened: true, dueDays: ['2026-06-20'], begunOn: '2026-01-05' }] }, due: { kind: 'recallDate', dueOn: '2026-11-25', hard: true }, silent: { recallYear: [{ year: 2026, opened: true, dueDays: ['2026-06-20', '2026-11-25'], begunOn: '2026-01-05' }] }, changed: { 'recall.dates': ['11-25', '06-30'] } },
  { rule: 'P113-R', rows: { recallsOpen: [{ ...row('recalls', { kind: 'issuer', title: '清退', dueOn: '2026-11-27', itemCount: 5, level: 'secret', state: 'open' }), left: 2 }] }, due: { kind: 'recallOpen', dueOn: '2026-11-27', hard: true, detailZh: '应清退 5 件，还在册 2 件，还有 7 日。请逐件清退、归档或销毁，再办结。' }, silent: { recallsOpen: [{ ...row('recalls', { kind: 'issuer', dueOn: '2026-12-27', state: 'open' }), left: 2 }] }, within: 0 },
  { rule: 'P116', rows: { stocktaking: [{ held: 40, lastOn: '2026-08-15', lastOutsideOn: null, begunOn: '2026-01-05' }] }, due: { kind: 'stocktake', dueOn: '2026-11-15', overdueDays: 5 }, silent: { stocktaking: [{ held: 0, lastOn: null, lastOutsideOn: null, begunOn: '2026-01-05' }] } },
  { rule: 'P122', rows: { checklists: [{ key: 'store', titleZh: '库房柜具检查表', everyMonths: 'storage.checkEveryMonths', lastOn: '2026-08-01', begunOn: '2026-01-05' }] }, due: { kind: 'storeCheck', register: 'checks', dueOn: '2026-11-01' }, silent: { checklists: [{ key: 'store', titleZh: '库房柜具检查表', everyMonths: 'storage.checkEveryMonths', lastOn: '2026-11-01', begunOn: '2026-01-05' }] } },
  { rule: 'L050', rows: { checklists: [{ key: 'self', titleZh: '保密自查表', everyMonths: 'selfCheck.everyMonths', lastOn: '2026-10-18', begunOn: '2026-01-05' }] }, due: { kind: 'selfCheck', dueOn: '2026-11-18' }, silent: { checklists: [{ key: 'self', titleZh: '保密自查表', everyMonths: 'selfCheck.everyMonths', lastOn: '2026-11-18', begunOn: '2026-01-05' }] } },
  { rule: 'P346', rows: { checklists: [{ key: 'heads', titleZh: '部门负责人检查考核表', everyMonths: 'assessment.headEveryMonths', lastOn: '2026-08-18', begunOn: '2026-01-05' }] }, due: { kind: 'headCheck', register: 'checks', dueOn: '2026-11-18' }, silent: { checklists: [{ key: 'heads', titleZh: '部门负责人检查考核表', everyMonths: 'assessment.headEveryMonths', lastOn: '2026-11-01', begunOn: '2026-01-05' }] } },
  { rule: 'P321', rows: { checklists: [{ key: 'people', titleZh: '涉密人员考核表', everyMonths: 'assessment.personEveryMonths', lastOn: '2025-11-18', begunOn: '2026-01-05' }] }, due: { kind: 'assessment', register: 'checks', dueOn: '2026-11-18' }, silent: { checklists: [{ key: 'people', titleZh: '涉密人员考核表', everyMonths: 'assessment.personEveryMonths', lastOn: '2026-11-01', begunOn: '2026-01-05' }] } },
  { rule: 'P324', rows: { checklists: [{ key: 'joint', titleZh: '组织、人事、保密联合检查表', everyMonths: 'assessment.jointEveryMonths', lastOn: '2025-11-18', begunOn: '2026-01-05' }] }, due: { kind: 'jointCheck', register: 'checks', dueOn: '2026-11-18' }, silent: { checklists: [{ key: 'joint', titleZh: '组织、人事、保密联合检查表', everyMonths: 'assessment.jointEveryMonths', lastOn: '2026-11-01', begunOn: '2026-01-05' }] } },
  { rule: 'P193', rows: { checklists: [{ key: 'computers', titleZh: '涉密计算机检查表', everyMonths: 'inspection.computerEveryMonths', lastOn: '2026-08-18', begunOn: '2026-01-05' }] }, due: { kind: 'computerCheck', register: 'checks', dueOn: '2026-11-18' }, silent: { checklists: [{ key: 'computers', titleZh: '涉密计算机检查表', everyMonths: 'inspection.computerEveryMonths', lastOn: '2026-11-01', begunOn: '2026-01-05' }] } },
  { rule: 'P411-C', rows: { stocktaking: [{ held: 40, lastOn: '2026-11-01', lastOutsideOn: '2026-08-15', begunOn: '2026-01-05' }] }, due: { kind: 'outsideCount', register: 'stocktakes', dueOn: '2026-11-15', overdueDays: 5 }, silent: { stocktaking: [{ held: 40, lastOn: '2026-11-01', lastOutsideOn: '2026-11-01', begunOn: '2026-01-05' }] }, changed: { 'separation.mode': 'reduced' } },
  { rule: 'CHECK-DUE', rows: { checksOpen: [row('checks', { titleZh: '库房柜具检查表', bad: 1, correctBy: '2026-11-18', state: 'open' })] }, due: { kind: 'correction', dueOn: '2026-11-18', overdueDays: 2 }, silent: { checksOpen: [row('checks', { correctBy: '2026-12-18', state: 'open' })] } },
];
const itemsOf = (rows: DueRows, c: DueContext, within: number, rules = dueRules) => dueItems(rows, c, within, rules);

describe('due rules', () => {
  it('each have a case here', () => {
    expect(cases.map((c) => c.rule).toSorted()).toEqual(dueRules.map((r) => r.id).toSorted());
  });

  it.each(cases)('$rule lists what is due and nothing else', ({ rule, rows, due, silent, within = 7, changed = {} }) => {
    const mine = itemsOf(rows, context(changed), within).filter((i) => i.rule === rule);
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject(due);
    expect(mine[0]?.titleZh).not.toBe('');
    expect(mine[0]?.detailZh).toMatch(/。$/);
    expect(itemsOf(silent, context(changed), within).filter((i) => i.rule === rule)).toEqual([]);
  });

  it.each([
    ['P005', 'period.expiryLeadDays', 30], ['P151', 'missing.days.secret', 50], ['P152', 'missing.remindAtPercent', [90]], ['P153', 'incident.reportWithinHours', 2], ['P153-I', 'incident.internalWithinHours', 4], ['P161', 'incident.anomalyWithinDays', 3], ['P161', 'incident.anomalyRecipient', ['省保密局']], ['L047', 'incident.resultWithinMonths', 2], ['P233', 'screening.everyMonths.important', 12], ['P065', 'training.validMonths', 6],
    ['P212', 'backup.everyDays', 5], ['L039', 'account.password.maxAgeDays.secret', 3], ['L040', 'audit.anchorEveryWorkingDays', 3], ['L040-R', 'audit.reportEveryMonths', 1], ['P062', 'reading.signatureFrom', 'confidential'], ['P042', 'circulation.sameDay.secret', 'off'], ['P016', 'commercialSecret.expiryLeadDays', 30], ['P017', 'period.reviewEveryMonths', 6], ['L013', 'unit.maxOriginalLevel', 'secret'],
    ['P116', 'stocktake.everyMonths', 2], ['P122', 'storage.checkEveryMonths', 2], ['L050', 'selfCheck.everyMonths', 2], ['P346', 'assessment.headEveryMonths', 2], ['P321', 'assessment.personEveryMonths', 6], ['P324', 'assessment.jointEveryMonths', 6], ['P193', 'inspection.computerEveryMonths', 2], ['P112', 'recall.window', '11-15至12-31'],
    ['P040-C', 'circulation.urgentWithinDays', 1], ['P053-L', 'personalHold.maxDays', 10],
    ['P035', 'production.fileOriginalWithinDays', 10], ['P102-D', 'conveyance.receiptDays', 10],
  ] as const)('%s follows %s', (rule, key, value) => {
    const found = cases.find((c) => c.rule === rule) as Case;
    const rows: DueRows = rule === 'P062' ? found.silent : rule === 'P042' ? { carriersOut: [carrier({ state: 'reading', dueOn: '2026-11-19' })] } : found.rows;
    const of = (changed: Record<string, unknown>) => itemsOf(rows, context(changed), 7).filter((i) => i.rule === rule).map((i) => [i.dueOn, i.titleZh, i.detailZh]);
    expect(of({ [key]: value })).not.toEqual(of({}));
  });

  it('asks to check for an extension after the end, or not, as the unit handles it', () => {
    const rows: DueRows = { carriersEnding: [carrier({ periodEndsOn: '2026-11-15' })] };
    expect(itemsOf(rows, context(), 0)[0]?.detailZh).toContain('核对延长通知');
    expect(itemsOf(rows, context({ 'period.expiryHandling': 'immediate' }), 0)[0]?.detailZh).toContain('已自行解密');
    expect(itemsOf(rows, context({ 'period.expiryCheckDays': 3 }), 0)[0]?.detailZh).toContain('3 日内');
  });

  it('reminds of a loan before its day even when only today is asked for', () => {
    const rows: DueRows = { carriersOut: [carrier({ state: 'lent', dueOn: '2026-11-21' })] };
    expect(itemsOf(rows, context(), 0)).toHaveLength(1);
    expect(itemsOf(rows, context({ 'loan.remindDays': 0 }), 0)).toHaveLength(0);
  });

  it('asks for what circulates on the same day, and says when the office has closed', () => {
    const out = (values: Record<string, unknown>, at: string, changed: Record<string, unknown> = {}) => itemsOf({ carriersOut: [carrier({ state: 'circulating', dueOn: today, holderName: '南宫砚', ...values })] }, { ...context(changed), now: `${today}T${at}:00.000Z` }, 0);
    expect(out({ level: 'top_secret' }, '02:00')).toMatchObject([{ rule: 'P042-C', hard: true, detailZh: '南宫砚在阅文室阅看，送阅件当日收回，今日到期。请办理退阅登记。' }]);
    expect(out({}, '09:29')[0]?.detailZh).toContain('今日到期');
    expect(out({}, '09:30')[0]?.detailZh).toContain('已过 17:30 下班时间');
    expect(out({}, '09:30', { 'calendar.workdayEnd': '18:00' })[0]?.detailZh).toContain('今日到期');
    expect(out({}, '02:00', { 'circulation.sameDay.secret': 'off' })).toEqual([]);
    expect(out({ level: null }, '02:00')).toEqual([]);
    expect(out({ holdUntil: today }, '02:00')).toEqual([]);
  });

  it('shows hard clocks first, then by day', () => {
    const rows: DueRows = { carriersOut: [carrier({ id: 1, state: 'lent', dueOn: '2026-11-01' }), carrier({ id: 2, state: 'lent', dueOn: '2026-11-20' })], incidentsOpen: [incident({ discoveredAt: '2026-11-20T01:00:00.000Z' })] };
    expect(itemsOf(rows, context(), 7).map((i) => i.rule)).toEqual(['P153-I', 'P153', 'P151', 'P075', 'P075']);
  });

  it('gives each role its own list', () => {
    const of = (role: Role) => dueRulesFor([role]).map((r) => r.id);
    expect(of('system_administrator')).toEqual(['P212', 'L039', 'P142-D']);
    expect(of('security_administrator')).toEqual(['L039', 'CALENDAR', 'P142-D']);
    expect(of('auditor')).toEqual(['L039', 'L040', 'L040-R', 'VIOLATION-REVIEW']);
    expect(of('approver')).toEqual(['P153', 'P150', 'P151', 'P153-I', 'P161', 'L047', 'APPROVAL-WAITING', 'L039', 'P040', 'P040-C', 'P135-D']);
    for (const role of roles) expect(of(role)).toContain('L039');
    expect(of('clerk')).not.toContain('APPROVAL-WAITING');
  });

  it('has one id per item', () => {
    const rows = Object.assign({}, ...cases.map((c) => c.rows)) as DueRows;
    const items = itemsOf({ ...rows, persons: [person({ trainedOn: null, undertakingOn: null, screenedOn: null })], usageYears: [2024, 2025].map((year) => ({ computer: 3, number: null, assetNumber: null, year, level: null })) }, context(), 7);
    expect(new Set(items.map((i) => i.id)).size).toBe(items.length);
  });
});

describe('working days', () => {
  it('leave out weekends and holidays and count days worked in lieu', () => {
    expect(isWorkingDay('2026-11-20')).toBe(true);
    expect(isWorkingDay('2026-11-21')).toBe(false);
    expect(isWorkingDay('2026-10-01')).toBe(false);
    expect(isWorkingDay('2026-10-10')).toBe(true);
    expect(workingDayAfter('2026-11-20', 1)).toBe('2026-11-23');
    expect(workingDaysBetween('2026-11-20', '2026-11-24')).toBe(2);
  });

  it('go by the week alone in a year nobody has published, and say so', () => {
    expect(workingDayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(workingDayAfter('2027-01-01', 1)).toBe('2027-01-04');
    expect([yearKnown(2025), yearKnown(2026), yearKnown(2027), yearKnown(2028), yearKnown(2033)]).toEqual([true, true, false, false, false]);
    expect(unknownYearZh('2026-12-31')).toBe('');
    expect(unknownYearZh('2027-01-04')).toBe('2027 年放假安排未载入，只按周末推算');
  });

  it('follow the lines that the unit has entered', () => {
    const entered = ['程序内置', '2027-01-01至2027-01-03休', '2027-01-09班'];
    expect(workingDayAfter('2026-12-31', 1, entered)).toBe('2027-01-04');
    expect(workingDayAfter('2027-01-08', 1, entered)).toBe('2027-01-09');
    expect(workingDaysBetween('2026-12-31', '2027-01-10', 400, entered)).toBe(6);
    expect(isWorkingDay('2026-10-01', entered)).toBe(false);
    expect(firstUnknownYear(2026, entered)).toBe(2028);
    expect(firstUnknownYear(2026)).toBe(2027);
  });

  it('stand beside the day of the paper anchor and follow the parameter', () => {
    const rows: DueRows = { trail: [{ anchorOn: '2026-12-31', verifiedOn: '2026-11-20', begunOn: '2026-01-05' }] };
    const anchor = (changed: Record<string, unknown>) => itemsOf(rows, context(changed, '2026-12-31'), 7).find((i) => i.rule === 'L040');
    expect(anchor({})).toMatchObject({ dueOn: '2027-01-01', detailZh: expect.stringContaining('（2027 年放假安排未载入，只按周末推算）') });
    const known = anchor({ 'calendar.holidays': ['程序内置', '2027-01-01至2027-01-03休'] });
    expect(known?.dueOn).toBe('2027-01-04');
    expect(known?.detailZh).not.toContain('未载入');
  });

  it('of the next year are asked for at the end of this one, not before and not when they are there', () => {
    const rows: DueRows = { trail: [{ anchorOn: '2026-10-01', verifiedOn: '2026-10-01', begunOn: '2026-01-05' }] };
    const asked = (on: string, changed: Record<string, unknown> = {}) => itemsOf(rows, context(changed, on), 7).some((i) => i.rule === 'CALENDAR');
    expect([asked('2026-11-30'), asked('2026-12-01'), asked('2027-02-01')]).toEqual([false, true, true]);
    expect(asked('2026-12-20', { 'calendar.holidays': ['程序内置', '2027-01-01休'] })).toBe(false);
  });
});
