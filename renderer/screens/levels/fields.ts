import type { CommandName } from '#shared/contract/commands.ts';
import { levelZh } from '#shared/levels.ts';
import { secretGrades } from '#shared/registers/carriers.ts';
import { registers } from '#shared/registers/index.ts';
import type { ActField, Typed } from '../parts/fields.ts';
import { readPeriod } from '../parts/typed.ts';

const matter = registers.classifications.fields;
const secret = (typed: Typed): boolean => typed['regime'] !== 'commercial_secret';
const commercial = (typed: Typed): boolean => !secret(typed);
const is = (name: string, ...values: readonly string[]) => (typed: Typed): boolean => values.includes(typed[name] ?? '');
const stateLevels = { confidential: levelZh.confidential, secret: levelZh.secret, top_secret: levelZh.top_secret } as const;
const levelWords: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(stateLevels).map(([code, zh]) => [zh, code]));
/** 秘密、绝密 → the levels somebody claims; a word that is no level goes as typed, so that the refusal names it. */
const readLevels = (text: string): unknown => text.split(/[、，,；;\s]+/u).filter((w) => w !== '').map((w) => levelWords[w.replace(/级$/u, '')] ?? w);

/** 保密期限 where the level is not typed beside it. */
const period = (more: Partial<ActField> = {}): ActField => ({ name: 'period', labelZh: '保密期限', kind: 'line', read: readPeriod, hintZh: '如 10年、6个月、2036-09-10，或解密条件。', ...more });
const decider: readonly ActField[] = [
  { name: 'decider', labelZh: '定密责任人', kind: 'line', suggest: 'person', hintZh: '凭通知办理的不填。' },
  { name: 'deciderOffice', labelZh: '定密责任人职务', kind: 'line', hintZh: '单位负责人填“主要负责人”。' },
];
const grounds: readonly ActField[] = [
  { name: 'basis', labelZh: '依据', kind: 'line', span: 8 },
  { name: 'noticeNumber', labelZh: '通知文号', kind: 'docNumber', hintZh: '别的机关所定国家秘密必填。' },
  { name: 'noticeFrom', labelZh: '通知机关', kind: 'line', suggest: 'issuer' },
  { name: 'noticeOn', labelZh: '通知日期', kind: 'day' },
];

/** 提出定密, in the order of 定密审批表. */
export const proposeFields: readonly ActField[] = [
  { name: 'title', labelZh: '事项名称', kind: 'line', span: 8, hintZh: '已登记的载体不用填。' },
  { name: 'carrier', labelZh: '载体编号', kind: 'line', hintZh: '还没有载体的不填。' },
  { name: 'regime', labelZh: '性质', kind: 'choice', of: matter.regime.of, initial: 'state_secret', required: true },
  { name: 'kind', labelZh: '类别', kind: 'choice', of: { derived: '派生定密', original: '原始定密', provisional: '不明确，拟定密级' }, initial: 'derived', required: true },
  { name: 'level', labelZh: '密级', kind: 'level', when: secret },
  { name: 'grade', labelZh: '商业秘密等级', kind: 'choice', of: secretGrades, when: commercial },
  period(),
  { name: 'periodBasis', labelZh: '超过最长期限的依据', kind: 'line', when: secret },
  { name: 'accessScope', labelZh: '知悉范围', kind: 'names', suggest: 'person', span: 8 },
  { name: 'scopeUnit', labelZh: '知悉范围（单位）', kind: 'line', hintZh: '不能写到人时填写。' },
  { name: 'derivedReason', labelZh: '派生理由', kind: 'choice', of: matter.derivedReason.of, when: (typed) => secret(typed) && is('kind', 'derived')(typed) },
  { name: 'source', labelZh: '来源载体编号', kind: 'line', when: (typed) => secret(typed) && is('kind', 'derived')(typed) },
  { name: 'basisDocument', labelZh: '来源文号', kind: 'docNumber', hintZh: '来源不在本单位台账时填写。', when: (typed) => secret(typed) && is('kind', 'derived')(typed) },
  { name: 'clause', labelZh: '保密事项范围条目', kind: 'line', span: 6, when: (typed) => secret(typed) && is('kind', 'original')(typed) },
  { name: 'basis', labelZh: '定密依据', kind: 'line', span: 6 },
  { name: 'disputed', labelZh: '各方主张的密级', kind: 'line', read: readLevels, hintZh: '有争议时填写，如 秘密、机密。', when: secret },
  { name: 'proposer', labelZh: '承办人', kind: 'line', suggest: 'person', required: true },
  { name: 'submitTo', labelZh: '报请机关', kind: 'line', suggest: 'issuer', when: secret },
];

/** 收到通知: what the organ that set a level, or its superior, has decided. */
export const noticeFields: readonly ActField[] = [
  { name: 'notice', labelZh: '通知内容', kind: 'choice', of: { change: '变更密级或期限', extension: '延长保密期限', release: '解密', published: '正式公布' }, initial: 'change', required: true },
  { name: 'noticeNumber', labelZh: '通知文号', kind: 'docNumber', required: true },
  { name: 'noticeFrom', labelZh: '通知机关', kind: 'line', suggest: 'issuer', required: true },
  { name: 'noticeOn', labelZh: '通知日期', kind: 'day', required: true },
  { name: 'decidedOn', labelZh: '决定日期', kind: 'day', required: true },
  { name: 'level', labelZh: '新定密级', kind: 'choice', of: stateLevels, when: is('notice', 'change') },
  period({ labelZh: '新定保密期限', when: is('notice', 'change', 'extension') }),
  { name: 'queriedWith', labelZh: '已向何机关查询', kind: 'line', suggest: 'issuer', hintZh: '届满后才决定延长的填写。', when: is('notice', 'extension') },
  { name: 'note', labelZh: '备注', kind: 'long', span: 12 },
];

/** 年度审核: every level the unit has set, kept or put up for change. */
export const reviewFields: readonly ActField[] = [
  { name: 'result', labelZh: '审核结果', kind: 'choice', of: matter.reviewResult.of, initial: 'keep', required: true },
  { name: 'decider', labelZh: '定密责任人', kind: 'line', suggest: 'person', required: true },
  { name: 'deciderOffice', labelZh: '定密责任人职务', kind: 'line', hintZh: '单位负责人填“主要负责人”。' },
  { name: 'listNumber', labelZh: '一览表备案文号', kind: 'docNumber' },
  { name: 'listFiledOn', labelZh: '一览表备案日期', kind: 'day' },
  { name: 'note', labelZh: '备注', kind: 'long', span: 12 },
];

/** 制作标志: which labels, or the written notice where none can be put. */
export const labelFields: readonly ActField[] = [
  { name: 'change', labelZh: '变更标志（印新旧两标志）', kind: 'flag' },
  { name: 'unmarkable', labelZh: '不便作标志', kind: 'flag' },
  { name: 'writtenNotice', labelZh: '书面通知文号', kind: 'docNumber', when: is('unmarkable', '1') },
];
export const appliedFields: readonly ActField[] = [{ name: 'where', labelZh: '标志位置', kind: 'line', hintZh: '纸介质作在首页左上角，设备和介质作在壳体和外包装。', span: 12 }];

/** One thing that is done with a matter of R14. */
export type MatterAct = Readonly<{ command: CommandName; zh: string; postZh: string; fields: readonly ActField[] }>;

const decide: MatterAct = {
  command: 'classification.decide', zh: '定密决定', postZh: '登记决定',
  fields: [
    { name: 'verdict', labelZh: '决定', kind: 'choice', of: { agreed: '同意', refused: '不同意' }, initial: 'agreed', required: true },
    { name: 'decider', labelZh: '定密责任人', kind: 'line', suggest: 'person', required: true },
    { name: 'deciderOffice', labelZh: '定密责任人职务', kind: 'line', hintZh: '单位负责人填“主要负责人”。' },
    { name: 'level', labelZh: '改定密级', kind: 'choice', of: stateLevels, hintZh: '与拟定相同的不填。', when: is('verdict', 'agreed') },
    period({ labelZh: '改定期限', when: is('verdict', 'agreed') }),
    { name: 'reason', labelZh: '理由', kind: 'line', span: 12, when: is('verdict', 'refused') },
  ],
};
const submit: MatterAct = {
  command: 'classification.submit', zh: '报请', postZh: '登记报请',
  fields: [
    { name: 'to', labelZh: '报请机关', kind: 'line', suggest: 'issuer', span: 8 },
    { name: 'submittedOn', labelZh: '报请日期', kind: 'day', hintZh: '不填即今天。' },
  ],
};
const answered: readonly ActField[] = [
  { name: 'answeredOn', labelZh: '答复日期', kind: 'day', required: true },
  { name: 'answerNumber', labelZh: '答复文号', kind: 'docNumber', required: true },
];
const answer: Readonly<Record<string, MatterAct>> = {
  provisional: {
    command: 'classification.submit', zh: '登记答复', postZh: '登记答复',
    fields: [...answered, { name: 'level', labelZh: '答复的密级', kind: 'choice', of: { ...stateLevels, none: '非密' }, required: true, read: (text) => (text === 'none' ? null : text) }, period({ hintZh: '与拟定相同的不填。' })],
  },
  notice: { command: 'classification.submit', zh: '登记答复', postZh: '登记答复', fields: [...answered, { name: 'confirmed', labelZh: '答复结果', kind: 'choice', of: { yes: '延长有效', no: '延长无效' }, required: true, read: (text) => text === 'yes' }] },
  suggestion: { command: 'classification.submit', zh: '登记答复', postZh: '登记答复', fields: answered },
};
const notified: MatterAct = {
  command: 'classification.notified', zh: '登记通知', postZh: '登记通知',
  fields: [
    { name: 'people', labelZh: '已通知人员', kind: 'names', suggest: 'person', required: true, span: 8 },
    { name: 'notifiedOn', labelZh: '通知日期', kind: 'day', hintZh: '不填即今天。' },
  ],
};

/** What can be done with a matter as it stands. */
export function actsOf(state: string | null, kind: string | null, toldAll: boolean): readonly MatterAct[] {
  if (state === 'proposed') return kind === 'provisional' ? [submit, decide] : [decide, submit];
  if (state === 'submitted') return [answer[kind ?? ''] ?? (answer['provisional'] as MatterAct)];
  return state === 'decided' && !toldAll ? [notified] : [];
}

/** Acts on one carrier that the record page holds. */
export const carrierActs: Readonly<Record<string, Readonly<{ zh: string; fields: readonly ActField[] }>>> = {
  'classification.change': {
    zh: '变更密级',
    fields: [{ name: 'level', labelZh: '新定密级', kind: 'choice', of: stateLevels }, { name: 'grade', labelZh: '新定商业秘密等级', kind: 'choice', of: secretGrades }, period({ labelZh: '新定保密期限' }), { name: 'periodBasis', labelZh: '超过最长期限的依据', kind: 'line' }, ...decider, ...grounds],
  },
  'classification.extend': {
    zh: '延长保密期限',
    fields: [period({ labelZh: '延长后的保密期限', required: true, hintZh: '从原起算日算起，如 15年。' }), { name: 'decidedOn', labelZh: '决定日期', kind: 'day', hintZh: '须在届满前；不填即今天。' }, { name: 'periodBasis', labelZh: '超过最长期限的依据', kind: 'line' }, ...decider, ...grounds],
  },
  'classification.release': {
    zh: '解密',
    fields: [{ name: 'reason', labelZh: '解密理由', kind: 'choice', of: matter.releaseReason.of, initial: 'ended', required: true }, { name: 'extensionChecked', labelZh: '已核对没有延长通知', kind: 'flag', when: is('reason', 'ended'), span: 8 }, ...decider.map((f) => ({ ...f, when: is('reason', 'decided', 'published') })), ...grounds],
  },
  'classification.suggestRelease': { zh: '建议解密', fields: [{ name: 'to', labelZh: '原定密机关', kind: 'line', suggest: 'issuer', required: true }, { name: 'reason', labelZh: '建议理由', kind: 'line', required: true, span: 8 }] },
};
