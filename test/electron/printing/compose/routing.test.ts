import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFonts } from '#build/fonts/collect.ts';
import { findPdfBrowser, openPdfEngine, type PdfEngine } from '#build/host/pdfEngine.mjs';
import { composePrint, isComposed } from '#electron/printing/compose/index.ts';
import type { Composed, PrintRequest } from '#electron/printing/compose/index.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { embedFonts, openFontBook } from '#electron/printing/fonts.ts';
import type { PrintFoot } from '#shared/printing.ts';
import { approved, auditor, clerk, openDesk, paper, reader } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { readDesk } from '../../queries/support.ts';
import { readPdf, squeezed } from '../support.ts';

const foot: PrintFoot = { printNumber: 'DY-2026-0001', printedBy: '欧阳笺', printedAt: '2026-11-20 11:20', carrierNumber: null, chainSeq: 7, chainCode: '7K3Q-9MWD' };
const mail = { title: '关于报送年度计划的通知', level: 'secret', period: { years: 10 }, issuer: '示例省青岭厅', docNumber: '示厅函〔2026〕31号', copySerials: ['000007'], pages: 12, urgency: 'urgent', accessScope: ['南宫砚', '慕容档'], custodian: '欧阳笺', place: '3号柜1格', signedBy: '欧阳笺', counted: true };
let desk: Desk;
beforeAll(() => {
  desk = openDesk();
  for (const name of ['南宫砚', '慕容档']) desk.must('person.register', reader(name));
  desk.must('carrier.receive', mail);
  const route = { carrier: 1, readers: ['南宫砚', '慕容档'], proposal: '拟请规划科阅，提出意见。' };
  desk.must('carrier.route', { ...route, approval: approved(desk, 'carrier.route', route) });
  desk.must('carrier.circulate', { circulation: 1, reader: '南宫砚', signature: 'ink', place: '阅文室' });
  desk.must('circulation.takeBack', { circulation: 1, pagesChecked: true, signature: 'ink', opinion: '已阅', instructions: '请规划科提出意见', followUpDueOn: '2026-11-27' });
  desk.must('carrier.receive', { ...mail, copySerials: ['000008'], urgency: 'normal', title: '关于报送季度计划的通知' });
  desk.must('approval.request', { command: 'carrier.route', input: { carrier: 2, readers: ['慕容档'], proposal: '请储备科阅。' }, reason: '送批办' });
  desk.must('carrier.enter', paper('保密本', { carrierKind: 'notebook', docNumber: undefined, copySerial: '000009' }));
  desk.must('notebook.issue', { carrier: 3, holder: '南宫砚', pages: 100, dueOn: '2026-12-31' });
  desk.must('notebook.giveBack', { carrier: 3, pages: 99, used: 20, remark: '本人称撕去废页' });
  desk.must('refusal.record', { askedBy: '某科长', asked: '要求把文件带回家', rules: '涉密载体不得带回住所', carrier: 1 });
});
afterAll(() => { desk.close(); });

const composed = (request: PrintRequest): Composed => {
  const c = composePrint(readDesk(desk), clerk, request);
  if (!isComposed(c)) throw new Error(JSON.stringify(c));
  return c;
};
const refusalOf = (request: PrintRequest, actor = clerk): string => {
  const c = composePrint(readDesk(desk), actor, request);
  return isComposed(c) ? 'printed' : c.kind;
};
const textOf = (request: PrintRequest): string => renderDocument(composed(request).draft(foot)).replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, '').replace(/\s+/g, '');

describe('papers of circulation', () => {
  it('shows on the slip what came in, who is to read and what was instructed, and leaves every signature empty', () => {
    const text = textOf({ form: 'routingSlip', filter: { circulation: 'CY-2026-0001' } });
    for (const part of ['文件呈批传阅笺', '关于报送年度计划的通知', '示厅函〔2026〕31号', '机密★10年', '急件', 'ZT-2026-00001', '000007', 'SW-2026-0001', '拟请规划科阅', '批办（办公室负责人）意见', '已登记：闻人录2026-11-20', '南宫砚', '慕容档', '批示：南宫砚（2026-11-20）：请规划科提出意见，应于2026-11-27办结', '不得横传']) expect(text).toContain(part);
    // The opinion on the slip is written by the reader; the machine keeps its own copy of it.
    expect(text).not.toContain('已阅');
    expect(composed({ form: 'routingSlip', filter: { circulation: 1 } })).toMatchObject({ level: 'secret', secrecyPeriod: '10年', rows: 2 });
  });

  it('prints the slip with empty lines when the mail has only just come in', () => {
    for (const filter of [{ receipt: 'SW-2026-0002' }, { carrier: 'ZT-2026-00002' }] as const) {
      const text = textOf({ form: 'routingSlip', filter });
      expect(text).toContain('关于报送季度计划的通知');
      expect(text).not.toContain('南宫砚');
      expect(text).toContain('普通');
    }
  });

  it('prints the slip with the readers proposed while the office is still asked', () => {
    const text = textOf({ form: 'routingSlip', filter: { approval: 'SP-2026-0002' } });
    for (const part of ['请储备科阅。', '慕容档', 'SP-2026-0002']) expect(text).toContain(part);
  });

  it('names the leader in charge where the unit lets him route', () => {
    desk.db.exec('BEGIN IMMEDIATE');
    desk.must('policy.change', { key: 'circulation.routerRole', value: 'leaderInCharge', reason: '本单位制度' }, { account: 'secadmin', name: '令狐策', roles: ['security_administrator'] });
    const text = textOf({ form: 'routingSlip', filter: { circulation: 1 } });
    desk.db.exec('ROLLBACK');
    expect(text).toContain('批办（主管领导）意见');
  });

  it('leaves room for signatures on the issue sheet, before and after', () => {
    const document = composed({ form: 'issueSheet', filter: { circulation: 1 } }).draft(foot);
    if (document.form !== 'register') throw new Error('is no register');
    expect(document.columns.filter((c) => c.ink).map((c) => c.key)).toEqual(['sign', 'backSign', 'clerk']);
    expect([document.count, document.blankRows, document.mark]).toEqual([2, 10, '机密★10年']);
    expect(document.rows.map((r) => r.cells['reader'])).toEqual(['南宫砚', '慕容档']);
  });

  it('prints the four books under the mark of their lines', () => {
    const books = textOf({ register: 'circulations' });
    for (const part of ['传阅登记簿', '闻人录', '南宫砚、慕容档', '应于2026-11-27办结', '急件', '传阅中']) expect(books).toContain(part);
    expect(textOf({ register: 'circulationSteps' })).toContain('待送阅');
    const notebooks = textOf({ register: 'notebooks' });
    for (const part of ['保密本领用登记簿', '南宫砚', '100', '99', '20', '本人称撕去废页']) expect(notebooks).toContain(part);
    for (const part of ['拒绝办理登记簿', '要求把文件带回家', '涉密载体不得带回住所', '已登记']) expect(textOf({ register: 'refusals' })).toContain(part);
    for (const register of ['circulations', 'circulationSteps', 'notebooks', 'refusals'] as const) expect(composed({ register })).toMatchObject({ level: 'secret', secrecyPeriod: '10年' });
  });

  it.each(['routingSlip', 'issueSheet'])('%s refuses the auditor, and its missing or unknown record', (form) => {
    expect(refusalOf({ form, filter: { circulation: 1 } }, auditor)).toBe('policy');
    expect(refusalOf({ form })).toBe('invalid');
    expect(refusalOf({ form, filter: { circulation: 'XX-2026-9999' } })).toBe('missing');
  });

  it('does not take another approval for a slip', () => {
    const { id } = (desk.must('approval.request', { command: 'carrier.lend', input: { carrier: 1, borrower: '南宫砚', reason: '编制' }, reason: '编制' }).result as { approval: { id: number } }).approval;
    expect(refusalOf({ form: 'routingSlip', filter: { approval: id } })).toBe('missing');
  });
});

const tools = findPdfBrowser() !== null && existsSync('/usr/bin/pdftotext');
describe.skipIf(!tools)('on paper', { timeout: 180_000 }, () => {
  let engine: PdfEngine;
  beforeAll(async () => { engine = await openPdfEngine(); }, 60_000);
  afterAll(async () => { await engine.close(); });
  const book = openFontBook(ensureFonts());

  it.each([
    ['the slip', { form: 'routingSlip', filter: { circulation: 1 } }, ['文件呈批传阅笺', '批办（办公室负责人）意见', '批示意见', '慕容档', '批示落实意见']],
    ['the issue sheet', { form: 'issueSheet', filter: { circulation: 1 } }, ['文件发放登记表', '领取人签名', '南宫砚', '退还人']],
    ['the book of circulations', { register: 'circulations' }, ['传阅登记簿', 'CY-2026-0001', '以下空白']],
    ['the book of notebooks', { register: 'notebooks' }, ['保密本领用登记簿', 'BB-2026-0001', '以下空白']],
  ] as const)('%s fits one page and can be read back', async (_name, request, parts) => {
    const pdf = readPdf(await engine.print(embedFonts(renderDocument(composed(request).draft(foot)), book)));
    const text = squeezed(pdf.text.join(''));
    for (const part of parts) expect(text).toContain(part);
    expect(pdf.pages).toBe(1);
    for (const font of pdf.fonts) expect(font.name).toMatch(/Noto(Serif|Sans)SC/);
  });
});
