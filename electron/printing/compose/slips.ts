// 借据, 审批单 and labels: small papers that leave the office with somebody and come back by bar code.
import { digitsOf } from '#shared/labels.ts';
import { levelZh, markOf, rankOf } from '#shared/levels.ts';
import type { ApprovalPrint, LabelPrint, LoanSlipPrint } from '#shared/printing.ts';
import { registers } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { showInstant } from '#shared/time.ts';
import { personnelClasses } from '#shared/registers/people.ts';
import { isRefusal } from '../../commands/define.ts';
import { find } from '../../commands/find.ts';
import { Refused } from '../../queries/define.ts';
import { nameOf } from '../../queries/names.ts';
import { markWords, releasedMark } from '../../policy/marks.ts';
import { recordsWhere } from '../../vault/read.ts';
import { baseOf } from './base.ts';
import { labelChoice } from './labelChoice.ts';
import type { Books } from './books.ts';
import { lines, refOf, theOne } from './books.ts';
import { carrierFacts, carrierOf } from './life.ts';
import { isLevelAct, levelFacts, levelOpinions, levelTitle } from './levelAsked.ts';
import { markTally } from '../../policy/markTally.ts';
import type { Filled, PrintRequest } from './request.ts';
import { docOf, totalKind, volumeOf } from './words.ts';
import { levelText } from './words.ts';

const barcode = (number: string | null): { barcode: string } | Record<string, never> => {
  const digits = digitsOf(number);
  return digits === null ? {} : { barcode: digits };
};

function found<K extends 'loans' | 'approvals'>(books: Books, register: K, ref: number | string): RecordOf<K> {
  const record = find(books.db, register, ref);
  if (isRefusal(record)) throw new Refused(record);
  return record;
}

function loanOf(books: Books, request: PrintRequest): RecordOf<'loans'> {
  if (request.filter?.['carrier'] !== undefined) return theOne<'loans'>(recordsWhere(books.db, 'loans', { carrier: carrierOf(books, request).id }).at(-1) ?? null, '借阅登记');
  const ref = refOf(request, 'loan');
  if (ref === null) throw new Refused(invalid({ path: 'filter.loan', messageZh: '没有指明借阅登记。请填写借阅号后再打印。' }));
  return found(books, 'loans', ref);
}

/** 涉密载体借据, two halves: one stays, one goes with the borrower. Takes `filter {loan}` or `{carrier}` (its last loan). */
export function loanSlip(books: Books, request: PrintRequest): Filled {
  const loan = loanOf(books, request);
  const c = theOne<'carriers'>(books.carrier(loan.carrier), '载体');
  const tally = markTally(books.profile, books.today);
  tally.add(c.level, c.secrecyPeriod);
  const mark = markOf(tally.level(), tally.period());
  const titleZh = '涉密载体借据';
  const facts = [
    ...carrierFacts(c).slice(0, -1), { labelZh: '份号页数', value: `${c.copySerial ?? '—'}　${volumeOf(c)}` }, { labelZh: '借 阅 人', value: [loan.borrowerName, loan.department].filter((s) => s !== null).join('　') }, { labelZh: '使用地点', value: loan.place ?? '' },
    { labelZh: '借阅事由', value: loan.reason ?? '' }, { labelZh: '审 批 单', value: books.approvalNumber(loan.approval) ?? '—' }, { labelZh: '借出时间', value: showInstant(loan.lentAt) }, { labelZh: '应还日期', value: loan.dueOn ?? '' },
  ];
  const allowed = loan.copyingNote === null ? '不得复制、摘抄、转借、带出指定地点' : `准予：${loan.copyingNote}；不得转借、带出指定地点`;
  return {
    formCode: 'R05-A5', titleZh, rows: 1, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): LoanSlipPrint => ({
      form: 'loan-slip', ...baseOf(books, 'R05-A5', titleZh, mark, foot),
      slips: ['存根联', '借阅人联'].map((copyZh) => ({ titleZh, number: loan.number ?? '', copyZh, mark, facts, ...barcode(loan.number), noteZh: `${allowed}；到期前归还或办理续借。归还时当面清点份号、页数。`, signatures: ['借阅人签字', '经办人签字', '归还时间', '接收核对签字'] })),
    }),
  };
}

/** The input of the intended act in words, as far as a reader of the form needs it. */
const WORDS: Readonly<Record<string, string>> = { reason: '事　　由', dueOn: '应还日期', place: '使用地点', copyingNote: '准予复制摘抄', quantity: '份数', method: '销毁方式', placeName: '承销单位', purpose: '事　　由', machine: '复印设备', custodian: '责任人', room: '存放位置' };
const METHODS: Readonly<Record<string, string>> = registers.destructions.fields.method.of;

function opinionsFor(level: RecordOf<'approvals'>['level'], rulesZh: string | null): ApprovalPrint['opinions'] {
  const hint = [level === null ? null : `${levelZh[level]}级`, rulesZh].filter((s) => s !== null && s !== '').join('，');
  return [{ titleZh: '申请部门' }, { titleZh: '保密工作机构' }, { titleZh: '主管领导审批', ...(hint === '' ? {} : { hintZh: `（${hint}）` }) }, ...(rankOf(level) >= 3 ? [{ titleZh: '指定负责人' }] : [])];
}

/** 审批单 with empty boxes. Paper is equal: its bar code brings the signed answer back. Takes `filter {approval}`. */
export function approvalForm(books: Books, request: PrintRequest): Filled {
  const ref = refOf(request, 'approval');
  if (ref === null) throw new Refused(invalid({ path: 'filter.approval', messageZh: '没有指明审批单。请填写审批单号后再打印。' }));
  const a = found(books, 'approvals', ref);
  const items = (a.carriers ?? []).map((id) => books.carrier(id)).filter((c) => c !== null);
  const tally = markTally(books.profile, books.today);
  for (const c of items) tally.add(c.level, c.secrecyPeriod);
  if (items.length === 0) tally.add(a.level, null);
  const mark = markOf(tally.level(), tally.period());
  const input = (typeof a.input === 'object' && a.input !== null && !Array.isArray(a.input) ? a.input : {}) as Record<string, unknown>;
  const person = a.person === null ? null : (recordsWhere(books.db, 'persons', { name: a.person })[0] ?? null);
  const titleZh = levelTitle(a.command) ?? `涉密载体${a.commandZh ?? ''}审批单`.replace('载体借出', '载体借阅').replace('涉密载体造册待销毁', '涉密载体销毁').replace(/^涉密载体(.*计算机|调整责任人|变更位置)/, '涉密计算机$1');
  const told = Object.entries(input).flatMap(([key, value]) => (WORDS[key] === undefined || (typeof value !== 'string' && typeof value !== 'number') ? [] : [{ labelZh: WORDS[key], value: key === 'method' ? (METHODS[String(value)] ?? String(value)) : String(value) }]));
  const facts = [
    { labelZh: '申 请 人', value: a.requestedBy === null ? '' : nameOf(books.db, a.requestedBy) }, { labelZh: '申请时间', value: showInstant(a.requestedAt) },
    ...(a.person === null ? [] : [{ labelZh: '当 事 人', value: a.person }, { labelZh: '部门等级', value: person === null ? '—' : [person.department, person.personnelClass === null ? null : `${personnelClasses[person.personnelClass]}涉密人员`].filter((s) => s !== null).join('　') }]),
    ...(isLevelAct(a.command) ? levelFacts(input) : told), { labelZh: '办理事项', value: a.subject ?? '', wide: true }, ...(a.state === 'pending' ? [] : [{ labelZh: '审批结果', value: `${a.state === null ? '' : registers.approvals.fields.state.of[a.state]}　${a.decidedBy ?? a.signedBy ?? ''}　${showInstant(a.decidedAt)}${a.opinion === null ? '' : `　${a.opinion}`}`, wide: true }]),
  ];
  return {
    formCode: 'SP-A4', titleZh, rows: items.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): ApprovalPrint => ({
      form: 'approval', ...baseOf(books, 'SP-A4', titleZh, mark, foot), number: a.number ?? '', ...barcode(a.number), facts,
      items: items.map((c) => ({ number: c.number ?? '', title: `${c.title ?? ''}${c.docNumber === null ? '' : `\n${docOf(c)}`}`, level: levelText(c.level, c.secrecyPeriod), quantity: `${c.copies ?? 1} ${totalKind(c.carrierKind)[1]}${c.pages === null ? '' : ` ${c.pages} 页`}` })),
      checks: (a.rulesZh ?? '').split('；').filter((s) => s !== '').map((textZh) => ({ textZh, resultZh: '须批准' })), opinions: isLevelAct(a.command) ? levelOpinions(a) : opinionsFor(a.level, null),
      notes: ['本单与机内审批效力相同，签字后由保密员扫码录入，原件归入审批卷。', '载体、份数、期限有改动的，本单作废，另行申请。'],
    }),
  };
}

/** Labels for the chosen carriers. Titles of classified papers stand on them, so the sheet counts like its highest line. */
export function labels(books: Books, request: PrintRequest): Filled {
  const tally = markTally(books.profile, books.today);
  const made: LabelPrint['labels'][number][] = [];
  const filter = request.filter?.['carrier'] === undefined ? request.filter : { ...request.filter, id: carrierOf(books, request).id };
  const { carrier: _carrier, ...rest } = (filter ?? {}) as Record<string, never>;
  // Without a choice only what the unit holds: nobody labels what is destroyed.
  const { change, ...sheets } = labelChoice(request.data, 'a4-24');
  const unchosen = filter === undefined && request.view === undefined && request.record === undefined && request.search === undefined;
  for (const c of lines(books, 'carriers', { ...request, filter: rest, ...(unchosen ? { view: 'held' } : {}) })) {
    const digits = digitsOf(c.number);
    if (digits === null) continue;
    tally.add(c.level, c.secrecyPeriod);
    // A change label bears both marks, the old one struck; what never changed gets none (P009).
    if (change && c.oldMark === null) continue;
    const mark = markWords(c) ?? (change ? releasedMark : null);
    made.push({ number: c.number ?? '', digits, mark, title: c.title ?? '', placeZh: c.home ?? '', ...(change && c.oldMark !== null ? { oldMark: c.oldMark } : {}) });
  }
  const titleZh = change ? '密级变更标签' : '载体标签';
  const mark = markOf(tally.level(), tally.period());
  return { formCode: 'R01-BQ', titleZh, rows: made.length, level: tally.level(), secrecyPeriod: tally.period(), draft: (foot): LabelPrint => ({ form: 'labels', ...baseOf(books, 'R01-BQ', titleZh, mark, foot), ...sheets, labels: made }) };
}

