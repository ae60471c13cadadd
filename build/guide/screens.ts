import path from 'node:path';
import type { people } from '#build/demo/people.ts';
import { registers } from '#shared/registers/index.ts';
import type { FormKey } from '#electron/printing/compose/request.ts';
import type { Hands } from './hands.ts';

/** One picture of the window: its file, the screen it is of, and what is done before it is taken. */
export type Screen = Readonly<{ file: string; name: string; who?: keyof typeof people; prepare?: (at: Hands) => Promise<void> }>;

/** The screens of the manual, each in the middle of a piece of work. Run the pictures again when the demonstration or a screen has changed. */
export const screens: readonly Screen[] = [
  { file: 'desk', name: '借还', prepare: async ({ keys, page, carrier }) => {
    await keys('F7');
    await page.keyboard.type(carrier);
    await keys('Enter');
    const person = page.getByRole('combobox', { name: /借阅人/ });
    await person.waitFor();
    await person.pressSequentially('钟离书');
    await page.waitForTimeout(400);
    await person.press('Enter');
    await page.getByRole('textbox', { name: '借阅事由' }).fill('了解改造方案');
    await page.locator('.dec').waitFor();
  } },
  { file: 'receive', name: '收文', prepare: async ({ put, keys, see }) => {
    await put({ issuer: '示例省青岭厅', level: '机密', period: '10', place: '3号柜1格', docNumber: '示厅函〔2026〕45号', copySerial: '000012', copies: '1', pages: '16', title: '关于报送年度供水计划的通知（演示）', accessScope: '南宫砚、慕容档', handler: '南宫砚' });
    await keys('Control+e');
    await put({ expectedCopies: '2', sealIntact: '完好' });
    await see(/少 1 份/);
  } },
  { file: 'dispatch', name: '发文投送', prepare: async ({ button, put, see }) => {
    await button('登记回执');
    await see('投送未回执');
    await button('登记回执', 'TS-');
    await put({ receivedBy: '司徒收', count: '2', receiptNumber: '回字第 9 号' });
    await see(/可以登记回执/);
  } },
  { file: 'circulation', name: '传阅', prepare: async ({ button, put }) => {
    await button('打开');
    await put({ opinion: '已阅，请规划科提出意见。' });
  } },
  { file: 'readings', name: registers.readings.title },
  { file: 'copy', name: '复制摘抄', prepare: async ({ scan, carrier, put, see }) => {
    await scan(carrier);
    await put({ quantity: '2', pages: '38', operator: '欧阳笺', reason: '评审会分发', machine: '涉密复印机 FY-01', place: '本单位文印室', stamped: '是' });
    await see('需审批后复制');
  } },
  { file: 'extract', name: '复制摘抄', prepare: async ({ keys, scan, put, see }) => {
    await keys('Control+PageDown');
    await scan('水源地保护规划');
    await put({ by: '慕容档', notebook: 'ZT-2026-00081', pages: '2', reason: '编制年度计划', content: '第二章' });
    await see('需审批后摘抄');
  } },
  { file: 'print-room', name: '印制', prepare: async ({ button, put, see }) => {
    await button('打开', 'YZ-2026-0001');
    await put({ executor: '东方簿', witness: '闻人录' });
    await see('可以销毁废页');
  } },
  { file: 'trips', name: '携带外出', prepare: async ({ button, put, see }) => {
    await button('返回', '南宫砚');
    await put({ counted: '1', missing: 'ZT-2026-00085', reportedTo: '闻人录' });
    await see('可以返回');
  } },
  { file: 'notebooks', name: registers.notebooks.title, prepare: async ({ page }) => page.getByRole('tab', { name: /^全部/ }).click() },
  { file: 'recall', name: '清退收缴', prepare: async ({ button }) => button('办理', '评审会文件清退') },
  { file: 'stocktake', name: '清点', prepare: async ({ button, see }) => {
    await button('继续', '7号柜');
    await see('还有 1 件');
  } },
  { file: 'destruction', name: '销毁清退', prepare: async ({ button, put }) => {
    await button('打开', 'XH-2026-002');
    await put({ countBefore: '2', countAfter: '2', executor: '钟离书', witness1: '东方簿', witness2: '闻人录' });
  } },
  { file: 'handover', name: '移交', prepare: async ({ button }) => button('打开', '欧阳笺') },
  { file: 'clearance', name: '移交', prepare: async ({ button, put, see }) => {
    await button('打开', '司徒印');
    await put({ counted: '7' });
    await see('不得办结');
  } },
  { file: 'levels', name: '定密', prepare: async ({ button }) => button('打开', '供水调度方案') },
  { file: 'marks', name: '定密', prepare: async ({ button, scan, keys, put, see }) => {
    await button('制作标志');
    await scan('防洪调度数据');
    await keys('Control+n');
    await put({ change: '是' });
    await see('可以制作标志');
  } },
  { file: 'telegrams', name: '密码电报', prepare: async ({ button }) => button('打开', '应急供水') },
  { file: 'missing', name: '报失查找', prepare: async ({ button, page }) => {
    await button('续记', '云杉');
    await page.getByRole('button', { name: '处理', exact: true }).click();
  } },
  { file: 'ledger-check', name: '全面核查', prepare: async ({ button, see }) => {
    await button('开始核查');
    await see(/核查 \d+ 项/);
  } },
  { file: 'approvals', name: '审批', prepare: async ({ page, see }) => {
    await page.locator('[role=row]').filter({ hasText: '复制' }).first().click();
    await see('录入纸面结果');
  } },
  { file: 'import', name: '导入', prepare: async ({ choosing, keys, page }) => {
    await choosing(path.resolve(import.meta.dirname, '../sample/收文登记簿（样例）.xlsx'));
    await keys('Control+n');
    await page.getByRole('status', { name: '读入结果' }).waitFor({ timeout: 20_000 });
  } },
  { file: 'search', name: registers.carriers.title, prepare: async ({ keys, page }) => {
    await keys('Control+k');
    await page.keyboard.type('gwgz');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
  } },
  { file: 'policy', name: '今日', who: 'security', prepare: async ({ keys, page, put, see }) => {
    await keys('Control+2');
    await page.locator('[data-field="find"]').fill('loan.days');
    await see('参数名');
    await put({ value: '3' });
    await see(/变更后/);
  } },
];

/** One sheet of the manual: its file, the form, and its file name among the demonstration's papers, or what else is printed. */
export const sheets: readonly Readonly<{ file: string; form: FormKey; paper?: string }>[] = [
  { file: 'paper-routing', form: 'routingSlip', paper: '呈批传阅笺.pdf' },
  { file: 'paper-receipt', form: 'receiptSlip', paper: '签收单.pdf' },
  { file: 'paper-envelope', form: 'envelope', paper: '信封封面.pdf' },
  { file: 'paper-copy', form: 'copySheet', paper: '复印审批表.pdf' },
  { file: 'paper-draft', form: 'draftSheet', paper: '印制审批单.pdf' },
  { file: 'paper-packing', form: 'packingList', paper: '装箱清单.pdf' },
  { file: 'paper-recall', form: 'recallSheet', paper: '清退登记单.pdf' },
  { file: 'paper-stocktake', form: 'stocktakeSheet', paper: '清点核对表.pdf' },
  { file: 'paper-destruction', form: 'destructionList', paper: '销毁清册.pdf' },
  { file: 'paper-handover', form: 'handoverList', paper: '保密员交接清册.pdf' },
  { file: 'paper-clearance', form: 'clearanceSheet', paper: '离岗清退单.pdf' },
  { file: 'paper-level', form: 'levelChangeSheet', paper: '密级变更记录.pdf' },
  { file: 'paper-leak', form: 'incidentReport', paper: '泄密事件报告表.pdf' },
  { file: 'labels', form: 'labels' },
];
