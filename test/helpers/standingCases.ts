import { expect } from 'vitest';
import { profileOf } from '#electron/policy/parameters.ts';
import { standingContext, standingRules } from '#electron/policy/standingRules/index.ts';
import type { BookReader } from '#electron/policy/standingRules/index.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';

type Values = Record<string, unknown>;
type Books = Partial<Record<RegisterKey, readonly Values[]>>;
const filled = (register: RegisterKey, values: Values): Values => ({ id: 7, number: 'X-7', revision: 1, corrections: 0, ...Object.fromEntries(Object.keys(registerOf(register).fields).map((f) => [f, null])), ...values });

/** The rest of the books as a few lines; a line without `id` is number 1. */
const readerOf = (books: Books): BookReader => {
  const rows = (register: RegisterKey) => (books[register] ?? []).map((v) => filled(register, { id: 1, number: 'N-1', ...v }));
  return { byId: (register, id) => (rows(register).find((r) => r['id'] === id) ?? null) as never, where: (register, field, value) => rows(register).filter((r) => r[field] === value) as never };
};
/** What the whole-ledger check has to say of one line, by rule: the book of standing rules is asked as a whole, as it is over real books. */
function lookAt(register: RegisterKey, row: Values, books: Books = {}, changed: Values = {}): Map<string, string> {
  const today = '2026-11-20';
  const context = standingContext({ today, now: `${today}T02:00:00.000Z`, profile: profileOf(new Map(Object.entries(changed))), terminal: { level: 'secret', organisation: '青岭研究所' } }, readerOf(books));
  const record = filled(register, row);
  return new Map(standingRules.filter((r) => r.register === register).flatMap((r) => {
    const said = r.look(record as never, context);
    return said === null ? [] : [[r.id, said] as const];
  }));
}

export const paper: Values = { title: '方案', level: 'secret', regime: 'state_secret', carrierKind: 'paper', secrecyPeriod: '10年', periodForm: 'years', periodEndsOn: '2036-01-01', issuer: '示例省青岭厅', docNumber: '示厅函〔2026〕27号', copySerial: '000003', accessScope: ['南宫砚'], custodian: '欧阳笺', place: '3号柜1格', home: '3号柜1格', cabinetKind: 'code_cabinet', source: 'received', state: 'in_custody' };
const person: Values = { name: '南宫砚', department: '规划科', personnelClass: 'important', status: 'on_post', screenedOn: '2026-03-01', screeningResult: 'passed', trainedOn: '2026-05-10', undertakingOn: '2026-03-05' };
const out: Values = { ...paper, state: 'lent', holder: 1, holderName: '南宫砚', dueOn: '2026-11-25' };
const loan: Values = { carrier: 7, carrierNumber: 'X-7', level: 'secret', borrower: 1, borrowerName: '南宫砚', lentAt: '2026-11-18T01:00:00.000Z', dueOn: '2026-11-25', state: 'out' };
const run: Values = { level: 'secret', copiesApproved: 3, copiesMade: 3, state: 'made' };
const child = (more: Values): Values => ({ ...paper, production: 7, ...more });
const batch: Values = { state: 'destroyed', items: [1], itemCount: 1, countBefore: 1, countAfter: 1, witness1: '甲', witness2: '乙', approval: 1 };
const left = { ...person, status: 'left' };

type StandingCase = Readonly<{ rule: string; bites: Values; books?: Books; silent: Values; otherwise?: Books; changed?: Values; says?: string }>;
/** Each rule with a line that it must find and one, as near to it as can be, that it must not. */
export const standingCases: readonly StandingCase[] = [
  { rule: 'BOOK-TERMINAL', bites: { ...paper, level: 'top_secret' }, silent: paper, says: '高于本机机密' },
  { rule: 'BOOK-REGIME', bites: { ...paper, regime: 'internal' }, silent: paper },
  { rule: 'BOOK-REGIME', bites: { ...paper, level: null }, silent: { ...paper, level: null, provisional: 1 } },
  { rule: 'BOOK-PERIOD', bites: { ...paper, secrecyPeriod: null, periodForm: null, periodEndsOn: null }, silent: { ...paper, secrecyPeriod: '长期', periodForm: 'long_term', periodEndsOn: null } },
  { rule: 'BOOK-PERIOD', bites: { ...paper, secrecyPeriod: '未标明', periodForm: 'unmarked', periodEndsOn: null }, silent: { ...paper, secrecyPeriod: '任务完成后', periodForm: 'condition', periodEndsOn: null } },
  { rule: 'BOOK-PERIOD-MAX', bites: { ...paper, secrecyPeriod: '21年' }, silent: { ...paper, secrecyPeriod: '20年' }, says: '21 年' },
  { rule: 'BOOK-PERIOD-MAX', bites: { ...paper, secrecyPeriod: '241个月', periodForm: 'months' }, silent: { ...paper, secrecyPeriod: '21年', periodBasis: '专门规定' } },
  { rule: 'BOOK-PERIOD-MAX', bites: { ...paper, secrecyPeriod: '2047-01-02', periodForm: 'date', periodEndsOn: '2047-01-02', issuedOn: '2026-12-01' }, silent: { ...paper, secrecyPeriod: '2046-12-01', periodForm: 'date', periodEndsOn: '2046-12-01', issuedOn: '2026-12-01' } },
  { rule: 'BOOK-PERIOD-MAX', bites: { ...paper, secrecyPeriod: '6年' }, silent: { ...paper, secrecyPeriod: '5年' }, changed: { 'period.maxYears.secret': 5 } },
  { rule: 'BOOK-ENDED', bites: { ...paper, periodEndsOn: '2026-11-19' }, silent: { ...paper, periodEndsOn: '2026-11-20' } },
  { rule: 'BOOK-SERIAL', bites: { ...paper, copySerial: null }, silent: { ...paper, copySerial: null, level: 'confidential' } },
  { rule: 'BOOK-SERIAL', bites: { ...paper, copySerial: null, level: 'confidential' }, silent: { ...paper, copySerial: null, carrierKind: 'usb' }, changed: { 'copySerial.levels': ['top_secret', 'secret', 'confidential'] } },
  { rule: 'BOOK-SCOPE', bites: { ...paper, accessScope: [], scopeUnit: '规划科' }, silent: paper, says: '只到规划科' },
  { rule: 'BOOK-SCOPE', bites: { ...paper, accessScope: null }, silent: { ...paper, accessScope: null, state: 'destroyed' }, says: '没有知悉范围' },
  { rule: 'BOOK-CHILD', bites: { ...paper, source: 'copied', parent: 1 }, books: { carriers: [{ ...paper, level: 'confidential' }] }, silent: { ...paper, source: 'copied', parent: 1 }, otherwise: { carriers: [paper] }, says: '高于母件' },
  { rule: 'BOOK-CHILD', bites: { ...paper, level: 'confidential', source: 'extracted', parent: 1 }, books: { carriers: [paper] }, silent: { ...paper, source: 'compiled', parent: 1 }, otherwise: { carriers: [{ ...paper, level: 'confidential' }] }, says: '低于母件' },
  { rule: 'BOOK-CUSTODIAN', bites: { ...paper, custodian: null }, silent: paper },
  { rule: 'BOOK-KEEPER', bites: { ...paper, custodian: '南宫砚' }, books: { persons: [left] }, silent: { ...paper, custodian: '南宫砚' }, otherwise: { persons: [person] } },
  { rule: 'BOOK-KEEPER', bites: { ...paper, custodian: '南宫砚' }, books: { persons: [{ ...person, status: 'suspended' }] }, silent: { ...paper, custodian: '南宫砚' }, otherwise: { persons: [left, { ...person, id: 2 }] } },
  { rule: 'BOOK-PLACE', bites: { ...paper, place: null }, silent: { ...paper, place: null, state: 'lent' } },
  { rule: 'BOOK-CABINET', bites: { ...paper, cabinetKind: 'iron_cabinet' }, silent: { ...paper, cabinetKind: 'code_safe' } },
  { rule: 'BOOK-CABINET', bites: paper, silent: { ...paper, level: 'confidential' }, changed: { 'storage.cabinetFor.secret': 'code_safe' } },
  { rule: 'BOOK-CABINET-LEVEL', bites: paper, books: { cabinets: [{ place: '3号柜', level: 'confidential', state: 'in_service' }] }, silent: paper, otherwise: { cabinets: [{ place: '3号柜', level: 'secret', state: 'in_service' }] } },
  { rule: 'BOOK-CABINET-LEVEL', bites: paper, books: { cabinets: [{ place: '3号柜', ordinary: 1, state: 'in_service' }] }, silent: paper, otherwise: { cabinets: [{ place: '3号柜', ordinary: 1, state: 'withdrawn' }] } },
  { rule: 'BOOK-WHEREABOUTS', bites: out, silent: out, otherwise: { loans: [loan] }, says: '借阅' },
  { rule: 'BOOK-WHEREABOUTS', bites: { ...paper, state: 'circulating' }, silent: { ...paper, state: 'circulating' }, otherwise: { circulations: [{ carrier: 7, state: 'routed' }] }, says: '传阅' },
  { rule: 'BOOK-WHEREABOUTS', bites: { ...paper, state: 'carried_out' }, silent: { ...paper, state: 'carried_out' }, otherwise: { trips: [{ items: [7], state: 'out' }] }, says: '携带外出' },
  { rule: 'BOOK-WHEREABOUTS', bites: { ...paper, state: 'in_transit', consignment: 3 }, silent: { ...paper, state: 'in_transit', consignment: 3 }, otherwise: { consignments: [{ items: [7], state: 'exception' }] }, says: '投送' },
  { rule: 'BOOK-WHEREABOUTS', bites: { ...paper, state: 'destroy_pending' }, silent: { ...paper, state: 'destroy_pending' }, otherwise: { destructions: [{ items: [7], state: 'proposed' }] }, says: '清册' },
  { rule: 'BOOK-MISSING', bites: { ...paper, state: 'missing' }, silent: { ...paper, state: 'missing' }, otherwise: { incidents: [{ carrier: 7, state: 'closed' }] } },
  { rule: 'BOOK-GONE', bites: { ...paper, state: 'destroyed' }, books: { loans: [loan] }, silent: { ...paper, state: 'destroyed' }, otherwise: { loans: [{ ...loan, state: 'returned' }] } },
  { rule: 'BOOK-DUE', bites: { ...out, dueOn: null }, silent: out },
  { rule: 'BOOK-HOLDER', bites: out, books: { persons: [{ ...person, trainedOn: '2025-01-01' }] }, silent: out, otherwise: { persons: [person] }, says: '已过期' },
  { rule: 'BOOK-TIER', bites: out, books: { persons: [{ ...person, personnelClass: 'general' }], loans: [loan] }, silent: out, otherwise: { persons: [{ ...person, personnelClass: 'general' }], loans: [{ ...loan, approval: 3 }] } },
  { rule: 'BOOK-HOLDER-SCOPE', bites: { ...out, accessScope: ['慕容档'] }, books: { persons: [person] }, silent: out, otherwise: { persons: [person] } },
  { rule: 'BOOK-HOLDER-SCOPE', bites: { ...out, accessScope: [], scopeUnit: '财务科' }, books: { persons: [person] }, silent: { ...out, accessScope: [], scopeUnit: '规划科' }, otherwise: { persons: [person] } },
  { rule: 'BOOK-READING', bites: out, books: { readings: [{ carrier: 7, reader: 2, state: 'closed' }, { carrier: 7, reader: 1, state: 'withdrawn' }] }, silent: out, otherwise: { readings: [{ carrier: 7, reader: 1, state: 'open' }] } },
  { rule: 'BOOK-READING', bites: { ...out, level: 'confidential' }, silent: { ...out, state: 'in_custody' }, changed: { 'reading.recordFrom': 'confidential' } },
  { rule: 'BOOK-MARK', bites: { ...paper, oldMark: '机密★20年', markApplied: 0 }, silent: { ...paper, oldMark: '机密★20年', markApplied: 1 } },
  { rule: 'BOOK-LOAN', bites: { ...loan, carrier: 1 }, books: { carriers: [paper] }, silent: { ...loan, carrier: 1 }, otherwise: { carriers: [out] } },
  { rule: 'BOOK-LOAN-DAYS', bites: { ...loan, dueOn: '2026-11-26' }, silent: loan },
  { rule: 'BOOK-LOAN-DAYS', bites: loan, silent: { ...loan, extensions: 1 }, changed: { 'loan.days': 3 } },
  { rule: 'BOOK-SIGNATURE', bites: { level: 'secret', signature: 'pending', state: 'closed' }, silent: { level: 'confidential', signature: 'pending', state: 'closed' } },
  { rule: 'BOOK-SIGNATURE', bites: { level: 'confidential', signature: 'pending', state: 'closed' }, silent: { level: 'secret', signature: 'ink', state: 'closed' }, changed: { 'reading.signatureFrom': 'confidential' } },
  { rule: 'BOOK-OPEN-READING', bites: { how: 'read', state: 'open', startedAt: '2026-11-19T01:00:00.000Z' }, silent: { how: 'read', state: 'open', startedAt: '2026-11-20T01:00:00.000Z' } },
  { rule: 'BOOK-COPIES', bites: { kind: 'copy', quantity: 3, children: [8, 9] }, silent: { kind: 'copy', quantity: 2, children: [8, 9] } },
  { rule: 'BOOK-SUM', bites: run, books: { carriers: [child({ id: 1 }), child({ id: 2, state: 'archived' })], dispatches: [] }, silent: run, otherwise: { carriers: [child({ id: 1 }), child({ id: 2, state: 'archived' }), child({ id: 3, state: 'destroyed' })] }, says: '差 1 份' },
  { rule: 'BOOK-SUM', bites: run, books: { carriers: [child({ id: 1 }), child({ id: 2, state: 'missing' })], dispatches: [{ production: 7, carriers: [3] }] }, silent: run, otherwise: { carriers: [child({ id: 1 }), child({ id: 2 })], dispatches: [{ production: 7, carriers: [3] }] }, says: '查找中 1 份' },
  { rule: 'BOOK-SUM', bites: { ...run, copiesMade: 4 }, silent: { ...run, copiesMade: 4, state: 'approved' }, says: '批准 3 份' },
  { rule: 'BOOK-WASTE', bites: { wasteDueOn: '2026-11-19', wasteSheets: 4 }, silent: { wasteDueOn: '2026-11-19', wasteSheets: 4, wasteDestroyedAt: '2026-11-19T08:00:00.000Z' } },
  { rule: 'BOOK-DESTROYED', bites: { ...batch, countAfter: 0 }, silent: batch },
  { rule: 'BOOK-DESTROYED', bites: { ...batch, witness2: '甲' }, silent: { ...batch, state: 'proposed' }, says: '监销人' },
  { rule: 'BOOK-DESTROYED', bites: { ...batch, approval: null }, silent: { ...batch, approval: null, approvedBy: '闻人录' }, says: '审批' },
  { rule: 'BOOK-STILL-HELD', bites: batch, books: { carriers: [paper] }, silent: batch, otherwise: { carriers: [{ ...paper, state: 'destroyed' }] } },
  { rule: 'BOOK-CASE', bites: { kind: 'missing', state: 'searching', discoveredAt: '2026-11-18T01:00:00.000Z' }, silent: { kind: 'missing', state: 'searching', discoveredAt: '2026-11-19T12:00:00.000Z' } },
  { rule: 'BOOK-SESSION', bites: { state: 'open', startedAt: '2026-11-19T01:00:00.000Z' }, silent: { state: 'open', startedAt: '2026-11-20T01:00:00.000Z' } },
  { rule: 'BOOK-SESSION-LEVEL', bites: { state: 'closed', level: 'secret', computerLevel: 'confidential' }, silent: { state: 'closed', level: 'secret', computerLevel: 'secret' } },
  { rule: 'BOOK-MACHINE-KEEPER', bites: { level: 'secret', state: 'in_use', custodian: '南宫砚' }, books: { persons: [left] }, silent: { level: 'secret', state: 'withdrawn', custodian: '南宫砚' }, otherwise: { persons: [left] } },
  { rule: 'BOOK-MACHINE-KEEPER', bites: { level: 'secret', state: 'in_use', custodian: null }, silent: { level: 'secret', state: 'in_use', custodian: '南宫砚' }, says: '没有责任人' },
  { rule: 'BOOK-PERSON', bites: { ...person, undertakingOn: null }, silent: { ...person, undertakingOn: null, personnelClass: 'none' } },
  { rule: 'BOOK-PERSON', bites: person, silent: { ...person, trainedOn: '2026-06-01' }, changed: { 'training.validMonths': 6 } },
  { rule: 'BOOK-COOLING', bites: { ...person, status: 'cooling_off', coolingOffFrom: '2026-10-01' }, silent: { ...person, status: 'cooling_off', coolingOffFrom: '2026-10-01', coolingOffUntil: '2028-10-01' } },
  { rule: 'BOOK-CABINET-KEEPER', bites: { place: '3号柜', keepers: ['慕容档', '南宫砚'], state: 'in_service' }, books: { persons: [left] }, silent: { place: '3号柜', keepers: ['慕容档', '南宫砚'], state: 'in_service' }, otherwise: { persons: [person] } },
  { rule: 'BOOK-APPROVAL', bites: { state: 'used', form: 'screen', requestedBy: '甲', decidedBy: '甲' }, silent: { state: 'used', form: 'screen', requestedBy: '甲', decidedBy: '乙' } },
  { rule: 'BOOK-PRINT', bites: { state: 'issued', printedAt: '2026-11-19T01:00:00.000Z' }, silent: { state: 'confirmed', printedAt: '2026-11-19T01:00:00.000Z' } },
];

/** The register of each rule, kept here too: a rule that is taken away takes its own declaration with it. */
const registersOf = new Map<string, RegisterKey>(standingRules.map((r) => [r.id, r.register]));

/** Runs one case; throws when the line is not found by this very rule, is said wrongly, or is found where it must not be. */
export function runStandingCase(c: StandingCase): void {
  const register = registersOf.get(c.rule);
  if (register === undefined) throw new Error(`no rule ${c.rule}`);
  const said = lookAt(register, c.bites, c.books, c.changed).get(c.rule);
  expect(said).toMatch(/^[^\n]+，依据[^\n]+。请[^\n]+。$|^[^\n]+（[^\n]+）。请[^\n]+。$|^[^\n]+请[^\n]+。$/u);
  if (c.says !== undefined) expect(said).toContain(c.says);
  expect(lookAt(register, c.silent, c.otherwise, c.changed).get(c.rule)).toBeUndefined();
}

/** What is said of a line of the carrier ledger. */
export const saidOfCarrier = (row: Values): Map<string, string> => lookAt('carriers', row);
