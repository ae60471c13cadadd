// 公文拟稿纸（印制审批表）, 发文单, 签收单 and 信封封签: the papers that go with a run and with what leaves the house.
import { digitsOf } from '#shared/labels.ts';
import { levelZh, markOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { levelFrom } from '#shared/levels.ts';
import type { ApprovalPrint, EnvelopePrint, LoanSlipPrint, PrintFact } from '#shared/printing.ts';
import { registers } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import type { Period } from '#shared/contract/inputs.ts';
import { invalid, missing } from '#shared/result.ts';
import { dayOf, showInstant } from '#shared/time.ts';
import { isRefusal } from '../../commands/define.ts';
import { find } from '../../commands/find.ts';
import { periodText } from '../../policy/period.ts';
import { Refused } from '../../queries/define.ts';
import { recordsWhere } from '../../vault/read.ts';
import { baseOf } from './base.ts';
import type { Books } from './books.ts';
import { refOf } from './books.ts';
import { channelZh, dispatchForm, linesOf, urgencyZh } from './dispatching.ts';
import type { Line } from './dispatching.ts';
import { markTally } from '../../policy/markTally.ts';
import { fillRegister, ink, no } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import type { Filled, PrintRequest } from './request.ts';
import { levelText } from './words.ts';

type Register = 'productions' | 'approvals' | 'dispatches' | 'consignments';
function found<K extends Register>(books: Books, register: K, ref: number | string): RecordOf<K> {
  const record = find(books.db, register, ref);
  if (isRefusal(record)) throw new Refused(record);
  return record;
}
const named = (request: PrintRequest, name: string): number | string | null => {
  const value = request.filter?.[name];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};
const wanted = (what: string, path: string): Refused => new Refused(invalid({ path, messageZh: `没有指明${what}。请填写编号后再打印。` }));
const dash = (value: string | number | null | undefined): string => (value === null || value === undefined || value === '' ? '—' : String(value));

type Signed = Readonly<{ role: string; name: string; on?: string }>;
/** What the drafter fixes before printing, whether it stands in an approval that is still asked for or in the run itself. */
type Draft = Readonly<{
  number: string | null; title: string; docNumber: string | null; kind: string; level: Level | null; period: string | null; basis: string | null; points: string | null; scope: string | null; drafter: string | null; department: string | null;
  lines: readonly Line[]; copies: number | null; retention: string | null; returnBy: string | null; outside: boolean; where: string | null; signed: readonly Signed[];
}>;

const signedOf = (value: unknown): readonly Signed[] => (Array.isArray(value) ? value.filter((s): s is Signed => typeof s === 'object' && s !== null && typeof (s as Signed).role === 'string' && typeof (s as Signed).name === 'string') : []);

const draftOfRun = (p: RecordOf<'productions'>): Draft => ({
  number: p.number, title: p.title ?? '', docNumber: p.docNumber, kind: p.documentKind ?? 'other', level: p.level, period: p.secrecyPeriod, basis: p.basis, points: p.secretPoints, scope: p.accessScope?.join('、') ?? p.scopeUnit, drafter: p.drafter, department: p.department,
  lines: linesOf(p.distribution), copies: p.copiesApproved, retention: p.retention, returnBy: p.returnBy, outside: p.madeWhere === 'outside', where: p.madeWhere === 'outside' ? p.partner : p.machineNumber, signed: signedOf(p.signChain),
});

/** The input of a request for approval was checked by the contract when it was sent; here only its texts are read. */
function draftOfRequest(a: RecordOf<'approvals'>): Draft {
  if (a.command !== 'production.request') throw new Refused(missing(`审批单 ${a.number ?? ''} 不是印制审批。请核对编号后再打印。`));
  const i = (typeof a.input === 'object' && a.input !== null ? a.input : {}) as Readonly<Record<string, unknown>>;
  const text = (key: string): string | null => (typeof i[key] === 'string' ? i[key] : typeof i[key] === 'number' ? String(i[key]) : null);
  return {
    number: a.number, title: text('title') ?? '', docNumber: text('docNumber'), kind: text('documentKind') ?? 'ordinary', level: levelFrom(text('level') ?? ''), period: i['period'] === undefined ? null : periodText(i['period'] as Period), basis: [text('basis'), text('basisDocument')].filter((s) => s !== null).join('；') || null, points: text('secretPoints'),
    scope: Array.isArray(i['accessScope']) ? i['accessScope'].map(String).join('、') : text('scopeUnit'), drafter: text('drafter'), department: text('department'), lines: linesOf(i['distribution']), copies: typeof i['copies'] === 'number' ? i['copies'] : a.quantity, retention: text('retention'), returnBy: text('returnBy'),
    outside: i['madeWhere'] === 'outside', where: i['madeWhere'] === 'outside' ? text('partner') : text('machine'), signed: signedOf(i['signed']),
  };
}

/** The approval a request names, when it is asked for a run: then the draft sheet is the paper that is signed. null for any other. */
export function runAskedBy(books: Books, request: PrintRequest): number | null {
  const ref = refOf(request, 'approval');
  const a = ref === null ? null : find(books.db, 'approvals', ref);
  return a === null || isRefusal(a) || a.command !== 'production.request' ? null : a.id;
}

const kinds: Readonly<Record<string, string>> = registers.productions.fields.documentKind.of;

/** 公文拟稿纸（印制审批表）: everything fixed before the run, a box for each who signs. Takes `filter {production}`, or `{approval}` while it is still asked for. */
export function draftSheet(books: Books, request: PrintRequest): Filled {
  const approval = named(request, 'approval');
  const run = approval === null ? refOf(request, 'production') : null;
  if (approval === null && run === null) throw wanted('印制登记或审批单', 'filter.production');
  const d = approval === null ? draftOfRun(found(books, 'productions', run ?? 0)) : draftOfRequest(found(books, 'approvals', approval));
  const tally = markTally(books.profile, books.today);
  tally.add(d.level, d.period);
  const level = levelText(d.level, d.period);
  const chain = d.kind === 'ordinary' || d.kind === 'normative' ? [...books.profile.list(`production.signChain.${d.kind}`)] : ['主办部门', '保密工作机构', '主管领导'];
  if (d.outside && !chain.includes('单位负责人')) chain.push('单位负责人');
  const listed = d.lines.reduce((n, l) => n + l.copies, 0);
  const digits = digitsOf(d.number);
  const titleZh = '公文拟稿纸（印制审批表）';
  const facts: readonly PrintFact[] = [
    { labelZh: '标　　题', value: d.title, wide: true }, { labelZh: '文　　号', value: dash(d.docNumber) }, { labelZh: '文　　种', value: kinds[d.kind] ?? d.kind }, { labelZh: '密级★期限', value: level }, { labelZh: '印制份数', value: `${dash(d.copies)} 份` },
    { labelZh: '定密依据', value: dash(d.basis), wide: true }, ...(d.points === null ? [] : [{ labelZh: '密　　点', value: d.points, wide: true }]), { labelZh: '知悉范围', value: dash(d.scope), wide: true }, { labelZh: '主办部门', value: dash(d.department) }, { labelZh: '拟 稿 人', value: dash(d.drafter) },
    { labelZh: '留存要求', value: dash(d.retention) }, { labelZh: '清退日期', value: d.returnBy ?? '不要求清退' }, { labelZh: '印制地点', value: d.outside ? '外单位' : '本单位文印室' }, { labelZh: d.outside ? '承制单位' : '涉密计算机', value: dash(d.where) },
  ];
  return {
    formCode: 'R07-A4', titleZh, rows: d.lines.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): ApprovalPrint => ({
      form: 'approval', ...baseOf(books, 'R07-A4', titleZh, markOf(tally.level(), tally.period()), foot), number: d.number ?? '', ...(digits === null ? {} : { barcode: digits }), facts,
      items: [...d.lines.map((l) => ({ number: '分发', title: l.recipient, level, quantity: `${l.copies} 份` })), ...(d.copies === null || d.copies <= listed ? [] : [{ number: '存档、余存', title: '本单位', level, quantity: `${d.copies - listed} 份` }])],
      checks: [], opinions: chain.map((role) => {
        const by = d.signed.find((s) => s.role === role);
        return { titleZh: role, ...(by === undefined ? {} : { hintZh: `（已登记：${by.name}${by.on === undefined ? '' : ` ${by.on}`}）` }) };
      }),
      notes: ['密级、期限、范围、份数以本单批准的为准，不得多印；有改动的另行送批。', '印制完毕，废页、清样逐页清点销毁，电子底稿清除或加密留存，本单与原稿一并归档。'],
    }),
  };
}

const sheetForm: RegisterForm<'dispatches'> = {
  ...dispatchForm, formCode: 'R02F-A4', orientation: 'portrait',
  columns: [
    no, { key: 'to', titleZh: '发往机关', width: '1fr', align: 'left' }, { key: 'count', titleZh: '份\n数', width: '9mm' }, { key: 'copy', titleZh: '份号', width: '19mm' }, { key: 'envelope', titleZh: '封号', width: '24mm' }, { key: 'channel', titleZh: '发送\n方式', width: '15mm' }, { key: 'date', titleZh: '发出日期', width: '21mm', nowrap: true }, ink('sign', '签收人\n签字', '19mm'), { key: 'remark', titleZh: '回执', width: '17mm' },
  ],
};

/** 发文单: one document, everyone it went to, and whether the numbers balance. Takes `filter {production}`, or `{dispatch}` for one line. */
export function dispatchSheet(books: Books, request: PrintRequest): Filled {
  const run = named(request, 'production');
  const line = run === null ? refOf(request, 'dispatch') : null;
  if (run === null && line === null) throw wanted('印制登记或发文登记', 'filter.production');
  const history = request.history === undefined ? {} : { history: request.history };
  if (run === null) {
    const d = found(books, 'dispatches', line ?? 0);
    return fillRegister(sheetForm, books, { filter: { id: d.id }, ...history }, {
      titleZh: '发文单', serialZh: `发文号 ${d.number ?? ''}`,
      facts: [{ labelZh: '标　　题', value: d.title ?? '', wide: true }, { labelZh: '文　　号', value: dash(d.docNumber) }, { labelZh: '密　　级', value: levelText(d.level, d.secrecyPeriod) }, { labelZh: '紧急程度', value: dash(urgencyZh(d.urgency)) }, { labelZh: '经办复核', value: [d.handler, d.checkedBy].filter((s) => s !== null).join('、') }],
    });
  }
  const p = found(books, 'productions', run);
  const issued = recordsWhere(books.db, 'dispatches', { production: p.id }).filter((d) => d.state !== 'withdrawn').reduce((n, d) => n + (d.copies ?? 0), 0);
  const balance = p.copiesMade === null ? '尚未印制完成' : `实印 ${p.copiesMade} 份；发出 ${issued} 份，存档 ${p.filedCopies ?? 0} 份，${p.counted === 1 ? '余存' : '在手'} ${p.copiesMade - issued - (p.filedCopies ?? 0)} 份${p.counted === 1 ? '；合计已核对' : ''}`;
  return fillRegister(sheetForm, books, { filter: { production: p.id }, ...history }, {
    titleZh: '发文单', serialZh: `印制号 ${p.number ?? ''}`, moreMarks: [[p.level, p.secrecyPeriod]],
    facts: [{ labelZh: '标　　题', value: p.title ?? '', wide: true }, { labelZh: '文　　号', value: dash(p.docNumber) }, { labelZh: '密　　级', value: levelText(p.level, p.secrecyPeriod) }, { labelZh: '主办部门', value: dash(p.department) }, { labelZh: '签 发 人', value: dash(p.signatory) }, { labelZh: '份数核对', value: balance, wide: true }],
  });
}

/** What leaves the house under one cover, by 发文登记 or by 机要投送. */
type Parcel = Readonly<{ number: string; recipient: string; addressee: string | null; docs: readonly string[]; title: string | null; items: readonly RecordOf<'carriers'>[]; level: Level | null; urgency: string; envelope: string | null; channel: string; sentZh: string; handler: string }>;

function parcelOf(books: Books, request: PrintRequest): Parcel {
  const trip = named(request, 'consignment');
  if (trip !== null) {
    const c = found(books, 'consignments', trip);
    const items = (c.items ?? []).map((id) => books.carrier(id)).filter((x) => x !== null);
    const sent = recordsWhere(books.db, 'dispatches', { consignment: c.id });
    const urgent = (['addressee_only', 'extra_urgent', 'urgent'] as const).find((u) => sent.some((d) => d.urgency === u)) ?? null;
    return { number: c.number ?? '', recipient: c.recipient ?? '', addressee: sent.find((d) => d.addressee !== null)?.addressee ?? null, docs: docsOf(items), title: sent.map((d) => d.title).join('；') || (items[0]?.title ?? null), items, level: c.level, urgency: urgencyZh(urgent), envelope: c.envelope, channel: channelZh(c.channel), sentZh: showInstant(c.sentAt), handler: (c.couriers ?? []).join('、') || '—' };
  }
  const ref = refOf(request, 'dispatch');
  if (ref === null) throw wanted('发文登记或投送登记', 'filter.dispatch');
  const d = found(books, 'dispatches', ref);
  const items = (d.carriers ?? []).map((id) => books.carrier(id)).filter((x) => x !== null);
  return { number: d.number ?? '', recipient: d.recipient ?? '', addressee: d.addressee, docs: docsOf(items), title: d.title, items, level: d.level, urgency: urgencyZh(d.urgency), envelope: d.envelope, channel: channelZh(d.channel), sentZh: d.sentOn ?? '', handler: d.handler ?? '—' };
}
/** Every document number inside, with its copies: 示厅函〔2026〕27号 ×2. */
function docsOf(items: readonly RecordOf<'carriers'>[]): readonly string[] {
  const counted = new Map<string, number>();
  for (const c of items) counted.set(c.docNumber ?? c.number ?? '', (counted.get(c.docNumber ?? c.number ?? '') ?? 0) + 1);
  return [...counted].map(([doc, n]) => (n === 1 ? doc : `${doc} ×${n}`));
}

/** 签收单, two halves: one stays, the other comes back signed. Takes `filter {dispatch}` or `{consignment}`. */
export function receiptSlip(books: Books, request: PrintRequest): Filled {
  const p = parcelOf(books, request);
  const tally = markTally(books.profile, books.today);
  for (const c of p.items) tally.add(c.level, c.secrecyPeriod);
  const mark = markOf(tally.level(), tally.period());
  const titleZh = '涉密载体签收单';
  const digits = digitsOf(p.number);
  const serials = p.items.map((c) => c.copySerial ?? '').filter((s) => s !== '').join('、');
  const facts = [
    { labelZh: '收件单位', value: p.recipient }, { labelZh: '收 件 人', value: dash(p.addressee) }, { labelZh: '标　　题', value: dash(p.title), wide: true }, { labelZh: '文　　号', value: p.docs.join('、'), wide: true }, { labelZh: '载体编号', value: p.items.map((c) => c.number).slice(0, 12).join('、') + (p.items.length > 12 ? ` 等 ${p.items.length} 件` : ''), wide: true },
    { labelZh: '件　　数', value: `${p.items.length} 件` }, { labelZh: '份　　号', value: dash(serials.slice(0, 60)) }, { labelZh: '封　　号', value: dash(p.envelope) }, { labelZh: '发送方式', value: dash(p.channel) }, { labelZh: '发出时间', value: p.sentZh }, { labelZh: '经 办 人', value: p.handler },
  ];
  return {
    formCode: 'R08-A5', titleZh, rows: p.items.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): LoanSlipPrint => ({
      form: 'loan-slip', ...baseOf(books, 'R08-A5', titleZh, mark, foot),
      slips: ['存根联', '回执联'].map((copyZh) => ({ titleZh, number: p.number, copyZh, mark, facts, ...(digits === null ? {} : { barcode: digits }), noteZh: '收件时核对封号、封签和件数，逐件清点后签收；不符的当场注明并立即告知发文单位。回执联请退发文单位。', signatures: ['收件人签字', '收件单位盖章'] })),
    }),
  };
}

/** 信封封面 and two seal strips (P050, P099). No title stands on it, so the sheet itself is no carrier. Takes `filter {dispatch}` or `{consignment}`. */
export function envelope(books: Books, request: PrintRequest): Filled {
  const p = parcelOf(books, request);
  const titleZh = '信封封面和封签';
  const level = p.level === null || p.level === 'internal' ? '' : levelZh[p.level];
  return {
    formCode: 'R08-XF', titleZh, rows: 1, level: null, secrecyPeriod: null,
    draft: (foot): EnvelopePrint => ({
      form: 'envelope', ...baseOf(books, 'R08-XF', titleZh, null, foot), levelZh: level, urgencyZh: p.urgency, number: p.number, envelopeNumber: p.envelope ?? '', recipient: p.recipient, addressee: p.addressee, docNumbers: p.docs, countZh: `${p.items.length} 件`, sealedOn: dayOf(books.at), strips: 2,
    }),
  };
}
