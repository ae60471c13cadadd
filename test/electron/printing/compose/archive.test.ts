import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFonts } from '#build/fonts/collect.ts';
import { findPdfBrowser, openPdfEngine, type PdfEngine } from '#build/host/pdfEngine.mjs';
import { composePrint, isComposed } from '#electron/printing/compose/index.ts';
import type { Composed, PrintRequest } from '#electron/printing/compose/index.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { embedFonts, openFontBook } from '#electron/printing/fonts.ts';
import { numberOfDigits } from '#shared/labels.ts';
import type { PrintFoot } from '#shared/printing.ts';
import { approved, auditor, clerk, openDesk } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { all_, lend, shelve, staff } from '#test/helpers/rulesCases.ts';
import { consulting, trip } from '#test/helpers/samplesArchive.ts';
import { readDesk } from '../../queries/support.ts';
import { readPdf, squeezed } from '../support.ts';

const foot: PrintFoot = { printNumber: 'DY-2026-0001', printedBy: '欧阳笺', printedAt: '2026-11-20 11:20', carrierNumber: null, chainSeq: 7, chainCode: '7K3Q-9MWD' };
const [PAPER, FILE, OUT, THIRD] = ['ZT-2026-00001', 'ZT-2026-00002', 'ZT-2026-00003', 'ZT-2026-00004'];
const outsider = { reader: undefined, readerName: '太史来', unit: '示例省档案馆', outsider: true, letter: '示档介〔2026〕15号' };
const plain = (input: Record<string, unknown>) => JSON.parse(JSON.stringify(input)) as Record<string, unknown>;
const copying = { carrier: PAPER, quantity: 2, reason: '会议用', operator: '欧阳笺', place: '文印室', stamped: true, wasteSheets: 1 };
let desk: Desk;
const run = (command: string, input: Record<string, unknown>) => desk.must(command, { ...plain(input), approval: approved(desk, command, plain(input)) });
beforeAll(() => {
  desk = openDesk();
  all_(staff(), staff('慕容档'), shelve(), shelve({ copySerial: '000004' }), shelve({ copySerial: '000005' }), shelve({ copySerial: '000006' }))(desk);
  desk.must('carrier.file', { carrier: FILE, archiveNumber: '2026-DA-001', place: '档案库1架' });
  run('archive.consult', consulting({ ...outsider, items: [FILE] }));
  run('carrier.copy', copying);
  run('carrier.carryOut', trip({ carriers: [OUT, THIRD], counted: 2, companions: ['慕容档'] }));
  desk.must('approval.request', { command: 'carrier.lend', input: lend, reason: '编制方案' });
  desk.must('approval.request', { command: 'carrier.carryOut', input: trip({ border: true, permit: 'CJ-2026-1', destination: '境外示例城' }), reason: '参展' });
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

describe('papers of borrowing, copying and carrying out', () => {
  it('prints the slip of a reading in the archive with letter, range and result', () => {
    const text = textOf({ form: 'borrowSheet', filter: { use: 'DA-2026-0001' } });
    for (const part of ['申请借阅单', '太史来', '示例省档案馆', '示档介〔2026〕15号', '第1至10页', '室内查阅', FILE ?? '', '机密★10年', '同意闻人录', '办公室负责人意见']) expect(text).toContain(part);
    expect(composed({ form: 'borrowSheet', filter: { use: 1 } })).toMatchObject({ level: 'secret', secrecyPeriod: '10年' });
  });

  it('prints it from the request of a loan, too', () => {
    const text = textOf({ form: 'borrowSheet', filter: { approval: 'SP-2026-0004' } });
    for (const part of ['南宫砚', '规划科', '编制方案', '保管方领导意见']) expect(text).toContain(part);
  });

  it('prints copies with number, stamp and reprint line', () => {
    const text = textOf({ form: 'copySheet', filter: { copy: 1 } });
    for (const part of ['涉密载体复印审批表', '2份', '会议用', '已盖戳废页1', '青岭研究所2026年11月20日翻印，共2份', '主管领导意见']) expect(text).toContain(part);
  });

  it('prints the trip from its request with the permit of the border', () => {
    const text = textOf({ form: 'carryOutSheet', filter: { approval: 'SP-2026-0005' } });
    for (const part of ['涉密载体外出携带审批表', '境外示例城', 'CJ-2026-1', '密码箱，随身携带', '（出境）']) expect(text).toContain(part);
  });

  it('prints the packing list once for the case and once for the clerk', () => {
    const text = textOf({ form: 'packingList', filter: { trip: 'WC-2026-0001' } });
    for (const part of ['随箱联', '保密员留存联', '共2件', '慕容档']) expect(text).toContain(part);
    expect(text.split(OUT ?? '').length - 1).toBe(2);
  });

  it('puts the bar code of the archive number and of the trip on their papers', () => {
    const drawn = (request: PrintRequest): string[] => [...renderDocument(composed(request).draft(foot)).matchAll(/aria-label="(\d{12})"/gu)].map((m) => m[1] ?? '');
    expect(drawn({ form: 'borrowSheet', filter: { use: 'DA-2026-0001' } }).map(numberOfDigits)).toEqual(['DA-2026-0001']);
    expect(drawn({ form: 'carryOutSheet', filter: { trip: 'WC-2026-0001' } }).map(numberOfDigits)).toEqual(['WC-2026-0001']);
    expect(drawn({ form: 'packingList', filter: { trip: 'WC-2026-0001' } }).map(numberOfDigits)).toEqual(['WC-2026-0001', 'WC-2026-0001']);
  });

  it('prints both books under the highest mark of their lines', () => {
    expect(textOf({ register: 'archiveUses' })).toContain('示例省档案馆');
    expect(textOf({ register: 'trips' })).toContain('在外');
    for (const register of ['archiveUses', 'trips'] as const) expect(composed({ register })).toMatchObject({ level: 'secret', secrecyPeriod: '10年' });
  });

  it.each([['borrowSheet', 'use'], ['copySheet', 'copy'], ['carryOutSheet', 'trip'], ['packingList', 'trip']])('%s refuses the auditor, and its missing or unknown record', (form, name) => {
    expect(refusalOf({ form, filter: { [name]: 1 } }, auditor)).toBe('policy');
    expect(refusalOf({ form })).toBe('invalid');
    expect(refusalOf({ form, filter: { [name]: 'XX-2026-9999' } })).toBe('missing');
  });

  it.each(['borrowSheet', 'copySheet', 'carryOutSheet'])('%s does not take the approval of another act', (form) => {
    const number = form === 'borrowSheet' ? 'SP-2026-0005' : 'SP-2026-0004';
    expect(refusalOf({ form, filter: { approval: number } })).toBe('missing');
  });
});

const tools = findPdfBrowser() !== null && existsSync('/usr/bin/pdftotext');
describe.skipIf(!tools)('on paper', { timeout: 180_000 }, () => {
  let engine: PdfEngine;
  beforeAll(async () => { engine = await openPdfEngine(); }, 60_000);
  afterAll(async () => { await engine.close(); });
  const book = openFontBook(ensureFonts());

  it.each([
    ['borrowSheet', { use: 1 }, ['申请借阅单', '太史来', '第1至10页'], 1],
    ['copySheet', { copy: 1 }, ['涉密载体复印审批表', '翻印，共2份'], 1],
    ['carryOutSheet', { trip: 1 }, ['涉密载体外出携带审批表', '密码箱，随身携带'], 1],
    ['packingList', { trip: 1 }, ['随箱联', '保密员留存联', 'ZT-2026-00003'], 2],
  ] as const)('%s fits its pages and can be read back', async (form, filter, parts, pages) => {
    const pdf = readPdf(await engine.print(embedFonts(renderDocument(composed({ form, filter }).draft(foot)), book)));
    const text = squeezed(pdf.text.join(''));
    for (const part of parts) expect(text).toContain(part);
    expect(pdf.pages).toBe(pages);
    for (const font of pdf.fonts) expect(font.name).toMatch(/Noto(Serif|Sans)SC/);
  });

  it.each(['archiveUses', 'trips'] as const)('the book of %s fits one page', async (register) => {
    const pdf = readPdf(await engine.print(embedFonts(renderDocument(composed({ register }).draft(foot)), book)));
    expect(pdf.pages).toBe(1);
  });
});
