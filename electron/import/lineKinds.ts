import type { Cell, GridRow } from './grid.ts';
import { headingKey, type Heading } from './headings.ts';
import { fold, isBlankWord, isDitto } from './text.ts';

export type NotARecord = Readonly<{ code: string; messageZh: string }>;

const sum = /^(?:本?[页月季年旬]|第?[\d一二三四五六七八九十]+[页月季度]{1,2}(?:份)?|[上下]半年|全年|\d{4}年度?|以上|截至.{0,12})?(?:小计|合计|总计|共计|累计|总数)[:：]?(?:共?[\d一二三四五六七八九十百千,]+)?(?:件|份|条|个|项|页|本|册)?[。.]?$/u;
const partSum = /^(小|合|总|共|累)计/;
const signature = /^(登记人|填表人|填报人|制表人?|制表日期|审核人?|审核签字|审批人?|核对人?|复核人?|负责人|领导签字|单位负责人|部门负责人|主管领导|主管签字|经办人|移交人|接收人|监交人|监销人|销毁人|保管人签字|保管人|批准人|批准人签字|批准|校对|单位\(盖章\)|单位盖章|填报单位|填表单位|填表日期|填报日期|签字|签名|盖章|日期)[:：_]/;
const remark = /^(注|备注|说明|填写说明|填表说明|注意|附注|附|注\d|备考)[:：.、]/;
const nothing = /^[(（]?(以下空白|以下无正文|本页空白|此页空白|以下为空|下接第?\d+页|转下页|接上页|续上页|承前页|过次页)[)）]?$/;
const section = /^([一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十]+[)）]).{1,30}$/u;
/** Sums, remarks across the page and headings are shorter than this. */
const longestSum = 24;
/** What a column that counts lines (序号) holds when it only counts. */
const counts = /^[\d().、一二三四五六七八九十]*$/u;
const bareMonth = /^(?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/u;

/**
 * Tells a line that is no record from one that is: blank, repeated heading, subtotal, signature, note, column numbers. Gives null
 * for a record. When in doubt it is a record: a line that is wrongly kept is rejected with a sentence, one wrongly dropped is lost.
 */
export function lineJudge(heading: Heading): (row: GridRow, isMergedAcross: boolean) => NotARecord | null {
  const keys = new Map([...heading.texts].map(([column, text]) => [column, headingKey(text.split('/').at(-1) ?? '')] as const));
  const title = [...heading.fields].find(([, code]) => code === 'title')?.[0];
  const few = Math.max(4, Math.ceil(heading.texts.size / 3));
  return (row, isMergedAcross) => {
    // The common case at once: a long title and a well filled line is a record.
    if (title !== undefined && (row.cells[title]?.text.length ?? 0) > longestSum && row.cells.filter((c) => c !== undefined).length > few) return null;
    return judge(row, heading, keys, few, isMergedAcross);
  };
}

function judge(row: GridRow, heading: Heading, keys: ReadonlyMap<number, string>, few: number, isMergedAcross: boolean): NotARecord | null {
  const filled: { column: number; text: string }[] = [];
  for (const [column, cell] of row.cells.entries()) {
    if (cell !== undefined && !(heading.ordinals.has(column) && counts.test(start(cell)))) filled.push({ column, text: start(cell) });
  }
  if (filled.every(({ text }) => isBlankWord(text) || isDitto(text))) return { code: 'blank', messageZh: '空行，没有取入。' };
  // The ordinal column counts too for sums and signatures, which often start at the left edge.
  const texts = row.cells.flatMap((c) => (c === undefined ? [] : [start(c)])).filter((t) => t !== '');

  const again = filled.filter(({ column, text }) => keys.get(column) === headingKey(text)).length;
  if (again >= 2 && again * 2 > filled.length) return { code: 'repeatedHeading', messageZh: '重复的标题行，没有取入。' };

  if (texts.length >= 3 && texts.every((t) => /^[(（]?(\d{1,2}|[甲乙丙丁])[)）]?$/.test(t)) && consecutive(texts)) return { code: 'columnNumbers', messageZh: '列号行，没有取入。' };

  const sparse = texts.length <= few;
  const titled = filled.some(({ column, text }) => heading.fields.get(column) === 'title' && !sum.test(text) && !/^[\d,]+(件|份|条)?$/.test(text));
  if (texts.some((t) => sum.test(t)) && !titled) return { code: 'subtotal', messageZh: '小计或合计行，没有取入。' };
  if (sparse && !titled && texts.some((t) => partSum.test(t) && t.length <= 30)) return { code: 'subtotal', messageZh: '小计或合计行，没有取入。' };
  if (sparse && texts.some((t) => signature.test(t)) && texts.length <= 4) return { code: 'signature', messageZh: '签字或填表说明行，没有取入。' };
  if (texts.length <= 2 && texts.some((t) => remark.test(t) || nothing.test(t))) return { code: 'note', messageZh: '说明文字，不是登记内容，没有取入。' };
  if (texts.length === 1 && (isMergedAcross || section.test(texts[0] ?? '') || bareMonth.test(texts[0] ?? '')) && (isMergedAcross || !titled)) {
    return { code: 'note', messageZh: '通栏文字，不是登记内容，没有取入。' };
  }
  if (filled.every(({ column, text }) => /Number$|^docNumber$/.test(heading.fields.get(column) ?? '') && heading.fields.get(column) !== 'docNumber' || isBlankWord(text))) {
    return { code: 'onlyNumber', messageZh: '只预编了号，没有登记内容，没有取入。' };
  }
  return null;
}

/** The start of a cell is enough to tell what kind of line it stands in; no pattern runs over a whole novel. */
function start(cell: Cell): string {
  return fold(cell.text.slice(0, 120));
}

function consecutive(texts: readonly string[]): boolean {
  const numbers = texts.map((t) => Number(t.replace(/\D/g, ''))).filter((n) => n > 0);
  return numbers.length >= 2 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1);
}
