import { registers } from '#shared/registers/index.ts';
import type { ActField, Typed } from '../parts/fields.ts';

const line = registers.dispatches.fields;
const barred = { ordinary: '普通渠道', fax: '传真', network: '网络', left_for: '放置待取', meeting: '会议带走' };
const channels = { confidential_transport: line.channel.of.confidential_transport, confidential_post: line.channel.of.confidential_post, courier: line.channel.of.courier, exchange_station: line.channel.of.exchange_station, ...barred };
const byCourier = (typed: Typed): boolean => typed['channel'] === 'courier';

/** 发文登记. Without 发送方式 the line waits for 机要投送, or for a signature over the counter. */
export const dispatchFields: readonly ActField[] = [
  { name: 'recipient', labelZh: '发往单位', kind: 'line', suggest: 'issuer', required: true, span: 6 },
  { name: 'addressee', labelZh: '收件人', kind: 'line', suggest: 'person', span: 3 },
  { name: 'outside', labelZh: '发往外单位', kind: 'flag', initial: '1', span: 3 },
  { name: 'urgency', labelZh: '紧急程度', kind: 'choice', of: line.urgency.of, initial: 'normal' },
  { name: 'channel', labelZh: '发送方式', kind: 'choice', of: channels, hintZh: '随后办机要投送或当面签收的留空。' },
  { name: 'envelope', labelZh: '封号', kind: 'line' },
  { name: 'handler', labelZh: '经办人', kind: 'line', suggest: 'person', hintZh: '不填即本人。' },
  { name: 'checkedBy', labelZh: '复核人', kind: 'line', suggest: 'person', hintZh: '发出前由另一人核对单位和件数。' },
  { name: 'finalList', labelZh: '分发到此为止', kind: 'flag', hintZh: '核对发出、归档、在手合计。' },
];

/** 机要投送: what is sealed, by which channel, who carries it and how. */
export const conveyFields: readonly ActField[] = [
  { name: 'recipient', labelZh: '收件单位', kind: 'line', suggest: 'issuer', required: true, span: 8 },
  { name: 'channel', labelZh: '渠道', kind: 'choice', of: channels, initial: 'confidential_transport', required: true },
  { name: 'envelope', labelZh: '信封编号', kind: 'line' },
  { name: 'sealed', labelZh: '已密封、加盖密封章', kind: 'flag' },
  { name: 'itemsListed', labelZh: '已逐件列单', kind: 'flag' },
  { name: 'couriers', labelZh: '投送人', kind: 'names', when: byCourier, span: 6 },
  { name: 'route', labelZh: '路线', kind: 'line', when: byCourier, span: 6 },
  { name: 'vehicle', labelZh: '车辆', kind: 'line', when: byCourier },
  { name: 'measures', labelZh: '防护措施', kind: 'line', when: byCourier, span: 8 },
  { name: 'dueOn', labelZh: '应收回执日期', kind: 'day', hintZh: '不填按本单位回执期限。' },
];

/** 登记回执: what the other side counted and who signed. */
export const receiptFields: readonly ActField[] = [
  { name: 'receivedBy', labelZh: '签收人', kind: 'line', required: true },
  { name: 'count', labelZh: '对方清点件数', kind: 'count', required: true },
  { name: 'receivedAt', labelZh: '收件时间', kind: 'moment', hintZh: '不填即现在。' },
  { name: 'receiptNumber', labelZh: '回执号', kind: 'line' },
  { name: 'problem', labelZh: '异常情况', kind: 'line', span: 8, hintZh: '封签破损、件数不符等。' },
];
