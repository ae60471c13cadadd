import { checklists } from '#shared/checklists.ts';
import { registers } from '#shared/registers/index.ts';
import type { ActField, Typed } from '../parts/fields.ts';

const part = (typed: Typed): boolean => typed['kind'] !== 'full' && typed['kind'] !== '';

/** 开始清点: what is counted and who stands by. A full count has no limits; the others say theirs. */
export const stocktakeFields: readonly ActField[] = [
  { name: 'kind', labelZh: '类别', kind: 'choice', of: registers.stocktakes.fields.kind.of, initial: 'full', required: true },
  { name: 'counter', labelZh: '清点人', kind: 'line', suggest: 'person', required: true },
  { name: 'checker', labelZh: '监督人', kind: 'line', suggest: 'person', required: true, hintZh: '在本机有账户、不是保管人的人；结束时本人输入口令。' },
  // Nothing is completed here: Enter after 3号柜 must not make it 3号柜2格.
  { name: 'place', labelZh: '存放位置', kind: 'line', when: part, hintZh: '写到柜即点整柜，如 3号柜。' },
  { name: 'custodian', labelZh: '保管（持有）人', kind: 'line', suggest: 'person', when: part },
  { name: 'department', labelZh: '部门', kind: 'line', suggest: 'department', when: part },
  { name: 'level', labelZh: '密级', kind: 'level', when: part, hintZh: '不限密级的留空。' },
  { name: 'sampleSize', labelZh: '抽查件数', kind: 'count', when: (typed) => typed['kind'] === 'sample' },
];

/** 结束清点. The four numbers are counted by the terminal; only the opinion is written. */
export const closeFields: readonly ActField[] = [{ name: 'action', labelZh: '处理意见', kind: 'long', hintZh: '位置不符、多出的怎样处理；逐件说明过的可不填。' }];
export const cancelFields: readonly ActField[] = [{ name: 'reason', labelZh: '取消原因', kind: 'line', required: true, span: 12 }];

/** 一件的说明: what was found by hand, or is counted again with a word to it. */
export const lineFields: readonly ActField[] = [
  { name: 'scanned', labelZh: '载体编号', kind: 'line', required: true, hintZh: '载体编号、标签码或原编号。' },
  { name: 'place', labelZh: '实际位置', kind: 'line', suggest: 'place' },
  { name: 'withHolder', labelZh: '在持有人处核实', kind: 'flag' },
  { name: 'explanation', labelZh: '说明', kind: 'line', span: 12 },
];

/** 开始清退: by the year, at an issuing body's notice, or for one task. */
export const recallFields: readonly ActField[] = [
  { name: 'kind', labelZh: '类别', kind: 'choice', of: registers.recalls.fields.kind.of, initial: 'annual', required: true },
  { name: 'title', labelZh: '名称', kind: 'line', required: true, span: 8 },
  { name: 'year', labelZh: '年度', kind: 'count', when: (typed) => typed['kind'] === 'annual' },
  { name: 'issuer', labelZh: '制发机关', kind: 'line', suggest: 'issuer', when: (typed) => typed['kind'] === 'issuer' },
  { name: 'noticeNumber', labelZh: '清退通知文号', kind: 'docNumber', when: (typed) => typed['kind'] === 'issuer' },
  { name: 'dueOn', labelZh: '清退期限', kind: 'day', required: true },
  { name: 'carriers', labelZh: '载体编号', kind: 'refs', span: 12, hintZh: '用顿号分开；年度和制发机关清退不填即取全部在册的。' },
];
export const recallCloseFields: readonly ActField[] = [
  { name: 'checkedBy', labelZh: '核对人', kind: 'line', suggest: 'person', required: true },
  { name: 'explanation', labelZh: '未收回说明', kind: 'long', hintZh: '没有收回的逐件说明；下落不明的先报失。' },
];

/** 登记柜具, and what of it may change later. */
export const cabinetFields: readonly ActField[] = [
  { name: 'place', labelZh: '位置名称', kind: 'line', required: true, hintZh: '与台账“存放位置”开头相同，如 3号柜。' },
  { name: 'kind', labelZh: '柜具', kind: 'choice', of: registers.cabinets.fields.kind.of, required: true },
  { name: 'room', labelZh: '房间', kind: 'line', suggest: 'room' },
  { name: 'level', labelZh: '存放最高密级', kind: 'level', hintZh: '只存普通材料的留空。' },
  { name: 'ordinary', labelZh: '存放普通材料', kind: 'flag' },
  { name: 'codeChangedOn', labelZh: '密码更换日期', kind: 'day' },
  { name: 'keepers', labelZh: '可开启人员', kind: 'names', span: 12 },
];
export const cabinetChangeFields: readonly ActField[] = [
  { name: 'level', labelZh: '存放最高密级', kind: 'level', hintZh: '不变的留空。' },
  { name: 'codeChangedOn', labelZh: '密码更换日期', kind: 'day' },
  { name: 'withdrawn', labelZh: '停用', kind: 'flag' },
  { name: 'keepers', labelZh: '可开启人员', kind: 'names', span: 12, hintZh: '填写变更后的全部人员。' },
  { name: 'reason', labelZh: '原因', kind: 'line', required: true, span: 12 },
];

/** 检查登记, below the questions. */
export const checkFields: readonly ActField[] = [
  { name: 'inspector', labelZh: '检查人', kind: 'line', suggest: 'person', required: true },
  { name: 'checkedOn', labelZh: '检查日期', kind: 'day', hintZh: '不填即今天。' },
  { name: 'place', labelZh: '检查地点', kind: 'line', suggest: 'place' },
  { name: 'present', labelZh: '在场人', kind: 'names', span: 12 },
  { name: 'findings', labelZh: '发现问题', kind: 'long', hintZh: '有不符合的必填。' },
  { name: 'correctBy', labelZh: '整改期限', kind: 'day' },
];
export const correctFields: readonly ActField[] = [
  { name: 'corrected', labelZh: '整改情况', kind: 'long', required: true },
  { name: 'correctedOn', labelZh: '整改日期', kind: 'day', hintZh: '不填即今天。' },
];

/** The lists by key, as a choice. */
export const checklistTitles: Readonly<Record<string, string>> = Object.fromEntries(Object.values(checklists).map((l) => [l.key, l.titleZh]));
export const answerWords = { yes: '符合', no: '不符合', na: '不涉及' } as const;

export type Marked = Readonly<Record<string, string>>;
/** Answers that were given, in the order of the list; a blank is no answer, so that the terminal names what is left. */
export const answersOf = (keys: readonly string[], marked: Marked): { key: string; answer: keyof typeof answerWords }[] =>
  keys.flatMap((key) => { const answer = marked[key]; return answer === 'yes' || answer === 'no' || answer === 'na' ? [{ key, answer }] : []; });

/** What a count of one carrier said, in one line. */
export function toldZh(result: unknown): Readonly<{ text: string; good: boolean }> {
  const lines = typeof result === 'object' && result !== null && 'lines' in result && Array.isArray(result.lines) ? (result.lines as Readonly<Record<string, unknown>>[]) : [];
  const [first] = lines;
  if (first === undefined) return { text: '已登记。', good: true };
  const of = (key: string): string => (typeof first[key] === 'string' ? first[key] : '');
  const more = lines.length > 1 ? ` 等 ${lines.length} 件` : '';
  return { text: [`${of('bucketZh')}${more}`, of('number'), of('title'), of('bucket') === 'misplaced' ? `账面在${of('expectedPlace') || '外'}（${of('stateZh')}）` : of('bucket') === 'unexpected' ? `（${of('stateZh')}）` : ''].filter((s) => s !== '').join('　'), good: of('bucket') === 'found' };
}
