// R13 and R15 on paper: 移交清册, 离岗清退单, and the books of handovers and of cipher telegrams.
import { digitsOf } from '#shared/labels.ts';
import { markOf } from '#shared/levels.ts';
import type { ApprovalPrint, PrintFact, RegisterPrint } from '#shared/printing.ts';
import { heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { personnelClasses } from '#shared/registers/people.ts';
import { registers } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { isRefusal } from '../../commands/define.ts';
import { find } from '../../commands/find.ts';
import { Refused } from '../../queries/define.ts';
import { recordById, recordsWhere } from '../../vault/read.ts';
import { baseOf } from './base.ts';
import type { Books } from './books.ts';
import { refOf } from './books.ts';
import { markTally } from '../../policy/markTally.ts';
import { dayOrNull, ink, levelColumn, no, number, remark } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import type { Filled, PrintRequest } from './request.ts';
import { copiedFrom, copyText, docOf, kindZh, levelText, totalKind, twoLines, volumeOf, whereabouts } from './words.ts';

type Handover = RecordOf<'handovers'>;
type Carrier = RecordOf<'carriers'>;
const { kind: kinds, state: states } = registers.handovers.fields;
const dash = (value: string | number | null | undefined): string => (value === null || value === undefined || value === '' ? '—' : String(value));
const isHeld = (c: Carrier): boolean => heldStates.includes(c.state as CarrierState);

function handoverOf(books: Books, request: PrintRequest): Handover {
  const ref = refOf(request, 'handover');
  if (ref === null) throw new Refused(invalid({ path: 'filter.handover', messageZh: '没有指明移交。请填写移交编号后再打印。' }));
  const found = find(books.db, 'handovers', ref);
  if (isRefusal(found)) throw new Refused(found);
  return found;
}

/** What the list holds: as it was closed, or, while it is open, what stands under the giver's name today. */
function listOf(books: Books, h: Handover): Carrier[] {
  if (h.state === 'open' && (h.kind === 'post' || h.kind === 'holder')) return recordsWhere(books.db, 'carriers', { custodian: h.giver }).filter(isHeld);
  return (h.items ?? []).map((id) => books.carrier(id)).filter((c): c is Carrier => c !== null);
}
const heldBy = (books: Books, h: Handover): Carrier[] => (h.person === null ? [] : recordsWhere(books.db, 'carriers', { holder: h.person }).filter(isHeld));

function tallyOf(books: Books, items: readonly Carrier[]) {
  const tally = markTally(books.profile, books.today);
  for (const c of items) tally.add(c.level, c.secrecyPeriod);
  return tally;
}

/** 移交清册: every carrier on its line, checked off by hand, signed by giver, taker and supervising leader. Takes `filter {handover}`. */
export function handoverList(books: Books, request: PrintRequest): Filled {
  const h = handoverOf(books, request);
  const items = listOf(books, h);
  const tally = tallyOf(books, items);
  const titleZh = h.kind === 'unit' ? '涉密载体整批移交清册' : '涉密载体移交清册';
  const totals = new Map<string, { unitZh: string; count: number }>();
  for (const c of items) {
    const [kind, unitZh] = totalKind(c.carrierKind);
    totals.set(kind, { unitZh, count: (totals.get(kind)?.count ?? 0) + (c.copies ?? 1) });
  }
  const facts: readonly PrintFact[] = [
    { labelZh: '移交类别', value: h.kind === null ? '' : kinds.of[h.kind] }, { labelZh: '事　　由', value: dash(h.cause) }, { labelZh: '移 交 人', value: dash(h.giver) }, { labelZh: '接 收 人', value: [h.taker, h.toUnit].filter((s) => s !== null).join('　') },
    { labelZh: '监交领导', value: dash(h.supervisor) }, { labelZh: '开始日期', value: dash(h.openedOn) }, { labelZh: '其他移交物', value: dash(h.othersZh), wide: true },
    ...(h.state === 'closed' ? [{ labelZh: '清点结果', value: `清册 ${items.length} 件，清点 ${h.counted ?? 0} 件，差异 ${h.differenceCount ?? 0} 件；${h.closedOn ?? ''} 办结${h.receiptNumber === null ? '' : `，回执号 ${h.receiptNumber}`}`, wide: true }] : []),
    ...(h.differences === null ? [] : [{ labelZh: '差异清单', value: h.differences, wide: true }]),
  ];
  return {
    formCode: 'R13-A4H', titleZh, rows: items.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): RegisterPrint => ({
      form: 'register', register: 'R13', ...baseOf(books, 'R13-A4H', titleZh, markOf(tally.level(), tally.period()), foot), serialZh: `清册号 ${h.number ?? ''}`, orientation: 'landscape', count: items.length, facts,
      columns: [no, number('载体编号', '26mm'), { key: 'title', titleZh: '名　　称', width: '1fr', align: 'left' }, { key: 'doc', titleZh: '文号或编号', width: '36mm' }, { key: 'kind', titleZh: '载体\n类别', width: '14mm' }, levelColumn, { key: 'serial', titleZh: '份号', width: '15mm', code: true }, { key: 'volume', titleZh: '页数或\n容　量', width: '14mm' }, { key: 'place', titleZh: '存放位置', width: '24mm' }, { key: 'state', titleZh: '状态', width: '18mm' }, ink('check', '清点\n核对', '13mm'), remark('16mm')],
      rows: items.map((c, at) => ({ cells: { no: String(at + 1), number: c.number ?? '', title: c.title ?? '', doc: docOf(c), kind: kindZh(c.carrierKind), level: levelText(c.level, c.secrecyPeriod), serial: copyText(c.copySerial), volume: volumeOf(c), place: c.place ?? '', state: whereabouts(c), check: '', remark: copiedFrom(c.copySerial) ?? '' } })),
      ...(items.length === 0 ? {} : { totals: [...totals].map(([kind, t]) => ({ kindZh: kind, ...t })) }),
      notes: ['逐件清点实物，在“清点核对”栏打勾；清册件数与清点件数相同才能办结。', '移交人、接收人、监交领导签字后各执一份，本清册随移交登记长期保存。'], signatures: ['移交人', '接收人', '监交领导'],
    }),
  };
}

/** 离岗清退单: what somebody who leaves has in hand and under his name, everything else by kind, opinions in boxes. Takes `filter {handover}`. */
export function clearanceSheet(books: Books, request: PrintRequest): Filled {
  const h = handoverOf(books, request);
  if (h.kind !== 'holder' && h.kind !== 'retired') throw new Refused(invalid({ path: 'filter.handover', messageZh: `移交 ${h.number ?? ''} 不是个人离岗移交。请打印移交清册。` }));
  const person = h.person === null ? null : recordById(books.db, 'persons', h.person);
  const hands = heldBy(books, h);
  const items = [...listOf(books, h), ...hands.filter((c) => c.custodian !== h.giver)];
  const tally = tallyOf(books, items);
  const titleZh = '涉密载体清退登记单（离岗）';
  const digits = digitsOf(h.number);
  const facts: readonly PrintFact[] = [
    { labelZh: '姓　　名', value: dash(h.giver) }, { labelZh: '部门岗位', value: dash([person?.department, person?.post].filter((s) => s != null).join('　')) }, { labelZh: '涉密等级', value: person?.personnelClass == null ? '—' : personnelClasses[person.personnelClass] }, { labelZh: '离岗事由', value: dash(h.cause) },
    { labelZh: '接 收 人', value: dash(h.taker) }, { labelZh: '权限取消', value: dash(h.rightsRevokedOn) }, { labelZh: '手中尚有', value: hands.length === 0 ? '没有' : `${hands.length} 件，须先收回` }, { labelZh: '办结日期', value: dash(h.closedOn) },
    { labelZh: '其他清退', value: h.othersZh ?? '电子文件　　件、设备　　件、存储介质　　件、保密本　　件、工作证件　　件、钥匙　　件、门禁权限　　件', wide: true },
  ];
  return {
    formCode: 'R33-Q-A4', titleZh, rows: items.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): ApprovalPrint => ({
      form: 'approval', ...baseOf(books, 'R33-Q-A4', titleZh, markOf(tally.level(), tally.period()), foot), number: h.number ?? '', ...(digits === null ? {} : { barcode: digits }), facts,
      items: items.map((c) => ({ number: c.number ?? '', title: c.title ?? '', level: levelText(c.level, c.secrecyPeriod), quantity: `${c.copies ?? 1} ${totalKind(c.carrierKind)[1]}` })), checks: [],
      opinions: [{ titleZh: '本人承诺', hintZh: '（已全部清退，没有私自留存）' }, { titleZh: '所在部门' }, { titleZh: '保密工作机构', hintZh: '（载体、权限、证件核对）' }, { titleZh: '人事部门' }],
      notes: ['所列各项清退、权限取消后，方可办理调动、辞职、退休手续。', '本单随移交登记和人员保密档案保存。'],
    }),
  };
}

/** R13 移交登记簿: one line per handover. */
export const handoverForm: RegisterForm<'handovers'> = {
  register: 'handovers', formCode: 'R13-B-A4H', titleZh: '移交登记簿', orientation: 'landscape', countLabelZh: '次数',
  columns: [no, number('移交编号', '21mm'), { key: 'kind', titleZh: '类别', width: '18mm' }, { key: 'cause', titleZh: '事　　由', width: '1fr', align: 'left' }, { key: 'giver', titleZh: '移交人', width: '15mm' }, { key: 'taker', titleZh: '接收人\n（单位）', width: '30mm' }, { key: 'leader', titleZh: '监交\n领导', width: '15mm' }, { key: 'listed', titleZh: '清册\n件数', width: '12mm' }, { key: 'counted', titleZh: '清点\n件数', width: '12mm' }, { key: 'differences', titleZh: '差异', width: '12mm' }, { key: 'opened', titleZh: '开始', width: '20mm', nowrap: true }, { key: 'closed', titleZh: '办结', width: '20mm', nowrap: true }, { key: 'rights', titleZh: '权限取消', width: '20mm', nowrap: true }, { key: 'state', titleZh: '状态', width: '14mm' }],
  cells: (h) => ({
    number: h.number ?? '', kind: h.kind === null ? '' : kinds.of[h.kind], cause: h.cause ?? '', giver: h.giver ?? '', taker: [h.taker, h.toUnit].filter((s) => s !== null).join('\n'), leader: h.supervisor ?? '—', listed: String(h.itemCount ?? 0), counted: h.counted === null ? '' : String(h.counted), differences: h.differenceCount === null ? '' : String(h.differenceCount),
    opened: h.openedOn ?? '', closed: h.closedOn ?? '', rights: h.rightsRevokedOn ?? '—', state: h.state === null ? '' : states.of[h.state],
  }),
  day: (h) => h.openedOn,
  signatures: ['登记人', '审核人'],
};

const t = registers.telegrams.fields;
/** R15 密码电报登记簿: received, read before the keeper, extracted, answered, returned. */
export const telegramForm: RegisterForm<'telegrams'> = {
  register: 'telegrams', formCode: 'R15-A4H', orientation: 'landscape', countLabelZh: '件数',
  columns: [
    no, number('登记号', '23mm'), { key: 'wire', titleZh: '电报编号', width: '22mm', nowrap: true }, { key: 'title', titleZh: '名　　称', width: '1fr', align: 'left' }, levelColumn, { key: 'issuer', titleZh: '发电单位', width: '21mm' }, { key: 'received', titleZh: '收电时间', width: '17.5mm' }, { key: 'channel', titleZh: '方式', width: '10mm' }, { key: 'carrier', titleZh: '载体编号', width: '24mm', code: true, nowrap: true }, { key: 'keeper', titleZh: '保管人', width: '14mm' },
    { key: 'readers', titleZh: '阅读人', width: '18mm' }, { key: 'extracts', titleZh: '摘录', width: '9mm' }, { key: 'reply', titleZh: '复电', width: '19mm' }, { key: 'returned', titleZh: '退还', width: '17.5mm' }, { key: 'state', titleZh: '状态', width: '13mm' },
  ],
  cells: (r) => ({
    number: r.number ?? '', wire: r.telegramNumber ?? '', title: r.title ?? '', level: levelText(r.level, r.secrecyPeriod), issuer: r.issuer ?? '', received: twoLines(r.receivedAt), channel: r.channel === null ? '' : t.channel.of[r.channel], carrier: r.carrierNumber ?? '', keeper: r.keeper ?? '', readers: (r.readers ?? []).join('、'), extracts: String(r.extracts ?? 0),
    reply: [r.replyChannel === null ? null : t.replyChannel.of[r.replyChannel], r.replyNumber].filter((s) => s !== null).join('\n'), returned: twoLines(r.returnedAt), state: r.state === null ? '' : t.state.of[r.state],
  }),
  day: (r) => dayOrNull(r.receivedAt),
  signatures: ['保管人', '审核人'],
  notes: ['密码电报由指定的人保管，不复制、不翻印、不邮寄；密来密复，明来明复。'],
};
