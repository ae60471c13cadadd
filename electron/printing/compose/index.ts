// From the books to paper: one door to every form.
import { createHash } from 'node:crypto';
import type { QueryName } from '#shared/contract/queries.ts';
import { markOf } from '#shared/levels.ts';
import type { PrintFoot } from '#shared/printing.ts';
import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import type { Refusal } from '#shared/result.ts';
import type { Actor, Role } from '#shared/roles.ts';
import { roleZh } from '#shared/roles.ts';
import { REG } from '../../policy/question.ts';
import { barred } from '../../queries/authorise.ts';
import { Refused } from '../../queries/define.ts';
import type { ReadDesk } from '../../queries/define.ts';
import { knowerForm } from './circulation.ts';
import { cabinetLabels, checklistSheet, recallSheet, stocktakeResult, stocktakeSheet } from './counting.ts';
import { borrowSheet, carryOutSheet, copySheet, packingList } from './archive.ts';
import { introduction } from './introduction.ts';
import { openBooks } from './books.ts';
import { continued, printedAgain } from './continuation.ts';
import { incidentReport, sanctionDecision, searchRecord } from './caseForms.ts';
import { clearanceSheet, handoverList } from './handing.ts';
import type { Books } from './books.ts';
import { destructionList } from './destructions.ts';
import { carrierFacts, carrierLife, carrierOf, scopeFact } from './life.ts';
import { changeSheet, decisionSheet } from './levels.ts';
import { fillRegister } from './registerForm.ts';
import { formKeys, isFormKey } from './request.ts';
import type { Composed, Filled, FormKey, PrintRequest } from './request.ts';
import { approvalForm, labels, loanSlip } from './slips.ts';
import { dispatchSheet, draftSheet, envelope, receiptSlip, runAskedBy } from './printRoom.ts';
import { issueSheet, routingSlip } from './routing.ts';
import { formOf } from './shelf.ts';
import { anchorSheet, auditTrail, dueList, isolation, recoverySheets, verification } from './terminalForms.ts';
import { usageYear } from './usageYear.ts';

export type { Composed, FormKey, PrintRequest } from './request.ts';
export { formKeys } from './request.ts';

const LINES_PER_PAGE = 13;

/** Everyone who knows one carrier, with empty lines for ink. Takes `filter {carrier}`. */
function knowers(books: Books, request: PrintRequest): Filled {
  const c = carrierOf(books, request);
  return fillRegister(knowerForm, books, { filter: { carrier: c.id, state: ['open', 'closed'] }, ...(request.history === undefined ? {} : { history: request.history }) }, {
    facts: [...carrierFacts(c), scopeFact(c)], moreMarks: [[c.level, c.secrecyPeriod]], blankRows: (rows) => Math.max(3, LINES_PER_PAGE - rows),
  });
}

type Entrance = Readonly<{ fill: (books: Books, request: PrintRequest) => Filled; register?: RegisterKey; query?: QueryName; roles?: readonly Role[]; titleZh: string }>;

/** Who may print a form is who may look: readers of its register, roles of its query. */
const forms: Readonly<Record<FormKey, Entrance>> = {
  carrierLife: { fill: carrierLife, register: 'carriers', titleZh: '涉密载体登记卡' },
  knowers: { fill: knowers, register: 'readings', titleZh: '阅读（知悉）登记表' },
  loanSlip: { fill: loanSlip, register: 'loans', titleZh: '借据' },
  approvalForm: {
    register: 'approvals', titleZh: '审批单',
    fill: (books, request) => {
      const run = runAskedBy(books, request);
      return run === null ? approvalForm(books, request) : draftSheet(books, { ...request, filter: { approval: run } });
    },
  },
  destructionList: { fill: (books, request) => destructionList(books, request, false), register: 'destructions', titleZh: '销毁清册' },
  destructionCertificate: { fill: (books, request) => destructionList(books, request, true), register: 'destructions', titleZh: '销毁证明' },
  usageYear: { fill: usageYear, register: 'usageLogs', titleZh: '使用登记册' },
  labels: { fill: labels, register: 'carriers', titleZh: '载体标签' },
  dueList: { fill: dueList, query: 'due', titleZh: '今日待办单' },
  auditTrail: { fill: auditTrail, query: 'audit.list', titleZh: '审计记录' },
  anchorSheet: { fill: anchorSheet, query: 'audit.head', titleZh: '审计锚点单' },
  recoverySheets: { fill: recoverySheets, roles: ['system_administrator', 'security_administrator'], titleZh: '恢复密钥单' },
  isolation: { fill: isolation, query: 'isolation', titleZh: '隔离状态' },
  verification: { fill: verification, query: 'verify', titleZh: '核验报告' },
  draftSheet: { fill: draftSheet, register: 'productions', titleZh: '公文拟稿纸（印制审批表）' },
  dispatchSheet: { fill: dispatchSheet, register: 'dispatches', titleZh: '发文单' },
  receiptSlip: { fill: receiptSlip, register: 'consignments', titleZh: '涉密载体签收单' },
  borrowSheet: { fill: borrowSheet, register: 'loans', titleZh: '申请借阅单' },
  introduction: { fill: introduction, register: 'archiveUses', titleZh: '介绍信' },
  copySheet: { fill: copySheet, register: 'copies', titleZh: '复印审批表' },
  carryOutSheet: { fill: carryOutSheet, register: 'trips', titleZh: '涉密载体外出携带审批表' },
  packingList: { fill: packingList, register: 'trips', titleZh: '装箱清单' },
  routingSlip: { fill: routingSlip, register: 'circulations', titleZh: '文件呈批传阅笺' },
  issueSheet: { fill: issueSheet, register: 'circulationSteps', titleZh: '文件发放登记表' },
  classificationSheet: { fill: decisionSheet, register: 'classifications', titleZh: '定密审批表' },
  levelChangeSheet: { fill: changeSheet, register: 'classifications', titleZh: '密级变更、解密记录' },
  stocktakeSheet: { fill: stocktakeSheet, register: 'stocktakes', titleZh: '清点核对表' },
  stocktakeResult: { fill: stocktakeResult, register: 'stocktakes', titleZh: '清点结果' },
  recallSheet: { fill: recallSheet, register: 'recalls', titleZh: '涉密载体清退登记单（表）' },
  checklistSheet: { fill: checklistSheet, register: 'checks', titleZh: '检查表' },
  cabinetLabels: { fill: cabinetLabels, register: 'cabinets', titleZh: '柜具标签' },
  envelope: { fill: envelope, register: 'consignments', titleZh: '信封封面和封签' },
  handoverList: { fill: handoverList, register: 'handovers', titleZh: '移交清册' },
  clearanceSheet: { fill: clearanceSheet, register: 'handovers', titleZh: '离岗清退单' },
  incidentReport: { fill: incidentReport, register: 'incidents', titleZh: '泄密事件报告表' },
  searchRecord: { fill: searchRecord, register: 'incidents', titleZh: '查找记录' },
  sanctionDecision: { fill: sanctionDecision, register: 'incidents', titleZh: '处理决定' },
};

/** Names the window and older scripts use for the same forms. */
const aliases: Readonly<Record<string, FormKey>> = {
  life: 'carrierLife', 'loan-slip': 'loanSlip', approval: 'approvalForm', destruction: 'destructionList', 'usage-year': 'usageYear', 'due-list': 'dueList', audit: 'auditTrail', anchor: 'anchorSheet', recovery: 'recoverySheets',
};

function notYours(titleZh: string, may: readonly Role[]): Refusal {
  const messageZh = `不得打印。${titleZh}由${may.map((r) => roleZh[r]).join('、')}打印，依据${REG}第三十四条（规则 P414）。`;
  const reason = { rule: 'P414', titleZh: '各角色各司其职', outcome: 'deny' as const, messageZh, nextStepZh: `请${may.map((r) => roleZh[r]).join('或')}登录后打印。`, source: { law: `${REG}第三十四条` }, parameters: {} };
  return { kind: 'policy', messageZh, decision: { outcome: 'deny', reasons: [reason], checks: [{ rule: 'P414', titleZh: reason.titleZh, passed: false }] } };
}

function refusedTo(actor: Actor, entrance: Entrance): Refusal | null {
  if (entrance.register !== undefined) return barred(actor, 'record.list', entrance.register);
  if (entrance.query !== undefined) return barred(actor, entrance.query, null);
  const may = entrance.roles ?? [];
  return actor.roles.some((r) => may.includes(r)) ? null : notYours(entrance.titleZh, may);
}

/** Which form a request means. Out: its entrance, or a sentence. */
function entranceOf(request: PrintRequest): Entrance | Refusal {
  const { form, register } = request;
  if (form !== undefined && form !== '') {
    const key = isFormKey(form) ? form : Object.hasOwn(aliases, form) ? aliases[form] : undefined;
    if (key === undefined) return invalid({ path: 'form', messageZh: `没有“${form}”这种表单。可选：${formKeys.join('、')}。` });
    // The life of anything but a carrier is its line in its book, with every earlier wording.
    if (key === 'carrierLife' && register !== undefined && register !== 'carriers' && isRegisterKey(register)) return registerEntrance(register);
    return forms[key];
  }
  if (register === undefined) return invalid({ path: 'register', messageZh: '没有指明打印哪本台账或哪种表单。请指明后再打印。' });
  return isRegisterKey(register) ? registerEntrance(register) : invalid({ path: 'register', messageZh: `没有“${String(register)}”这本台账。` });
}

const registerEntrance = (register: RegisterKey): Entrance => ({
  register, titleZh: registerOf(register).title,
  fill: (books, request) => {
    if (request.continuation === true) return continued(formOf(register), books);
    if (request.reprint !== undefined) return printedAgain(formOf(register), books, request.reprint, request.reason ?? '');
    const { record, ...filter } = (request.filter ?? {}) as Record<string, never>;
    return fillRegister(formOf(register), books, record === undefined ? request : { ...request, filter, record: record as unknown as number | string });
  },
});

const NO_FOOT: PrintFoot = { printNumber: '', printedBy: '', printedAt: '', carrierNumber: null, chainSeq: 0, chainCode: '' };

/** Keys in alphabetical order, so that the digest depends on what the paper shows and on nothing else. */
const ordered = (_key: string, value: unknown): unknown => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value);

function digestOf(filled: Filled): string {
  const shown = filled.draft(NO_FOOT);
  // Shares of the recovery secret leave no trace, not even as a digest.
  const content = shown.form === 'recovery' ? { ...shown, sheets: shown.sheets.map((s) => ({ index: s.index })) } : shown;
  return createHash('sha256').update(JSON.stringify({ ...content, foot: null }, ordered)).digest('hex');
}

/**
 * Fills a form from the books; enters nothing.
 * In: the desk, who is signed in, what is wanted. Out: everything but the foot, with level and period of the paper (K42) and
 * the digest of what it shows; or a refusal (P414 for who may not look, invalid for what cannot be printed).
 */
export function composePrint(desk: ReadDesk, actor: Actor, request: PrintRequest): Composed | Refusal {
  const entrance = entranceOf(request);
  if ('kind' in entrance) return entrance;
  // Pages follow on from one another only when every line of the register is on them.
  const chosen = request.form !== undefined || (request.view ?? '') !== '' || (request.search ?? '') !== '' || request.record !== undefined || Object.keys(request.filter ?? {}).length > 0;
  if (request.reprint !== undefined && (chosen || request.continuation === true || request.register === undefined)) return invalid({ path: 'reprint', code: 'reprint_page', messageZh: '不能补印。补印照原样再打一张封页，只指明台账和页码，不能再续打、筛选或选一条。请去掉其他条件。' });
  if (request.continuation === true && chosen) return invalid({ path: 'continuation', code: 'continuation_whole', messageZh: '不能续打。续打按登记先后打印整本台账，不能只选一页、按条件筛选或只打一条。请去掉筛选后续打，或不选“续打”。' });
  const refusal = refusedTo(actor, entrance);
  if (refusal !== null) return refusal;
  try {
    const filled = entrance.fill(openBooks(desk, actor), request);
    return { ...filled, digest: digestOf(filled) };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

export const isComposed = (x: Composed | Refusal): x is Composed => 'draft' in x;

/** 机密★20年 of a composed form; null for what carries no mark. */
export const markOfPrint = (c: Composed): string | null => markOf(c.level, c.secrecyPeriod);
