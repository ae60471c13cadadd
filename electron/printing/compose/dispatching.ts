// R02 发文登记簿, R07 制作印制登记簿, R08 机要投送登记簿: what is made, sent and carried.
import { registers } from '#shared/registers/index.ts';
import { dayOf } from '#shared/time.ts';
import { dayOrNull, ink, levelColumn, no, number, remark } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import { levelText, twoLines } from './words.ts';

const dispatchFields = registers.dispatches.fields;
const runFields = registers.productions.fields;
export const channelZh = (channel: string | null): string => (channel === null ? '' : ((dispatchFields.channel.of as Readonly<Record<string, string>>)[channel] ?? ''));
export const urgencyZh = (urgency: string | null): string => (urgency === null || urgency === 'normal' ? '' : ((dispatchFields.urgency.of as Readonly<Record<string, string>>)[urgency] ?? ''));

export type Line = Readonly<{ recipient: string; copies: number }>;
/** 分发表 as it is stored; whatever else stands there is left out. */
export const linesOf = (list: unknown): readonly Line[] => (Array.isArray(list) ? list.filter((l): l is Line => typeof l === 'object' && l !== null && typeof (l as Line).recipient === 'string' && typeof (l as Line).copies === 'number') : []);

export const dispatchForm: RegisterForm<'dispatches'> = {
  register: 'dispatches', formCode: 'R02F-A4H', orientation: 'landscape',
  columns: [
    no, number('发文号', '23mm'), { key: 'date', titleZh: '发出日期', width: '17.5mm', nowrap: true }, { key: 'doc', titleZh: '文　号', width: '22mm', nowrap: true }, { key: 'title', titleZh: '标　　题', width: '1fr', align: 'left' }, levelColumn, { key: 'count', titleZh: '份\n数', width: '8mm' }, { key: 'copy', titleZh: '份号', width: '15mm' },
    { key: 'to', titleZh: '发往机关', width: '24mm' }, { key: 'envelope', titleZh: '封号', width: '19mm' }, { key: 'channel', titleZh: '发送\n方式', width: '15mm' }, { key: 'urgency', titleZh: '紧急\n程度', width: '11mm' }, { key: 'by', titleZh: '经办人\n复核人', width: '14mm' }, { key: 'got', titleZh: '签收时间', width: '17.5mm' }, ink('sign', '签收人\n签字', '16mm'), remark('15mm'),
  ],
  cells: (d) => ({
    number: d.number ?? '', date: d.sentOn ?? '', doc: d.docNumber ?? '—', title: d.title ?? '', level: levelText(d.level, d.secrecyPeriod), count: String(d.copies ?? 0), copy: d.copySerials ?? '—', to: [d.recipient, d.addressee].filter((s) => s !== null).join('\n'), envelope: d.envelope ?? '—', channel: channelZh(d.channel), urgency: urgencyZh(d.urgency),
    by: [d.handler, d.checkedBy].filter((s) => s !== null).join('\n'), got: twoLines(d.receivedAt), remark: d.state === 'registered' ? '待发出' : d.state === 'receipted' ? (d.receiptNumber ?? '已回执') : '待回执',
  }),
  day: (d) => d.sentOn,
  total: (d) => [d.level === null ? '非密' : d.level === 'internal' ? '内部' : '涉密', '份', d.copies ?? 0],
  signatures: ['登记人', '审核人'],
};

export const productionForm: RegisterForm<'productions'> = {
  register: 'productions', formCode: 'R07-A4H', orientation: 'landscape', countLabelZh: '次数',
  columns: [
    no, number('印制号', '23mm'), { key: 'date', titleZh: '登记日期', width: '17.5mm', nowrap: true }, { key: 'doc', titleZh: '文　号', width: '21mm', nowrap: true }, { key: 'title', titleZh: '名　　称', width: '1fr', align: 'left' }, levelColumn, { key: 'by', titleZh: '拟稿人\n签发人', width: '13mm' },
    { key: 'approved', titleZh: '批准\n份数', width: '9mm' }, { key: 'made', titleZh: '实印\n份数', width: '9mm' }, { key: 'to', titleZh: '发往机关及份数', width: '27mm', align: 'left' }, { key: 'filed', titleZh: '存档\n份数', width: '9mm' }, { key: 'left', titleZh: '余存\n份数', width: '9mm' }, { key: 'typed', titleZh: '打字\n校对\n印制', width: '13mm' }, { key: 'machine', titleZh: '涉密计算机\n或承制单位', width: '20mm' },
    { key: 'waste', titleZh: '废页、清样\n及销毁', width: '20mm' }, { key: 'master', titleZh: '电子\n底稿', width: '11mm' }, remark('17mm'),
  ],
  cells: (p) => ({
    number: p.number ?? '', date: p.requestedOn ?? '', doc: p.docNumber ?? '—', title: p.title ?? '', level: levelText(p.level, p.secrecyPeriod), by: [p.drafter, p.signatory].filter((s) => s !== null).join('\n'), approved: String(p.copiesApproved ?? '—'), made: p.copiesMade === null ? '' : String(p.copiesMade),
    to: linesOf(p.distribution).map((l) => `${l.recipient} ${l.copies}`).join('\n') || '—', filed: p.filedCopies === null ? '' : String(p.filedCopies), left: p.surplus === null ? '' : String(p.surplus), typed: [p.typist, p.proofreader, p.printedBy].filter((s) => s !== null).join('\n'), machine: p.madeWhere === 'outside' ? (p.partner ?? '外单位') : (p.machineNumber ?? '—'),
    waste: p.wasteSheets === null && p.proofs === null ? '' : [`${(p.wasteSheets ?? 0) + (p.proofs ?? 0)} 页`, p.wasteDestroyedAt === null ? (p.wasteDueOn === null ? null : '待销毁') : `${dayOf(p.wasteDestroyedAt)} 毁`].filter((s) => s !== null).join('\n'), master: p.master === null ? '' : runFields.master.of[p.master],
    remark: p.state === null ? '' : [runFields.state.of[p.state], p.archiveNumber].filter((s) => s !== null).join('\n'),
  }),
  day: (p) => p.requestedOn,
  signatures: ['登记人', '审核人'],
  notes: ['实印份数等于发出、存档、余存之和；余存份按载体登记，直到归档或销毁。'],
};

export const consignmentForm: RegisterForm<'consignments'> = {
  register: 'consignments', formCode: 'R08-A4H', orientation: 'landscape',
  columns: [
    no, number('投送号', '22mm'), { key: 'at', titleZh: '交出时间', width: '17.5mm' }, { key: 'to', titleZh: '收件单位', width: '1fr', align: 'left' }, { key: 'items', titleZh: '载体编号', width: '27mm', align: 'left' }, { key: 'count', titleZh: '件\n数', width: '8mm' }, levelColumn, { key: 'envelope', titleZh: '封号', width: '21mm' }, { key: 'channel', titleZh: '渠道', width: '15mm' },
    { key: 'couriers', titleZh: '投送人', width: '13mm' }, { key: 'route', titleZh: '路线、车辆、\n防护措施', width: '28mm', align: 'left' }, { key: 'got', titleZh: '收件时间', width: '17.5mm' }, ink('sign', '收件人\n签字', '16mm'), { key: 'receipt', titleZh: '回执', width: '17mm' }, remark('18mm'),
  ],
  cells: (c) => ({
    number: c.number ?? '', at: twoLines(c.sentAt), to: c.recipient ?? '', items: (c.itemNumbers ?? '').replaceAll('、', '\n'), count: String(c.itemCount ?? 0), level: levelText(c.level, null), envelope: c.envelope ?? '—', channel: channelZh(c.channel), couriers: (c.couriers ?? []).join('\n') || '—', route: [c.route, c.vehicle, c.measures].filter((s) => s !== null).join('；') || '—',
    got: twoLines(c.receivedAt), receipt: c.state === 'receipted' ? (c.receiptNumber ?? '已回执') : c.state === 'exception' ? '异常' : '未回执', remark: c.problem ?? '',
  }),
  day: (c) => dayOrNull(c.sentAt),
  total: (c) => ['投送', '件', c.itemCount ?? 0],
  signatures: ['登记人', '审核人'],
};
