import { existsSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFonts } from '#build/fonts/collect.ts';
import { findPdfBrowser, openPdfEngine, type PdfEngine } from '#build/host/pdfEngine.mjs';
import { enter } from '#electron/commands/door.ts';
import { readEntry } from '#electron/commands/trail.ts';
import { confirmPrinted, previewForm, printForm, recoveryPaper } from '#electron/paper.ts';
import type { PrintRequest, Printed } from '#electron/paper.ts';
import { findSystemFaces } from '#electron/printing/systemFaces.ts';
import { ask, doorOf } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { recordByNumber, trailAt, trailHead } from '#electron/vault/read.ts';
import type { Refusal, Result } from '#shared/result.ts';
import { openTerminal } from '../helpers/terminal.ts';
import type { Terminal } from '../helpers/terminal.ts';
import { furnish, RARE } from './printing/compose/scene.ts';
import { readPdf, squeezed } from './printing/support.ts';

const tools = findPdfBrowser() !== null && existsSync('/usr/bin/pdftotext');
ensureFonts();

let t: Terminal;
let s: Session;
beforeAll(async () => {
  t = await openTerminal();
  s = await t.sit('clerk');
  furnish(s);
});
afterAll(() => {
  t.leave();
  rmSync(t.root, { recursive: true, force: true });
});

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const refused = (result: Result<unknown>): Refusal => {
  if (result.ok) throw new Error('was not refused');
  return result.refusal;
};
const seq = (): number => trailHead(s.vault.db)?.seq ?? 0;
const count = (register: string): unknown => s.vault.db.prepare(`SELECT count(*) FROM ${register}`).pluck().get();
const print = async (request: PrintRequest): Promise<Printed> => value(await printForm(s, request));
const scrubbed = (html: string): string => html.replace(/@font-face\{[^}]*\}/g, '');

describe('printing is an act', () => {
  it('enters the print with its digest and the paper as a carrier of the highest level and longest period, before there is paper', async () => {
    const printed = await print({ register: 'carriers', purpose: '年度检查' });
    expect([printed.mark, printed.rows, printed.title, printed.missing]).toEqual(['机密★20年', 7, '涉密载体台账', []]);
    const entry = readEntry(trailAt(s.vault.db, printed.chain.seq)?.entry ?? '');
    const record = recordByNumber(s.vault.db, 'prints', printed.number);
    expect([entry.act, entry.number, entry.outcome]).toEqual(['register.print', printed.number, 'done']);
    expect(entry.note).toBe(record?.digest);
    expect(record).toMatchObject({ form: 'R01-A4H', purpose: '年度检查', rows: 7, level: 'secret', secrecyPeriod: '20年', printedBy: '欧阳笺', state: 'issued' });
    expect(recordByNumber(s.vault.db, 'carriers', printed.carrierNumbers[0] ?? '')).toMatchObject({ level: 'secret', secrecyPeriod: '20年', carrierKind: 'printout', source: 'printed', docNumber: printed.number });
    const html = scrubbed(printed.html);
    for (const text of [printed.number, printed.chain.code, printed.carrierNumbers[0] ?? 'none', `审计链首 #${printed.chain.seq}`]) expect(html).toContain(text);
  });

  it('stands in the paper’s foot with a code the chain confirms', async () => {
    const printed = await print({ form: 'anchorSheet' });
    expect([printed.mark, printed.carrierNumbers]).toEqual([null, []]);
    const checked = value(await ask(s, 'audit.checkPaper', { seq: printed.chain.seq, code: printed.chain.code })) as { ok: boolean };
    expect(checked.ok).toBe(true);
    const next = await print({ form: 'anchorSheet' });
    expect(scrubbed(next.html)).toContain(printed.chain.code);
  });

  it('numbers each copy as a carrier of its own', async () => {
    const before = count('carriers') as number;
    const printed = await print({ register: 'receipts', copies: 3 });
    expect(printed.carrierNumbers).toHaveLength(3);
    expect(count('carriers')).toBe(before + 3);
    expect(scrubbed(printed.html)).toContain(`${printed.carrierNumbers[0] ?? ''} 至 ${printed.carrierNumbers[2] ?? ''}，共 3 份`);
  });

  it('refuses 机密 without a purpose, and then there is neither number nor carrier', async () => {
    const [prints, carriers] = [count('prints'), count('carriers')];
    const r = refused(await printForm(s, { register: 'carriers' }));
    expect(r.kind === 'policy' && r.decision.outcome).toBe('warn');
    expect(r.messageZh).toContain('用途');
    expect([count('prints'), count('carriers')]).toEqual([prints, carriers]);
  });

  it('prints a book without lines, or without levels, and makes no carrier of it', async () => {
    const before = count('carriers');
    const empty = await print({ register: 'carriers', filter: { custodian: '无此人' } });
    expect([empty.rows, empty.mark, empty.carrierNumbers]).toEqual([0, null, []]);
    expect(scrubbed(empty.html)).toContain('以下空白');
    expect((await print({ register: 'persons' })).carrierNumbers).toEqual([]);
    expect(count('carriers')).toBe(before);
  });

  it('previews without number and without a trace', async () => {
    const before = seq();
    const seen = value(await previewForm(s, { register: 'carriers' }));
    expect(scrubbed(seen.html)).toContain('预览　未编号');
    expect([seen.mark, seen.rows >= 7, seen.pagesEstimate >= 1]).toEqual(['机密★20年', true, true]);
    for (const form of ['isolation', 'verification', 'dueList']) value(await previewForm(s, { form }));
    expect(refused(await previewForm(s, { form: 'nothing' })).kind).toBe('invalid');
    expect(seq()).toBe(before);
  });

  it('reports the whole verification, the pages of the file included, and enters it', async () => {
    const printed = await print({ form: 'verification' });
    const html = scrubbed(printed.html);
    for (const text of ['页校验', '审计链', '逐条校验值', '核验各项相符']) expect(html).toContain(text);
    expect(readEntry(trailAt(s.vault.db, printed.chain.seq - 1)?.entry ?? '').act).toBe('audit.verified');
  });

  it('prints the recovery sheets of the founding without a session, each share whole and on its own page', () => {
    const { html } = value(recoveryPaper({ organisation: '青岭研究所', terminalNumber: '03', level: 'secret', training: true }, t.sheets, t.clock()));
    expect(html.match(/<section class="page">/g)).toHaveLength(2);
    for (const sheet of t.sheets) for (const group of sheet.text.split(/\s+/).filter((g) => g.length === 4)) expect(html).toContain(group);
  });

  it('keeps what became of the paper', async () => {
    const printed = await print({ form: 'isolation' });
    value(await confirmPrinted(s, printed.number, 'spoiled', 2));
    expect(recordByNumber(s.vault.db, 'prints', printed.number)).toMatchObject({ result: 'spoiled', pages: 2, state: 'confirmed' });
    expect(refused(await confirmPrinted(s, printed.number, 'done', 2)).kind).toBe('policy');
    expect(recordByNumber(s.vault.db, 'prints', printed.number)?.result).toBe('spoiled');
  });
});

describe.skipIf(!tools)('on real paper', { timeout: 120_000 }, () => {
  let engine: PdfEngine;
  beforeAll(async () => { engine = await openPdfEngine(); }, 60_000);
  afterAll(async () => { await engine.close(); });
  const rare = findSystemFaces().some((face) => face.covers(RARE.codePointAt(2) ?? 0)) ? RARE : RARE.replace(/.$/u, (c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);

  it.each([
    [{ register: 'carriers', purpose: '检查' }, '涉密载体台账', ['第1稿', '青研发', '以下空白', '总计']],
    // A letter from another face stands a hair higher: the reader of the file may put it before its neighbours, so it is looked for alone.
    [{ register: 'readings', purpose: '检查' }, '阅读（知悉）登记簿', ['第二会议室', rare.slice(0, 2), rare.slice(2)]],
    [{ register: 'usageLogs', purpose: '检查' }, '涉密计算机使用登记簿', ['起草物资储备方案', '起草物资储备预案', '第2稿']],
    [{ form: 'destructionCertificate', filter: { destruction: 'XH-2026-001' }, purpose: '检查' }, '涉密载体销毁清册', ['涉密载体销毁证明', '贰（2）件']],
  ] as const)('%o carries mark, head, page x of y, number and chain code on each page', async (request, title, words) => {
    const printed = await print(request);
    const pdf = readPdf(await engine.print(printed.html));
    const all = squeezed(pdf.text.join(''));
    expect(all).toContain(squeezed(title));
    for (const word of words) expect(all).toContain(word);
    pdf.text.forEach((page, at) => {
      const text = squeezed(page);
      for (const part of [printed.mark ?? 'none', `第${at + 1}页共${pdf.pages}页`, printed.number, printed.chain.code, printed.carrierNumbers[0] ?? 'none', '样张']) expect(text).toContain(part);
    });
  });

  it('loses no line of a book that runs over several pages', async () => {
    for (let i = 0; i < 30; i++) await print({ form: 'isolation' });
    const printed = await print({ register: 'prints' });
    const pdf = readPdf(await engine.print(printed.html));
    const all = squeezed(pdf.text.join(''));
    expect(pdf.pages).toBeGreaterThan(2);
    for (const number of s.vault.db.prepare('SELECT number FROM prints WHERE number <> ?').pluck().all(printed.number) as string[]) expect(all).toContain(number);
    for (const page of pdf.text) expect(squeezed(page)).toContain('打印编号名称');
  });
});

describe('a register of very many lines', { timeout: 60_000 }, () => {
  it('is refused to who prints one document, and comes as volumes that lose no line to who prints all', async () => {
    s.vault.db.transaction(() => { for (let i = 0; i < 5400; i++) value(enter(doorOf(s), s.me, 'person.register', { name: `示例${i}` })); })();
    const before = seq();
    expect(refused(await printForm(s, { register: 'persons' })).messageZh).toContain('分 2 册');
    expect(seq()).toBe(before);
    expect(value(await previewForm(s, { register: 'persons' })).shownRows).toBe(400);
    const printed = await print({ register: 'persons', volumes: true, history: false });
    const volumes = [printed.html, ...(printed.furtherVolumes ?? [])];
    expect(volumes).toHaveLength(2);
    expect(volumes.reduce((n, html) => n + (html.match(/RY-2026-\d{4}/g) ?? []).length, 0)).toBe(printed.rows);
  });
});

describe('who may print', () => {
  it('lets the auditor print the trail and refuses the registers, leaving no print behind', async () => {
    s = await t.sit('audit');
    const before = count('prints');
    for (const register of ['carriers', 'readings', 'persons'] as const) {
      const r = refused(await printForm(s, { register, purpose: '审计' }));
      expect(r.kind === 'policy' && r.decision.reasons[0]?.rule).toBe('P414');
    }
    expect(count('prints')).toBe(before);
    const trail = await print({ form: 'audit', filter: { outcome: 'refused', limit: null } });
    expect(trail.carrierNumbers).toEqual([]);
    expect(scrubbed(trail.html)).not.toContain('供水');
  });

  it('lets the leader look but not print', async () => {
    s = await t.sit('leader');
    value(await previewForm(s, { register: 'carriers' }));
    expect(refused(await printForm(s, { register: 'carriers', purpose: '检查' })).kind).toBe('policy');
  });

  it('names in the book of prints the sheets that became carriers and the place in the trail, once the paper is confirmed', async () => {
    s = await t.sit('clerk');
    const printed = await print({ register: 'carriers', copies: 2, purpose: '年度核对' });
    expect(printed.carrierNumbers).toHaveLength(2);
    value(await confirmPrinted(s, printed.number, 'done', 4));
    const [first, last] = printed.carrierNumbers;
    expect(recordByNumber(s.vault.db, 'prints', printed.number)).toMatchObject({ carrierNumbers: `${first ?? ''} 至 ${last ?? ''}，共 2 份`, chainSeq: printed.chain.seq });
  });
});
