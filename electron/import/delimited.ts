import type { Cell, Grid, GridRow } from './grid.ts';
import { importLimits } from './limits.ts';
import { ImportRefusal } from './refusal.ts';

const separators = ['\t', ',', ';', '，', '|'] as const;
/** A quoted field longer than this many lines is a stray quotation mark, not a field. */
const longestField = 60;

/**
 * Text with separators to a grid. Follows RFC 4180 and forgives what offices do: separators of other kinds, lone CR, quotation
 * marks inside plain fields, a quotation mark that is never closed. `row` is the first line of each record.
 */
export function readDelimited(text: string, name: string): Grid {
  const separator = guessSeparator(text);
  const rows: GridRow[] = [];
  let cells: (Cell | undefined)[] = [];
  let line = 1;
  let recordLine = 1;
  let at = 0;
  let column = 0;

  const put = (value: string) => {
    if (value.trim() !== '') {
      if (column >= importLimits.columns) throw new ImportRefusal('tooManyColumns', `第${recordLine}行有${importLimits.columns}列以上，不像登记簿；请只保留登记簿的各列，另存后再导入。`);
      cells[column] = { text: value.slice(0, importLimits.cellLength) };
    }
    column++;
  };
  const endRecord = () => {
    rows.push({ row: recordLine, cells });
    if (rows.length > importLimits.rows) throw new ImportRefusal('tooManyRows', `文件超过${importLimits.rows.toLocaleString('en')}行，一次读不完；请按年度拆成几个文件，分别导入。`);
    cells = [];
    column = 0;
  };

  while (at < text.length) {
    if (text[at] === '"') {
      const end = closingQuote(text, at);
      if (end !== -1) {
        const body = text.slice(at + 1, end);
        put(body.replaceAll('""', '"'));
        line += lineEnds(body);
        at = end + 1;
        // White space between the closing mark and the separator belongs to nobody.
        while (text[at] === ' ') at++;
        at = afterField(at);
        continue;
      }
    }
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
    put(text.slice(at, end));
    at = afterField(end);
  }
  if (column > 0 || cells.length > 0) endRecord();
  return { name, hidden: false, date1904: false, rows, merges: [] };

  /** Steps over the separator or the line end behind a field and closes the record where one ends. */
  function afterField(position: number): number {
    const c = text[position];
    if (c === separator) {
      // A separator at the very end of the file still opens a last, empty field.
      return position + 1;
    }
    endRecord();
    if (c === undefined) return position;
    line++;
    recordLine = line;
    return c === '\r' && text[position + 1] === '\n' ? position + 2 : position + 1;
  }

  /** The quotation mark that closes the field, or -1 when the mark at `from` is only a character. */
  function closingQuote(source: string, from: number): number {
    let position = from + 1;
    let lines = 0;
    for (; position < source.length; position++) {
      const c = source[position];
      if (c === '\n' && ++lines > longestField) return -1;
      if (c !== '"') continue;
      if (source[position + 1] === '"') {
        position++;
        continue;
      }
      let next = position + 1;
      while (source[next] === ' ') next++;
      const follows = source[next];
      return follows === undefined || follows === separator || follows === '\n' || follows === '\r' ? position : -1;
    }
    return -1;
  }
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** The separator that splits the most of the first lines, and splits them alike. */
function guessSeparator(text: string): string {
  const lines = text.slice(0, 65_536).replace(/"[^"]*"/g, '').split(/\r\n|\n|\r/).filter((l) => l.trim() !== '').slice(0, 40);
  let best: string = ',';
  let bestScore = 0;
  for (const separator of separators) {
    const counts = lines.map((l) => l.split(separator).length - 1).filter((n) => n > 0);
    const byCount = new Map<number, number>();
    for (const n of counts) byCount.set(n, (byCount.get(n) ?? 0) + 1);
    let score = 0;
    for (const [n, times] of byCount) score = Math.max(score, times * Math.min(n, 12));
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}
