import { Buffer } from 'node:buffer';
import * as XLSX from '@e965/xlsx';
import type { LedgerPreview, LedgerRow } from '#shared/import.ts';

/** Sheets of this name hold rows that were taken and only want a look; reading the file again passes over them. */
export const takenAlready = '已导入待核对';
const notTaken = '未导入';

/**
 * The rejected and the doubtful rows as they were read, with their row number and the problem in the last column, as an xlsx
 * workbook: corrected there, the rejected ones can be imported again. Text that a spreadsheet would take for a formula
 * (= + - @ in front) is quoted, and all cells are text.
 */
export function writeRejects(preview: LedgerPreview, fileName: string): Buffer {
  const book = XLSX.utils.book_new();
  for (const [kind, status] of [[notTaken, 'rejected'], [takenAlready, 'doubt']] as const) {
    for (const [index, sheet] of preview.sheets.entries()) {
      const rows = sheet.rows.filter((r) => r.status === status);
      if (rows.length === 0) continue;
      const headings = sheet.headings ?? Object.keys(sheet.mapping);
      const lines = [[`${fileName}　${sheet.sheet}　${kind}的${rows.length}行`], [...headings, '原行号', '问题'], ...rows.map((r) => lineOf(r, headings.length))];
      append(book, lines, `${kind}${index + 1}`, headings.length);
    }
  }
  if (book.SheetNames.length === 0) append(book, [['没有未导入的行，也没有需要核对的行。']], '无', 0);
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

function lineOf(row: LedgerRow, width: number): string[] {
  const read = row.read ?? [];
  return [...Array.from({ length: width }, (_, i) => read[i] ?? ''), String(row.row), row.problems.map((p) => p.messageZh).join('\n')];
}

function append(book: XLSX.WorkBook, lines: readonly (readonly string[])[], name: string, width: number): void {
  const sheet = XLSX.utils.aoa_to_sheet(lines.map((line) => line.map((text) => ({ t: 's', v: neutral(text), z: '@' }))));
  sheet['!cols'] = [...Array.from({ length: width }, () => ({ wch: 16 })), { wch: 8 }, { wch: 60 }];
  XLSX.utils.book_append_sheet(book, sheet, name);
}

/** Keeps text from being run as a formula when the file is later saved in another form (CSV). */
function neutral(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
