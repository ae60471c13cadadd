import { expect, it } from 'vitest';
import { duringImport } from '#electron/commands/define.ts';
import { breaches } from '#test/helpers/arbitrariesBooks.ts';
import { clerk } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { agreed, all_, booksOf, CARRIER, ready, shelve, staff, withBooks } from '#test/helpers/rulesCases.ts';
import { told } from '../queries/support.ts';
import { consulting, trip } from '#test/helpers/samplesArchive.ts';

// What random lives came upon, each told once more by itself.

const lost = { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导' };
const found = { carrier: CARRIER, foundWhere: '柜顶' };
const two = all_(ready, staff('慕容档'), shelve({ copySerial: '000004' }));
/** One of the supervisors, with an account. */
const supervisor = { account: 'nangong', name: '南宫砚', roles: ['approver'] } as const;
const list = (carriers: string[]) => ({ carriers, reason: '过期', method: 'shred', place: 'authority_facility' });
const proposed = (desk: Desk, carriers = [CARRIER]): void => void desk.must('carrier.destroy.propose', agreed('carrier.destroy.propose', list(carriers))(desk));
const burnt = (destruction: number, n: number) => ({ destruction, countBefore: n, countAfter: n, executor: '司马执', witness1: '慕容档', witness2: '南宫砚', escorts: ['慕容档', '南宫砚'], receiptNumber: 'HZ-01', unrecoverable: true });

it('takes a carrier off its trip, when it was missed on the way and is found', () => {
  withBooks('secret', (desk) => {
    ready(desk);
    desk.must('carrier.carryOut', agreed('carrier.carryOut', trip())(desk));
    desk.must('carrier.reportMissing', lost);
    desk.must('carrier.find', found);
    expect(booksOf(desk).row('carriers')).toMatchObject({ state: 'in_custody', holder: null, trip: null });
    desk.must('carrier.checkIn', { trip: 1, counted: 0, pagesChecked: true });
    expect(breaches(desk)).toEqual([]);
  });
});

it('ends the reading, when what was being read in the archive is missed and found', () => {
  withBooks('secret', (desk) => {
    ready(desk);
    desk.must('carrier.file', { carrier: CARRIER, archiveNumber: '2026-DA-1', place: '档案库1架' });
    desk.must('archive.consult', agreed('archive.consult', consulting())(desk));
    desk.must('carrier.reportMissing', lost);
    desk.must('carrier.find', found);
    expect(booksOf(desk).rows('readings').filter((r) => r['state'] === 'open')).toEqual([]);
    expect(booksOf(desk).row('carriers')).toMatchObject({ state: 'archived' });
  });
});

it('ends the search and leaves the other case open, when what may have leaked is found', () => {
  withBooks('secret', (desk) => {
    ready(desk);
    desk.must('carrier.reportMissing', lost);
    desk.must('violation.record', { kind: 'other', account: '私自带出', reason: '疏忽', carrier: CARRIER, possibleLeak: true });
    desk.must('carrier.find', found);
    expect(booksOf(desk).rows('incidents').map((i) => [i['kind'], i['state']])).toEqual([['missing', 'found'], ['leak', 'searching']]);
  });
});

it('destroys by no list what was missed and stands in another list now', () => {
  withBooks('secret', (desk) => {
    two(desk);
    proposed(desk);
    desk.must('carrier.reportMissing', lost);
    desk.must('carrier.find', found);
    desk.must('incident.close', { incident: 1, cause: '误放', handled: '批评', corrected: '登记', educated: '培训' });
    proposed(desk, [CARRIER, 'ZT-2026-00002']);
    const result = desk.do('carrier.destroy.execute', burnt(1, 1), clerk, supervisor);
    expect(result.ok ? null : result.refusal.messageZh).toMatch(/已不在清册 XH-2026-001 内/);
    desk.must('carrier.destroy.cancel', { destruction: 1, reason: '另行造册' });
    expect(booksOf(desk).rows('carriers').map((c) => c['state'])).toEqual(['destroy_pending', 'destroy_pending']);
    desk.must('carrier.destroy.execute', burnt(2, 2), clerk, supervisor);
  });
});

it('puts what was filed back to the files, when its destruction is cancelled', () => {
  withBooks('secret', (desk) => {
    ready(desk);
    desk.must('carrier.file', { carrier: CARRIER, archiveNumber: '2026-DA-1', place: '档案库1架' });
    proposed(desk);
    desk.must('carrier.destroy.cancel', { destruction: 1, reason: '继续保存' });
    expect(booksOf(desk).row('carriers')).toMatchObject({ state: 'archived', destruction: null });
  });
});

it('lets nothing that waits to be sent be destroyed, returned or given away, and lets it change its keeper', () => {
  withBooks('secret', (desk) => {
    ready(desk);
    desk.must('carrier.dispatch', { carriers: [CARRIER], recipient: '示例省青岭厅', checkedBy: '端木核' });
    for (const [name, input] of [['carrier.destroy.propose', list([CARRIER])], ['carrier.returnToIssuer', { carrier: CARRIER, receivedBy: '司徒收' }], ['carrier.transfer', { carrier: CARRIER, to: '司徒收', toUnit: '示例省档案馆', receivedBy: '司徒收' }]] as const) {
      const result = desk.do(name, input);
      expect(result.ok ? name : result.refusal.messageZh).toMatch(/已在 FW-2026-0001 登记发往示例省青岭厅/);
    }
    desk.must('carrier.transfer', { carrier: CARRIER, to: '慕容档', receivedBy: '慕容档', place: '5号柜' });
  });
});

it('knows that a notebook of an old list is out, when who has it is in no ledger of persons', () => {
  withBooks('secret', (desk) => {
    ready(desk);
    desk.must('import.open', { register: 'notebooks', fileName: '保密本.xlsx', fileDigest: 'd'.repeat(64), rowsRead: 1, accepted: 1, doubtful: 0, rejected: 0, skipped: 0 });
    duringImport(desk.db, 1, () => desk.must('notebook.enter', { importBatch: 1, carrier: 'BM-1', holder: '旧人', level: 'confidential', issuedOn: '2026-03-01', pages: 100, warnReason: '旧登记如此' }));
    expect(booksOf(desk).row('carriers', 2)).toMatchObject({ state: 'in_use', holder: null, holderName: '旧人' });
    const again = desk.do('notebook.issue', { carrier: 2, holder: '南宫砚', pages: 100, dueOn: '2026-12-31' });
    expect(again.ok ? null : again.refusal.messageZh).toMatch(/正在旧人处/);
    desk.must('stocktake.open', { kind: 'full', counter: '欧阳笺', checker: '南宫砚' });
    desk.must('stocktake.count', { stocktake: 1, scanned: CARRIER });
    desk.must('stocktake.close', { stocktake: 1, warnReason: '另行核实' }, clerk, supervisor);
    expect(booksOf(desk).rows('stocktakeLines').map((l) => l['bucket'])).toEqual(['found', 'unconfirmed']);
    desk.must('handover.open', { kind: 'unit', cause: '机构合并', giver: '欧阳笺', taker: '司徒收', toUnit: '示例省档案馆' });
    const away = desk.do('handover.close', { handover: 1, counted: 2, signedFrom: 'ink', signedTo: 'ink', receiptNumber: '示档收5号' });
    expect(away.ok ? null : away.refusal.messageZh).toMatch(/不在库/);
    expect(breaches(desk)).toEqual([]);
  });
});

it('sends what came back from the way only after the receipt of the first consignment, and then on a way of its own', () => {
  withBooks('secret', (desk) => {
    ready(desk);
    desk.must('carrier.convey', { carriers: [CARRIER], recipient: '示例省青岭厅', channel: 'confidential_transport', sealed: true, envelope: '青研机字第1号', itemsListed: true });
    desk.must('carrier.reportMissing', lost);
    desk.must('carrier.find', { ...found, warnReason: '已核对' });
    const send = { carriers: [CARRIER], recipient: '示例省青岭厅', outside: true, checkedBy: '端木核', channel: 'confidential_transport', envelope: '青研机字第2号' };
    const early = desk.do('carrier.dispatch', send);
    expect(early.ok ? null : early.refusal.messageZh).toMatch(/已列在 TS-2026-0001 .*还没有回执/);
    desk.must('carrier.acknowledge', { consignment: 1, receivedBy: '司徒收', count: 0 });
    desk.must('carrier.dispatch', send);
    expect(booksOf(desk).row('carriers')).toMatchObject({ state: 'in_transit', consignment: null });
    expect(breaches(desk)).toEqual([]);
  });
});

it('knows what a leaver holds by the name in an old ledger, when the list of persons came after it', () => {
  withBooks('secret', (desk) => {
    shelve()(desk);
    desk.must('import.open', { register: 'loans', fileName: '借阅.xlsx', fileDigest: 'd'.repeat(64), rowsRead: 1, accepted: 1, doubtful: 0, rejected: 0, skipped: 0 });
    duringImport(desk.db, 1, () => desk.must('loan.enter', { importBatch: 1, carrier: CARRIER, borrower: '南宫砚', lentOn: '2026-11-18', warnReason: '旧登记如此' }));
    staff()(desk);
    expect(booksOf(desk).row('carriers')).toMatchObject({ state: 'lent', holder: null, holderName: '南宫砚' });
    expect(told(desk, 'person.knowledge', { person: 1 })).toMatchObject({ held: [{ number: CARRIER }] });
    desk.must('handover.open', { kind: 'holder', cause: '调离', person: '南宫砚', giver: '南宫砚', taker: '欧阳笺' });
    const others = { electronicFiles: 0, devices: 0, media: 0, notebooks: 0, passes: 0, keys: 0, doorRights: 0 };
    const left = desk.do('handover.close', { handover: 1, counted: 0, others, rightsRevokedOn: '2026-11-20', keptPrivately: false, signedFrom: 'ink', signedTo: 'ink' });
    expect(left.ok ? null : left.refusal.messageZh).toMatch(/手中还有 1 件/);
    desk.must('person.leavePost', { person: '南宫砚', reason: '调离' });
    expect(booksOf(desk).row('carriers')).toMatchObject({ dueOn: '2026-11-20' });
    expect(breaches(desk)).toEqual([]);
  });
});
