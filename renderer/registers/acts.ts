import { registers } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import type { Role } from '#shared/roles.ts';
import type { PossibleAct, Values } from '../app/answers.ts';
import { places } from '../app/places.ts';
import { routeFields } from '../screens/circulation/acts.ts';
import { cabinetChangeFields, correctFields } from '../screens/counting/fields.ts';
import { carrierActs } from '../screens/levels/fields.ts';
import type { ActField } from '../screens/parts/fields.ts';

export type SmallAct = Readonly<{
  zh: string;
  register: RegisterKey;
  /** Name of the record in the command's input. */
  ref: string;
  who: Role;
  /** False: not now. A carrier's acts are listed by the rules instead. */
  when?: (values: Values) => boolean;
  fields: readonly ActField[];
}>;

const onCarrier = { register: 'carriers', ref: 'carrier', who: 'clerk' } as const;

/** Small acts on one record that need no desk: their fields, in the order they are filled in. */
export const smallActs: Readonly<Record<string, SmallAct>> = {
  'knowledge.sign': {
    zh: '补签知悉', register: 'readings', ref: 'reading', who: 'clerk', when: (values) => values['signature'] === 'pending',
    fields: [{ name: 'signature', labelZh: '签名方式', kind: 'choice', of: { ink: '纸面签名', own_password: '本人口令确认' }, required: true, initial: 'ink' }],
  },
  'carrier.route': { zh: '送批办', register: 'receipts', ref: 'receipt', who: 'clerk', when: (values) => values['state'] === 'registered' && (values['routedOn'] ?? null) === null, fields: routeFields },
  'cabinet.change': { zh: '变更', register: 'cabinets', ref: 'cabinet', who: 'clerk', when: (values) => values['state'] === 'in_service', fields: cabinetChangeFields },
  // Paper nobody answered for, because the window was closed or the power went: until then nothing is printed on from it.
  'register.printed': {
    zh: '确认打印结果', register: 'prints', ref: 'print', who: 'clerk', when: (values) => values['state'] === 'issued',
    fields: [
      { name: 'result', labelZh: '打印结果', kind: 'choice', of: { done: '打印成功', spoiled: '卡纸作废' }, required: true },
      { name: 'pages', labelZh: '页数', kind: 'count', hintZh: '含作废的页。' },
    ],
  },
  'dispatch.withdraw': {
    zh: '作废', register: 'dispatches', ref: 'dispatch', who: 'clerk', when: (values) => values['state'] === 'registered',
    fields: [{ name: 'reason', labelZh: '作废原因', kind: 'line', required: true, span: 8, hintZh: '登记错了、还没有发出的才能作废；原号保留。' }],
  },
  'check.correct': { zh: '登记整改', register: 'checks', ref: 'check', who: 'clerk', when: (values) => values['state'] === 'open', fields: correctFields },
  'refusal.reported': {
    zh: '登记已报告', register: 'refusals', ref: 'refusal', who: 'clerk', when: (values) => values['state'] === 'recorded',
    fields: [
      { name: 'reportedTo', labelZh: '报告对象', kind: 'line', required: true, span: 6 },
      { name: 'reportedAt', labelZh: '报告时间', kind: 'moment', hintZh: '不填即为现在。', span: 6 },
    ],
  },
  'carrier.hold': {
    zh: '个人留存', ...onCarrier,
    fields: [
      { name: 'until', labelZh: '留存至', kind: 'day', required: true },
      { name: 'reason', labelZh: '原因', kind: 'line', required: true, span: 8 },
    ],
  },
  'notebook.issue': {
    zh: '领用保密本', ...onCarrier,
    fields: [
      { name: 'holder', labelZh: '领用人', kind: 'line', suggest: 'person', required: true },
      { name: 'pages', labelZh: '页数', kind: 'count', required: true },
      { name: 'dueOn', labelZh: '应交回日期', kind: 'day' },
      { name: 'place', labelZh: '存放处', kind: 'line', suggest: 'place', hintZh: '不填即在领用人部门。' },
    ],
  },
  'notebook.giveBack': {
    zh: '交回保密本', ...onCarrier,
    fields: [
      { name: 'pages', labelZh: '清点页数', kind: 'count', required: true },
      { name: 'used', labelZh: '已写页数', kind: 'count', required: true },
      { name: 'place', labelZh: '放回', kind: 'line', suggest: 'place', hintZh: '不填即固定存放位置。' },
      { name: 'remark', labelZh: '检查情况', kind: 'line', span: 12, hintZh: '缺页须写明。' },
    ],
  },
  ...Object.fromEntries(Object.entries(carrierActs).map(([command, a]) => [command, { ...a, ...onCarrier }])),
  'tipOff.handle': {
    zh: '处理举报', register: 'tipOffs', ref: 'tipOff', who: 'security_administrator', when: () => true,
    fields: [{ name: 'handled', labelZh: '处理情况', kind: 'long', required: true }],
  },
  'violation.review': {
    zh: '阅处', register: 'violations', ref: 'violation', who: 'auditor', when: (values) => values['state'] === 'recorded',
    fields: [{ name: 'note', labelZh: '阅处意见', kind: 'long' }],
  },
  'carrier.place': {
    zh: '存放', ...onCarrier,
    fields: [
      { name: 'place', labelZh: '存放位置', kind: 'line', suggest: 'place', required: true },
      { name: 'cabinetKind', labelZh: '柜具', kind: 'choice', of: { code_safe: '密码保险柜', code_cabinet: '密码文件柜', iron_cabinet: '铁皮柜', archive_room: '档案库', other: '其他' } },
      { name: 'home', labelZh: '同时改为固定存放位置', kind: 'flag', initial: '1' },
    ],
  },
  'carrier.transfer': {
    zh: '移交', ...onCarrier,
    fields: [
      { name: 'to', labelZh: '接收人', kind: 'line', suggest: 'person', required: true },
      { name: 'toUnit', labelZh: '接收单位', kind: 'line', hintZh: '移交外单位时填写。' },
      { name: 'receivedBy', labelZh: '接收签字人', kind: 'line' },
      { name: 'place', labelZh: '存放位置', kind: 'line', suggest: 'place' },
    ],
  },
  'carrier.returnToIssuer': {
    zh: '清退', ...onCarrier,
    fields: [
      { name: 'to', labelZh: '退往机关', kind: 'line', suggest: 'issuer' },
      { name: 'noticeNumber', labelZh: '清退通知文号', kind: 'line' },
      { name: 'receivedBy', labelZh: '接收签字人', kind: 'line' },
    ],
  },
  'carrier.file': {
    zh: '归档', ...onCarrier,
    fields: [
      { name: 'archiveNumber', labelZh: '归档号', kind: 'line', required: true },
      { name: 'place', labelZh: '存放位置', kind: 'line', suggest: 'place' },
      { name: 'archivedOn', labelZh: '归档日期', kind: 'day', hintZh: '不填即今天。' },
      { name: 'archiveClass', labelZh: '档案类别', kind: 'choice', of: registers.carriers.fields.archiveClass.of, hintZh: '干部人事、案件检查档案由专人按专门手续管理。' },
    ],
  },
  'knowledge.record': {
    zh: '知悉登记', ...onCarrier,
    fields: [
      { name: 'readers', labelZh: '知悉人', kind: 'names', suggest: 'person', required: true, span: 12 },
      { name: 'how', labelZh: '知悉方式', kind: 'choice', of: { told: '传达', meeting: '会议', handled: '经手', copied: '复制摘抄', opened: '拆封清点', read: '现场阅读' }, required: true },
      { name: 'place', labelZh: '地点', kind: 'line', suggest: 'room' },
      { name: 'purpose', labelZh: '事由', kind: 'line' },
    ],
  },
  'scope.set': {
    zh: '确定知悉范围', ...onCarrier,
    fields: [
      { name: 'accessScope', labelZh: '知悉范围', kind: 'names', suggest: 'person', required: true, span: 12 },
      { name: 'basis', labelZh: '依据', kind: 'line', required: true, span: 12 },
    ],
  },
  'scope.widen': {
    zh: '扩大知悉范围', ...onCarrier,
    fields: [
      { name: 'add', labelZh: '增加人员', kind: 'names', suggest: 'person', required: true, span: 12 },
      { name: 'reason', labelZh: '事由', kind: 'line', required: true, span: 12 },
    ],
  },
  'scope.revoke': {
    zh: '取消知悉', ...onCarrier,
    fields: [
      { name: 'remove', labelZh: '取消人员', kind: 'names', suggest: 'person', required: true, span: 12 },
      { name: 'reason', labelZh: '事由', kind: 'line', required: true, span: 12 },
    ],
  },
};

/** The small acts that somebody with these roles may do with a record now. */
export const actsOn = (register: string, values: Values, roles: readonly Role[]): (readonly [string, SmallAct])[] =>
  Object.entries(smallActs).filter(([, a]) => a.register === register && a.when?.(values) === true && roles.includes(a.who));

/** Where an act on a carrier is done: at the desk, on a screen of its own, or in the small form of the record page. */
export function placeOfAct(act: PossibleAct, carrier: string | number): string | null {
  if (/^carrier\.(lend|read|giveBack|extendLoan)$/.test(act.command)) return places.deskFor(carrier);
  if (act.command === 'carrier.copy') return places.copyFor(carrier);
  if (act.command === 'carrier.extract') return places.extractFor(carrier);
  if (act.command === 'carrier.carryOut' || act.command === 'carrier.checkIn') return places.tripFor(carrier);
  if (act.command === 'archive.consult' || act.command === 'archive.lendOut' || act.command === 'archive.move' || act.command === 'archive.close') return places.archiveFor(act.command === 'archive.consult' ? 'consult' : act.command === 'archive.lendOut' ? 'lendOut' : act.command === 'archive.move' ? 'move' : 'close', carrier);
  if (/^carrier\.(reportMissing|find)$/.test(act.command)) return places.missingFor(carrier);
  if (/^carrier\.destroy/.test(act.command)) return `${places.destruction()}?carriers=${encodeURIComponent(String(carrier))}`;
  if (/^(carrier\.(route|circulate)|circulation\.)/.test(act.command)) return places.circulateFor(carrier);
  if (act.command === 'classification.propose') return places.proposeFor(carrier);
  if (act.command === 'label.print') return places.labelsFor(carrier);
  if (act.command === 'label.applied') return places.appliedFor(carrier);
  if (act.command === 'carrier.dispatch') return places.dispatchFor(carrier);
  if (act.command === 'carrier.convey') return places.conveyFor(carrier);
  if (act.command === 'carrier.correct') return `${places.record('carriers', carrier)}?correct=1`;
  return act.command in smallActs ? `${places.record('carriers', carrier)}?act=${act.command}` : null;
}
