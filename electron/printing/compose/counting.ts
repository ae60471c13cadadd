// Group 2.8 on paper: sheets to count by, results, slips of recall, checklists to fill in by hand, labels of cabinets.
import { digitsOf } from '#shared/labels.ts';
import { checklistOf, checklists, isChecklistKey } from '#shared/checklists.ts';
import { levelZh, markOf } from '#shared/levels.ts';
import type { LabelPrint, PrintColumn, PrintFact, PrintRow, RegisterPrint } from '#shared/printing.ts';
import { carrierStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { registers } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { dayOf, showInstant } from '#shared/time.ts';
import { isRefusal } from '../../commands/define.ts';
import { find } from '../../commands/find.ts';
import { isOut } from '../../policy/places.ts';
import { Refused } from '../../queries/define.ts';
import { recordsWhere } from '../../vault/read.ts';
import { baseOf } from './base.ts';
import { labelChoice } from './labelChoice.ts';
import type { Books } from './books.ts';
import { lines, refOf } from './books.ts';
import { markTally } from '../../policy/markTally.ts';
import { fillRegister, ink, levelColumn, no, number, remark } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import type { Filled, PrintRequest } from './request.ts';
import { copyText, levelText, volumeOf } from './words.ts';

type Carrier = RecordOf<'carriers'>;
type Register = 'stocktakes' | 'recalls' | 'checks';
function theRecord<K extends Register>(books: Books, register: K, request: PrintRequest, name: string, what: string): RecordOf<K> {
  const ref = refOf(request, name);
  if (ref === null) throw new Refused(invalid({ path: `filter.${name}`, messageZh: `没有指明${what}。请填写编号后再打印。` }));
  const found = find(books.db, register, ref);
  if (isRefusal(found)) throw new Refused(found);
  return found;
}
const textOf = (request: PrintRequest, name: string): string | undefined => (typeof request.filter?.[name] === 'string' ? request.filter[name] : undefined);
const stateZh = (c: Carrier): string => carrierStates[c.state as CarrierState];
const whereZh = (c: Carrier): string => [c.place ?? c.home ?? '', isOut(c) ? `（${stateZh(c)}）` : ''].join('');

type Sheet = Readonly<{ formCode: string; register: string; titleZh: string; serialZh: string; facts: readonly PrintFact[]; columns: readonly PrintColumn[]; cells: (c: Carrier) => Record<string, string>; signatures: readonly string[]; notes: readonly string[] }>;

/** A sheet of carriers that were chosen elsewhere, with lines to write on. */
function fillSheet(books: Books, s: Sheet, carriers: readonly Carrier[]): Filled {
  const tally = markTally(books.profile, books.today);
  for (const c of carriers) tally.add(c.level, c.secrecyPeriod);
  const rows = carriers.map((c, i): PrintRow => ({ cells: { no: String(i + 1), number: c.number ?? '', title: c.title ?? '', level: levelText(c.level, c.secrecyPeriod), ...s.cells(c) } }));
  return {
    formCode: s.formCode, titleZh: s.titleZh, rows: rows.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): RegisterPrint => ({
      form: 'register', register: s.register, ...baseOf(books, s.formCode, s.titleZh, markOf(tally.level(), tally.period()), foot), serialZh: s.serialZh, orientation: 'landscape', count: rows.length, columns: s.columns, rows, signatures: s.signatures, facts: s.facts, notes: s.notes,
    }),
  };
}

const title: PrintColumn = { key: 'title', titleZh: '名　　称', width: '1fr', align: 'left' };
const sheetColumns: readonly PrintColumn[] = [
  no, number('载体编号', '26mm'), title, levelColumn, { key: 'doc', titleZh: '文　号', width: '34mm', align: 'left' }, { key: 'serial', titleZh: '份号', width: '17mm' }, { key: 'volume', titleZh: '页数', width: '13mm' }, { key: 'keeper', titleZh: '保管人\n持有人', width: '18mm' }, { key: 'place', titleZh: '账面位置', width: '30mm', align: 'left' }, ink('seen', '相符\n打√', '12mm'), ink('real', '实际位置\n或说明', '28mm'),
];

/** 清点核对表, to count by: everything that should be there, or what one person keeps and has. Takes `filter {stocktake, person?}`; `view: 'left'` lists what nobody has counted yet. */
export function stocktakeSheet(books: Books, request: PrintRequest): Filled {
  const s = theRecord(books, 'stocktakes', request, 'stocktake', '清点');
  const person = textOf(request, 'person');
  const left = request.view === 'left';
  const counted = new Set(left ? recordsWhere(books.db, 'stocktakeLines', { stocktake: s.id }).map((l) => l.carrier) : []);
  const carriers = (s.expected ?? []).filter((id) => !counted.has(id)).map((id) => books.carrier(id)).filter((c): c is Carrier => c !== null).filter((c) => person === undefined || c.custodian === person || c.holderName === person);
  return fillSheet(books, {
    formCode: 'R11-A4H', register: 'R11', titleZh: left ? '未清点清单' : '清点核对表', serialZh: `清点号 ${s.number ?? ''}`, columns: sheetColumns,
    facts: [{ labelZh: '清点范围', value: s.scopeZh ?? '', wide: true }, ...(person === undefined ? [] : [{ labelZh: '保管（持有）人', value: person }]), { labelZh: '开始时间', value: showInstant(s.openedAt) }, { labelZh: left ? '未清点' : '应有件数', value: `${carriers.length} 件` }, { labelZh: '清点人', value: s.counter ?? '' }, { labelZh: '监督人', value: s.checker ?? '' }],
    cells: (c) => ({ doc: c.docNumber ?? '', serial: c.copySerial === null ? '' : copyText(c.copySerial), volume: volumeOf(c), keeper: [c.custodian ?? '', c.holderName === null || c.holderName === c.custodian ? '' : c.holderName].filter((n) => n !== '').join('\n'), place: whereZh(c) }),
    signatures: [person === undefined ? '保管人' : `保管（持有）人 ${person}`, '清点人', '监督人'],
    notes: ['逐件核对编号、份号和页数，见到实物才打√；不符的写明实际位置或说明。', '多出的写在表下空白处，当场报告。'],
  }, carriers);
}

const buckets = registers.stocktakeLines.fields.bucket.of;
const resultForm: RegisterForm<'stocktakeLines'> = {
  register: 'stocktakeLines', formCode: 'R11J-A4H', titleZh: '清点结果', orientation: 'landscape',
  columns: [no, { key: 'number', titleZh: '载体编号', width: '26mm', code: true, nowrap: true }, title, levelColumn, { key: 'bucket', titleZh: '结　果', width: '20mm' }, { key: 'booked', titleZh: '账面位置\n保管人', width: '34mm', align: 'left' }, { key: 'found', titleZh: '实际位置', width: '30mm', align: 'left' }, { key: 'explanation', titleZh: '说　明', width: '44mm', align: 'left' }, { key: 'incident', titleZh: '事件号', width: '24mm', code: true, nowrap: true }, remark('12mm')],
  cells: (l, books) => ({
    number: l.carrierNumber ?? l.scanned ?? '', title: l.title ?? '（台账没有）', level: levelText(l.level, books.carrier(l.carrier)?.secrecyPeriod ?? null), bucket: l.bucket === null ? '' : buckets[l.bucket], booked: [l.expectedPlace ?? '', l.expectedHolder ?? ''].filter((x) => x !== '').join('\n'), found: l.foundPlace ?? '',
    explanation: l.explanation ?? '', incident: l.incident === null ? '' : (recordsNumber(books, l.incident) ?? ''), remark: '',
  }),
  day: (l) => (l.countedAt === null ? null : dayOf(l.countedAt)),
  signatures: ['保管人', '清点人', '监督人', '保密工作机构负责人'],
};
const recordsNumber = (books: Books, incident: number): string | null => {
  const found = find(books.db, 'incidents', incident);
  return isRefusal(found) ? null : found.number;
};

/** 清点结果: what differs, line by line, and the four numbers. Takes `filter {stocktake}`; `view: 'all'` lists what agrees too. */
export function stocktakeResult(books: Books, request: PrintRequest): Filled {
  const s = theRecord(books, 'stocktakes', request, 'stocktake', '清点');
  const n = (v: number | null): string => (v === null ? '—' : `${v} 件`);
  return fillRegister(resultForm, books, { filter: { stocktake: s.id }, view: request.view === 'all' ? 'all' : 'different', history: false }, {
    serialZh: `清点号 ${s.number ?? ''}`,
    facts: [
      { labelZh: '清点范围', value: s.scopeZh ?? '', wide: true }, { labelZh: '开始时间', value: showInstant(s.openedAt) }, { labelZh: '结束时间', value: s.closedAt === null ? '尚未结束' : showInstant(s.closedAt) }, { labelZh: '应有', value: n(s.expectedCount) }, { labelZh: '相符', value: n(s.found) }, { labelZh: '位置不符', value: n(s.misplaced) },
      { labelZh: '缺少', value: n(s.missing) }, { labelZh: '多出', value: n(s.unexpected) }, { labelZh: '在外未核实', value: n(s.unconfirmed) }, { labelZh: '清点人', value: s.counter ?? '' }, { labelZh: '监督人', value: s.checker ?? '' }, { labelZh: '处理意见', value: s.action ?? '—', wide: true },
    ],
  });
}

const recallForm: RegisterForm<'carriers'> = {
  register: 'carriers', formCode: 'R10-A4H', titleZh: '涉密载体清退登记单（表）', orientation: 'landscape',
  columns: [no, number('载体编号', '26mm'), title, { key: 'issuer', titleZh: '制发机关', width: '30mm', align: 'left' }, { key: 'doc', titleZh: '文　号', width: '34mm', align: 'left' }, { key: 'serial', titleZh: '份号', width: '17mm' }, levelColumn, { key: 'volume', titleZh: '页数', width: '13mm' }, { key: 'holder', titleZh: '清退人', width: '17mm' }, { key: 'dueOn', titleZh: '应清退日期', width: '21mm', nowrap: true }, { key: 'state', titleZh: '状态', width: '15mm' }, ink('day', '清退日期', '19mm'), ink('receiver', '接收人\n签字', '18mm')],
  cells: (c) => ({ number: c.number ?? '', title: c.title ?? '', issuer: c.issuer ?? '', doc: c.docNumber ?? '', serial: c.copySerial === null ? '' : copyText(c.copySerial), level: levelText(c.level, c.secrecyPeriod), volume: volumeOf(c), holder: c.holderName ?? c.custodian ?? '', dueOn: c.returnBy ?? '', state: stateZh(c) }),
  day: (c) => c.returnBy,
  total: (c) => [registers.carriers.fields.carrierKind.of[c.carrierKind ?? 'other'], '件', c.copies ?? 1],
  signatures: ['清退人', '核对人', '接收人', '主管领导'],
};

/** 涉密载体清退登记单: what a recall calls in, or everything one person still has. Takes `filter {recall}` or `{person}`. */
export function recallSheet(books: Books, request: PrintRequest): Filled {
  const person = textOf(request, 'person');
  const recall = refOf(request, 'recall');
  if (recall === null && person !== undefined) {
    const mine = [...recordsWhere(books.db, 'carriers', { custodian: person }), ...recordsWhere(books.db, 'carriers', { holderName: person })].filter((c, i, all) => !['destroyed', 'returned', 'transferred', 'withdrawn'].includes(c.state ?? '') && all.findIndex((o) => o.id === c.id) === i);
    return fillSheet(books, { formCode: recallForm.formCode, register: 'R10', titleZh: '涉密载体清退登记单（表）', serialZh: `清退人 ${person}`, facts: [{ labelZh: '清退人', value: person }, { labelZh: '在手件数', value: `${mine.length} 件` }], columns: recallForm.columns, cells: (c) => recallForm.cells(c, books), signatures: recallForm.signatures, notes: ['逐件核对后清退，清退人和接收人当面签字。'] }, mine);
  }
  const r = theRecord(books, 'recalls', request, 'recall', '清退批次或清退人');
  return fillRegister(recallForm, books, { filter: { recall: r.id }, history: false }, {
    serialZh: `清退号 ${r.number ?? ''}`,
    facts: [{ labelZh: '名　　称', value: r.title ?? '', wide: true }, { labelZh: '制发机关', value: r.issuer ?? '—' }, { labelZh: '通知文号', value: r.noticeNumber ?? '—' }, { labelZh: '清退期限', value: r.dueOn ?? '' }, { labelZh: '应清退', value: `${r.itemCount ?? 0} 件` }, ...(r.state === 'closed' ? [{ labelZh: '办结情况', value: `清退 ${r.returned ?? 0} 件，归档 ${r.archived ?? 0} 件，列入销毁 ${r.destroyed ?? 0} 件，收回在库 ${r.kept ?? 0} 件，未收回 ${r.missing ?? 0} 件`, wide: true }] : []), ...(r.explanation === null ? [] : [{ labelZh: '未收回说明', value: r.explanation, wide: true }])],
  });
}

type Answer = Readonly<{ key: string; answer: string; note?: string }>;
const answerColumns: readonly PrintColumn[] = [no, { key: 'question', titleZh: '检　查　内　容', width: '1fr', align: 'left' }, { key: 'yes', titleZh: '符合', width: '13mm' }, { key: 'no_', titleZh: '不符合', width: '15mm' }, { key: 'na', titleZh: '不涉及', width: '15mm' }, { key: 'note', titleZh: '问题说明', width: '46mm', align: 'left' }];

/** 自查表、检查表: empty, to be filled in by hand, or as it was entered. Takes `filter {checklist}` or `{check}`. */
export function checklistSheet(books: Books, request: PrintRequest): Filled {
  const asked = textOf(request, 'checklist');
  const check = asked === undefined ? theRecord(books, 'checks', request, 'check', '检查表或检查记录') : null;
  const key = asked ?? check?.checklist ?? '';
  if (!isChecklistKey(key)) throw new Refused(invalid({ path: 'filter.checklist', messageZh: `没有“${key}”这张检查表。可选：${Object.keys(checklists).join('、')}。` }));
  const list = checklistOf(key);
  const given = new Map((Array.isArray(check?.answers) ? (check.answers as unknown as readonly Answer[]) : []).map((a) => [a.key, a]));
  const rows = list.questions.map((q, i): PrintRow => {
    const a = given.get(q.key);
    return { cells: { no: String(i + 1), question: q.textZh, yes: a?.answer === 'yes' ? '√' : '', no_: a?.answer === 'no' ? '×' : '', na: a?.answer === 'na' ? '／' : '', note: a?.note ?? '' } };
  });
  const facts: PrintFact[] = [
    { labelZh: '检查日期', value: check?.checkedOn ?? '　　　年　　月　　日' }, { labelZh: '检查地点', value: check?.place ?? '' }, { labelZh: '检 查 人', value: check?.inspector ?? '' }, { labelZh: '在 场 人', value: (check?.present ?? []).join('、') }, { labelZh: '检查周期', value: list.rhythmZh },
    { labelZh: '整改期限', value: check?.correctBy ?? '' }, { labelZh: '发现问题', value: check?.findings ?? '', wide: true }, { labelZh: '整改情况', value: check?.corrected ?? '', wide: true },
  ];
  return {
    formCode: 'R37J-A4', titleZh: list.titleZh, rows: rows.length, level: null, secrecyPeriod: null,
    draft: (foot): RegisterPrint => ({ form: 'register', register: 'R37', ...baseOf(books, 'R37J-A4', list.titleZh, null, foot), ...(check === null ? {} : { serialZh: `检查号 ${check.number ?? ''}` }), orientation: 'portrait', count: rows.length, countLabelZh: '项数', columns: answerColumns, rows, signatures: ['检查人', '被检部门', '保密机构'], facts, notes: ['每一项打√或×；不符合的写明问题，限期整改后登记整改情况。'] }),
  };
}

/** 柜具标签: name, what may lie in it, and a code that a scanner reads while counting. Takes the lines of the register. */
export function cabinetLabels(books: Books, request: PrintRequest): Filled {
  const made: LabelPrint['labels'][number][] = [];
  const view = request.view ?? (request.filter === undefined && request.record === undefined ? 'used' : undefined);
  for (const c of lines(books, 'cabinets', { ...request, ...(view === undefined ? {} : { view }) })) {
    const digits = digitsOf(c.number);
    if (digits !== null) made.push({ number: c.number ?? '', digits, mark: c.place, title: [c.room ?? '', c.level === null ? '' : `最高存放${levelZh[c.level]}`].filter((s) => s !== '').join('　'), placeZh: c.kind === null ? '' : registers.cabinets.fields.kind.of[c.kind] });
  }
  const { change: _change, ...sheets } = labelChoice(request.data, 'a4-14');
  return { formCode: 'R39-BQ', titleZh: '柜具标签', rows: made.length, level: null, secrecyPeriod: null, draft: (foot): LabelPrint => ({ form: 'labels', ...baseOf(books, 'R39-BQ', '柜具标签', null, foot), ...sheets, labels: made }) };
}
