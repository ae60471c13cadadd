import { registers } from '#shared/registers/index.ts';
import type { ActField, Typed } from '../parts/fields.ts';

const outsider = (typed: Typed): boolean => typed['outsider'] === '1';
const inside = (typed: Typed): boolean => !outsider(typed);
const abroad = (typed: Typed): boolean => typed['border'] === '1';
const kinds = registers.copies.fields.kind.of;

/** 档案查阅: who reads, by what letter, what may be opened. */
export const consultFields: readonly ActField[] = [
  { name: 'outsider', labelZh: '外单位人员', kind: 'flag' },
  { name: 'reader', labelZh: '查阅人', kind: 'line', suggest: 'person', required: true, when: inside },
  { name: 'readerName', labelZh: '查阅人姓名', kind: 'line', required: true, when: outsider },
  { name: 'unit', labelZh: '单位', kind: 'line', when: outsider },
  { name: 'letter', labelZh: '介绍信编号', kind: 'docNumber', when: outsider, hintZh: '写明查阅内容的介绍信。' },
  { name: 'purpose', labelZh: '查阅事由', kind: 'line', required: true, span: 8 },
  { name: 'range', labelZh: '准予查阅的范围', kind: 'line', span: 8, hintZh: '如“第1至10页”，范围以外的不开卷。' },
  { name: 'place', labelZh: '查阅地点', kind: 'line', suggest: 'room', hintZh: '不填即档案查阅室；绝密写指定场所。' },
  { name: 'related', labelZh: '与查阅人工作有关', kind: 'flag', initial: '1' },
];

/** 档案借出: an exception, with a day of return. */
export const lendOutFields: readonly ActField[] = [
  { name: 'reader', labelZh: '借阅人', kind: 'line', suggest: 'person', required: true },
  { name: 'dueOn', labelZh: '应还日期', kind: 'day', hintZh: '不填按本单位借阅天数。' },
  { name: 'related', labelZh: '与借阅人工作有关', kind: 'flag', initial: '1' },
  { name: 'purpose', labelZh: '借阅事由', kind: 'line', required: true, span: 12, hintZh: '写明为什么不能在室内查阅。' },
];

/** 档案归还: counted, looked through, back on its shelf. */
export const closeFields: readonly ActField[] = [
  { name: 'intact', labelZh: '逐卷清点，完好无缺', kind: 'flag', initial: '1' },
  { name: 'reshelved', labelZh: '已归架', kind: 'flag', initial: '1' },
  { name: 'damage', labelZh: '破损缺页', kind: 'line', span: 12, hintZh: '有破损缺页的写明情况。' },
  { name: 'extracts', labelZh: '摘抄内容', kind: 'line', span: 8, hintZh: '没有摘抄的不填；涉密的先办摘抄登记。' },
  { name: 'extractChecked', labelZh: '摘抄已审查盖章', kind: 'flag' },
];

/** 档案移动: both ends and the count of volumes. */
export const moveFields: readonly ActField[] = [
  { name: 'volumes', labelZh: '卷数', kind: 'count' },
  { name: 'toPlace', labelZh: '移到', kind: 'line', suggest: 'place', required: true },
  { name: 'receivedBy', labelZh: '接收人', kind: 'line', suggest: 'person' },
  { name: 'damage', labelZh: '破损情况', kind: 'line', span: 12 },
];

/** 携带外出: who goes where with it, how it is guarded, when it is back. */
export const carryOutFields: readonly ActField[] = [
  { name: 'traveller', labelZh: '携带人', kind: 'line', suggest: 'person', required: true },
  { name: 'companions', labelZh: '同行人', kind: 'names', suggest: 'person', span: 8, hintZh: '绝密二人以上同行。' },
  { name: 'destination', labelZh: '目的地', kind: 'line', required: true },
  { name: 'purpose', labelZh: '用途', kind: 'choice', of: registers.trips.fields.purpose.of, initial: 'work', required: true },
  { name: 'dueOn', labelZh: '应返回日期', kind: 'day' },
  { name: 'reason', labelZh: '事由', kind: 'line', required: true, span: 12 },
  { name: 'measures', labelZh: '保护措施', kind: 'line', span: 8, hintZh: '如：密码箱，随身携带，不离人。' },
  { name: 'counted', labelZh: '装箱清点件数', kind: 'count' },
  { name: 'keeper', labelZh: '外出期间保管人', kind: 'line', suggest: 'person', hintZh: '存储介质、涉外活动必填。' },
  { name: 'border', labelZh: '出境', kind: 'flag' },
  { name: 'permit', labelZh: '出境许可证号', kind: 'docNumber', when: abroad },
  { name: 'stateRule', labelZh: '国家规定依据', kind: 'line', when: abroad, span: 8, hintZh: '绝密出境，写规定名称和条款。' },
  { name: 'note', labelZh: '备注', kind: 'line', span: 12 },
];

/** 外出返回: counted against the packing list. */
export const checkInFields: readonly ActField[] = [
  { name: 'counted', labelZh: '带回件数', kind: 'count', required: true },
  { name: 'pagesChecked', labelZh: '页数齐全', kind: 'flag', initial: '1' },
  { name: 'checkedBy', labelZh: '清点人', kind: 'line', suggest: 'person', hintZh: '不填即登记人。' },
  { name: 'missing', labelZh: '没有带回的载体编号', kind: 'refs', span: 8, hintZh: '用顿号隔开；登记后随即立案查找。' },
  { name: 'reportedTo', labelZh: '已报告', kind: 'line', hintZh: '有没有带回的，写明已向谁报告。' },
  { name: 'remark', labelZh: '说明', kind: 'line', span: 12, hintZh: '超期、缺页须说明。' },
];

const consent: readonly ActField[] = [
  { name: 'originatorConsent', labelZh: '原定密机关同意文号', kind: 'docNumber', hintZh: '绝密必填，日期、归处一并写。' },
  { name: 'consentOn', labelZh: '同意日期', kind: 'day' },
  { name: 'consentFile', labelZh: '同意文件归入', kind: 'line' },
];

/** 复制. */
export const copyFields: readonly ActField[] = [
  { name: 'kind', labelZh: '方式', kind: 'choice', of: { copy: kinds.copy, electronic: kinds.electronic }, initial: 'copy', required: true, span: 4 },
  { name: 'quantity', labelZh: '份数', kind: 'count', initial: '1', required: true, span: 2 },
  { name: 'pages', labelZh: '页数', kind: 'count', span: 2 },
  { name: 'operator', labelZh: '复制人', kind: 'line', suggest: 'person' },
  { name: 'reason', labelZh: '事由', kind: 'line', span: 8 },
  { name: 'machine', labelZh: '复印设备', kind: 'line', suggest: 'computer' },
  { name: 'place', labelZh: '复制地点', kind: 'line', suggest: 'room' },
  { name: 'recipients', labelZh: '领取人', kind: 'names', suggest: 'person', hintZh: '部门负责人或部门保密联系人。' },
  { name: 'outsider', labelZh: '外单位或个人申请', kind: 'flag' },
  { name: 'stamped', labelZh: '已加盖复制戳记', kind: 'flag' },
  { name: 'wasteSheets', labelZh: '废页数', kind: 'count', initial: '0' },
  ...consent,
  { name: 'custodian', labelZh: '复制件责任人', kind: 'line', suggest: 'custodian' },
  { name: 'storedAt', labelZh: '复制件存放', kind: 'line', suggest: 'place' },
  { name: 'returnBy', labelZh: '应收回日期', kind: 'day' },
];

/** 摘抄: only what is necessary, into the notebook of who writes. */
export const extractFields: readonly ActField[] = [
  { name: 'by', labelZh: '摘抄人', kind: 'line', suggest: 'person', required: true },
  { name: 'notebook', labelZh: '记入保密本', kind: 'line', hintZh: '摘抄人领用的保密本编号。' },
  { name: 'pages', labelZh: '记入页数', kind: 'count' },
  { name: 'reason', labelZh: '事由', kind: 'line', span: 12 },
  { name: 'content', labelZh: '摘抄范围', kind: 'line', span: 8, hintZh: '如“第三部分第二段”，不写内容本身。' },
  { name: 'full', labelZh: '全文抄录', kind: 'flag' },
  ...consent,
];

/** 汇编: level, period and scope come from the parts. */
export const compileFields: readonly ActField[] = [
  { name: 'title', labelZh: '汇编题名', kind: 'line', required: true, span: 8 },
  { name: 'copies', labelZh: '份数', kind: 'count', initial: '1', required: true, span: 2 },
  { name: 'pages', labelZh: '页数', kind: 'count', span: 2 },
  { name: 'reason', labelZh: '事由', kind: 'line', required: true, span: 8 },
  { name: 'operator', labelZh: '汇编人', kind: 'line', suggest: 'person' },
  { name: 'accessScope', labelZh: '知悉范围', kind: 'names', suggest: 'person', span: 12, hintZh: '不填即各件共同的知悉人员。' },
  { name: 'custodian', labelZh: '责任人', kind: 'line', suggest: 'custodian', required: true },
  { name: 'place', labelZh: '存放', kind: 'line', suggest: 'place', required: true },
  ...consent,
];
