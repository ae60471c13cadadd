// R01 涉密载体台账 and R02 收文登记簿: what the unit holds and how it came in.
import { totalKind, copiedFrom, copyText, docOf, kindZh, levelText, placeText, scopeOf, volumeOf, whereabouts } from './words.ts';
import { ink, levelColumn, no, number, remark } from './registerForm.ts';
import type { RegisterForm } from './registerForm.ts';
import { registers } from '#shared/registers/index.ts';

const remarkOf = (late: string | null, note: string | null, more: string | null): string => [late === null ? null : '补登', more, note].filter((s) => s !== null && s !== '').join('\n');

export const carrierForm: RegisterForm<'carriers'> = {
  register: 'carriers', formCode: 'R01-A4H', orientation: 'landscape', countLabelZh: '本册件数',
  columns: [
    no, number('载体编号'), { key: 'title', titleZh: '名　　称', width: '1fr', align: 'left' }, { key: 'issuer', titleZh: '制发单位', width: '17mm' }, { key: 'kind', titleZh: '载体\n类别', width: '12mm' },
    { key: 'doc', titleZh: '文号或编号', width: '21.5mm', nowrap: true }, { key: 'copy', titleZh: '份号', width: '12.5mm', nowrap: true }, levelColumn, { key: 'date', titleZh: '制发日期', width: '17.5mm', nowrap: true },
    { key: 'volume', titleZh: '页数或\n容量', width: '12mm' }, { key: 'count', titleZh: '份\n数', width: '6.5mm' }, { key: 'scope', titleZh: '知悉\n范围', width: '13.5mm' }, { key: 'keeper', titleZh: '责任人', width: '12.5mm' },
    { key: 'place', titleZh: '存放\n地点', width: '13mm' }, { key: 'state', titleZh: '去向\n（状态）', width: '15mm' }, ink('sign', '责任人\n签字', '13.5mm'), remark('18.5mm'),
  ],
  cells: (c, books) => ({
    number: c.number ?? '', title: c.title ?? '', issuer: c.issuer === books.terminal.organisation ? '本单位' : (c.issuer ?? '—'), kind: kindZh(c.carrierKind), doc: docOf(c), copy: copyText(c.copySerial), level: levelText(c.level, c.secrecyPeriod), date: c.issuedOn ?? '—',
    volume: volumeOf(c), count: String(c.copies ?? 1), scope: scopeOf(c), keeper: c.custodian ?? '', place: placeText(c.home), state: whereabouts(c), remark: remarkOf(null, null, c.source === 'printed' ? '打印\n产生' : c.source === 'copied' ? (copiedFrom(c.copySerial) ?? '复制件') : c.source === 'extracted' ? '摘抄件' : null),
  }),
  day: (c) => c.receivedOn,
  total: (c) => [...totalKind(c.carrierKind), c.copies ?? 1],
  signatures: ['保管人', '审核人', '批准人'],
};

const channel = registers.receipts.fields.channel.of;
const urgency = registers.receipts.fields.urgency.of;

export const receiptForm: RegisterForm<'receipts'> = {
  register: 'receipts', formCode: 'R02-A4H', orientation: 'landscape',
  columns: [
    no, number('收文号', '22mm'), { key: 'date', titleZh: '收文日期', width: '17.5mm', nowrap: true }, { key: 'issuer', titleZh: '来文机关', width: '21mm' }, { key: 'doc', titleZh: '来文字号', width: '22mm', nowrap: true }, { key: 'title', titleZh: '标　　题', width: '1fr', align: 'left' },
    levelColumn, { key: 'count', titleZh: '份\n数', width: '8mm' }, { key: 'copy', titleZh: '份号', width: '15mm' }, { key: 'urgency', titleZh: '紧急\n程度', width: '11mm' }, { key: 'channel', titleZh: '来文\n途径', width: '14mm' }, { key: 'handler', titleZh: '承办人', width: '13mm' },
    { key: 'return', titleZh: '清退日期', width: '17.5mm', nowrap: true }, ink('sign', '签收人\n签字', '16mm'), remark('15mm'),
  ],
  cells: (r) => ({
    number: r.number ?? '', date: r.receivedOn ?? '', issuer: r.issuer ?? '', doc: r.docNumber ?? '—', title: r.title ?? '', level: levelText(r.level, r.secrecyPeriod), count: String(r.copies ?? 1), copy: r.copySerials ?? '—', urgency: r.urgency === null ? '' : urgency[r.urgency], channel: r.channel === null ? '' : channel[r.channel],
    handler: r.handler ?? '', return: r.returnBy ?? '', remark: remarkOf(r.lateReason, r.state === 'withdrawn' ? '已撤销' : null, r.shortage ? `短缺${r.shortage}份` : null),
  }),
  day: (r) => r.receivedOn,
  total: (r) => [r.level === null ? '非密' : r.level === 'internal' ? '内部' : '涉密', '份', r.copies ?? 1],
  signatures: ['登记人', '审核人'],
};
