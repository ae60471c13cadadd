// R03 on paper: 文件呈批传阅笺, 文件发放登记表, the books of circulation and of notebooks, and R37 refusals.
import { digitsOf } from '#shared/labels.ts';
import { markOf } from '#shared/levels.ts';
import type { PrintFact, RoutingPrint } from '#shared/printing.ts';
import { registers } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { invalid, missing } from '#shared/result.ts';
import { isRefusal } from '../../commands/define.ts';
import { find, findPerson } from '../../commands/find.ts';
import { Refused } from '../../queries/define.ts';
import { recordById, recordsWhere } from '../../vault/read.ts';
import { baseOf } from './base.ts';
import type { Books } from './books.ts';
import { refOf } from './books.ts';
import { carrierOf } from './life.ts';
import { markTally } from '../../policy/markTally.ts';
import { dayOrNull, fillRegister, ink, levelColumn, no, number, remark } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import type { Filled, PrintRequest } from './request.ts';
import { levelText, twoLines, volumeOf } from './words.ts';

type Circulation = RecordOf<'circulations'>;
type Step = RecordOf<'circulationSteps'>;
type Reader = RoutingPrint['readers'][number];
const states = registers.circulations.fields.state.of;
const stepStates = registers.circulationSteps.fields.state.of;
const urgencies = registers.circulations.fields.urgency.of;
const signatures = registers.circulationSteps.fields.signature.of;
/** So many lines stand on a slip, read or still empty. */
const LINES = 8;

/** What a slip is about, whether it circulates already, is still asked for, or has only just come in. */
type Slip = Readonly<{ circulation: Circulation | null; carrier: RecordOf<'carriers'> | null; receipt: RecordOf<'receipts'> | null; readers: readonly Reader[]; proposal: string | null; numberZh: string; number: string | null }>;

const named = (request: PrintRequest, name: string): number | string | null => {
  const value = request.filter?.[name];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};
const readerOf = (s: Step): Reader => ({ turn: String(s.turn ?? ''), name: s.readerName ?? '', department: s.department ?? '', out: twoLines(s.outAt), back: twoLines(s.backAt) });

function record<K extends 'circulations' | 'receipts' | 'approvals'>(books: Books, register: K, ref: number | string): RecordOf<K> {
  const found = find(books.db, register, ref);
  if (isRefusal(found)) throw new Refused(found);
  return found;
}

function circulationOf(books: Books, request: PrintRequest): Circulation {
  const ref = refOf(request, 'circulation');
  if (ref === null) throw new Refused(invalid({ path: 'filter.circulation', messageZh: '没有指明传阅。请填写传阅号后再打印。' }));
  return record(books, 'circulations', ref);
}

/** Readers named in a request for approval; who cannot be found any more keeps the name that was written. */
function askedReaders(books: Books, input: unknown): Reader[] {
  const listed = typeof input === 'object' && input !== null && 'readers' in input && Array.isArray(input.readers) ? (input.readers as unknown[]) : [];
  return listed.map((ref, at) => {
    const p = typeof ref === 'number' || typeof ref === 'string' ? findPerson(books.db, ref) : null;
    return { turn: String(at + 1), name: p === null || isRefusal(p) ? String(ref) : (p.name ?? ''), department: p === null || isRefusal(p) ? '' : (p.department ?? ''), out: '', back: '' };
  });
}

function slipOf(books: Books, request: PrintRequest): Slip {
  const asked = named(request, 'approval');
  if (asked !== null) {
    const a = record(books, 'approvals', asked);
    if (a.command !== 'carrier.route') throw new Refused(missing(`审批单 ${a.number ?? ''} 不是送批办。请核对编号后再打印。`));
    const input = a.input as Readonly<Record<string, unknown>> | null;
    const carrier = books.carrier(a.carriers?.[0] ?? null);
    return { circulation: null, carrier, receipt: carrier?.receipt == null ? null : recordById(books.db, 'receipts', carrier.receipt), readers: askedReaders(books, input), proposal: typeof input?.['proposal'] === 'string' ? input['proposal'] : null, numberZh: '审批单', number: a.number };
  }
  const received = named(request, 'receipt');
  if (received !== null) {
    const receipt = record(books, 'receipts', received);
    return { circulation: null, carrier: recordsWhere(books.db, 'carriers', { receipt: receipt.id })[0] ?? null, receipt, readers: [], proposal: null, numberZh: '收文号', number: receipt.number };
  }
  if (named(request, 'carrier') !== null) {
    const carrier = carrierOf(books, request);
    return { circulation: null, carrier, receipt: carrier.receipt === null ? null : recordById(books.db, 'receipts', carrier.receipt), readers: [], proposal: null, numberZh: '载体编号', number: carrier.number };
  }
  const c = circulationOf(books, request);
  return {
    circulation: c, carrier: books.carrier(c.carrier), receipt: c.receipt === null ? null : recordById(books.db, 'receipts', c.receipt), readers: recordsWhere(books.db, 'circulationSteps', { circulation: c.id }).map(readerOf), proposal: c.proposal, numberZh: '传阅号', number: c.number,
  };
}

function itemFacts(s: Slip): PrintFact[] {
  const { carrier: c, receipt: r, circulation: k } = s;
  const urgency = k?.urgency ?? r?.urgency ?? null;
  return [
    { labelZh: '标　　题', value: c?.title ?? r?.title ?? k?.title ?? '', wide: true },
    { labelZh: '来文机关', value: c?.issuer ?? r?.issuer ?? '—' }, { labelZh: '文　　号', value: c?.docNumber ?? r?.docNumber ?? '—' },
    { labelZh: '密级期限', value: levelText(c?.level ?? r?.level ?? null, c?.secrecyPeriod ?? r?.secrecyPeriod ?? null) }, { labelZh: '紧急程度', value: urgency === null ? '普通' : urgencies[urgency] },
    { labelZh: '载体编号', value: c?.number ?? '—' }, { labelZh: '份号页数', value: c === null ? '—' : `${c.copySerial ?? '—'}　${volumeOf(c)}` },
    { labelZh: '收 文 号', value: r?.number ?? '—' }, { labelZh: '收文日期', value: r?.receivedOn ?? '—' },
    ...(k === null ? [] : [{ labelZh: '开始日期', value: k.startedOn ?? '' }, { labelZh: '应结束日', value: k.dueOn ?? '' }]),
  ];
}

/** 文件呈批传阅笺. Takes `filter {circulation}`; before that `{receipt}` or `{carrier}` with empty lines, or `{approval}` with the readers proposed. */
export function routingSlip(books: Books, request: PrintRequest): Filled {
  const s = slipOf(books, request);
  const tally = markTally(books.profile, books.today);
  tally.add(s.carrier?.level ?? s.receipt?.level ?? null, s.carrier?.secrecyPeriod ?? s.receipt?.secrecyPeriod ?? null);
  const titleZh = '文件呈批传阅笺';
  const digits = digitsOf(s.number);
  const k = s.circulation;
  return {
    formCode: 'R03-A4', titleZh, rows: s.readers.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): RoutingPrint => ({
      form: 'routing', ...baseOf(books, 'R03-A4', titleZh, markOf(tally.level(), tally.period()), foot), numberZh: s.numberZh, number: s.number ?? '', ...(digits === null ? {} : { barcode: digits }), facts: itemFacts(s),
      proposal: s.proposal, routerZh: books.profile.text('circulation.routerRole') === 'leaderInCharge' ? '主管领导' : '办公室负责人', routed: k?.routedBy == null ? null : `（已登记：${k.routedBy}${k.routedOn === null ? '' : ` ${k.routedOn}`}）`,
      readers: s.readers, blankRows: Math.max(2, LINES - s.readers.length), followUp: k?.instructions == null ? null : `（批示：${k.instructions.replaceAll('\n', '；')}${k.followUpDueOn === null ? '' : `，应于 ${k.followUpDueOn} 办结`}${k.followUpDoneOn === null ? '' : `，已于 ${k.followUpDoneOn} 办结`}）`,
      notes: ['由保密员送出、收回，不得横传，不得放置或托人代转；涉密件当日退还。', '批示照录，写明应办结日期；批示办结、传阅结束后，本笺随原件归卷。'],
    }),
  };
}

/** 传阅明细: one line for each reader. */
export const circulationStepForm: RegisterForm<'circulationSteps'> = {
  register: 'circulationSteps', formCode: 'R03B-A4H', orientation: 'landscape', countLabelZh: '人次',
  columns: [
    no, number('传阅号', '24mm'), { key: 'carrier', titleZh: '载体编号', width: '26mm', code: true, nowrap: true }, { key: 'title', titleZh: '标　　题', width: '1fr', align: 'left' }, levelColumn, { key: 'turn', titleZh: '次\n序', width: '8mm' }, { key: 'reader', titleZh: '传阅人', width: '16mm' }, { key: 'department', titleZh: '部　门', width: '18mm' },
    { key: 'out', titleZh: '送阅时间', width: '18mm' }, { key: 'back', titleZh: '退阅时间', width: '18mm' }, { key: 'opinion', titleZh: '批示意见', width: '30mm', align: 'left' }, ink('sign', '本人签名', '17mm'), remark('18mm'),
  ],
  cells: (s, books) => ({
    number: s.circulationNumber ?? '', carrier: s.carrierNumber ?? '—', title: s.title ?? '', level: levelText(s.level, books.carrier(s.carrier)?.secrecyPeriod ?? null), turn: String(s.turn ?? ''), reader: s.readerName ?? '', department: s.department ?? '', out: twoLines(s.outAt), back: twoLines(s.backAt), opinion: s.opinion ?? '',
    remark: [s.state === null || s.state === 'back' ? '' : stepStates[s.state], s.signature === null || s.signature === 'ink' ? '' : signatures[s.signature], s.remark ?? ''].filter((t) => t !== '').join('\n'),
  }),
  day: (s) => dayOrNull(s.outAt),
  signatures: ['经管人', '审核人'],
};

/** 文件发放登记表 of one circulation: signed before the paper is handed over (P044) and when it comes back (P046). Takes `filter {circulation}`. */
export function issueSheet(books: Books, request: PrintRequest): Filled {
  const c = circulationOf(books, request);
  const form: RegisterForm<'circulationSteps'> = {
    ...circulationStepForm, formCode: 'R03F-A4', titleZh: '文件发放登记表', orientation: 'portrait', countLabelZh: '人数',
    columns: [
      no, { key: 'reader', titleZh: '领取人', width: '16mm' }, { key: 'department', titleZh: '部　门', width: '18mm' }, { key: 'out', titleZh: '领取时间', width: '20mm' }, ink('sign', '领取人签名\n（先签后阅）', '1fr'), { key: 'place', titleZh: '阅读地点', width: '17mm' },
      { key: 'back', titleZh: '退还时间', width: '20mm' }, ink('backSign', '退还人\n签　名', '20mm'), ink('clerk', '经办人\n签　名', '17mm'), remark('12mm'),
    ],
    cells: (s, b) => ({ ...circulationStepForm.cells(s, b), place: s.place ?? '', remark: s.state === 'missing' || s.state === 'skipped' ? stepStates[s.state] : '' }),
    notes: ['领取人先签名，后阅读；阅毕当面交回经办人清点，不得横传。', '涉密件当日退还，没有退还的当日催收。'],
  };
  const carrier = books.carrier(c.carrier);
  const slip: Slip = { circulation: c, carrier, receipt: null, readers: [], proposal: null, numberZh: '传阅号', number: c.number };
  return fillRegister(form, books, { filter: { circulation: c.id }, ...(request.history === undefined ? {} : { history: request.history }) }, {
    serialZh: `传阅号 ${c.number ?? ''}`, facts: itemFacts(slip).filter((f) => !['收 文 号', '收文日期'].includes(f.labelZh)), blankRows: (rows) => Math.max(2, 12 - rows), moreMarks: carrier === null ? [] : [[carrier.level, carrier.secrecyPeriod]],
  });
}

/** 传阅登记簿: one line for each circulation. */
export const circulationForm: RegisterForm<'circulations'> = {
  register: 'circulations', formCode: 'R03-A4H', titleZh: '传阅登记簿', orientation: 'landscape', countLabelZh: '件数',
  columns: [
    no, number('传阅号', '24mm'), { key: 'carrier', titleZh: '载体编号\n收文号', width: '26mm', code: true, nowrap: true }, { key: 'title', titleZh: '标　　题', width: '1fr', align: 'left' }, { key: 'doc', titleZh: '文　　号', width: '24mm' }, levelColumn, { key: 'routed', titleZh: '批办人\n批办日期', width: '20mm' }, { key: 'readers', titleZh: '传阅人', width: '30mm', align: 'left' },
    { key: 'from', titleZh: '开始日期', width: '20mm', nowrap: true }, { key: 'to', titleZh: '结束日期', width: '20mm', nowrap: true }, { key: 'instructions', titleZh: '批示和落实', width: '34mm', align: 'left' }, remark('16mm'),
  ],
  cells: (c) => ({
    number: c.number ?? '', carrier: [c.carrierNumber, c.receiptNumber].filter((t) => t !== null).join('\n'), title: c.title ?? '', doc: c.docNumber ?? '—', level: levelText(c.level, c.secrecyPeriod), routed: [c.routedBy, c.routedOn].filter((t) => t !== null).join('\n'), readers: (c.readers ?? []).join('、'),
    from: c.startedOn ?? '', to: c.finishedOn ?? (c.dueOn === null ? '' : `应于\n${c.dueOn}`), instructions: [c.instructions, c.followUpDoneOn === null ? (c.followUpDueOn === null ? null : `应于 ${c.followUpDueOn} 办结`) : `${c.followUpDoneOn} 办结`].filter((t) => t !== null).join('\n'),
    remark: [c.state === null || c.state === 'finished' ? '' : states[c.state], c.archiveNumber ?? '', c.stopReason ?? '', c.urgency === null || c.urgency === 'normal' ? '' : urgencies[c.urgency]].filter((t) => t !== '').join('\n'),
  }),
  day: (c) => c.startedOn,
  signatures: ['经管人', '审核人'],
};

const notebookStates = registers.notebooks.fields.state.of;
/** 保密本领用登记簿: pages counted when it goes out and when it comes back (P071). */
export const notebookForm: RegisterForm<'notebooks'> = {
  register: 'notebooks', formCode: 'R01B-A4H', orientation: 'landscape', countLabelZh: '本次',
  columns: [
    no, number('领用号', '24mm'), { key: 'carrier', titleZh: '保密本编号', width: '26mm', code: true, nowrap: true }, levelColumn, { key: 'holder', titleZh: '领用人', width: '20mm' }, { key: 'department', titleZh: '部　门', width: '20mm' }, { key: 'pages', titleZh: '领用\n页数', width: '13mm' }, { key: 'at', titleZh: '领用时间', width: '20mm' }, { key: 'due', titleZh: '应交回\n日　期', width: '20mm', nowrap: true },
    ink('sign', '领用人\n签　名', '20mm'), { key: 'back', titleZh: '交回时间', width: '20mm' }, { key: 'pagesBack', titleZh: '交回\n页数', width: '13mm' }, { key: 'used', titleZh: '已写\n页数', width: '13mm' }, ink('clerk', '经办人\n签　名', '16mm'), { key: 'remark', titleZh: '备　注', width: '1fr' },
  ],
  cells: (n, books) => ({
    number: n.number ?? '', carrier: n.carrierNumber ?? '', level: levelText(n.level, books.carrier(n.carrier)?.secrecyPeriod ?? null), holder: n.holderName ?? '', department: n.department ?? '', pages: String(n.pagesOut ?? ''), at: twoLines(n.issuedAt), due: n.dueOn ?? '', back: twoLines(n.returnedAt), pagesBack: String(n.pagesBack ?? ''), used: String(n.pagesUsed ?? ''),
    remark: [n.state === null || n.state === 'returned' ? '' : notebookStates[n.state], n.remark ?? ''].filter((t) => t !== '').join('\n'),
  }),
  day: (n) => dayOrNull(n.issuedAt),
  signatures: ['经管人', '审核人'],
  notes: ['保密本逐页编号；交回时逐页清点，缺页按载体下落不明查找、报告。'],
};
const refusalStates = registers.refusals.fields.state.of;
/** 拒绝办理登记簿: what was asked against the rules, who said no, to whom it was reported (P057). */
export const refusalForm: RegisterForm<'refusals'> = {
  register: 'refusals', formCode: 'R37J-A4H', orientation: 'landscape', countLabelZh: '件数',
  columns: [
    no, number('登记号', '24mm'), { key: 'by', titleZh: '要求人', width: '22mm' }, { key: 'asked', titleZh: '要求办理事项', width: '2fr', align: 'left' }, { key: 'rules', titleZh: '违反的规定', width: '1fr', align: 'left' }, { key: 'carrier', titleZh: '载体编号', width: '26mm', code: true, nowrap: true }, { key: 'refused', titleZh: '拒绝人', width: '18mm' }, { key: 'at', titleZh: '拒绝时间', width: '20mm' },
    { key: 'to', titleZh: '报告对象', width: '24mm' }, { key: 'told', titleZh: '报告时间', width: '20mm' }, remark('20mm'),
  ],
  cells: (r) => ({
    number: r.number ?? '', by: r.askedBy ?? '', asked: r.asked ?? '', rules: r.rulesZh ?? '', carrier: r.carrierNumber ?? '—', refused: r.refusedBy ?? '', at: twoLines(r.refusedAt), to: r.reportedTo ?? '', told: twoLines(r.reportedAt), remark: r.state === null ? '' : refusalStates[r.state],
  }),
  day: (r) => dayOrNull(r.refusedAt),
  signatures: ['登记人', '审核人'],
};
