import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFonts } from '#build/fonts/collect.ts';
import { findPdfBrowser, openPdfEngine, type PdfEngine } from '#build/host/pdfEngine.mjs';
import { composePrint, isComposed } from '#electron/printing/compose/index.ts';
import type { Composed, PrintRequest } from '#electron/printing/compose/index.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { embedFonts, openFontBook } from '#electron/printing/fonts.ts';
import type { PrintFoot } from '#shared/printing.ts';
import { approved, approver, auditor, clerk, openDesk, paper, reader } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { answersTo } from '#test/helpers/samplesCounting.ts';
import { readDesk } from '../../queries/support.ts';
import { readPdf, squeezed } from '../support.ts';

const foot: PrintFoot = { printNumber: 'DY-2026-0001', printedBy: '欧阳笺', printedAt: '2026-11-20 11:20', carrierNumber: null, chainSeq: 7, chainCode: '7K3Q-9MWD' };
let desk: Desk;
beforeAll(() => {
  desk = openDesk();
  desk.must('person.register', reader('南宫砚'));
  for (const [title, copySerial, place] of [['水网改造方案', '000003', '3号柜1格'], ['应急演练脚本', '000004', '3号柜2格'], ['储备数据', '000005', '5号柜'], ['评审材料', '000006', '5号柜']] as const) desk.must('carrier.enter', paper(title, { copySerial, place }));
  const lend = { carrier: 4, borrower: '南宫砚', reason: '编制方案' };
  desk.must('carrier.lend', { ...lend, approval: approved(desk, 'carrier.lend', lend) });
  desk.must('stocktake.open', { kind: 'full', counter: '欧阳笺', checker: '闻人录' });
  desk.must('stocktake.count', { stocktake: 1, scanned: 'ZT-2026-00001' });
  desk.must('stocktake.count', { stocktake: 1, scanned: 'ZT-2026-00002', place: '5号柜', explanation: '归还时放错' });
  desk.must('stocktake.close', { stocktake: 1, warnReason: '各柜已查' }, clerk, approver);
  desk.must('recall.open', { kind: 'issuer', title: '清退青岭厅文件', issuer: '示例省青岭厅', noticeNumber: '示厅函〔2026〕40号', dueOn: '2026-12-10' });
  desk.must('check.record', { checklist: 'store', inspector: '欧阳笺', place: '档案库', answers: answersTo('store', 'yes', { damp: 'no', fire: 'na' }), findings: '北墙返潮', correctBy: '2026-12-01' });
  desk.must('cabinet.register', { place: '3号柜', kind: 'code_cabinet', level: 'secret', room: '保密室 301' });
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

describe('papers of counting', () => {
  it('lists on the sheet what should be there, where, with whom', () => {
    const text = textOf({ form: 'stocktakeSheet', filter: { stocktake: 'PD-2026-001' } });
    for (const part of ['清点核对表', 'PD-2026-001', '全部在册载体', '应有件数4件', 'ZT-2026-00001', '3号柜1格', '南宫砚', '监督人']) expect(text).toContain(part);
    expect(composed({ form: 'stocktakeSheet', filter: { stocktake: 1 } })).toMatchObject({ rows: 4, level: 'secret', secrecyPeriod: '10年' });
  });

  it('gives a person the sheet of what that person keeps or has', () => {
    expect(composed({ form: 'stocktakeSheet', filter: { stocktake: 1, person: '南宫砚' } }).rows).toBe(1);
    expect(textOf({ form: 'stocktakeSheet', filter: { stocktake: 1, person: '南宫砚' } })).toContain('保管（持有）人南宫砚');
  });

  it('shows what differs with the numbers, and everything when asked', () => {
    const text = textOf({ form: 'stocktakeResult', filter: { stocktake: 1 } });
    for (const part of ['清点结果', '相符1件', '位置不符1件', '缺少1件', '在外未核实1件', '归还时放错', 'ZT-2026-00003', '没有核实']) expect(text).toContain(part);
    expect(composed({ form: 'stocktakeResult', filter: { stocktake: 1 } }).rows).toBe(3);
    expect(composed({ form: 'stocktakeResult', filter: { stocktake: 1 }, view: 'all' }).rows).toBe(4);
  });

  it('prints the slip of a recall and of a person', () => {
    const text = textOf({ form: 'recallSheet', filter: { recall: 'QT-2026-001' } });
    for (const part of ['涉密载体清退登记单（表）', '示厅函〔2026〕40号', '清退期限2026-12-10', 'ZT-2026-00004', '南宫砚', '借出']) expect(text).toContain(part);
    expect(composed({ form: 'recallSheet', filter: { person: '南宫砚' } }).rows).toBe(1);
    expect(composed({ form: 'recallSheet', filter: { person: '欧阳笺' } }).rows).toBe(4);
  });

  it('prints a checklist empty and filled in', () => {
    expect(textOf({ form: 'checklistSheet', filter: { checklist: 'self' } })).toContain('保密工作责任制落实');
    expect(textOf({ form: 'checklistSheet', filter: { checklist: 'self' } })).not.toContain('√符合');
    const text = textOf({ form: 'checklistSheet', filter: { check: 1 } });
    for (const part of ['库房柜具检查表', '北墙返潮', '2026-12-01', '欧阳笺', '√', '×', '／']) expect(text).toContain(part);
  });

  it('prints labels of cabinets with digits that a scanner reads', () => {
    const text = textOf({ form: 'cabinetLabels' });
    for (const part of ['3号柜', 'GJ-2026-001', '最高存放机密']) expect(text).toContain(part);
  });

  it.each(['recalls', 'stocktakes', 'stocktakeLines', 'cabinets', 'checks'] as const)('prints the book of %s', (register) => {
    expect(composed({ register }).rows).toBeGreaterThan(0);
  });

  it('refuses what is not named, not there, or not this role’s', () => {
    expect(refusalOf({ form: 'stocktakeSheet' })).toBe('invalid');
    expect(refusalOf({ form: 'checklistSheet', filter: { checklist: 'moon' } })).toBe('invalid');
    expect(refusalOf({ form: 'recallSheet', filter: { recall: 'QT-2026-009' } })).toBe('missing');
    expect(refusalOf({ form: 'stocktakeResult', filter: { stocktake: 1 } }, auditor)).toBe('policy');
  });
});

const tools = findPdfBrowser() !== null && existsSync('/usr/bin/pdftotext');
describe.skipIf(!tools)('on paper', { timeout: 180_000 }, () => {
  let engine: PdfEngine;
  beforeAll(async () => { engine = await openPdfEngine(); }, 60_000);
  afterAll(async () => { await engine.close(); });
  const book = openFontBook(ensureFonts());

  it.each([
    ['the sheet to count by', { form: 'stocktakeSheet', filter: { stocktake: 1 } }, ['清点核对表', '账面位置', 'ZT-2026-00004', '监督人']],
    ['the result', { form: 'stocktakeResult', filter: { stocktake: 1 } }, ['清点结果', '归还时放错', '以下空白']],
    ['the slip of a recall', { form: 'recallSheet', filter: { recall: 1 } }, ['示厅函〔2026〕40号', '清退人', '接收人']],
    ['the self-check', { form: 'checklistSheet', filter: { checklist: 'self' } }, ['保密自查表', '信息公开前经保密审查', '不涉及']],
    ['the labels of cabinets', { form: 'cabinetLabels' }, ['3号柜', 'GJ-2026-001']],
  ] as const)('%s fits one page and can be read back', async (_name, request, parts) => {
    const pdf = readPdf(await engine.print(embedFonts(renderDocument(composed(request).draft(foot)), book)));
    const text = squeezed(pdf.text.join(''));
    for (const part of parts) expect(text).toContain(part);
    expect(pdf.pages).toBe(1);
  });
});
