import { Buffer } from 'node:buffer';
import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { ImportRefusal } from '#electron/import/refusal.ts';
import type { LedgerPreview, LedgerRow } from '#shared/import.ts';

export type Line = readonly (string | number | boolean | null | XLSX.CellObject)[];
export type SheetPlan = { name?: string; lines: readonly Line[]; merges?: readonly string[]; hidden?: boolean };

/** A real workbook, in any of the forms offices hand over. */
export function workbook(sheets: readonly SheetPlan[], bookType: XLSX.BookType = 'xlsx', date1904 = false): Buffer {
  const book = XLSX.utils.book_new();
  for (const [i, plan] of sheets.entries()) {
    const sheet = XLSX.utils.aoa_to_sheet(plan.lines.map((l) => [...l]));
    if (plan.merges !== undefined) sheet['!merges'] = plan.merges.map((m) => XLSX.utils.decode_range(m));
    XLSX.utils.book_append_sheet(book, sheet, plan.name ?? `表${i + 1}`);
  }
  book.Workbook = { Sheets: sheets.map((s) => ({ Hidden: s.hidden === true ? 1 : 0 })), WBProps: { date1904 } };
  const written: unknown = XLSX.write(book, { type: bookType === 'html' || bookType === 'xlml' ? 'string' : 'buffer', bookType, compression: true });
  return typeof written === 'string' ? Buffer.from(written, 'utf8') : Buffer.from(written as Uint8Array);
}

/** The rows that are records or were meant to be. */
export const records = (preview: LedgerPreview): LedgerRow[] => preview.sheets.flatMap((s) => s.rows.filter((r) => r.status !== 'skipped'));

export const skipped = (preview: LedgerPreview): (readonly [number, string | undefined])[] =>
  preview.sheets.flatMap((s) => s.rows.filter((r) => r.status === 'skipped').map((r) => [r.row, r.problems[0]?.code] as const));

export const codes = (row: LedgerRow | undefined): string[] => row?.problems.map((p) => p.code) ?? [];

/** What the reader refused with. Anything else it throws fails the test. */
export function refusalOf(work: () => unknown): ImportRefusal {
  try {
    work();
  } catch (error) {
    if (error instanceof ImportRefusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** A workbook as Excel 5/95 and old WPS saved it: text in code page 936. The library only writes 1252, so the bytes are put in by hand. */
export function oldWorkbook(lines: readonly (readonly string[])[]): Buffer {
  const texts = [...new Set(lines.flat())];
  const placeholder = (text: string) => String.fromCharCode(65 + texts.indexOf(text)).repeat(iconv.encode(text, 'gbk').length);
  const bytes = workbook([{ name: 's', lines: lines.map((l) => l.map(placeholder)) }], 'biff5');
  for (const text of texts.toSorted((a, b) => placeholder(b).length - placeholder(a).length)) {
    for (let at = bytes.indexOf(placeholder(text)); at !== -1; at = bytes.indexOf(placeholder(text))) iconv.encode(text, 'gbk').copy(bytes, at);
  }
  bytes.writeUInt16LE(936, bytes.indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00])) + 4);
  return bytes;
}
