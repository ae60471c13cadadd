import { Buffer } from 'node:buffer';
import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readLedger } from '#electron/import/readLedger.ts';
import { writeRejects } from '#electron/import/rejects.ts';
import { records } from '#test/electron/import/books.ts';

const now = new Date('2026-06-01T00:00:00Z');
const ledger = '收文号,收文日期,文号,标题,密级,备注\n1,2012.5.1,国发〔2012〕1号,一,,\n2,2012.5.2,国发〔2012〕2号,,机密,"=HYPERLINK(""http://x"")"\n3,2012.5.3,国发〔2012〕3号,三,较高,+1\n4,41030,国发〔2012〕4号,四,,@x';

describe('writing rejected rows', () => {
  const preview = readLedger(Buffer.from(ledger), '收文_2012.csv', 'receipts', { now });
  const bytes = writeRejects(preview, '收文_2012.csv');
  const book = XLSX.read(bytes, { type: 'buffer' });

  it('gives them as read, with their row and the problem in the last column', () => {
    const lines = XLSX.utils.sheet_to_json<string[]>(book.Sheets['未导入1'] as XLSX.WorkSheet, { header: 1, defval: '' });
    expect(lines[0]?.[0]).toBe('收文_2012.csv　收文_2012　未导入的2行');
    expect(lines[1]).toEqual(['收文号', '收文日期', '文号', '标题', '密级', '备注', '原行号', '问题']);
    expect(lines[2]?.slice(0, 7)).toEqual(['2', '2012.5.2', '国发〔2012〕2号', '', '机密', "'=HYPERLINK(\"http://x\")", '3']);
    expect(lines[3]?.[7]).toMatch(/^密级读到“较高”/);
    expect(book.SheetNames).toEqual(['未导入1', '已导入待核对1']);
  });

  it('holds no formula and no text that could become one', () => {
    for (const sheet of Object.values(book.Sheets)) {
      for (const [at, cell] of Object.entries(sheet as Record<string, XLSX.CellObject>)) {
        if (at.startsWith('!')) continue;
        expect(cell.f).toBeUndefined();
        expect(cell.t).toBe('s');
        expect(String(cell.v)).not.toMatch(/^[=+\-@]/);
      }
    }
  });

  it('can be read again once corrected, without the rows already taken', () => {
    const sheet = book.Sheets['未导入1'] as XLSX.WorkSheet;
    sheet['D3'] = { t: 's', v: '补填的标题' };
    const again = readLedger(Buffer.from(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array), '未导入.xlsx', 'receipts', { now });
    expect(records(again).map((r) => [r.values['receiptNumber'], r.status, r.values['title'], r.values['note']])).toEqual([
      ['2', 'ok', '补填的标题', '=HYPERLINK("http://x")'],
      ['3', 'rejected', '三', '+1'],
    ]);
    expect(again.sheets.map((s) => s.skipped?.code)).toEqual([undefined, 'sheetTaken']);
  });

  it('says so in one line, when there is nothing to write', () => {
    const clean = readLedger(Buffer.from('文号,标题\n国发〔2012〕1号,一'), 'a.csv', 'receipts');
    expect(XLSX.read(writeRejects(clean, 'a.csv'), { type: 'buffer' }).SheetNames).toEqual(['无']);
  });
});
