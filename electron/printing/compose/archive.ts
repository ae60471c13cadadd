// 申请借阅单, 复印审批表, 涉密载体外出携带审批表, 装箱清单, and the books of the archive and of trips.
import { digitsOf } from '#shared/labels.ts';
import { levelZh, markOf, rankOf } from '#shared/levels.ts';
import type { ApprovalPrint, PackingPrint, PrintFact } from '#shared/printing.ts';
import { registers } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { invalid, missing } from '#shared/result.ts';
import { showInstant } from '#shared/time.ts';
import { isRefusal } from '../../commands/define.ts';
import { find, findCarrier, findPerson } from '../../commands/find.ts';
import { Refused } from '../../queries/define.ts';
import { nameOf } from '../../queries/names.ts';
import { baseOf } from './base.ts';
import type { Books } from './books.ts';
import { markTally } from '../../policy/markTally.ts';
import { dayOrNull, ink, no, number, remark } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import type { Filled, PrintRequest } from './request.ts';
import { copyText, docOf, levelText, totalKind, twoLines, volumeOf } from './words.ts';

type Carrier = RecordOf<'carriers'>;
type Approval = RecordOf<'approvals'>;
type Input = Readonly<Record<string, unknown>>;
const uses = registers.archiveUses.fields;
const purposes: Readonly<Record<string, string>> = registers.trips.fields.purpose.of;
const kinds: Readonly<Record<string, string>> = registers.copies.fields.kind.of;

const named = (request: PrintRequest, name: string): number | string | null => {
  const value = request.filter?.[name];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};
function found<K extends 'approvals' | 'archiveUses' | 'copies' | 'trips' | 'loans'>(books: Books, register: K, ref: number | string): RecordOf<K> {
  const record = find(books.db, register, ref);
  if (isRefusal(record)) throw new Refused(record);
  return record;
}
const held = (books: Books, ids: readonly number[] | null): Carrier[] => (ids ?? []).map((id) => books.carrier(id)).filter((c): c is Carrier => c !== null);
const dash = (value: string | number | null | undefined): string => (value === null || value === undefined || value === '' ? '—' : String(value));
const yes = (value: unknown): string => (value === true || value === 1 ? '是' : '否');

/** A request for approval of one of these acts; its input was checked by the contract when it was sent, here only its texts are read. */
function asked(books: Books, ref: number | string, commands: readonly string[], titleZh: string): { a: Approval; input: Input; text: (key: string) => string | null; person: (key: string) => string | null } {
  const a = found(books, 'approvals', ref);
  if (a.command === null || !commands.includes(a.command)) throw new Refused(missing(`审批单 ${a.number ?? ''} 不能打印成${titleZh}。请核对编号后再打印。`));
  const input = (typeof a.input === 'object' && a.input !== null && !Array.isArray(a.input) ? a.input : {}) as Input;
  const text = (key: string): string | null => (typeof input[key] === 'string' ? input[key] : typeof input[key] === 'number' ? String(input[key]) : null);
  const person = (key: string): string | null => {
    const value = input[key];
    const p = typeof value === 'string' || typeof value === 'number' ? findPerson(books.db, value) : null;
    return p === null || isRefusal(p) ? text(key) : p.name;
  };
  return { a, input, text, person };
}

/** What all three request sheets are made of. */
type Sheet = Readonly<{ formCode: string; titleZh: string; number: string | null; facts: readonly PrintFact[]; items: readonly Carrier[]; approval: Approval | null; opinions: ApprovalPrint['opinions']; notes: readonly string[]; quantityOf?: (c: Carrier) => string }>;
const quantity = (c: Carrier): string => `${c.copies ?? 1} ${totalKind(c.carrierKind)[1]}${c.pages === null ? '' : ` ${c.pages} 页`}`;

function filled(books: Books, s: Sheet): Filled {
  const tally = markTally(books.profile, books.today);
  for (const c of s.items) tally.add(c.level, c.secrecyPeriod);
  const a = s.approval;
  const result = a === null || a.state === 'pending' ? [] : [{ labelZh: '审批结果', value: [a.state === null ? '' : a.state === 'used' || a.state === 'approved' ? '同意' : registers.approvals.fields.state.of[a.state], a.decidedBy ?? a.signedBy, showInstant(a.decidedAt), a.opinion].filter((x) => x !== null && x !== '').join('　'), wide: true }];
  const digits = digitsOf(s.number);
  return {
    formCode: s.formCode, titleZh: s.titleZh, rows: s.items.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): ApprovalPrint => ({
      form: 'approval', ...baseOf(books, s.formCode, s.titleZh, markOf(tally.level(), tally.period()), foot), number: s.number ?? '', ...(digits === null ? {} : { barcode: digits }), facts: [...s.facts, ...result],
      items: s.items.map((c) => ({ number: c.number ?? '', title: `${c.title ?? ''}${c.docNumber === null ? '' : `\n${docOf(c)}`}`, level: levelText(c.level, c.secrecyPeriod), quantity: (s.quantityOf ?? quantity)(c) })),
      checks: (a?.rulesZh ?? '').split('；').filter((x) => x !== '').map((textZh) => ({ textZh, resultZh: '须批准' })), opinions: s.opinions, notes: s.notes,
    }),
  };
}
const top = (items: readonly Carrier[]): number => Math.max(0, ...items.map((c) => rankOf(c.level)));
const topZh = (items: readonly Carrier[]): string => items.reduce<Carrier | null>((t, c) => (t === null || rankOf(c.level) > rankOf(t.level) ? c : t), null)?.level ?? '';
const requester = (books: Books, a: Approval | null): PrintFact[] => (a === null ? [] : [{ labelZh: '申 请 人', value: a.requestedBy === null ? '' : nameOf(books.db, a.requestedBy) }, { labelZh: '申请时间', value: showInstant(a.requestedAt) }]);
const approvalOf = (books: Books, id: number | null): Approval | null => (id === null ? null : found(books, 'approvals', id));

const borrowing = ['carrier.lend', 'archive.consult', 'archive.lendOut'] as const;
const wayZh: Readonly<Record<string, string>> = { 'carrier.lend': '借出', 'archive.consult': '室内查阅', 'archive.lendOut': '档案借出' };

/** 申请借阅单 for a loan, a reading in the archive or a file lent out. Takes `filter {approval}`, `{use}` or `{loan}`. */
export function borrowSheet(books: Books, request: PrintRequest): Filled {
  const titleZh = '申请借阅单';
  const [approval, use, loan] = ['approval', 'use', 'loan'].map((name) => named(request, name)) as [number | string | null, number | string | null, number | string | null];
  const base = { formCode: 'R44-A4', titleZh, notes: ['涉密档案只借给原分发范围内的人；只开准予查阅的范围，摘抄须另经批准，归还时审查盖章。', '借出件不得转借、复制、带出指定地点，到期前归还；归还时当面清点。'] };
  const opinions = (items: readonly Carrier[], archive: boolean): ApprovalPrint['opinions'] => [
    { titleZh: '借阅部门负责人' }, { titleZh: archive ? '办公室负责人' : '保管方领导' }, { titleZh: '主管领导' }, ...(top(items) >= 3 ? [{ titleZh: '主要负责人或其指定的人', hintZh: '（超出知悉范围的）' }] : []),
  ];
  if (approval !== null) {
    const { a, input, text, person } = asked(books, approval, borrowing, titleZh);
    const items = held(books, a.carriers);
    const reader = person('reader') ?? person('borrower') ?? text('readerName');
    return filled(books, { ...base, number: a.number, approval: a, items, opinions: opinions(items, a.command !== 'carrier.lend'), facts: [
      ...requester(books, a), { labelZh: '借 阅 人', value: dash(reader) }, { labelZh: '借阅方式', value: wayZh[a.command ?? ''] ?? '' }, { labelZh: '单位部门', value: dash(text('unit') ?? departmentOf(books, reader)) }, { labelZh: '介 绍 信', value: dash(text('letter')) },
      { labelZh: '借阅事由', value: dash(text('purpose') ?? text('reason')), wide: true }, { labelZh: '准阅范围', value: dash(text('range')), wide: true }, { labelZh: '使用地点', value: dash(text('place')) }, { labelZh: '应还日期', value: dash(text('dueOn') ?? (a.command === 'archive.consult' ? '当日' : null)) },
      { labelZh: '准予复制摘抄', value: dash(text('copyingNote')) }, { labelZh: '与工作有关', value: yes(input['related'] ?? true) },
    ] });
  }
  if (use !== null) {
    const u = found(books, 'archiveUses', use);
    if (u.kind === 'move') throw new Refused(missing(`${u.number ?? ''} 是档案移动，没有借阅单。请核对编号后再打印。`));
    const items = held(books, u.items);
    return filled(books, { ...base, number: u.number, approval: approvalOf(books, u.approval), items, opinions: opinions(items, true), facts: [
      { labelZh: '借 阅 人', value: dash(u.readerName) }, { labelZh: '借阅方式', value: u.kind === null ? '' : uses.kind.of[u.kind] }, { labelZh: '单位部门', value: dash(u.unit) }, { labelZh: '介 绍 信', value: dash(u.letter) }, { labelZh: '借阅事由', value: dash(u.purpose), wide: true }, { labelZh: '准阅范围', value: dash(u.range), wide: true },
      { labelZh: '借阅时间', value: showInstant(u.openedAt) }, { labelZh: '应还日期', value: dash(u.dueOn) }, { labelZh: '归还时间', value: u.closedAt === null ? '' : showInstant(u.closedAt) }, { labelZh: '清点归架', value: u.closedAt === null ? '' : [u.damage ?? '完好', u.reshelved === 1 ? '已归架' : ''].filter((s) => s !== '').join('，') },
    ] });
  }
  if (loan === null) throw new Refused(invalid({ path: 'filter.approval', messageZh: '没有指明审批单、查阅登记或借阅登记。请填写编号后再打印。' }));
  const l = found(books, 'loans', loan);
  const items = held(books, l.carrier === null ? [] : [l.carrier]);
  return filled(books, { ...base, number: l.number, approval: approvalOf(books, l.approval), items, opinions: opinions(items, false), facts: [
    { labelZh: '借 阅 人', value: dash(l.borrowerName) }, { labelZh: '部　　门', value: dash(l.department) }, { labelZh: '借阅事由', value: dash(l.reason), wide: true }, { labelZh: '使用地点', value: dash(l.place) }, { labelZh: '应还日期', value: dash(l.dueOn) }, { labelZh: '借出时间', value: showInstant(l.lentAt) }, { labelZh: '准予复制摘抄', value: dash(l.copyingNote) },
  ] });
}
function departmentOf(books: Books, name: string | null): string | null {
  const p = name === null ? null : findPerson(books.db, name);
  return p === null || isRefusal(p) ? null : p.department;
}

const taking = ['carrier.copy', 'carrier.extract', 'carrier.compile'] as const;
/** 复印审批表 (复制、摘抄、汇编): who asks, how many, what the originator said. Takes `filter {approval}` or `{copy}`. */
export function copySheet(books: Books, request: PrintRequest): Filled {
  const titleZh = '涉密载体复印审批表';
  const approval = named(request, 'approval');
  const copy = approval === null ? named(request, 'copy') : null;
  const opinions = (items: readonly Carrier[]): ApprovalPrint['opinions'] => {
    const level = topZh(items);
    const key = level === 'secret' || level === 'confidential' ? books.profile.text(`copy.approver.${level}`) : 'leaderInCharge';
    return [
      { titleZh: '申请部门' }, { titleZh: '保密工作机构' }, { titleZh: key === 'principalLeader' ? '主要负责人' : '主管领导', ...(level === '' ? {} : { hintZh: `（${levelZh[level as keyof typeof levelZh]}）` }) },
      ...(items.some((c) => c.carrierKind === 'archive' || c.archivedOn !== null) ? [{ titleZh: '单位负责人', hintZh: '（涉密档案）' }] : []), ...(level === 'top_secret' ? [{ titleZh: '原定密机关意见', hintZh: '（附同意文件）' }] : []),
    ];
  };
  const notes = ['复制份数以批准的为准，不得多印；复制件逐份编号登记，加盖戳记，标明翻印单位和日期，视同原件管理。', '复制完毕，原件、复制件全部取走，废页当场销毁。制发机关不准复制的不得复制。'];
  const base = { formCode: 'R06-A4', titleZh, notes };
  if (approval !== null) {
    const { a, input, text, person } = asked(books, approval, taking, titleZh);
    const items = held(books, a.carriers);
    const book = input['notebook'] === undefined ? null : findCarrier(books.db, input['notebook'] as number | string);
    const kind = a.command === 'carrier.extract' ? 'extract' : a.command === 'carrier.compile' ? 'compile' : (text('kind') ?? 'copy');
    return filled(books, { ...base, number: a.number, approval: a, items, opinions: opinions(items), facts: [
      ...requester(books, a), { labelZh: '方　　式', value: kinds[kind] ?? kind }, { labelZh: '份　　数', value: `${a.quantity ?? 1} 份` }, { labelZh: '事　　由', value: dash(text('reason')), wide: true }, { labelZh: kind === 'extract' ? '摘 抄 人' : '复 制 人', value: dash(kind === 'extract' ? person('by') : text('operator')) }, { labelZh: '设备地点', value: [text('machine'), text('place')].filter((s) => s !== null).join('　') || '—' },
      ...(kind === 'extract' ? [{ labelZh: '记入保密本', value: book === null || isRefusal(book) ? '—' : (book.number ?? '') }, { labelZh: '摘抄范围', value: dash(text('content')) }] : []), ...(kind === 'compile' ? [{ labelZh: '汇编题名', value: dash(text('title')), wide: true }] : []),
      { labelZh: '原定密机关', value: consentZh(text('originatorConsent'), text('consentOn'), text('consentFile')), wide: true },
    ] });
  }
  if (copy === null) throw new Refused(invalid({ path: 'filter.copy', messageZh: '没有指明审批单或复制登记。请填写编号后再打印。' }));
  const c = found(books, 'copies', copy);
  const items = held(books, c.sources ?? (c.carrier === null ? [] : [c.carrier]));
  return filled(books, { ...base, number: c.number, approval: approvalOf(books, c.approval), items, opinions: opinions(items), facts: [
    { labelZh: '方　　式', value: c.kind === null ? '' : (kinds[c.kind] ?? '') }, { labelZh: '份　　数', value: `${c.quantity ?? 0} 份` }, { labelZh: '事　　由', value: dash(c.reason), wide: true }, { labelZh: '复 制 人', value: dash(c.operator) }, { labelZh: '复制时间', value: showInstant(c.madeAt) }, { labelZh: '设备地点', value: [c.machine, c.place].filter((s) => s !== null).join('　') || '—' }, { labelZh: '领 取 人', value: dash(c.recipients?.join('、')) },
    { labelZh: '翻印说明', value: dash(c.stampText), wide: true }, ...(c.content === null ? [] : [{ labelZh: c.kind === 'compile' ? '各件编号' : '摘抄范围', value: c.content, wide: true }]), { labelZh: '应收回', value: dash(c.returnBy) }, { labelZh: '戳记废页', value: `${c.stamped === 1 ? '已盖戳' : '—'}　废页 ${c.wasteSheets ?? 0}` }, { labelZh: '原定密机关', value: consentZh(c.originatorConsent, c.consentOn, c.consentFile), wide: true },
  ] });
}
const consentZh = (no_: string | null, on: string | null, file: string | null): string => (no_ === null ? '—' : `同意 ${no_}${on === null ? '' : `　${on}`}${file === null ? '' : `　存${file}`}`);

/** 涉密载体外出携带审批表: who carries what where, until when, and how it is guarded. Takes `filter {approval}` or `{trip}`. */
export function carryOutSheet(books: Books, request: PrintRequest): Filled {
  const titleZh = '涉密载体外出携带审批表';
  const approval = named(request, 'approval');
  const trip = approval === null ? named(request, 'trip') : null;
  const base = { formCode: 'R09-A4', titleZh, notes: ['载体始终在携带人有效控制之下，不得带入探亲访友、参观游览、社交场合，不得转交他人。', '出发前按装箱清单逐件清点，返回当日清点销号；没有带回的立即报告查找。'] };
  const opinions = (items: readonly Carrier[], border: boolean): ApprovalPrint['opinions'] => [
    { titleZh: '申请部门' }, { titleZh: '保密工作机构' }, { titleZh: topZh(items) === 'top_secret' ? '主要负责人' : '主管领导' }, ...(border || items.some((c) => ['usb', 'disk', 'internal_disk', 'card', 'optical', 'tape', 'laptop'].includes(c.carrierKind ?? '')) ? [{ titleZh: '单位负责人', hintZh: border ? '（出境）' : '（存储介质）' }] : []),
  ];
  if (approval !== null) {
    const { a, input, text, person } = asked(books, approval, ['carrier.carryOut'], titleZh);
    const items = held(books, a.carriers);
    const border = input['border'] === true;
    const others = Array.isArray(input['companions']) ? (input['companions'] as (number | string)[]).map((ref) => { const p = findPerson(books.db, ref); return isRefusal(p) ? String(ref) : (p.name ?? ''); }) : [];
    return filled(books, { ...base, number: a.number, approval: a, items, opinions: opinions(items, border), facts: [
      ...requester(books, a), ...tripFacts({ traveller: person('traveller'), others, destination: text('destination'), purpose: text('purpose') ?? 'work', reason: text('reason'), measures: text('measures'), dueOn: text('dueOn'), keeper: text('keeper'), border, permit: text('permit') ?? text('stateRule') }),
    ] });
  }
  if (trip === null) throw new Refused(invalid({ path: 'filter.trip', messageZh: '没有指明审批单或外出登记。请填写编号后再打印。' }));
  const t = found(books, 'trips', trip);
  const items = held(books, t.items);
  return filled(books, { ...base, number: t.number, approval: approvalOf(books, t.approval), items, opinions: opinions(items, t.border === 1), facts: [
    ...tripFacts({ traveller: t.travellerName, others: t.companions ?? [], destination: t.destination, purpose: t.purpose ?? 'work', reason: t.reason, measures: t.measures, dueOn: t.dueOn, keeper: t.keeper, border: t.border === 1, permit: t.permit ?? t.stateRule }),
    { labelZh: '出发时间', value: showInstant(t.outAt) }, { labelZh: '装箱件数', value: `${t.countOut ?? 0} 件` }, { labelZh: '返回时间', value: t.backAt === null ? '' : showInstant(t.backAt) }, { labelZh: '返回清点', value: t.backAt === null ? '' : `${t.countBack ?? 0} 件　${t.checkedBy ?? ''}` },
  ] });
}
type Going = Readonly<{ traveller: string | null; others: readonly string[]; destination: string | null; purpose: string; reason: string | null; measures: string | null; dueOn: string | null; keeper: string | null; border: boolean; permit: string | null }>;
const tripFacts = (g: Going): PrintFact[] => [
  { labelZh: '携 带 人', value: dash(g.traveller) }, { labelZh: '同 行 人', value: dash(g.others.join('、')) }, { labelZh: '目 的 地', value: dash(g.destination) }, { labelZh: '用　　途', value: purposes[g.purpose] ?? g.purpose }, { labelZh: '事　　由', value: dash(g.reason), wide: true }, { labelZh: '保护措施', value: dash(g.measures), wide: true },
  { labelZh: '应返回日期', value: dash(g.dueOn) }, { labelZh: '保 管 人', value: dash(g.keeper) }, ...(g.border ? [{ labelZh: '出境依据', value: dash(g.permit), wide: true }] : []),
];

/** 装箱清单 in two copies: one in the case, one with the clerk. Takes `filter {trip}`. */
export function packingList(books: Books, request: PrintRequest): Filled {
  const trip = named(request, 'trip');
  if (trip === null) throw new Refused(invalid({ path: 'filter.trip', messageZh: '没有指明外出登记。请填写外出登记号后再打印。' }));
  const t = found(books, 'trips', trip);
  const items = held(books, t.items);
  const tally = markTally(books.profile, books.today);
  for (const c of items) tally.add(c.level, c.secrecyPeriod);
  const titleZh = '涉密载体装箱清单';
  const digits = digitsOf(t.number);
  return {
    formCode: 'R09-Q4', titleZh, rows: items.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): PackingPrint => ({
      form: 'packing', ...baseOf(books, 'R09-Q4', titleZh, markOf(tally.level(), tally.period()), foot), serialZh: `外出号 ${t.number ?? ''}`, number: t.number ?? '', ...(digits === null ? {} : { barcode: digits }), copies: ['随箱联', '保密员留存联'],
      facts: [
        { labelZh: '携 带 人', value: dash(t.travellerName) }, { labelZh: '同 行 人', value: dash(t.companions?.join('、')) }, { labelZh: '目 的 地', value: dash(t.destination) }, { labelZh: '审 批 单', value: books.approvalNumber(t.approval) ?? '—' }, { labelZh: '出发时间', value: showInstant(t.outAt) }, { labelZh: '应返回日期', value: dash(t.dueOn) },
      ],
      rows: items.map((c) => ({ number: c.number ?? '', title: c.title ?? '', doc: docOf(c), copySerial: copyText(c.copySerial), level: levelText(c.level, c.secrecyPeriod), volume: volumeOf(c) })),
      countZh: `共 ${t.countOut ?? items.length} 件`, signatures: ['装箱人', '携带人', '返回清点人'],
    }),
  };
}

/** Numbers one below the other, so that none is broken; a long list is told by its count. */
function numbersIn(text: string | null): string {
  const all = (text ?? '').split('、').filter((n) => n !== '');
  return all.length > 6 ? `${all.slice(0, 5).join('\n')}\n等 ${all.length} 件` : all.join('\n');
}

/** R44 档案查阅登记簿. */
export const archiveUseForm: RegisterForm<'archiveUses'> = {
  register: 'archiveUses', formCode: 'R44-A4H', orientation: 'landscape', countLabelZh: '次数',
  columns: [
    no, number('登记号', '23mm'), { key: 'kind', titleZh: '类别', width: '14mm' }, { key: 'items', titleZh: '档案编号', width: '23.5mm', code: true, nowrap: true }, { key: 'count', titleZh: '件卷', width: '11mm' }, { key: 'level', titleZh: '最高\n密级', width: '12mm' }, { key: 'reader', titleZh: '查阅人', width: '15mm' }, { key: 'unit', titleZh: '单位部门\n介绍信', width: '26mm' }, { key: 'purpose', titleZh: '事由、范围\n移动去向', width: '1fr', align: 'left' },
    { key: 'opened', titleZh: '开始时间', width: '17.5mm' }, { key: 'closed', titleZh: '结束时间', width: '17.5mm' }, { key: 'extracts', titleZh: '摘抄\n审查', width: '17mm' }, { key: 'approval', titleZh: '审批单', width: '22mm', nowrap: true }, ink('sign', '查阅人\n签字', '16mm'), remark('15mm'),
  ],
  cells: (u, books) => ({
    number: u.number ?? '', kind: u.kind === null ? '' : uses.kind.of[u.kind], items: numbersIn(u.itemNumbers), count: u.kind === 'move' ? `${u.itemCount ?? 0} 件\n${u.volumes ?? 0} 卷` : String(u.itemCount ?? 0), level: u.level === null ? '—' : levelZh[u.level], reader: u.kind === 'move' ? (u.receivedBy ?? '') : (u.readerName ?? ''), unit: [u.unit, u.letter].filter((s) => s !== null).join('\n'),
    purpose: u.kind === 'move' ? `${u.fromPlace ?? ''} → ${u.toPlace ?? ''}` : [u.purpose, u.range].filter((s) => s !== null).join('；'), opened: twoLines(u.openedAt), closed: twoLines(u.closedAt), extracts: u.extracts === null ? '—' : `${u.extracts}${u.extractChecked === 1 ? '\n已审查盖章' : ''}`, approval: books.approvalNumber(u.approval) ?? '—', remark: u.state === 'open' ? '未归还' : (u.damage ?? ''),
  }),
  day: (u) => dayOrNull(u.openedAt),
  total: (u) => [u.kind === null ? '查阅' : uses.kind.of[u.kind], '件', u.itemCount ?? 0],
  signatures: ['档案管理人', '审核人'],
};

/** R09 携带外出登记簿. */
export const tripForm: RegisterForm<'trips'> = {
  register: 'trips', formCode: 'R09-A4H', orientation: 'landscape', countLabelZh: '次数',
  columns: [
    no, number('外出号', '23mm'), { key: 'items', titleZh: '载体编号', width: '23.5mm', code: true, nowrap: true }, { key: 'count', titleZh: '件数', width: '9mm' }, { key: 'level', titleZh: '最高\n密级', width: '12mm' }, { key: 'who', titleZh: '携带人\n同行人', width: '17mm' }, { key: 'to', titleZh: '目的地、事由', width: '1fr', align: 'left' }, { key: 'measures', titleZh: '保护措施', width: '22mm', align: 'left' },
    { key: 'out', titleZh: '出发时间', width: '17.5mm' }, { key: 'due', titleZh: '应返回', width: '17.5mm', nowrap: true }, { key: 'back', titleZh: '返回时间', width: '17.5mm' }, { key: 'counted', titleZh: '返回\n清点', width: '15mm' }, { key: 'approval', titleZh: '审批单\n许可证', width: '22mm' }, ink('sign', '携带人\n签字', '16mm'), remark('13mm'),
  ],
  cells: (t, books) => ({
    number: t.number ?? '', items: numbersIn(t.itemNumbers), count: String(t.itemCount ?? 0), level: t.level === null ? '—' : levelZh[t.level], who: [t.travellerName, ...(t.companions ?? [])].filter((s) => s !== null).join('\n'), to: [t.destination, t.reason].filter((s) => s !== null).join('；'), measures: t.measures ?? '—', out: twoLines(t.outAt), due: t.dueOn ?? '', back: twoLines(t.backAt),
    counted: t.backAt === null ? '' : `${t.countBack ?? 0} 件\n${t.checkedBy ?? ''}`, approval: [books.approvalNumber(t.approval), t.permit].filter((s) => s !== null).join('\n') || '—', remark: t.state === 'out' ? '在外' : t.notBack === null ? '' : `未带回 ${t.notBack}`,
  }),
  day: (t) => dayOrNull(t.outAt),
  total: (t) => [t.level === null ? '非密' : levelZh[t.level], '件', t.itemCount ?? 0],
  signatures: ['登记人', '审核人'],
};
