/** How written text is tidied before anyone compares or stores it. Nothing here changes a reading, only its spelling. */

const fullWidthLettersAndDigits = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;
/** Zero-width marks and soft hyphens: invisible on paper, poison for comparing. Variation selectors (IVS) stay. */
const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069]/g;
// eslint-disable-next-line no-control-regex -- control characters are exactly what is being removed
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u0080-\u009F]/g;

/** Most cells: nothing in them that any tidying would touch. Checked first, because ledgers have millions of cells. */
const plain = /^[\u4E00-\u9FA5\x21-\x7E]*$/;

/** NFC, full-width letters and digits to ASCII, invisible characters out, any white space to one blank, ends trimmed. */
export function tidy(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(controls, '')
    .replace(fullWidthLettersAndDigits, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** For comparing headings and marks: all compatibility forms folded, no white space at all. */
export function fold(text: string): string {
  if (plain.test(text)) return text;
  return text.normalize('NFKC').replace(invisible, '').replace(controls, '').replace(/\s+/gu, '');
}

/** Longer cells are neither blanks nor ditto marks, however many spaces surround them. */
const longestMark = 24;

const blankWords = new Set(['', '无', '空', '/', '\\', '-', '--', '---', '—', '——', '―', '–', '－', '一一', '*', '.', '、', 'n/a', 'na', 'null', 'none', '暂无', '没有']);

/** True for what people write into a cell that has nothing to say: 无, —, /. */
export function isBlankWord(text: string): boolean {
  return text.length <= longestMark && blankWords.has(fold(text).toLowerCase());
}

const dittoWords = new Set(['〃', '″', '"', '”', '“', '„', "''", '‘’', '’’', '""', '“”', '””', '同上', '同前', '上同', '同上行', '〻', '々', '〞', '〝', '仝', '仝上', '∥', '‖', '′′', '´´']);

/** True for a ditto mark: 〃, ″, 同上 and their look-alikes, also between dashes. */
export function isDitto(text: string): boolean {
  if (text.length > longestMark) return false;
  const bare = text.replace(/\s+/gu, '').replace(/^[-—－]+|[-—－]+$/g, '').replace(/＂/g, '"');
  return dittoWords.has(bare);
}

/** A register number: compatibility forms folded, no blanks, letters upper case. ZT－2012－0001 → ZT-2012-0001. */
export function tidyNumber(text: string): string {
  return fold(text).replace(/[‐‑‒–—―−]/g, '-').toUpperCase();
}

/** Takes the label off a value that repeats it: 发文字号：渝府发〔2023〕15号 → 渝府发〔2023〕15号. */
export function withoutLabel(text: string, labels: readonly string[]): string {
  const at = text.search(/[:：]/);
  if (at < 1 || at > 12) return text;
  return labels.includes(fold(text.slice(0, at))) ? text.slice(at + 1).trim() : text;
}

/** Shortens what was read so that a sentence stays a sentence. */
export function quoted(text: string): string {
  const shown = tidy(text);
  const points = [...shown];
  return `“${points.length > 30 ? `${points.slice(0, 30).join('')}…` : shown}”`;
}
