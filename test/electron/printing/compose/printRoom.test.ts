import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFonts } from '#build/fonts/collect.ts';
import { findPdfBrowser, openPdfEngine, type PdfEngine } from '#build/host/pdfEngine.mjs';
import { composePrint, isComposed } from '#electron/printing/compose/index.ts';
import type { Composed, PrintRequest } from '#electron/printing/compose/index.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { embedFonts, openFontBook } from '#electron/printing/fonts.ts';
import type { PrintFoot } from '#shared/printing.ts';
import { auditor, approved, clerk, openDesk } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { all_, running, staff } from '#test/helpers/rulesCases.ts';
import { outcome, run } from '#test/helpers/samplesProduction.ts';
import { readDesk } from '../../queries/support.ts';
import { readPdf, squeezed } from '../support.ts';

const foot: PrintFoot = { printNumber: 'DY-2026-0001', printedBy: '欧阳笺', printedAt: '2026-11-20 11:20', carrierNumber: null, chainSeq: 7, chainCode: '7K3Q-9MWD' };
let desk: Desk;
beforeAll(() => {
  desk = openDesk();
  all_(staff('南宫砚', { delegate: true }), running())(desk);
  desk.must('production.request', { ...run(), approval: approved(desk, 'production.request', run()) });
  desk.must('production.complete', outcome());
  desk.must('carrier.dispatch', { carriers: [1, 2], recipient: '示例省青岭厅', addressee: '司徒收', urgency: 'addressee_only', checkedBy: '端木核' });
  desk.must('carrier.convey', { carriers: [1, 2], recipient: '示例省青岭厅', channel: 'courier', couriers: ['南宫砚'], route: '沿湖东路直达', vehicle: '公务车', measures: '密码箱', sealed: true, envelope: '青研机字第1号', itemsListed: true });
  desk.must('approval.request', { command: 'production.request', input: run({ title: '另一份方案', signed: [{ role: '科室负责人', name: '申屠核', on: '2026-11-19' }] }), reason: '工作需要' });
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

describe('papers of the print room and of dispatch', () => {
  it('prints the draft sheet of a run with list, scope and a box for each who signs', () => {
    const text = textOf({ form: 'draftSheet', filter: { production: 'YZ-2026-0001' } });
    for (const part of ['公文拟稿纸（印制审批表）', '示范园区供水管网改造工作方案', '青研〔2026〕8号', '机密★10年', '5份', '示例省青岭厅', '2份', '存档、余存', '单位负责人意见', '已登记：公孙批', 'SM-001', '2026-12-31']) expect(text).toContain(part);
    expect(composed({ form: 'draftSheet', filter: { production: 1 } })).toMatchObject({ level: 'secret', secrecyPeriod: '10年' });
  });

  it('prints it from the request, too, while approval is still asked for', () => {
    const text = textOf({ form: 'draftSheet', filter: { approval: 'SP-2026-0002' } });
    expect(text).toContain('另一份方案');
    expect(text).toContain('已登记：申屠核2026-11-19');
    expect(text).not.toContain('已登记：闻人录');
    // The approval on paper is this sheet: its bar code brings the signed answer back.
    expect(textOf({ form: 'approvalForm', filter: { approval: 'SP-2026-0002' } })).toBe(text);
  });

  it('balances the copies on the sheet of dispatch', () => {
    const text = textOf({ form: 'dispatchSheet', filter: { production: 1 } });
    expect(text).toContain('实印5份；发出2份，存档1份，在手2份');
    expect(text).toContain('000001、000002');
    expect(textOf({ form: 'dispatchSheet', filter: { dispatch: 'FW-2026-0001' } })).toContain('亲收件');
  });

  it('names every item on both halves of the receipt', () => {
    const text = textOf({ form: 'receiptSlip', filter: { consignment: 'TS-2026-0001' } });
    for (const part of ['存根联', '回执联', 'ZT-2026-00001、ZT-2026-00002', '青研机字第1号', '专人送达', '收件单位盖章']) expect(text).toContain(part);
  });

  it('P050: shows level, urgency and document numbers on the envelope and no title', () => {
    const text = textOf({ form: 'envelope', filter: { consignment: 1 } });
    for (const part of ['机密', '亲收件', '示例省青岭厅', '司徒收', '亲启', '青研〔2026〕8号×2', '内装2件', '密封', '骑缝加盖密封章']) expect(text).toContain(part);
    expect(text).not.toContain('供水管网');
    expect(composed({ form: 'envelope', filter: { dispatch: 1 } })).toMatchObject({ level: null });
  });

  it('prints the three registers under the highest mark of their lines', () => {
    expect(textOf({ register: 'productions' })).toContain('示例省青岭厅2');
    expect(textOf({ register: 'dispatches' })).toContain('待回执');
    const consignments = textOf({ register: 'consignments' });
    expect(consignments).toContain('沿湖东路直达；公务车；密码箱');
    for (const register of ['productions', 'dispatches', 'consignments'] as const) expect(composed({ register })).toMatchObject({ level: 'secret', secrecyPeriod: '10年', rows: 1 });
  });

  it.each(['draftSheet', 'dispatchSheet', 'receiptSlip', 'envelope'])('%s refuses the auditor, and its missing or unknown record', (form) => {
    expect(refusalOf({ form, filter: { production: 1, dispatch: 1 } }, auditor)).toBe('policy');
    expect(refusalOf({ form })).toBe('invalid');
    const name = form === 'draftSheet' ? 'production' : 'dispatch';
    expect(refusalOf({ form, filter: { [name]: 'XX-2026-9999' } })).toBe('missing');
  });

  it('does not take another approval for a run', () => {
    desk.must('carrier.receive', { title: '通知', level: 'confidential', period: { years: 5 }, accessScope: ['南宫砚'], docNumber: '示厅函〔2026〕44号', copySerials: ['000044'], custodian: '欧阳笺', place: '3号柜', signedBy: '欧阳笺' });
    const { id } = (desk.must('approval.request', { command: 'carrier.lend', input: { carrier: 6, borrower: '南宫砚', reason: '编制' }, reason: '编制' }).result as { approval: { id: number } }).approval;
    expect(refusalOf({ form: 'draftSheet', filter: { approval: id } })).toBe('missing');
  });
});

const tools = findPdfBrowser() !== null && existsSync('/usr/bin/pdftotext');
describe.skipIf(!tools)('on paper', { timeout: 180_000 }, () => {
  let engine: PdfEngine;
  beforeAll(async () => { engine = await openPdfEngine(); }, 60_000);
  afterAll(async () => { await engine.close(); });
  const book = openFontBook(ensureFonts());

  it.each([
    ['draftSheet', { production: 1 }, ['公文拟稿纸（印制审批表）', '单位负责人意见', '示例省青岭厅'], 1],
    ['dispatchSheet', { production: 1 }, ['发文单', '实印5份；发出2份'], 1],
    ['receiptSlip', { consignment: 1 }, ['存根联', '回执联', 'ZT-2026-00002'], 1],
    ['envelope', { consignment: 1 }, ['机密', '亲收件', '骑缝加盖密封章', '青研机字第1号'], 1],
  ] as const)('%s fits one page and can be read back', async (form, filter, parts, pages) => {
    const pdf = readPdf(await engine.print(embedFonts(renderDocument(composed({ form, filter }).draft(foot)), book)));
    const text = squeezed(pdf.text.join(''));
    for (const part of parts) expect(text).toContain(part);
    expect(pdf.pages).toBe(pages);
    for (const font of pdf.fonts) expect(font.name).toMatch(/Noto(Serif|Sans)SC/);
  });
});
