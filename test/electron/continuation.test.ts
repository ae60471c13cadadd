import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFonts } from '#build/fonts/collect.ts';
import { findPdfBrowser, openPdfEngine, type PdfEngine } from '#build/host/pdfEngine.mjs';
import { pagesOfPrint } from '#electron/commands/sealedPages.ts';
import { enter } from '#electron/commands/door.ts';
import type { PrintedPage } from '#electron/policy/printedPages.ts';
import { confirmPrinted, previewForm, printForm } from '#electron/paper.ts';
import type { PrintRequest, Printed } from '#electron/paper.ts';
import { act, ask, doorOf } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { recordByNumber, trailHead } from '#electron/vault/read.ts';
import type { PagePaper } from '#shared/printing.ts';
import type { Refusal, Result } from '#shared/result.ts';
import { openTerminal } from '../helpers/terminal.ts';
import type { Terminal } from '../helpers/terminal.ts';
import { readPdf, squeezed } from './printing/support.ts';

const tools = findPdfBrowser() !== null && existsSync('/usr/bin/pdftotext');
ensureFonts();

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const codeOf = (result: Result<unknown>): string | undefined => {
  if (result.ok) throw new Error('was not refused');
  const refusal: Refusal = result.refusal;
  return refusal.kind === 'invalid' ? refusal.issues[0]?.code : refusal.kind;
};

let t: Terminal;
let s: Session;
const must = (name: string, input: unknown) => value(enter(doorOf(s), s.me, name, input));
const people = (from: number, to: number): void => { for (let i = from; i <= to; i++) must('person.register', { name: `示例人${String(i).padStart(3, '0')}`, department: '规划科' }); };
const goOn = (more: PrintRequest = {}): Promise<Result<Printed>> => printForm(s, { register: 'persons', continuation: true, ...more });
const printOut = async (result: 'done' | 'spoiled' = 'done', more: PrintRequest = {}): Promise<{ printed: Printed; pages: readonly PrintedPage[] }> => {
  const printed = value(await goOn(more));
  value(await confirmPrinted(s, printed.number, result, 1));
  const print = recordByNumber(s.vault.db, 'prints', printed.number);
  if (print === null) throw new Error('no print');
  return { printed, pages: pagesOfPrint(print) };
};
const facts = (pages: readonly PrintedPage[]) => pages.map((p) => [p.page, p.lines.length, p.sealed]);
const correct = (number: string, set: Record<string, unknown>): void => {
  const record = recordByNumber(s.vault.db, 'persons', number);
  must('record.correct', { register: 'persons', record: record?.id, revision: record?.revision, set, reason: '录入有误' });
};
/** The page that is not full. */
const printOpen = async (): Promise<PrintedPage> => {
  for (let page = 1; ; page++) {
    const told = await check(page);
    if (!told.intact) throw new Error('no open page');
    if (!told.sealed) return { page, sealed: false, digest: '', lines: [] };
  }
};
const check = async (page: number, code?: string) => value(await ask(s, 'print.pageCheck', { register: 'persons', page, ...(code === undefined ? {} : { code }) })) as { ok: boolean; intact: boolean; sealed: boolean; code: string; messageZh: string };

beforeAll(async () => {
  t = await openTerminal();
  s = await t.sit('clerk');
});
afterAll(() => {
  t.leave();
  rmSync(t.root, { recursive: true, force: true });
});

/** The digest of a page written down a second time, from the stored rows and the stored text alone. */
function digestAgain(page: PrintedPage, before: string): string {
  const lines = page.lines.map(([id, revision]) => {
    const row = s.vault.db.prepare('SELECT * FROM persons WHERE id = ?').get(id) as Record<string, unknown>;
    const kept = Object.keys(row).sort().filter((k) => row[k] !== null).map((k) => [k, typeof row[k] === 'string' && /^[[{]/.test(row[k]) ? JSON.parse(row[k]) : row[k]]);
    return [row['number'], revision, createHash('sha256').update(JSON.stringify(kept)).digest('hex')];
  });
  const paper = page.paper as PagePaper;
  const columns = paper.columns.map((c) => JSON.stringify(Object.entries(c).sort(([a], [b]) => (a < b ? -1 : 1))));
  return createHash('sha256').update(JSON.stringify(['persons', page.page, before, lines, [paper.titleZh, paper.formNumber, paper.orientation, paper.linesPerPage, columns, paper.signatures, paper.rows]])).digest('hex');
}

describe.skipIf(!tools)('continuation printing', { timeout: 120_000 }, () => {
  let engine: PdfEngine;
  beforeAll(async () => { engine = await openPdfEngine(); }, 60_000);
  afterAll(async () => { await engine.close(); });
  const read = async (printed: Printed) => readPdf(await engine.print(printed.html)).text.map(squeezed);
  let first: readonly PrintedPage[] = [];

  it('cuts thirty lines into three pages of twelve, of which the third is not sealed', async () => {
    expect(codeOf(await goOn())).toBe('nothing_to_print');
    people(1, 30);
    const { printed, pages } = await printOut();
    expect(facts(pages)).toEqual([[1, 12, true], [2, 12, true], [3, 6, false]]);
    expect(recordByNumber(s.vault.db, 'prints', printed.number)).toMatchObject({ register: 'persons', continuation: 1, firstNumber: 'RY-2026-0001', lastNumber: 'RY-2026-0030', lastRecord: 30, pageFrom: 1, pageTo: 3, rows: 30 });
    const paper = await read(printed);
    expect(paper).toHaveLength(3);
    paper.forEach((text, at) => {
      for (const part of [`第${at + 1}页`, `页摘要${(pages[at]?.digest.slice(0, 32).toUpperCase().match(/.{4}/g) ?? []).join('-')}`, `本次打印${at + 1}／3张`, printed.number, '样张']) expect(text).toContain(part);
    });
    expect([paper[0]?.includes('满页，已封'), paper[2]?.includes('未满页'), paper[2]?.includes('以下空白'), paper[0]?.includes('未满页')]).toEqual([true, true, true, false]);
    for (let i = 1; i <= 30; i++) expect(paper.findIndex((text) => text.includes(`示例人${String(i).padStart(3, '0')}`)), `line ${i}`).toBe(Math.floor((i - 1) / 12));
    first = pages;
  });

  it('chains the pages by digests that can be computed again from the stored lines', async () => {
    let before = '';
    for (const page of first) {
      expect(page.digest).toBe(digestAgain(page, before));
      before = page.digest;
      expect((await check(page.page, (await check(page.page)).code)).ok).toBe(true);
    }
  });

  it('refuses to print when nothing was added, and enters nothing', async () => {
    const seq = trailHead(s.vault.db)?.seq;
    const result = await goOn();
    expect(codeOf(result)).toBe('nothing_to_print');
    expect(result.ok ? '' : result.refusal.messageZh).toMatch(/没有可续打的.+。$/u);
    expect(trailHead(s.vault.db)?.seq).toBe(seq);
  });

  it('goes on with the page that was not full, the numbers of pages and lines running on, and lists what was corrected before it', async () => {
    people(31, 40);
    correct('RY-2026-0015', { department: '测绘科' });
    const seen = value(await previewForm(s, { register: 'persons', continuation: true }));
    expect([seen.rows, seen.pagesEstimate]).toEqual([16, 3]);
    const { printed, pages } = await printOut();
    expect(facts(pages)).toEqual([[3, 12, true], [4, 4, false]]);
    const [slip = '', third = '', fourth = '', ...more] = await read(printed);
    expect(more).toEqual([]);
    for (const part of ['前页更正', '第2页', 'RY-2026-0015', '部门', '规划科', '测绘科', '录入有误', '欧阳笺']) expect(slip).toContain(part);
    expect(third).toContain('第3页');
    expect(third).toContain('代替DY-2026-0001所打本页');
    expect(fourth).toContain('第4页');
    expect(third).toMatch(/25RY-2026-0025/);
    expect(fourth).toMatch(/37RY-2026-0037/);
    expect(third + fourth).not.toMatch(/示例人0(0\d|1\d|2[0-4])/);
    expect(pages[0]?.digest).toBe(digestAgain(pages[0] as PrintedPage, first[1]?.digest ?? ''));
    for (let page = 1; page <= 4; page++) expect((await check(page)).intact).toBe(true);
    expect((await check(2)).messageZh).toContain('RY-2026-0015 部门');
  });

  it('lists a correction once; a correction alone is worth a slip without pages', async () => {
    expect(codeOf(await goOn())).toBe('nothing_to_print');
    correct('RY-2026-0003', { department: '储备科' });
    const { printed, pages } = await printOut();
    expect(pages).toEqual([]);
    const paper = await read(printed);
    expect(paper).toHaveLength(1);
    expect(paper[0]).toContain('RY-2026-0003');
    expect(paper[0]).not.toContain('RY-2026-0015');
    expect(codeOf(await goOn())).toBe('nothing_to_print');
  });

  it('keeps each page on its sheet and marks what was cut, when a cell is too long', async () => {
    must('person.register', { name: '示例长', department: '青岭研究所水文地质与测绘成果综合管理办公室第二业务处数据整理与档案编研组'.repeat(3).slice(0, 100) });
    people(41, 55);
    const { printed, pages } = await printOut();
    expect(facts(pages)).toEqual([[4, 12, true], [5, 8, false]]);
    const paper = await read(printed);
    expect(paper).toHaveLength(2);
    expect(paper[0]).toContain('…');
    expect(paper[0]).toContain('带“…”的栏没有打全');
  });
});

describe.skipIf(!tools)('a lost page', { timeout: 120_000 }, () => {
  let engine: PdfEngine;
  beforeAll(async () => { engine = await openPdfEngine(); }, 60_000);
  afterAll(async () => { await engine.close(); });
  const again = (reprint: number, reason?: string) => printForm(s, { register: 'persons', reprint, ...(reason === undefined ? {} : { reason }) });
  const words = (text: string): string[] => [...text.matchAll(/示例人\d{3}|RY-2026-\d{4}|规划科|测绘科|储备科/gu)].map(([w]) => w);

  it('is printed again word for word, with the same digest, marked 补印, under a number of its own', async () => {
    expect(codeOf(await again(1))).toBe('policy');
    const printed = value(await again(1, '原页装订时遗失'));
    const paper = readPdf(await engine.print(printed.html)).text.map(squeezed);
    expect(paper).toHaveLength(1);
    const { code } = await check(1);
    for (const part of ['补印', '第1页', '原页DY-2026-0001', '照封页内容补印', `补印编号${printed.number}`, '原页去向：原页装订时遗失', `页摘要${code}`, '封页后更正1条，见更正附页']) expect(paper[0]).toContain(part);
    // What was corrected later stands as it was when the page was sealed.
    expect(words(paper[0] ?? '').slice(0, 9)).toEqual(['RY-2026-0001', '示例人001', '规划科', 'RY-2026-0002', '示例人002', '规划科', 'RY-2026-0003', '示例人003', '规划科']);
    expect(recordByNumber(s.vault.db, 'prints', printed.number)).toMatchObject({ title: '涉密人员台账（补印第1页）', pageFrom: 1, pageTo: 1, continuation: 0, note: '原页装订时遗失' });
    value(await confirmPrinted(s, printed.number, 'done', 1));
    expect((await check(1)).messageZh).toContain(`补印过 1 次（${printed.number}）`);
    expect(value(await previewForm(s, { register: 'persons', reprint: 1 })).html).toContain('补印第 2 次');
  });

  it('is refused when it was never sealed, never printed, or asked for together with anything else', async () => {
    const open = (await printOpen()).page;
    for (const [page, code] of [[99, 'page_unknown'], [open, 'page_open'], [0, 'page_unknown']] as const) expect(codeOf(await again(page, '遗失'))).toBe(code);
    for (const more of [{ continuation: true }, { filter: { department: '规划科' } }, { record: 1 }]) expect(codeOf(await printForm(s, { register: 'persons', reprint: 1, reason: '遗失', ...more }))).toBe('reprint_page');
    expect(codeOf(await printForm(s, { form: 'anchorSheet', reprint: 1 }))).toBe('reprint_page');
  });

  it('keeps what stands on the pages from those who read the book of prints and not the register', async () => {
    const told = value(await ask(s, 'record.get', { register: 'prints', record: 'DY-2026-0001' })) as { values: { pageDigests: readonly Record<string, unknown>[] } };
    expect(told.values.pageDigests.map((p) => Object.keys(p).sort())).toEqual(Array.from({ length: 3 }, () => ['digest', 'lines', 'page', 'sealed']));
    expect(JSON.stringify(value(await ask(s, 'record.life', { register: 'prints', record: 'DY-2026-0001' })))).not.toContain('示例人');
    expect(JSON.stringify(value(await ask(s, 'record.list', { register: 'prints' })))).not.toContain('示例人');
  });
});

describe('what a page vouches for', () => {
  it('answers a wrong code, a page nobody printed and a row changed past the door', async () => {
    expect((await check(1, '0000-0000-0000-0000-0000-0000-0000-0000')).ok).toBe(false);
    expect((await check(1, (await check(1)).code.toLowerCase().replaceAll('-', ' '))).ok).toBe(true);
    expect(await check(99)).toMatchObject({ ok: false, intact: false });
    const { db } = s.vault;
    db.exec('BEGIN IMMEDIATE');
    for (const name of db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'persons'`).pluck().all() as string[]) db.exec(`DROP TRIGGER ${name}`);
    db.prepare('UPDATE persons SET name = ? WHERE id = 2').run('冒名');
    const told = await check(1);
    const next = await check(2);
    db.exec('ROLLBACK');
    expect(told).toMatchObject({ ok: false, intact: false });
    expect(told.messageZh).toContain('与台账不符');
    expect([next.intact, (await check(1)).ok]).toEqual([true, true]);
  });
});

describe('two prints', () => {
  it('do not overlap: the second waits until the paper of the first is confirmed, and a spoiled print sealed nothing', async () => {
    people(60, 75);
    const waiting = value(await goOn());
    expect(codeOf(await goOn())).toBe('print_unconfirmed');
    value(await confirmPrinted(s, waiting.number, 'spoiled', 2));
    const { pages } = await printOut();
    expect(pages).toEqual(pagesOfPrint(recordByNumber(s.vault.db, 'prints', waiting.number) as never));
    expect(pages[0]?.page).toBe(5);
  });

  it('are refused when the lines changed between laying out and entering', async () => {
    people(80, 81);
    const input = { form: 'R25', title: '人员台账（续打）', rows: 1, level: null, secrecyPeriod: null, digest: 'a'.repeat(64), continuation: { register: 'persons', basis: 'b'.repeat(64), papers: [] } };
    const seq = trailHead(s.vault.db)?.seq;
    expect(codeOf(await act(s, 'register.print', input))).toBe('pages_moved');
    expect(codeOf(await act(s, 'register.print', { ...input, continuation: { register: 'audit', basis: 'b', papers: [] } }))).toBeUndefined();
    expect(trailHead(s.vault.db)?.seq).toBe(seq);
  });

  it('are of the whole register: a view or a filter is refused', async () => {
    for (const more of [{ view: 'all' }, { filter: { department: '规划科' } }, { search: '示例' }, { record: 1 }]) expect(codeOf(await goOn(more))).toBe('continuation_whole');
    expect(codeOf(await printForm(s, { form: 'anchorSheet', continuation: true }))).toBe('continuation_whole');
  });

  it('carry the level of their own lines, and become carriers that alone are no reason to print again', async () => {
    const receive = (title: string) => must('carrier.enter', { title, carrierKind: 'paper', level: 'confidential', period: { years: 5 }, issuer: '示例厅', docNumber: `示厅〔2026〕${title}号`, issuedOn: '2026-11-01', basisDocument: '示保〔2026〕1号', copySerial: '000001', pages: 3, copies: 1, accessScope: ['示例人001'], source: 'received', custodian: '欧阳笺', place: '3号柜', cabinetKind: 'code_cabinet' });
    receive('1');
    const printed = value(await printForm(s, { register: 'carriers', continuation: true }));
    expect([printed.mark, printed.rows, printed.carrierNumbers.length]).toEqual(['秘密★5年', 1, 1]);
    value(await confirmPrinted(s, printed.number, 'done', 1));
    expect(codeOf(await printForm(s, { register: 'carriers', continuation: true }))).toBe('nothing_to_print');
    receive('2');
    expect(value(await printForm(s, { register: 'carriers', continuation: true })).rows).toBe(3);
  });

  it('are printed by who may look into the register only', async () => {
    s = await t.sit('audit');
    expect(codeOf(await goOn())).toBe('policy');
    s = await t.sit('clerk');
  });
});
