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
const incident = (values: Record<string, unknown>) => row('incidents', { kind: 'missing', level: 'secret', carrierNumber: 'ZT-1', state: 'searching', ...values });
const person = (values: Record<string, unknown>) => row('persons', { name: '南宫砚', personnelClass: 'important', status: 'on_post', screenedOn: '2026-01-01', trainedOn: '2026-06-01', undertakingOn: '2026-01-01', ...values });

type Case = Readonly<{ rule: string; rows: DueRows; due: Partial<DueItem>; silent: DueRows; within?: number; changed?: Record<string, unknown> }>;
/** Each rule with a row that it must list and one that it must not. */
const cases: readonly Case[] = [
  { rule: 'P075', rows: { carriersOut: [carrier({ state: 'lent', dueOn: '2026-11-18' })] }, due: { kind: 'loan', dueOn: '2026-11-18', overdueDays: 2, hard: false }, silent: { carriersOut: [carrier({ state: 'lent', dueOn: '2026-11-28' })] } },
  { rule: 'P042', rows: { carriersOut: [carrier({ state: 'reading', level: 'top_secret', dueOn: '2026-11-19' })] }, due: { kind: 'reading', overdueDays: 1, hard: true }, silent: { carriersOut: [carrier({ state: 'in_custody', dueOn: '2026-11-19' })] } },
  { rule: 'P089', rows: { carriersBack: [carrier({ source: 'copied', returnBy: '2026-11-20' })] }, due: { kind: 'recall', overdueDays: 0 }, silent: { carriersBack: [carrier({ source: 'received', returnBy: '2026-12-20' })] } },
  { rule: 'P112', rows: { carriersBack: [carrier({ source: 'received', returnRequired: 1, returnBy: '2026-11-21' })] }, due: { kind: 'recall', dueOn: '2026-11-21', hard: true }, silent: { carriersBack: [carrier({ source: 'received', returnBy: null })] } },
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
  { rule: 'CALENDAR', rows: { trail: [{ anchorOn: '2026-11-20', verifiedOn: '2026-11-20', begunOn: '2026-01-05' }] }, due: { kind: 'calendar', dueOn: '2026-12-31', titleZh: '2027 年放假安排未载入' }, silent: {}, within: 60 },
  { rule: 'VIOLATION-REVIEW', rows: { violationsNew: [row('violations', { state: 'recorded', discoveredAt: '2026-11-19T01:00:00.000Z' })] }, due: { kind: 'violation', dueOn: '2026-11-19' }, silent: { violationsNew: [row('violations', { state: 'reviewed', discoveredAt: '2026-11-19T01:00:00.000Z' })] } },
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
    ['P005', 'period.expiryLeadDays', 30], ['P151', 'missing.days.secret', 50], ['P152', 'missing.remindAtPercent', [90]], ['P153', 'incident.reportWithinHours', 2], ['P233', 'screening.everyMonths.important', 12], ['P065', 'training.validMonths', 6],
    ['P212', 'backup.everyDays', 5], ['L039', 'account.password.maxAgeDays.secret', 3], ['L040', 'audit.anchorEveryWorkingDays', 3], ['L040-R', 'audit.reportEveryMonths', 1], ['P062', 'reading.signatureFrom', 'confidential'], ['P042', 'circulation.sameDay.secret', 'off'],
  ] as const)('%s follows %s', (rule, key, value) => {
    const found = cases.find((c) => c.rule === rule) as Case;
    const rows: DueRows = rule === 'P062' ? found.silent : rule === 'P042' ? { carriersOut: [carrier({ state: 'reading', dueOn: '2026-11-19' })] } : found.rows;
    const of = (changed: Record<string, unknown>) => itemsOf(rows, context(changed), 7).filter((i) => i.rule === rule).map((i) => [i.dueOn, i.titleZh, i.detailZh]);
    expect(of({ [key]: value })).not.toEqual(of({}));
  });

  it('reminds of a loan before its day even when only today is asked for', () => {
    const rows: DueRows = { carriersOut: [carrier({ state: 'lent', dueOn: '2026-11-21' })] };
    expect(itemsOf(rows, context(), 0)).toHaveLength(1);
    expect(itemsOf(rows, context({ 'loan.remindDays': 0 }), 0)).toHaveLength(0);
  });

  it('shows hard clocks first, then by day', () => {
    const rows: DueRows = { carriersOut: [carrier({ id: 1, state: 'lent', dueOn: '2026-11-01' }), carrier({ id: 2, state: 'lent', dueOn: '2026-11-20' })], incidentsOpen: [incident({ discoveredAt: '2026-11-20T01:00:00.000Z' })] };
    expect(itemsOf(rows, context(), 7).map((i) => i.rule)).toEqual(['P153', 'P151', 'P075', 'P075']);
  });

  it('gives each role its own list', () => {
    const of = (role: Role) => dueRulesFor([role]).map((r) => r.id);
    expect(of('system_administrator')).toEqual(['P212', 'L039']);
    expect(of('security_administrator')).toEqual(['L039', 'CALENDAR']);
    expect(of('auditor')).toEqual(['L039', 'L040', 'L040-R', 'VIOLATION-REVIEW']);
    expect(of('approver')).toEqual(['P153', 'P150', 'P151', 'APPROVAL-WAITING', 'L039']);
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
