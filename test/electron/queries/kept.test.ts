import { afterEach, describe, expect, it } from 'vitest';
import { duringImport } from '#electron/commands/define.ts';
import { composePrint, isComposed } from '#electron/printing/compose/index.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import type { PrintFoot } from '#shared/printing.ts';
import { approved, clerk, openDesk, paper, reader } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { recordById } from '#electron/vault/read.ts';
import { batch, burnt } from '#test/helpers/rulesCasesOffice.ts';
import { readDesk, told } from './support.ts';

const foot: PrintFoot = { printNumber: 'DY-2026-0001', printedBy: '欧阳笺', printedAt: '2026-11-20 11:20', carrierNumber: null, chainSeq: 7, chainCode: '7K3Q-9MWD' };
const TODAY = '2026-11-20';
let desk: Desk;
afterEach(() => { desk.close(); });

/** Lends to a person and takes it back on the same day. */
function lendTo(carrier: number, borrower: string): void {
  const input = { carrier, borrower, reason: '办文', dueOn: TODAY };
  desk.must('carrier.lend', { ...input, approval: approved(desk, 'carrier.lend', input) });
  desk.must('carrier.giveBack', { carrier, place: '3号柜1格', pagesChecked: true, intact: true });
}

describe('rules that no act is judged by: what the books show keeps them', () => {
  it('P070: what one person came to know is summed up by level, with first and last day and what is still in his hands', () => {
    desk = openDesk();
    desk.must('person.register', reader('南宫砚'));
    desk.must('carrier.enter', paper('供水方案'));
    desk.must('carrier.enter', paper('名册', { copySerial: '000009', level: 'confidential', period: { years: 5 } }));
    lendTo(1, '南宫砚');
    lendTo(2, '南宫砚');
    const known = () => told<{ totals: { levelZh: string; items: number; times: number; firstOn: string }[]; held: unknown[] }>(desk, 'person.knowledge', { person: 1 });
    expect(known()).toMatchObject({ totals: [{ levelZh: '机密', items: 1, firstOn: TODAY }, { levelZh: '秘密', items: 1 }], held: [] });
    // A line of an old register counts as well, and no longer when its import is withdrawn.
    desk.must('import.open', { register: 'loans', fileName: '旧登记.xlsx', fileDigest: 'd'.repeat(64), rowsRead: 1, accepted: 1, doubtful: 0, rejected: 0, skipped: 0 });
    duringImport(desk.db, 1, () => desk.must('loan.enter', { importBatch: 1, borrower: '南宫砚', title: '旧件', level: 'confidential', lentOn: '2020-03-01', returnedOn: '2020-03-02' }));
    expect(known().totals[1]).toMatchObject({ items: 2, firstOn: '2020-03-01' });
    desk.must('import.withdraw', { batch: 1, reason: '读错' });
    expect(known().totals[1]).toMatchObject({ items: 1, firstOn: TODAY });
  });

  it('L031, P415: a register bears the highest level and the longest period of its lines, on screen and on paper, and leaves room to sign', () => {
    desk = openDesk();
    desk.must('carrier.enter', paper('名册', { level: 'confidential', period: { years: 5 } }));
    desk.must('carrier.enter', paper('供水方案', { copySerial: '000002', period: { years: 10 } }));
    desk.must('carrier.enter', paper('另一名册', { copySerial: '000009', level: 'confidential', period: { years: 8 } }));
    const composed = composePrint(readDesk(desk), clerk, { register: 'carriers' });
    if (!isComposed(composed)) throw new Error(JSON.stringify(composed));
    expect(composed).toMatchObject({ level: 'secret', secrecyPeriod: '10年' });
    const text = renderDocument(composed.draft(foot)).replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, '');
    expect(text).toContain('机密★10年');
    expect(text).toMatch(/签字|签名/);
    expect(text).toMatch(/年\s*月\s*日/);
    expect(told(desk, 'register.mark', { register: 'carriers' })).toMatchObject({ mark: '机密★10年', level: 'secret', period: '10年' });
  });

  it('L011: what is published by decision is released on that day, and published stands as the reason', () => {
    desk = openDesk();
    desk.must('carrier.enter', paper('供水方案', { issuedOn: '2026-01-10' }));
    desk.must('classification.recordNotice', { carriers: [1], notice: 'published', noticeNumber: '示厅〔2026〕31号', noticeFrom: '示例省青岭厅', noticeOn: '2026-11-20', decidedOn: '2026-11-19' });
    expect(recordById(desk.db, 'carriers', 1)).toMatchObject({ level: null, regime: 'ordinary' });
    expect(recordById(desk.db, 'classifications', 1)).toMatchObject({ kind: 'notice', releaseReason: 'published' });
  });

  it('L026: the books keep every line of what was destroyed', () => {
    desk = openDesk();
    batch(desk);
    const before = told<{ total: number }>(desk, 'record.list', { register: 'carriers' }).total;
    burnt(desk);
    expect(recordById(desk.db, 'carriers', 1)).toMatchObject({ number: 'ZT-2026-00001', title: expect.any(String) as string, state: 'destroyed', destruction: 1 });
    expect(told<{ total: number }>(desk, 'record.list', { register: 'carriers' }).total).toBe(before);
    expect(told<{ kindZh: string }[]>(desk, 'record.life', { register: 'carriers', record: 1 }).length).toBeGreaterThan(2);
  });
});
