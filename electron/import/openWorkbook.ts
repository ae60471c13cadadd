import { Buffer } from 'node:buffer';
import * as XLSX from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { decodeText } from './decodeText.ts';
import { readDelimited } from './delimited.ts';
import type { Cell, Grid, GridRow, Opened } from './grid.ts';
import { importLimits } from './limits.ts';
import { ImportRefusal } from './refusal.ts';
import { guardZip } from './zipGuard.ts';

// Workbooks older than Excel 97 carry their text in the code page of the day (936).
XLSX.set_cptable(codepages);

// Stubs, because a formula whose value was never stored would otherwise vanish without a word.
const options: XLSX.ParsingOptions = { dense: true, cellDates: false, cellNF: true, cellText: true, cellFormula: true, cellHTML: false, sheetStubs: true, bookVBA: false };

/**
 * Bytes to grids, by what the bytes are and not by the name's ending: xlsx, xls, HTML or XML saved as xls, separated text.
 * A text file has one sheet, called like the file. Throws ImportRefusal (and nothing else) for what is no table or lies beyond the limits. No formula is evaluated, no link
 * followed, no macro read, no path or sheet name used for anything but showing it.
 */
export function openWorkbook(bytes: Buffer, fileName: string): Opened {
  if (bytes.length === 0) throw new ImportRefusal('empty', '文件是空的，没有可以导入的内容；请核对是否选错了文件。');
  if (bytes.length > importLimits.bytes) throw new ImportRefusal('tooLarge', '文件超过 50 MB，超出一次导入的上限；请按年度拆成几个文件，分别导入。');
  try {
    return open(bytes, fileName);
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    const said = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(said)) throw new ImportRefusal('encrypted', '文件设了打开密码，无法读取；请在表格软件中去掉密码、另存后再导入。');
    throw new ImportRefusal('damaged', '文件不完整或已损坏，无法读出其中的工作表；请在表格软件中打开后另存一份，再导入。');
  }
}

function open(bytes: Buffer, fileName: string): Opened {
  if (bytes.length >= 4 && bytes.readUInt32LE(0) === 0x04034b50) {
    const parts = guardZip(bytes);
    if (parts.some((p) => p.startsWith('word/') || p.startsWith('ppt/'))) throw new ImportRefusal('notALedger', '这是文字文稿或演示文稿，不是表格；请把其中的表格复制到工作簿里，另存为 xlsx 后再导入。');
    if (!parts.includes('xl/workbook.xml') || !parts.includes('[Content_Types].xml')) throw new ImportRefusal('formatUnsupported', '这个压缩格式的文件里没有 Excel 工作簿，无法读取；请在表格软件中另存为 xlsx 后再导入。');
    return { grids: gridsOf(XLSX.read(bytes, { ...options, type: 'buffer' })) };
  }
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) return { grids: gridsOf(XLSX.read(bytes, { ...options, type: 'buffer' })) };
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') throw new ImportRefusal('notALedger', '这是 PDF 版式文件，不是表格，无法逐行读取；请向制作单位索取电子表格后再导入。');
  // Raw BIFF without a container, as some systems of the 1990s exported it.
  if (bytes[0] === 0x09 && (bytes[1] ?? 0) <= 0x08 && bytes[1] !== undefined && [0x00, 0x02, 0x04, 0x08].includes(bytes[1]) && (bytes[3] ?? 1) === 0) {
    return { grids: gridsOf(XLSX.read(bytes, { ...options, type: 'buffer' })) };
  }

  const { text, encoding } = decodeText(bytes);
  const start = text.slice(0, 4096).trimStart();
  if (start.startsWith('<')) {
    if (/<(html|table|!doctype html|meta|head|body|div)\b/i.test(start) && /<table\b/i.test(text)) return { grids: gridsOf(XLSX.read(text, { ...options, type: 'string', raw: true })), encoding };
    if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start)) return { grids: gridsOf(XLSX.read(text, { ...options, type: 'string' })), encoding };
    throw new ImportRefusal('notALedger', '文件里没有表格，无法逐行读取；请在表格软件中另存为 xlsx 后再导入。');
  }
  // Text has no zero bytes and few control characters; a picture or a program has both.
  const head = text.slice(0, 8192);
  const odd = head.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0; // eslint-disable-line no-control-regex
  if (head.includes('\u0000') || odd > head.length / 20) throw new ImportRefusal('notALedger', '文件不是电子表格，也不是文本表格，无法读取；请选择 xlsx、xls 或 csv 文件。');
  return { grids: [readDelimited(text, fileName.replace(/\.[^.]*$/, ''))], encoding };
}

function gridsOf(book: XLSX.WorkBook): Grid[] {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  let rowsLeft: number = importLimits.rows;
  return book.SheetNames.map((name, i) => {
    const sheet = book.Sheets[name] as XLSX.DenseWorkSheet | undefined;
    const rows = rowsOf(sheet?.['!data'] ?? [], rowsLeft);
    rowsLeft -= rows.length;
    return {
      name: name.slice(0, 255),
      hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
      date1904,
      rows,
      merges: (sheet?.['!merges'] ?? []).map((m: XLSX.Range) => ({ top: m.s.r + 1, left: m.s.c, bottom: m.e.r + 1, right: m.e.c })),
    };
  });
}

/** Only rows and columns that hold something: a sheet may claim a million of either. */
function rowsOf(data: readonly (readonly XLSX.CellObject[])[], limit: number): GridRow[] {
  const rows: GridRow[] = [];
  for (const r in data) {
    const cells: (Cell | undefined)[] = [];
    const source = data[r];
    for (const c in source) {
      const cell = cellOf(source[c as keyof typeof source] as XLSX.CellObject | undefined);
      if (cell === undefined) continue;
      const column = Number(c);
      if (column >= importLimits.columns) throw new ImportRefusal('tooManyColumns', `第${Number(r) + 1}行有${importLimits.columns}列以上，不像登记簿；请只保留登记簿的各列，另存后再导入。`);
      cells[column] = cell;
    }
    if (cells.length === 0) continue;
    if (rows.length >= limit) throw new ImportRefusal('tooManyRows', `文件超过${importLimits.rows.toLocaleString('en')}行，一次读不完；请按年度拆成几个文件，分别导入。`);
    rows.push({ row: Number(r) + 1, cells });
  }
  return rows;
}

function cellOf(cell: XLSX.CellObject | undefined): Cell | undefined {
  if (cell === undefined) return undefined;
  if (cell.t === 'e') return { text: cell.w ?? '#错误', broken: true };
  if (cell.t === 'z' || cell.v === undefined || cell.v === null || cell.v === '') return cell.f === undefined ? undefined : { text: `=${cell.f}`.slice(0, 200), broken: true };
  if (cell.t === 'n' && typeof cell.v === 'number') return numberCell(cell.v, cell);
  const text = (cell.t === 'b' ? (cell.v === true ? '是' : '否') : String(cell.v)).slice(0, importLimits.cellLength);
  return text.trim() === '' ? undefined : { text };
}

function numberCell(number: number, cell: XLSX.CellObject): Cell {
  const format = String(cell.z ?? 'General');
  if (!XLSX.SSF.is_date(format)) {
    const plain = /^(General|@)$/i.test(format) || cell.w === undefined;
    return { text: plain ? String(number) : cell.w ?? String(number), number };
  }
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  const day = bare.includes('d');
  const year = /[ye]/.test(bare);
  const shows = day ? (year ? 'day' : 'monthDay') : /[hs]/.test(bare) && !year ? 'time' : 'month';
  return { text: cell.w ?? String(number), number, shows };
}
