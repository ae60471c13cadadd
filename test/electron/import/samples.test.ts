import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { carriersSample, personsSample, receiptsSample, sampleFiles } from '#build/sample/make-samples.ts';
import { readLedger } from '#electron/import/readLedger.ts';
import { codes, records, skipped } from '#test/electron/import/books.ts';

const now = new Date('2026-06-01T00:00:00Z');
const file = (name: string) => readFileSync(new URL(`../../../build/sample/${name}`, import.meta.url));
const tally = (list: readonly string[]) => Object.fromEntries([...new Set(list)].toSorted().map((c) => [c, list.filter((x) => x === c).length]));

describe('the sample ledgers', () => {
  it('are what their generator makes', () => {
    expect(file(sampleFiles.carriers).equals(carriersSample())).toBe(true);
    expect(file(sampleFiles.persons).equals(personsSample())).toBe(true);
    const read = (bytes: Buffer) => readLedger(bytes, sampleFiles.receipts, 'receipts', { now });
    expect(read(file(sampleFiles.receipts))).toEqual(read(receiptsSample()));
  });

  it('import as a register of incoming documents with the doubts that were put in', () => {
    const preview = readLedger(file(sampleFiles.receipts), sampleFiles.receipts, 'receipts', { now });
    expect(preview.counts).toEqual({ ok: 64, doubt: 11, rejected: 2, skipped: 6, created: 0 });
    expect(tally(records(preview).flatMap(codes))).toEqual({ dateMonthOnly: 1, dateSerial: 5, dateYearAssumed: 5, duplicate: 1, levelUnreadable: 1, required: 1 });
    expect(tally(skipped(preview).map(([, code]) => code ?? ''))).toEqual({ signature: 1, subtotal: 5 });
    expect(preview.sheets.map((s) => s.skipped?.code)).toEqual([undefined, 'sheetWithoutHeading', 'sheetHidden']);
    expect(new Set(records(preview).map((r) => r.values['level']))).toEqual(new Set(['', '公开', '内部', '秘密', '机密', '绝密']));
    for (const row of records(preview)) expect(row.values['issuer'], `row ${row.row}`).not.toBe('');
  });

  it('import as carriers and as people', () => {
    const carriers = readLedger(file(sampleFiles.carriers), sampleFiles.carriers, 'carriers', { now });
    expect(carriers.encoding).toBe('GB18030');
    expect(carriers.counts).toEqual({ ok: 38, doubt: 2, rejected: 0, skipped: 5, created: 0 });
    expect(records(carriers)[0]?.values).toMatchObject({ carrierNumber: 'YL-2022-0001', level: '秘密', secrecyPeriod: '5年', copies: 2 });
    const persons = readLedger(file(sampleFiles.persons), sampleFiles.persons, 'persons', { now });
    expect(persons.counts).toEqual({ ok: 13, doubt: 2, rejected: 0, skipped: 1, created: 0 });
    expect(records(persons).filter((r) => r.values['coolingOffUntil'] !== '').map((r) => r.values['name'])).toEqual(['钟离柜']);
    expect(tally(records(persons).map((r) => String(r.values['personnelClass'])))).toEqual({ '': 1, 一般: 5, 核心: 2, 重要: 7 });
  });
});
