import type { CommandName } from '#shared/contract/commands.ts';
import { registers } from '#shared/registers/index.ts';
import type { ActField } from '../parts/fields.ts';

/** One thing that can be done with a carrier at the desk. */
export type DeskAct = Readonly<{
  command: CommandName;
  zh: string;
  verb: string;
  postZh: string;
  /** Name of the input that takes the person; null when nobody is chosen. */
  person: 'borrower' | 'reader' | null;
  personZh?: string;
  fields: readonly ActField[];
}>;

const signature: ActField = { name: 'signature', labelZh: '本人签名', kind: 'choice', of: registers.readings.fields.signature.of, initial: 'pending' };
const cabinet: ActField = { name: 'cabinetKind', labelZh: '柜具', kind: 'choice', of: registers.carriers.fields.cabinetKind.of };

/** The acts of the desk: the first four have a button, the others stand under 其他办理. */
export const deskActs: readonly DeskAct[] = [
  {
    command: 'carrier.lend', zh: '借出', verb: '借出', postZh: '登记借出', person: 'borrower', personZh: '借阅人',
    fields: [
      { name: 'reason', labelZh: '借阅事由', kind: 'line', span: 8 },
      { name: 'dueOn', labelZh: '应还日期', kind: 'day', hintZh: '不填按本单位借阅天数。' },
      { name: 'place', labelZh: '使用地点', kind: 'line', suggest: 'room' },
      signature,
      { name: 'copyingNote', labelZh: '准予复制摘抄的批注', kind: 'line' },
    ],
  },
  {
    command: 'carrier.giveBack', zh: '归还', verb: '归还', postZh: '登记归还', person: null,
    fields: [
      { name: 'pagesChecked', labelZh: '页数齐全', kind: 'flag', initial: '1' },
      { name: 'intact', labelZh: '无涂改、封签完好', kind: 'flag', initial: '1' },
      { name: 'place', labelZh: '放回', kind: 'line', suggest: 'place', hintZh: '不填即固定存放位置。' },
      { name: 'remark', labelZh: '说明', kind: 'line', span: 8, hintZh: '超期、缺页或破损须说明。' },
      signature,
    ],
  },
  {
    command: 'carrier.read', zh: '现场阅读', verb: '阅读', postZh: '登记阅读', person: 'reader', personZh: '阅读人',
    fields: [
      { name: 'purpose', labelZh: '阅读事由', kind: 'line', span: 8 },
      { name: 'place', labelZh: '阅读地点', kind: 'line', suggest: 'room' },
      { name: 'endedAt', labelZh: '离开时间', kind: 'moment', hintZh: '不填即正在阅读，离开时按归还登记。' },
      signature,
    ],
  },
  {
    command: 'carrier.extendLoan', zh: '续借', verb: '续借', postZh: '登记续借', person: null,
    fields: [
      { name: 'dueOn', labelZh: '续借至', kind: 'day', required: true },
      { name: 'reason', labelZh: '续借事由', kind: 'line', required: true, span: 8 },
    ],
  },
  {
    command: 'carrier.place', zh: '存放', verb: '存放', postZh: '登记存放', person: null,
    fields: [
      { name: 'place', labelZh: '存放位置', kind: 'line', suggest: 'place', required: true, span: 6 },
      cabinet,
      { name: 'home', labelZh: '同时改固定存放位置', kind: 'flag', initial: '1' },
    ],
  },
  {
    command: 'carrier.transfer', zh: '移交', verb: '移交', postZh: '登记移交', person: null,
    fields: [
      { name: 'to', labelZh: '接收人', kind: 'line', suggest: 'custodian', required: true },
      { name: 'toUnit', labelZh: '接收单位（移交外单位）', kind: 'line' },
      { name: 'place', labelZh: '移交后存放', kind: 'line', suggest: 'place' },
      { name: 'receivedBy', labelZh: '接收签字人', kind: 'line', suggest: 'person' },
      cabinet,
    ],
  },
  {
    command: 'carrier.returnToIssuer', zh: '清退', verb: '清退', postZh: '登记清退', person: null,
    fields: [
      { name: 'to', labelZh: '清退至', kind: 'line', suggest: 'issuer' },
      { name: 'noticeNumber', labelZh: '清退通知文号', kind: 'docNumber' },
      { name: 'receivedBy', labelZh: '接收签字人', kind: 'line' },
    ],
  },
  {
    command: 'knowledge.record', zh: '知悉登记', verb: '登记知悉', postZh: '登记知悉', person: null,
    fields: [
      { name: 'readers', labelZh: '知悉人', kind: 'names', required: true, span: 8 },
      { name: 'how', labelZh: '知悉方式', kind: 'choice', of: { told: '传达', meeting: '会议', handled: '经手', copied: '复制摘抄', opened: '拆封清点', read: '现场阅读' }, required: true },
      { name: 'place', labelZh: '地点', kind: 'line', suggest: 'room' },
      { name: 'purpose', labelZh: '事由', kind: 'line' },
      signature,
    ],
  },
  {
    command: 'scope.widen', zh: '扩大知悉范围', verb: '扩大范围', postZh: '登记扩大', person: null,
    fields: [
      { name: 'add', labelZh: '增加人员', kind: 'names', required: true, span: 6 },
      { name: 'reason', labelZh: '理由', kind: 'line', required: true, span: 6 },
    ],
  },
  {
    command: 'scope.set', zh: '确定知悉范围', verb: '确定范围', postZh: '登记范围', person: null,
    fields: [
      { name: 'accessScope', labelZh: '知悉人员', kind: 'names', required: true, span: 6 },
      { name: 'basis', labelZh: '依据', kind: 'line', required: true, span: 6 },
    ],
  },
  {
    command: 'scope.revoke', zh: '取消知悉', verb: '取消知悉', postZh: '登记取消', person: null,
    fields: [
      { name: 'remove', labelZh: '取消人员', kind: 'names', required: true, span: 6 },
      { name: 'reason', labelZh: '理由', kind: 'line', required: true, span: 6 },
    ],
  },
];

export const deskActOf = (command: string | null): DeskAct | undefined => deskActs.find((a) => a.command === command);

/** 自动: what is in the safe is lent, what is out comes back (ui 5.6). */
export function autoAct(state: string | null): CommandName {
  return state === 'lent' || state === 'reading' ? 'carrier.giveBack' : 'carrier.lend';
}
