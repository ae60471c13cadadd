import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContactOffice } from '#build/contact/office.ts';
import type { Office } from '#build/contact/office.ts';
import { everySheet, formRequests } from '#build/contact/requests.ts';
import { composeEverySheet, formsWithoutSample } from '#build/contact/sheet.ts';
import { ensureFonts } from '#build/fonts/collect.ts';
import { findPdfBrowser, openPdfEngine, type PdfEngine } from '#build/host/pdfEngine.mjs';
import { formKeys } from '#electron/printing/compose/index.ts';
import { renderDocument } from '#electron/printing/documents/index.ts';
import { embedFonts, openFontBook } from '#electron/printing/fonts.ts';
import { registerKeys } from '#shared/registers/index.ts';
import type { PrintDocument } from '#shared/printing.ts';
import { readPdf, squeezed } from './support.ts';

/** Forms the seeds name (Appendix A) for the carrier's life, each with the sheet that is this form, its title and who or what signs. */
const named: readonly (readonly [form: string, sheet: string, reads: readonly string[]])[] = [
  ['公文拟稿纸', 'form-draftSheet', ['公文拟稿纸', '密级★期限', '分发', '主管领导意见', '签字']],
  ['发文单', 'form-dispatchSheet', ['发文单', '份数核对', '封号', '签收人', '登记人（签字）']],
  ['收文登记簿', 'register-receipts', ['收文登记簿', '签收人']],
  ['发文登记簿', 'register-dispatches', ['发文登记簿', '签收人', '审核人（签字）']],
  ['机要投送登记簿', 'register-consignments', ['机要投送登记簿', '渠道', '收件人']],
  ['信封封面和封签', 'form-envelope', ['密封', '内装', '骑缝加盖密封章', '亲收件']],
  ['文件呈批传阅笺', 'form-routingSlip', ['文件呈批传阅笺', '拟办意见', '批办', '本人签名', '批示落实']],
  ['文件发放登记表', 'form-issueSheet', ['文件发放登记表', '领取时间', '退还时间', '经管人（签字）']],
  ['涉密信息载体登记表', 'form-carrierLife', ['涉密载体登记卡', '经历', '知悉人员', '保管人（签字）']],
  ['载体台账', 'register-carriers', ['涉密载体台账', '责任人', '制发单位', '总计', '批准人（签字）']],
  ['阅读登记簿', 'form-knowers', ['阅读（知悉）登记表', '本人签名', '经管人（签字）']],
  ['借阅登记簿', 'register-loans', ['借阅登记簿', '借阅人', '应还日期', '经管人（签字）']],
  ['介绍信', 'form-introduction', ['查阅档案介绍信', '存根联', '交档案所在单位', '有效期', '开具单位盖章', '示例省档案馆', '太史来']],
  ['介绍信（空白）', 'form-introduction-2', ['查阅档案介绍信', '开具单位', '查阅内容', '接待核对签字']],
  ['申请借阅单', 'form-borrowSheet', ['申请借阅单', '准阅范围', '介绍信', '签字']],
  ['借据', 'form-loanSlip', ['涉密载体借据', '存根联', '借阅人联', '借阅人签字']],
  ['复印审批表', 'form-copySheet', ['复印审批表', '翻印', '主管领导意见', '签字']],
  ['携带审批表', 'form-carryOutSheet', ['外出携带审批表', '保护措施', '主管领导意见', '签字']],
  ['装箱清单', 'form-packingList', ['装箱清单', '随箱联', '保密员留存联', '返回清点人']],
  ['定密审批表', 'form-classificationSheet', ['定密审批表', '定密责任人审定', '签字']],
  ['密级变更、解密记录', 'form-levelChangeSheet', ['密级变更记录', '原标志', '新标志', '定密责任人（签字）']],
  ['涉密载体清退登记单(表)', 'form-recallSheet', ['涉密载体清退登记单', '清退人', '接收人', '主管领导（签字）']],
  ['离岗清退单', 'form-clearanceSheet', ['涉密载体清退登记单（离岗）', '本人承诺', '人事部门', '签字']],
  ['清点核对表', 'form-stocktakeSheet', ['清点核对表', '相符', '监督人（签字）']],
  ['清点结果', 'form-stocktakeResult', ['清点结果', '缺少', '在外未核实', '保密工作机构负责人（签字）']],
  ['自查表', 'form-checklistSheet-2', ['检查表', '不符合', '检查人（签字）']],
  ['销毁清册', 'form-destructionList', ['涉密载体销毁清册', '总计', '监销人一', '监销人二', '押运人']],
  ['销毁证明', 'form-destructionCertificate', ['涉密载体销毁证明', '确认信息不可还原', '监销人一', '监销人二', '特此证明']],
  ['离岗移交清册', 'form-handoverList', ['移交清册', '清点核对', '监交领导（签字）']],
  ['泄密事件报告表', 'form-incidentReport', ['泄密事件报告表', '如何发现', '补救措施', '单位负责人意见']],
  ['查找记录', 'form-searchRecord', ['查找记录', '查找地点和情况', '保密工作机构负责人（签字）']],
  ['处理决定', 'form-sanctionDecision', ['处理决定', '警告', '被处理人', '签字']],
  ['审批单', 'form-approvalForm', ['审批单', '办理前核查', '签字']],
  ['工作日志簿', 'form-usageYear', ['涉密计算机使用登记册', '开机', '异常情况', '使用人']],
  ['密码电报登记簿', 'register-telegrams', ['密码电报登记簿', '复电']],
  ['保密本领用登记簿', 'register-notebooks', ['保密本领用登记簿', '领用人', '交回时间', '经管人（签字）']],
  ['打印登记簿', 'register-prints', ['打印登记簿', '打印编号']],
];

/** Sheets that are cut up and stuck or kept by others: they bear no head, no foot or no level of their own. */
const bareFoot: readonly string[] = ['labels'];

const tools = findPdfBrowser() !== null && existsSync('/usr/bin/pdftotext');
describe('the contact sheet', () => {
  it('shows each form and each register', () => {
    expect(formsWithoutSample()).toEqual([]);
    const shown = new Set(everySheet.map(([name]) => name));
    for (const key of formKeys) expect(shown, key).toContain(`form-${key}`);
    for (const key of registerKeys) expect(shown, key).toContain(`register-${key}`);
    expect(Object.keys(formRequests).toSorted()).toEqual([...formKeys].toSorted());
  });

  it('says which form has no sample, when one is taken away', () => {
    const kept = formRequests.loanSlip;
    (formRequests as Record<string, unknown>)['loanSlip'] = [];
    expect(formsWithoutSample()).toEqual(['loanSlip']);
    (formRequests as Record<string, unknown>)['loanSlip'] = kept;
  });
});

describe.skipIf(!tools)('each form on paper', { timeout: 300_000 }, () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'every-form-'));
  let office: Office;
  let engine: PdfEngine;
  const made = new Map<string, PrintDocument>();
  const book = openFontBook(ensureFonts());
  beforeAll(async () => {
    office = await openContactOffice(dir);
    for (const [name, print] of composeEverySheet(office.session)) made.set(name, print);
    engine = await openPdfEngine();
  }, 120_000);
  afterAll(async () => {
    await engine.close();
    office.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const readsOf = new Map(named.map(([, sheet, reads]) => [sheet, reads]));

  it.each([...new Set([...everySheet.map(([name]) => name).filter((name) => name.startsWith('form-')), ...named.map(([, sheet]) => sheet)])])('%s reads back with its title, mark, numbers and places to sign', async (name) => {
    const print = made.get(name)!;
    const pdf = readPdf(await engine.print(embedFonts(renderDocument(print), book)));
    const pages = pdf.text.map(squeezed);
    const whole = pages.join('');
    expect(whole).not.toMatch(/undefined|\[object|NaN/);
    for (const part of readsOf.get(name) ?? []) expect(whole, name).toContain(squeezed(part));
    if (bareFoot.includes(print.form)) return;
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(print.foot.printNumber);
      if (print.form !== 'loan-slip') expect(page).toContain(`第${at + 1}页共${pages.length}页`);
      if (print.mark !== null) expect(page).toContain(squeezed(print.mark));
      if (print.foot.carrierNumber !== null) expect(page).toContain(print.foot.carrierNumber);
      expect(page).toContain('样张');
    }
    // Nothing but closing lines on a page of its own: at least one line of the form stands with them.
    if (pages.length > 1 && name !== 'form-recoverySheets') expect(pages.at(-1)).toMatch(/以下空白|总计|共\d+件|第\d+稿|特此证明|20\d\d-\d\d-\d\d.*（签字）/);
  });

  it.each(named)('%s exists among the sheets', (_form, sheet) => {
    expect(made.get(sheet)).toBeDefined();
  });

  it('parts number, mark and date nowhere in the books of twelve columns and fewer', () => {
    for (const name of ['form-handoverList', 'form-stocktakeSheet', 'form-auditTrail']) {
      const html = renderDocument(made.get(name)!);
      expect(html, name).not.toMatch(/<td class="ev">机密★10年<\/td>/);
    }
  });
});
