import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFonts } from '#build/fonts/collect.ts';
import { findPdfBrowser, openPdfEngine, type PdfEngine } from '#build/host/pdfEngine.mjs';
import { composePrint, isComposed } from '#electron/printing/compose/index.ts';
import type { Composed, PrintRequest } from '#electron/printing/compose/index.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { embedFonts, openFontBook } from '#electron/printing/fonts.ts';
import type { PrintFoot } from '#shared/printing.ts';
import type { Actor } from '#shared/roles.ts';
import { agreed, all_, CARRIER, lent, ready, shelve, staff } from '#test/helpers/rulesCases.ts';
import { auditor, clerk, openDesk, secadmin, sysadmin } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { readDesk } from '../../queries/support.ts';
import { readPdf, squeezed } from '../support.ts';

const foot: PrintFoot = { printNumber: 'DY-2026-0001', printedBy: '欧阳笺', printedAt: '2026-11-20 11:20', carrierNumber: null, chainSeq: 7, chainCode: '7K3Q-9MWD' };
let desk: Desk;
beforeAll(() => {
  desk = openDesk();
  all_(ready, shelve({ title: '示范园区地形图', carrierKind: 'map', copySerial: undefined, docNumber: '示图〔2026〕2号', custodian: '南宫砚' }), shelve({ copySerial: '000005' }), lent())(desk);
  desk.must('account.create', { account: 'heir', name: '宗政接', roles: ['clerk'], password: 'Qx7#mwvT2!kk' }, sysadmin);
  desk.must('telegram.receive', { telegramNumber: '示电〔2026〕12号', title: '关于汛期值守的电报', issuer: '示例省青岭厅', level: 'secret', period: { years: 10 }, keeper: '欧阳笺', place: '机要柜1格', accessScope: ['南宫砚'] });
  desk.must('telegram.read', { telegram: 1, reader: '南宫砚', purpose: '值守', place: '机要室', signature: 'ink' });
  desk.must('telegram.reply', { telegram: 1, channel: 'cipher', replyNumber: '青电〔2026〕3号' });
  desk.must('handover.open', { kind: 'holder', cause: '调离', person: '南宫砚', giver: '南宫砚', taker: '欧阳笺' });
  desk.must('handover.open', { kind: 'post', cause: '轮岗', giver: '欧阳笺', giverAccount: 'clerk', taker: '宗政接', takerAccount: 'heir', supervisor: '闻人录' });
  all_(staff('慕容档'), staff('钟离书'))(desk);
  desk.must('carrier.destroy.propose', agreed('carrier.destroy.propose', { carriers: [3], reason: '过期', method: 'shred', place: 'authority_facility', placeName: '示例市销毁机构' })(desk));
  desk.must('carrier.destroy.execute', { destruction: 1, countBefore: 1, countAfter: 1, executor: '司马执', witness1: '慕容档', witness2: '钟离书', escorts: ['慕容档', '东方簿'], receiptNumber: 'HZ-2026-08', unrecoverable: true }, clerk, { account: 'zhongli', name: '钟离书', roles: ['approver'] });
  desk.must('carrier.reportMissing', { carrier: CARRIER, discoveredBy: '欧阳笺', account: '催还时借阅人称已归还，柜内没有', reportedTo: '主管领导' });
  desk.must('incident.searchLog', { incident: 1, entry: '查过3号柜和文印室' });
  desk.must('incident.report', { incident: 1, reportedTo: ['主管领导', '保密工作机构', '同级保密行政管理部门', '上级主管部门'], remedy: '封存文印室设备', course: '20日晨在3号柜前催还时发现', responsible: ['南宫砚'], harm: '方案内容可能外泄' });
  desk.must('incident.sanction', { incident: 1, responsible: ['南宫砚'], supervisor: '某处长', sanctions: [{ name: '南宫砚', measure: 'warning', by: '党组会' }] });
  desk.must('incident.open', { kind: 'damage', carrier: 2, discoveredBy: '欧阳笺', account: '受潮', reportedTo: '主管领导' });
});
afterAll(() => { desk.close(); });

const composed = (request: PrintRequest, actor: Actor = clerk): Composed => {
  const c = composePrint(readDesk(desk), actor, request);
  if (!isComposed(c)) throw new Error(JSON.stringify(c));
  return c;
};
const refusalOf = (request: PrintRequest, actor: Actor = clerk): string => {
  const c = composePrint(readDesk(desk), actor, request);
  return isComposed(c) ? 'printed' : c.kind;
};
const textOf = (request: PrintRequest, actor: Actor = clerk): string => renderDocument(composed(request, actor).draft(foot)).replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, '').replace(/\s+/g, '');
const holds = (text: string, parts: readonly string[]): void => { for (const part of parts) expect(text).toContain(part); };

describe('papers of the end of a carrier’s life', () => {
  it('lists every carrier that is handed over, with boxes for three signatures', () => {
    const text = textOf({ form: 'handoverList', filter: { handover: 'YJ-2026-002' } });
    holds(text, ['移交清册', '保密员交接', '宗政接', '监交领导', '闻人录', CARRIER, 'MD', '关于汛期值守的电报', '密码电报', '清点核对'].filter((p) => p !== 'MD'));
    expect(text).not.toContain('示范园区地形图');
    expect(composed({ form: 'handoverList', filter: { handover: 2 } })).toMatchObject({ level: 'secret', secrecyPeriod: '10年' });
  });

  it('shows on the clearance sheet what a leaver still has in hand', () => {
    holds(textOf({ form: 'clearanceSheet', filter: { handover: 1 } }), ['涉密载体清退登记单', '南宫砚', '规划科', '重要', '调离', '1件，须先收回', '示范园区地形图', CARRIER, '没有私自留存', '人事部门']);
    expect(refusalOf({ form: 'clearanceSheet', filter: { handover: 2 } })).toBe('invalid');
  });

  it('prints the seven items of a leak report in their order', () => {
    const text = textOf({ form: 'incidentReport', filter: { incident: 'AJ-2026-001' } });
    const seven = ['1．秘密内容、密级、数量、载体', '机密★10年', '2．如何发现', '催还时借阅人称已归还', '3．责任人', '4．时间地点经过', '20日晨在3号柜前', '5．危害', '方案内容可能外泄', '6．查处工作', '查过3号柜和文印室', '7．补救措施', '封存文印室设备'];
    holds(text, [...seven, '借给南宫砚', '上级主管部门', '单位负责人']);
    const at = seven.filter((s) => /^\d/.test(s)).map((s) => text.indexOf(s));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  it('prints each search on its line and leaves lines for more', () => {
    const text = textOf({ form: 'searchRecord', filter: { incident: 1 } });
    holds(text, ['涉密载体查找记录', '欧阳笺', '查过3号柜和文印室', '签字']);
    expect(composed({ form: 'searchRecord', filter: { incident: 1 } }).rows).toBe(1);
  });

  it('prints a decision only where one was taken', () => {
    holds(textOf({ form: 'sanctionDecision', filter: { incident: 1 } }), ['保密违规处理决定', '南宫砚：警告', '党组会决定', '某处长', '被处理人']);
    expect(refusalOf({ form: 'sanctionDecision', filter: { incident: 2 } })).toBe('invalid');
  });

  it('closes the certificate of destruction with escorts, receipt and the word that nothing can be restored', () => {
    holds(textOf({ form: 'destructionCertificate', filter: { destruction: 1 } }), ['慕容档', '东方簿', '确认信息不可还原', 'HZ-2026-08']);
  });

  it('prints the books of handovers and of cipher telegrams', () => {
    holds(textOf({ register: 'telegrams' }), ['密码电报登记簿', '示电〔2026〕12号', '南宫砚', '青电〔2026〕3号', '机密★10年', '不复制、不翻印']);
    holds(textOf({ register: 'handovers' }), ['移交登记簿', '持有人移交', '保密员交接', '交接中']);
  });

  it('prints what was told only for the security administrator', () => {
    desk.must('tipOff.record', { about: '某处人员', account: '把文件放在桌上离开', stopped: true });
    expect(refusalOf({ register: 'tipOffs' })).toBe('policy');
    holds(textOf({ register: 'tipOffs' }, secadmin), ['某处人员']);
  });

  it('prints for who may look and says what it needs', () => {
    for (const form of ['handoverList', 'clearanceSheet', 'incidentReport', 'searchRecord', 'sanctionDecision']) {
      expect(refusalOf({ form })).toBe('invalid');
      expect(refusalOf({ form }, auditor)).toBe('policy');
    }
  });
});

const tools = findPdfBrowser() !== null && existsSync('/usr/bin/pdftotext');
describe.skipIf(!tools)('on paper', { timeout: 180_000 }, () => {
  let engine: PdfEngine;
  beforeAll(async () => { engine = await openPdfEngine(); }, 60_000);
  afterAll(async () => { await engine.close(); });
  const book = openFontBook(ensureFonts());

  it.each([
    ['incidentReport', { incident: 1 }, ['泄密事件报告表', '催还时借阅人称已归还', '封存文印室设备', '单位负责人'], 1],
    ['searchRecord', { incident: 1 }, ['涉密载体查找记录', '查过3号柜和文印室'], 1],
    ['sanctionDecision', { incident: 1 }, ['保密违规处理决定', '南宫砚：警告'], 1],
    ['handoverList', { handover: 2 }, ['涉密载体移交清册', '宗政接', '清点'], 1],
    ['clearanceSheet', { handover: 1 }, ['涉密载体清退登记单', '示范园区地形图'], 1],
  ] as const)('%s fits one page and can be read back', async (form, filter, parts, pages) => {
    const pdf = readPdf(await engine.print(embedFonts(renderDocument(composed({ form, filter }).draft(foot)), book)));
    const text = squeezed(pdf.text.join(''));
    for (const part of parts) expect(text).toContain(part);
    expect(pdf.pages).toBe(pages);
  });
});
