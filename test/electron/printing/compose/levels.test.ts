import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFonts } from '#build/fonts/collect.ts';
import { findPdfBrowser, openPdfEngine, type PdfEngine } from '#build/host/pdfEngine.mjs';
import { composePrint, isComposed } from '#electron/printing/compose/index.ts';
import type { Composed, PrintRequest } from '#electron/printing/compose/index.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { embedFonts, openFontBook } from '#electron/printing/fonts.ts';
import type { PrintFoot } from '#shared/printing.ts';
import { approved, auditor, clerk, openDesk, paper, reader, secadmin } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { readDesk } from '../../queries/support.ts';
import { readPdf, squeezed } from '../support.ts';

const foot: PrintFoot = { printNumber: 'DY-2026-0001', printedBy: '欧阳笺', printedAt: '2026-11-20 11:20', carrierNumber: null, chainSeq: 7, chainCode: '7K3Q-9MWD' };
let desk: Desk;
beforeAll(() => {
  desk = openDesk();
  for (const name of ['南宫砚', '慕容档']) desk.must('person.register', reader(name));
  desk.must('policy.change', { key: 'classification.officers', value: ['闻人录 机密 规划业务'], reason: '指定', headAgreement: '青研函〔2026〕3号' }, secadmin);
  desk.must('carrier.enter', paper('示范园区供水管网改造方案', { issuedOn: '2026-11-01', accessScope: ['南宫砚', '慕容档'] }));
  desk.must('classification.propose', { title: '供水调度方案', level: 'secret', period: { years: 10 }, accessScope: ['南宫砚'], kind: 'original', clause: '水利工作保密事项范围第三条', basis: '涉及未公开的调度数据', proposer: '南宫砚', submitTo: '示例省青岭厅', disputed: ['confidential'] });
  desk.must('classification.recordNotice', { carriers: [1], notice: 'change', level: 'confidential', period: { years: 5 }, noticeNumber: '示厅密〔2026〕9号', noticeFrom: '示例省青岭厅', noticeOn: '2026-11-19', decidedOn: '2026-11-18' });
  desk.must('classification.notified', { classification: 2, people: ['慕容档'] });
  desk.must('carrier.enter', paper('水文监测月报', { issuedOn: '2016-01-10', copySerial: '000004', period: { years: 9 } }));
  desk.must('classification.release', { carrier: 2, reason: 'ended', extensionChecked: true });
  desk.must('carrier.enter', paper('水质监测年报', { copySerial: '000005' }));
  desk.must('classification.suggestRelease', { carrier: 3, to: '示例省青岭厅', reason: '内容已过时' });
  desk.must('carrier.enter', paper('机井普查表', { copySerial: '000006', source: 'produced', issuer: '青岭研究所', basisDocument: '示厅函〔2026〕2号', issuedOn: '2026-01-10' }));
  const change = { carrier: 4, level: 'confidential', period: { years: 5 }, decider: '闻人录', basis: '情势变化' };
  desk.must('classification.change', { ...change, approval: approved(desk, 'classification.change', change) });
});
afterAll(() => { desk.close(); });

const composed = (request: PrintRequest): Composed => {
  const c = composePrint(readDesk(desk), clerk, request);
  if (!isComposed(c)) throw new Error(JSON.stringify(c));
  return c;
};
const textOf = (request: PrintRequest): string => renderDocument(composed(request).draft(foot)).replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, '').replace(/\s+/g, '');

describe('papers about levels', () => {
  it('shows on the decision sheet what is proposed and leaves the 定密责任人 an empty box', () => {
    const text = textOf({ form: 'classificationSheet', filter: { classification: 'DM-2026-0001' } });
    for (const part of ['定密审批表', '供水调度方案', '拟定密级', '机密★10年', '水利工作保密事项范围第三条', '涉及未公开的调度数据', '南宫砚', '示例省青岭厅', '2026-12-04', '定密责任人审定', '有权机关答复', '争议密级']) expect(text).toContain(part);
    expect(text).not.toContain('登记结果');
    expect(composed({ form: 'classificationSheet', filter: { classification: 1 } })).toMatchObject({ level: 'secret', secrecyPeriod: '10年', formCode: 'R14-A4' });
  });

  it('names on the record of a change both marks, the notice and everybody who is to be told', () => {
    const text = textOf({ form: 'levelChangeSheet', filter: { classification: 'DM-2026-0002' } });
    for (const part of ['密级变更记录', '机密★10年', '秘密★5年', '示厅密〔2026〕9号', '示例省青岭厅', '南宫砚', '慕容档', '已通知', '2026-11-23', '未更换', 'DM-2026-0002']) expect(text).toContain(part);
    expect(composed({ form: 'levelChangeSheet', filter: { classification: 2 } })).toMatchObject({ rows: 2, level: 'secret', secrecyPeriod: '10年' });
  });

  it('marks the record of a release with no level and gives the reason', () => {
    const text = textOf({ form: 'levelChangeSheet', filter: { classification: 'DM-2026-0003' } });
    for (const part of ['解密记录', '期限届满', '2025-01-10', '解密不等于公开', '非密']) expect(text).toContain(part);
    expect(composed({ form: 'levelChangeSheet', filter: { classification: 3 } }).level).toBeNull();
  });

  it('writes a suggestion to the organ that set the level', () => {
    const text = textOf({ form: 'levelChangeSheet', filter: { classification: 'DM-2026-0004' } });
    for (const part of ['解密建议书', '示例省青岭厅', '内容已过时', '水质监测年报', '机密★10年', '答复前仍按原密级管理']) expect(text).toContain(part);
  });

  it('asks the 定密责任人 and not the leader on the approval form of a change', () => {
    const text = textOf({ form: 'approvalForm', filter: { approval: 1 } });
    for (const part of ['变更密级审批单', '新定密级', '秘密', '5年', '闻人录', '情势变化', '定密责任人审定']) expect(text).toContain(part);
    expect(text).not.toContain('主管领导审批');
  });

  it('prints change labels with the old mark struck beside the new one, and only for what changed', () => {
    const c = composed({ form: 'labels', data: { change: true } });
    expect(c.rows).toBe(3);
    const page = renderDocument(c.draft(foot));
    expect(page).toContain('<s>机密★10年</s>　秘密★5年');
    expect(page).toContain('<s>机密★9年</s>　解密');
    expect(page).not.toContain('ZT-2026-00003');
    expect(composed({ form: 'labels', filter: { id: [1, 3] }, data: { change: false } }).rows).toBe(2);
  });

  it('prints 拟定 on the label of what nobody has decided yet', () => {
    desk.must('carrier.enter', paper('草案', { level: null, period: undefined, docNumber: undefined, copySerial: undefined, cabinetKind: undefined }));
    desk.must('classification.propose', { carrier: 5, level: 'confidential', period: { years: 3 }, accessScope: ['南宫砚'], kind: 'provisional', proposer: '南宫砚' });
    expect(renderDocument(composed({ form: 'labels', filter: { carrier: 5 } }).draft(foot))).toContain('拟定 秘密★3年');
  });

  it('lists every decision in the book of levels under the highest mark', () => {
    const text = textOf({ register: 'classifications' });
    for (const part of ['定密变更解密登记簿', 'DM-2026-0001', '拟定密级', '收到通知', '解密建议', '1/2人', '未更换']) expect(text).toContain(part);
    expect(composed({ register: 'classifications' })).toMatchObject({ formCode: 'R14-A4H', level: 'secret', secrecyPeriod: '10年' });
  });

  it('refuses paper about nothing, and paper for who may not look', () => {
    expect(composePrint(readDesk(desk), clerk, { form: 'classificationSheet' })).toMatchObject({ kind: 'invalid' });
    expect(composePrint(readDesk(desk), clerk, { form: 'levelChangeSheet', filter: { classification: 99 } })).toMatchObject({ kind: 'missing' });
    expect(composePrint(readDesk(desk), auditor, { form: 'levelChangeSheet', filter: { classification: 2 } })).toMatchObject({ kind: 'policy' });
  });
});

const tools = findPdfBrowser() !== null && existsSync('/usr/bin/pdftotext');
describe.skipIf(!tools)('on paper', { timeout: 180_000 }, () => {
  let engine: PdfEngine;
  beforeAll(async () => { engine = await openPdfEngine(); }, 60_000);
  afterAll(async () => { await engine.close(); });
  const book = openFontBook(ensureFonts());

  it.each([
    ['the decision sheet', { form: 'classificationSheet', filter: { classification: 1 } }, ['定密审批表', '定密责任人审定', '有权机关答复']],
    ['the record of a change', { form: 'levelChangeSheet', filter: { classification: 2 } }, ['密级变更记录', '秘密★5年', '慕容档']],
    ['the suggestion', { form: 'levelChangeSheet', filter: { classification: 4 } }, ['解密建议书', '内容已过时']],
    ['the book of levels', { register: 'classifications' }, ['定密变更解密登记簿', 'DM-2026-0005', '以下空白']],
    ['change labels', { form: 'labels', data: { change: true } }, ['机密★10年', '秘密★5年', '解密']],
  ] as const)('%s fits one page and can be read back', async (_name, request, parts) => {
    const file = await engine.print(embedFonts(renderDocument(composed(request as PrintRequest).draft(foot)), book));
    const pdf = readPdf(file);
    const text = squeezed(pdf.text.join(''));
    for (const part of parts) expect(text).toContain(part);
    expect(pdf.pages).toBe(1);
    for (const font of pdf.fonts) expect(font.name).toMatch(/Noto(Serif|Sans)SC/);
  });
});
