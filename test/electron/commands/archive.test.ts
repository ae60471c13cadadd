import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileFrom } from '#electron/commands/door.ts';
import { where } from '#electron/queries/carrier.ts';
import type { Asking } from '#electron/queries/define.ts';
import { dueFor } from '#electron/queries/due.ts';
import { life } from '#electron/queries/life.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { dayOf } from '#shared/time.ts';
import { approved, clerk, openDesk } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { breaches } from '#test/helpers/arbitrariesBooks.ts';
import { all_, booksOf, CARRIER, shelve, staff } from '#test/helpers/rulesCases.ts';
import { back, consulting, trip } from '#test/helpers/samplesArchive.ts';

type Input = Record<string, unknown>;
let desk: Desk;
beforeEach(() => { desk = openDesk(); });
afterEach(() => { desk.close(); });

const SECOND = 'ZT-2026-00002';
const run = (command: string, input: Input) => desk.must(command, { ...input, approval: approved(desk, command, input) });
const asking = (): Asking => {
  const at = desk.now();
  return { db: desk.db, actor: clerk, at, today: dayOf(at), profile: profileFrom(desk.db), terminal: desk.terminal } as unknown as Asking;
};
// What the terminal itself owes is not looked at here.
const due = (): string[] => dueFor(asking(), 0).filter((i) => i.register !== null).map((i) => `${i.rule} ${i.dueOn}`);
const answer = (carrier: string): string => (where(asking(), { carrier }) as { answerZh: string }).answerZh;
const told = (register: RegisterKey, record: number): string[] => (life(asking(), { register, record }) as { sentenceZh: string }[]).map((e) => e.sentenceZh.replaceAll('clerk', '欧阳笺')).reverse();
const states = (): unknown[] => booksOf(desk).rows('carriers').map((c) => c['state']);

describe('a file of the archive', () => {
  beforeEach(() => {
    all_(staff(), shelve(), shelve({ copySerial: '000004' }))(desk);
    for (const carrier of [CARRIER, SECOND]) desk.must('carrier.file', { carrier, archiveNumber: '2026-DA-001', place: '档案库1架' });
  });

  it('is read in the room, goes back on its shelf and can be lent then', () => {
    run('archive.consult', consulting({ items: [CARRIER, SECOND] }));
    expect(states()).toEqual(['reading', 'reading']);
    expect(due()).toEqual(['P062 2026-11-20', 'P062 2026-11-20', 'P081 2026-11-20']);
    desk.must('archive.close', back());
    expect(states()).toEqual(['archived', 'archived']);
    run('archive.lendOut', { items: [CARRIER], reader: '南宫砚', purpose: '外单位协查' });
    expect(states()).toEqual(['lent', 'archived']);
    desk.must('archive.close', back({ use: 2 }));
    expect(booksOf(desk).rows('archiveUses').map((u) => [u['kind'], u['state']])).toEqual([['consult', 'closed'], ['lend', 'closed']]);
    expect(booksOf(desk).rows('readings').map((r) => [r['how'], r['state']])).toEqual([['read', 'closed'], ['read', 'closed'], ['loan', 'closed']]);
    expect(breaches(desk)).toEqual([]);
  });

  it('that is lost while it is lent is found back into the archive, and the other one is still given back', () => {
    run('archive.lendOut', { items: [CARRIER, SECOND], reader: '南宫砚', purpose: '外单位协查' });
    desk.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导' });
    desk.must('archive.close', back());
    expect(states()).toEqual(['missing', 'archived']);
    desk.must('carrier.find', { carrier: CARRIER, foundWhere: '规划科柜顶' });
    expect(booksOf(desk).row('carriers')).toMatchObject({ state: 'archived', holder: null, place: '档案库1架' });
    expect(booksOf(desk).rows('loans').map((l) => l['state'])).toEqual(['returned', 'returned']);
    expect(breaches(desk)).toEqual([]);
  });

  it('is transferred and destroyed from the shelf where it stands', () => {
    desk.must('carrier.transfer', { carrier: SECOND, to: '示例省档案馆', toUnit: '示例省档案馆', receivedBy: '司徒收' });
    run('carrier.destroy.propose', { carriers: [CARRIER], reason: '期满', method: 'shred', place: 'authority_facility' });
    expect(states()).toEqual(['destroy_pending', 'transferred']);
  });
});

describe('a trip', () => {
  beforeEach(() => { all_(staff(), shelve(), shelve({ copySerial: '000004' }))(desk); });

  it('opens a case for what did not come back; found, it is in its cabinet again', () => {
    run('carrier.carryOut', trip({ carriers: [CARRIER, SECOND], counted: 2 }));
    expect(states()).toEqual(['carried_out', 'carried_out']);
    expect(breaches(desk)).toEqual([]);
    expect(answer(CARRIER)).toMatch(/携带外出，由南宫砚带往示例省青岭厅，应于 2026-11-22 返回，外出登记 WC-2026-0001；/);
    expect(due()).toEqual([]);
    desk.at('2026-11-22T09:00:00');
    expect(due()).toEqual(['P106 2026-11-22']);
    const result = desk.must('carrier.checkIn', { trip: 'WC-2026-0001', counted: 1, missing: [SECOND], reportedTo: '主管领导' }).result as { incidents: unknown[] };
    expect(result.incidents).toHaveLength(1);
    desk.must('carrier.find', { carrier: SECOND, foundWhere: '公文箱夹层' });
    expect(states()).toEqual(['in_custody', 'in_custody']);
    expect(told('carriers', 1).slice(-2)).toEqual(['南宫砚携带外出，去示例省青岭厅，事由：参加方案评审会，应于 2026-11-22 返回，由欧阳笺登记。', '南宫砚带回，欧阳笺清点收回，放回3号柜1格。']);
    expect(told('trips', 1).at(-1)).toBe('带回 1 件，没有带回 ZT-2026-00002，欧阳笺清点，由欧阳笺登记。');
    expect(booksOf(desk).row('incidents')).toMatchObject({ state: 'found' });
    expect(breaches(desk)).toEqual([]);
  });

  it('that lost one on the way counts only what is still out', () => {
    run('carrier.carryOut', trip({ carriers: [CARRIER, SECOND], counted: 2 }));
    desk.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '南宫砚', account: '途中发现', reportedTo: '主管领导' });
    desk.must('carrier.checkIn', { trip: 1, counted: 1, pagesChecked: true });
    expect(states()).toEqual(['missing', 'in_custody']);
    expect(booksOf(desk).rows('incidents')).toHaveLength(1);
  });

  it('is bound to its items and travellers: an approval for one case does not open another', () => {
    const approval = approved(desk, 'carrier.carryOut', trip());
    const other = desk.do('carrier.carryOut', { ...trip({ carriers: [SECOND] }), approval });
    expect(other.ok).toBe(false);
    expect(states()).toEqual(['in_custody', 'in_custody']);
  });
});

describe('extracts and compilations', () => {
  it('leave their trace on the source, in the notebook and in the book of copies', () => {
    all_(staff(), shelve(), shelve({ title: '保密本', carrierKind: 'notebook', docNumber: undefined, copySerial: 'B001' }), shelve({ copySerial: '000004' }))(desk);
    desk.must('notebook.issue', { carrier: SECOND, holder: '南宫砚', pages: 100, dueOn: '2026-12-31' });
    run('carrier.extract', { carrier: CARRIER, by: '南宫砚', reason: '编制方案', notebook: SECOND, content: '第三部分' });
    run('carrier.compile', { carriers: [CARRIER, 'ZT-2026-00003'], title: '汇编', reason: '会议用', operator: '欧阳笺', custodian: '欧阳笺', place: '3号柜1格' });
    expect(told('carriers', 1)).toEqual(expect.arrayContaining(['欧阳笺登记摘抄：南宫砚，记入 ZT-2026-00002。', '欧阳笺将本件编入《汇编》。']));
    expect(told('carriers', 2).join('')).toContain(CARRIER);
    expect(told('copies', 1)).toEqual(['南宫砚摘抄，第三部分，事由：编制方案。']);
    expect(booksOf(desk).rows('copies').map((c) => c['kind'])).toEqual(['extract', 'compile']);
    expect(breaches(desk)).toEqual([]);
  });
});
