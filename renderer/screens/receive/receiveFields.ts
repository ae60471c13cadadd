import type { ActField } from '../parts/fields.ts';
import { channelsZh, urgencyZh } from './entry.ts';
import type { EntryField } from './entry.ts';

/** How each box of 收文 is labelled and completed. */
export const receiveFields: Readonly<Record<EntryField, ActField>> = {
  receivedOn: { name: 'receivedOn', labelZh: '收文日期', kind: 'day' },
  issuer: { name: 'issuer', labelZh: '来文单位', kind: 'line', suggest: 'issuer' },
  level: { name: 'level', labelZh: '密级', kind: 'level' },
  period: { name: 'period', labelZh: '保密期限', kind: 'period' },
  channel: { name: 'channel', labelZh: '传递方式', kind: 'choice', of: channelsZh },
  place: { name: 'place', labelZh: '存放', kind: 'line', suggest: 'place' },
  custodian: { name: 'custodian', labelZh: '责任人', kind: 'line', suggest: 'custodian' },
  signedBy: { name: 'signedBy', labelZh: '签收人', kind: 'line', suggest: 'custodian' },
  urgency: { name: 'urgency', labelZh: '紧急程度', kind: 'choice', of: urgencyZh },
  docNumber: { name: 'docNumber', labelZh: '文号', kind: 'line', span: 4 },
  copySerial: { name: 'copySerial', labelZh: '份号', kind: 'line', span: 2 },
  copies: { name: 'copies', labelZh: '份数', kind: 'count', span: 2 },
  pages: { name: 'pages', labelZh: '页数', kind: 'count', span: 2 },
  attachments: { name: 'attachments', labelZh: '附件', kind: 'line', span: 2 },
  title: { name: 'title', labelZh: '题名', kind: 'line', suggest: 'title', span: 12 },
  accessScope: { name: 'accessScope', labelZh: '知悉范围', kind: 'names', span: 5 },
  returnBy: { name: 'returnBy', labelZh: '清退期限', kind: 'day', span: 4 },
  handler: { name: 'handler', labelZh: '承办人', kind: 'line', suggest: 'person', span: 3 },
  periodBasis: { name: 'periodBasis', labelZh: '超过最长期限的依据（文号）', kind: 'line', span: 6 },
  expectedCopies: { name: 'expectedCopies', labelZh: '清单所列份数', kind: 'count', span: 3, hintZh: '与实收不符的随即立案。' },
  sealIntact: { name: 'sealIntact', labelZh: '信封封签', kind: 'choice', of: { 1: '完好', 0: '破损' }, span: 3 },
  broughtBackOn: { name: 'broughtBackOn', labelZh: '会议结束日期', kind: 'day', span: 4 },
  asClassified: { name: 'asClassified', labelZh: '参照密件', kind: 'choice', of: { 1: '参照密件管理' }, span: 3, hintZh: '无密级的党内文件。' },
  lateReason: { name: 'lateReason', labelZh: '补登原因', kind: 'line', span: 6 },
  distinctFrom: { name: 'distinctFrom', labelZh: '另一件', kind: 'line', span: 4 },
};

/** The boxes of the current document in typing order; the last one posts. */
export const entryRow: readonly EntryField[] = ['docNumber', 'copySerial', 'copies', 'pages', 'attachments', 'title', 'accessScope', 'returnBy', 'handler'];
