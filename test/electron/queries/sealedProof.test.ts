import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { continuationOf, pageDigest, pagesOfPrint, pageStands, recordAt, reprintOf } from '#electron/commands/sealedPages.ts';
import type { Continuation, PrintedPage } from '#electron/policy/printedPages.ts';
import { formOf } from '#electron/printing/compose/shelf.ts';
import { openBooks } from '#electron/printing/compose/books.ts';
import { continued } from '#electron/printing/compose/continuation.ts';
import type { RegisterForm } from '#electron/printing/compose/registerForm.ts';
import { sealedPages } from '#electron/queries/sealedProof.ts';
import { verifyBooks } from '#electron/queries/verify.ts';
import { all, recordById } from '#electron/vault/read.ts';
import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import { approved, clerk, openDesk, paper, reader } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { readDesk } from './support.ts';

let desk: Desk;
beforeEach(() => { desk = openDesk(); });
afterEach(() => desk.close());

/** Prints the next pages of a register as the program does: filled from its own form, entered, answered for. */
function printOn(register: RegisterKey, result: 'done' | 'spoiled' = 'done'): readonly PrintedPage[] {
  const filled = continued(formOf(register) as unknown as RegisterForm<RegisterKey>, openBooks(readDesk(desk), clerk));
  const made = desk.must('register.print', { form: filled.formCode, title: filled.titleZh, rows: filled.rows, classified: filled.classified, level: filled.level, secrecyPeriod: filled.secrecyPeriod, purpose: '归档', digest: 'a'.repeat(64), continuation: filled.continuation });
  const id = (made.result as { print: { id: number } }).print.id;
  desk.must('register.printed', { print: id, result });
  const print = recordById(desk.db, 'prints', id);
  if (print === null) throw new Error('no print');
  return pagesOfPrint(print);
}
/** Someone who holds the key and knows SQL: the triggers are no obstacle to him. */
function tamper(sql: string, ...bound: unknown[]): void {
  for (const t of all(desk.db, `SELECT name FROM sqlite_schema WHERE type = 'trigger'`)) desk.db.exec(`DROP TRIGGER ${String(t['name'])}`);
  desk.db.prepare(sql).run(...bound);
}
const alter = (change: (pages: PrintedPage[]) => void): void => {
  const pages = JSON.parse(String(all(desk.db, 'SELECT pageDigests FROM prints WHERE id = 1')[0]?.['pageDigests'])) as PrintedPage[];
  change(pages);
  tamper('UPDATE prints SET pageDigests = ? WHERE id = 1', JSON.stringify(pages));
};
const people = (n: number, from = 0): void => { for (let i = from; i < from + n; i++) desk.must('person.register', reader(`示例${i}`)); };
const found = () => verifyBooks(readDesk(desk)).checks.find((c) => c.name === 'sealedPages');

describe('verification walks the pages of continued registers', () => {
  it('counts every page of every valid print and finds nothing, whatever was corrected or spoiled since', () => {
    people(30);
    printOn('persons');
    desk.must('record.correct', { register: 'persons', record: 3, revision: 1, set: { department: '测绘科' }, reason: '录入有误' });
    people(8, 30);
    printOn('persons', 'spoiled');
    printOn('persons');
    expect(found()).toEqual({ name: 'sealedPages', nameZh: '续打封页', ok: true, counted: 5, findings: [] });
  });

  it.each<[string, (pages: PrintedPage[]) => void, RegExp]>([
    ['the digest of a page', (pages) => { (pages[1] as { digest: string }).digest = 'f'.repeat(64); }, /第 2 页.*不符。$/],
    ['a word on a page', (pages) => { (pages[0]?.paper?.rows as string[][])[4]![2] = '换了'; }, /第 1 页.*不符。$/],
    ['the lines of a page', (pages) => { (pages[1]?.lines as unknown as number[][]).pop(); }, /第 2 页.*不符。$/],
    ['the number of a page', (pages) => { (pages[1] as { page: number }).page = 7; }, /第 7 页.*不连续。$/],
    ['a page that is none', (pages) => { (pages as unknown[])[0] = { page: 1 }; }, /读不出来。$/],
  ])('names %s that was altered', (_what, change, says) => {
    people(30);
    printOn('persons');
    alter(change);
    expect(found()?.ok).toBe(false);
    expect(found()?.findings.join('\n')).toMatch(new RegExp(says.source, 'm'));
  });

  it('names the page of a line that was changed past the door', () => {
    people(30);
    printOn('persons');
    tamper(`UPDATE persons SET name = '冒名' WHERE id = 14`);
    expect(found()?.findings).toEqual([expect.stringMatching(/《涉密人员台账》第 2 页（DY-2026-0001）.*不符。$/) as string]);
  });
});

describe('the digest of a page', () => {
  const lend = (): void => {
    desk.must('person.register', reader('南宫砚'));
    desk.must('carrier.enter', paper('示范方案'));
    const input = { carrier: 1, borrower: '南宫砚', dueOn: '2026-11-25', reason: '修订' };
    desk.must('carrier.lend', { ...input, approval: approved(desk, 'carrier.lend', input) });
  };
  const nowOn = (page: PrintedPage): string => {
    const lines = page.lines.map(([id, revision]) => recordAt(desk.db, 'loans', id, revision));
    const form = formOf('loans');
    const cells = lines.map((l, i) => { const c: Record<string, string> = { no: String(i + 1), ...form.cells(l as never, openBooks(readDesk(desk), clerk)) }; return form.columns.map((col) => (col.ink === true ? '' : (c[col.key] ?? ''))); });
    return pageDigest('loans', page.page, '', lines as AnyRecord[], { ...(page.paper as NonNullable<PrintedPage['paper']>), rows: cells });
  };

  it('covers what a cell took from another register: another period of the carrier is another digest, though the line is the same', () => {
    lend();
    const [page] = printOn('loans');
    if (page === undefined) throw new Error('no page');
    expect(page.paper?.rows[0]?.join(' ')).toContain('10年');
    expect(nowOn(page)).toBe(page.digest);
    tamper(`UPDATE carriers SET secrecyPeriod = '15年' WHERE id = 1`);
    expect(nowOn(page)).not.toBe(page.digest);
    expect(pageStands(desk.db, 'loans', page, '')).toBe(true);
    const text = JSON.stringify(page).replace('10年', '15年');
    expect(pageStands(desk.db, 'loans', JSON.parse(text) as PrintedPage, '')).toBe(false);
  });

  it('of a page printed before its text was kept is that of its lines, and is still checked', () => {
    people(12);
    const lines = Array.from({ length: 12 }, (_, i) => recordById(desk.db, 'persons', i + 1) as unknown as AnyRecord);
    const before = createHash('sha256').update(JSON.stringify(['persons', 1, '', lines.map((r) => {
      const kept = Object.entries(r).sort(([a], [b]) => (a < b ? -1 : 1)).filter(([, v]) => v !== null);
      return [r.number, r.revision, createHash('sha256').update(JSON.stringify(kept)).digest('hex')];
    })])).digest('hex');
    const page: PrintedPage = { page: 1, sealed: true, digest: before, lines: lines.map((r) => [r.id, r.revision]) };
    expect(pageStands(desk.db, 'persons', page, '')).toBe(true);
    expect(pageStands(desk.db, 'persons', { ...page, digest: '0'.repeat(64) }, '')).toBe(false);
    printOn('persons');
    tamper('UPDATE prints SET pageDigests = ? WHERE id = 1', JSON.stringify([page]));
    expect(sealedPages(desk.db)).toMatchObject({ ok: true, counted: 1 });
    // Its text was never kept, so it cannot be printed again word for word.
    expect(reprintOf(desk.db, 'persons', 1)).toMatchObject({ kind: 'invalid', issues: [{ code: 'page_text_unkept' }] });
  });

  it('is refused when a paper does not hold the lines it stands for', () => {
    people(3);
    const short = (_at: number, lines: readonly AnyRecord[]): never => ({ titleZh: '', formNumber: 'R25', orientation: 'landscape', linesPerPage: 12, columns: [], signatures: [], rows: lines.slice(1).map(() => []) }) as never;
    expect(continuationOf(desk.db, 'persons', 12, short)).toMatchObject({ kind: 'invalid', issues: [{ code: 'pages_moved' }] });
    expect((continuationOf(desk.db, 'persons', 12, () => undefined) as Continuation & { kind?: string }).kind).toBe('invalid');
  });
});
