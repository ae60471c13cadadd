import type { CommandName } from '#shared/contract/commands.ts';
import { registers } from '#shared/registers/index.ts';
import type { ActField } from '../parts/fields.ts';
import type { Typed } from '../parts/fields.ts';
import { readDistribution, readSignatures } from './lines.ts';

const run = registers.productions.fields;
const outside = (typed: Typed): boolean => typed['madeWhere'] === 'outside';
const inside = (typed: Typed): boolean => !outside(typed);

/** 印制登记, in the order of the draft sheet: what it is, who may know it, how many and where to, who signed, where it is made. */
export const requestFields: readonly ActField[] = [
  { name: 'title', labelZh: '标题', kind: 'line', required: true, span: 8 },
  { name: 'docNumber', labelZh: '文号', kind: 'docNumber' },
  { name: 'documentKind', labelZh: '文种', kind: 'choice', of: run.documentKind.of, initial: 'ordinary', required: true },
  { name: 'level', labelZh: '密级', kind: 'level', required: true },
  { name: 'period', labelZh: '保密期限', kind: 'period' },
  { name: 'basisDocument', labelZh: '定密依据文件', kind: 'docNumber', hintZh: '本单位没有相应定密权的必填。' },
  { name: 'basis', labelZh: '定密依据（事项范围条款）', kind: 'line', span: 8 },
  { name: 'accessScope', labelZh: '知悉范围', kind: 'names', span: 8 },
  { name: 'copies', labelZh: '份数', kind: 'count', span: 2 },
  { name: 'distribution', labelZh: '分发表', kind: 'lines', read: readDistribution, hintZh: '每行一个单位和份数，如：示例省青岭厅 2。', span: 6 },
  { name: 'signed', labelZh: '会签', kind: 'lines', read: readSignatures, hintZh: '每行一环，依次写职务、姓名，如：科室负责人 申屠核。在审批单上一并签的可不填。', span: 6 },
  { name: 'retention', labelZh: '留存要求', kind: 'line', initial: '办结归档' },
  { name: 'returnBy', labelZh: '清退日期', kind: 'day' },
  { name: 'noReturn', labelZh: '不要求清退', kind: 'flag' },
  { name: 'drafter', labelZh: '拟稿人', kind: 'line', suggest: 'person', required: true },
  { name: 'department', labelZh: '主办部门', kind: 'line' },
  { name: 'originatorConsent', labelZh: '原定密机关同意文号', kind: 'docNumber', when: (typed) => typed['level'] === 'top_secret', hintZh: '印制绝密必填。' },
  { name: 'madeWhere', labelZh: '印制地点', kind: 'choice', of: run.madeWhere.of, initial: 'own', required: true },
  { name: 'machine', labelZh: '涉密计算机', kind: 'line', suggest: 'computer', when: inside },
  { name: 'operator', labelZh: '制作人', kind: 'line', suggest: 'person', when: inside },
  { name: 'partner', labelZh: '承制单位', kind: 'line', when: outside },
  { name: 'certificate', labelZh: '保密资质证书号', kind: 'line', when: outside },
  { name: 'certificateUntil', labelZh: '资质有效期至', kind: 'day', when: outside },
  { name: 'agreement', labelZh: '保密协议号', kind: 'line', when: outside },
];

/** One thing that is done with a run. */
export type RunAct = Readonly<{ command: CommandName; zh: string; postZh: string; states: readonly string[]; fields: readonly ActField[] }>;

export const runActs: readonly RunAct[] = [
  {
    command: 'production.complete', zh: '印制完成', postZh: '登记印制完成', states: ['approved'],
    fields: [
      { name: 'copiesMade', labelZh: '实印份数', kind: 'count', required: true, span: 3 },
      { name: 'filedCopies', labelZh: '存档份数', kind: 'count', initial: '1', span: 3 },
      { name: 'pages', labelZh: '每份页数', kind: 'count', span: 3 },
      { name: 'machine', labelZh: '涉密计算机', kind: 'line', suggest: 'computer', span: 3, hintZh: '与登记相同的不填。' },
      { name: 'typist', labelZh: '打字员', kind: 'line', suggest: 'person' },
      { name: 'proofreader', labelZh: '校对人', kind: 'line', suggest: 'person' },
      { name: 'printedBy', labelZh: '印制人', kind: 'line', suggest: 'person', hintZh: '与制作人相同的不填。' },
      { name: 'proofs', labelZh: '清样校样页数', kind: 'count' },
      { name: 'wasteSheets', labelZh: '废页数', kind: 'count' },
      { name: 'master', labelZh: '电子底稿', kind: 'choice', of: run.master.of },
      { name: 'custodian', labelZh: '印件责任人', kind: 'line', suggest: 'custodian', required: true },
      { name: 'place', labelZh: '存放位置', kind: 'line', suggest: 'place', required: true },
      { name: 'cabinetKind', labelZh: '柜具', kind: 'choice', of: registers.carriers.fields.cabinetKind.of },
    ],
  },
  {
    command: 'production.destroyWaste', zh: '销毁废页', postZh: '登记废页销毁', states: ['made', 'filed'],
    fields: [
      { name: 'sheets', labelZh: '销毁页数', kind: 'count', required: true, hintZh: '废页与清样合计。' },
      { name: 'method', labelZh: '方式', kind: 'choice', of: { shred: '粉碎', pulp: '化浆' }, initial: 'shred', required: true },
      { name: 'executor', labelZh: '销毁人', kind: 'line', suggest: 'person', required: true },
      { name: 'witness', labelZh: '监销人', kind: 'line', suggest: 'person' },
    ],
  },
  {
    command: 'carrier.file', zh: '归档', postZh: '登记归档', states: ['made'],
    fields: [
      { name: 'archiveNumber', labelZh: '归档号', kind: 'line', required: true },
      { name: 'place', labelZh: '存放位置', kind: 'line', suggest: 'place', hintZh: '存档份移存到这里。' },
      { name: 'archivedOn', labelZh: '归档日期', kind: 'day', hintZh: '不填即今天。' },
    ],
  },
  { command: 'production.cancel', zh: '撤销印制', postZh: '撤销印制', states: ['approved'], fields: [{ name: 'reason', labelZh: '撤销原因', kind: 'line', required: true, span: 12 }] },
];

/** What can be done with a run as it stands; waste is offered while it waits. */
export const actsOf = (state: string | null, wasteWaits: boolean): readonly RunAct[] => runActs.filter((a) => a.states.includes(state ?? '') && (a.command !== 'production.destroyWaste' || wasteWaits));
