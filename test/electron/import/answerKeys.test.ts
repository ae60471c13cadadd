import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDelimited } from '#electron/import/delimited.ts';
import { readLedger } from '#electron/import/readLedger.ts';
import type { ImportTargetId } from '#shared/import.ts';
import { records, refusalOf } from '#test/electron/import/books.ts';

/** Messy ledgers with answer keys, kept beside the project and never in it. Without them there is nothing to compare. */
const data = new URL('../../../../shared/data/', import.meta.url);
const present = existsSync(new URL('ledgers/', data));
const file = (path: string) => readFileSync(new URL(path, data));
const now = new Date('2026-06-01T00:00:00Z');

const ledgers: readonly (readonly [string, string, ImportTargetId, number])[] = [
  ['收文登记簿_2012.xlsx', '收文登记簿_2012.expected.csv', 'receipts', 455],
  ['文件清退登记表.xls', '文件清退登记表.expected.csv', 'receipts', 240],
  ['涉密载体台账_GBK.csv', '涉密载体台账_GBK.expected.csv', 'carriers', 420],
];

describe.skipIf(!present)('ledgers with an answer key', () => {
  it.each(ledgers)('gives %s as its key says', (name, key, target, count) => {
    const preview = readLedger(file(`ledgers/${name}`), name, target, { now });
    const [head, ...lines] = readDelimited(file(`ledgers/${key}`).toString('utf8'), key).rows.map((r) => Array.from(r.cells, (c) => c?.text ?? ''));
    const headings = (head ?? []).map((h) => h.replace('\uFEFF', ''));
    const codeOf = new Map(Object.entries(preview.labels).map(([code, zh]) => [zh, code]));
    const differences: string[] = [];
    let compared = 0;
    for (const line of lines) {
      const expected = new Map(headings.map((h, i) => [h, line[i] ?? '']));
      const sheet = preview.sheets.find((s) => (expected.has('表') ? s.sheet === expected.get('表') : s.rows.length > 0));
      const row = sheet?.rows.find((r) => String(r.row) === expected.get('行'));
      for (const [heading, value] of expected) {
        if (['表', '行', '疑点'].includes(heading)) continue;
        compared++;
        const read = String(row?.values[codeOf.get(heading) ?? ''] ?? '');
        if (read !== value) differences.push(`${expected.get('表') ?? ''}${expected.get('行') ?? ''} ${heading}: “${read}” instead of “${value}”`);
      }
      const doubts = (expected.get('疑点') ?? '').split('；').filter((d) => d !== '');
      const said = (row?.problems ?? []).map((p) => p.messageZh);
      if (row?.status !== (doubts.length > 0 ? 'doubt' : 'ok') || said.length !== doubts.length || !doubts.every((d) => said.some((m) => m.startsWith(d)))) {
        differences.push(`${expected.get('表') ?? ''}${expected.get('行') ?? ''} 疑点: ${row?.status ?? 'absent'} ${said.join(' ')} instead of ${doubts.join('；')}`);
      }
    }
    for (const difference of differences) console.warn(difference);
    expect(lines).toHaveLength(count);
    expect(records(preview)).toHaveLength(count);
    expect(1 - differences.length / compared).toBeGreaterThanOrEqual(0.98);
  });

  it('takes 13,930 published documents within five seconds', () => {
    const bytes = file('documents.csv');
    // Processor time of this process: what else the machine does is not the reader's fault.
    const began = process.cpuUsage();
    const preview = readLedger(bytes, 'documents.csv', 'receipts', { now });
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5_000);
    expect(preview.counts.ok + preview.counts.doubt).toBe(13_930);
    expect(preview.counts.rejected).toBe(0);
    expect(preview.sheets[0]?.mapping).toEqual({ 发文字号: 'docNumber', 标题: 'title', 发文机关: 'issuer', 成文日期: 'issuedOn' });
  });

  it('refuses a list without titles, and takes it once a column is named', () => {
    const bytes = file('real/chongqing_doc_numbers.xlsx');
    expect(refusalOf(() => readLedger(bytes, 'c.xlsx', 'receipts', { now }))).toMatchObject({ code: 'requiredHeadingMissing', headings: ['url', 'pub_date', 'doc_number'] });
    const preview = readLedger(bytes, 'c.xlsx', 'receipts', { mapping: { url: 'title' }, now });
    expect(preview.counts.rejected).toBe(0);
    expect(records(preview)[0]?.values).toMatchObject({ issuedOn: '2023-06-14', docNumber: '渝府发〔2023〕15号' });
  });

  it('takes a foreign list by its English headings', () => {
    const preview = readLedger(file('real/national-archives-jfk-assassination-records-2021-release.xlsx'), 'j.xlsx', 'receipts', { now });
    expect(records(preview)).toHaveLength(1_491);
    expect(records(preview)[0]).toMatchObject({ status: 'ok', values: { docNumber: '104-10001-10008', issuedOn: '1964-03-26' } });
    expect(records(preview).filter((r) => r.status === 'rejected').every((r) => r.values['title'] === '')).toBe(true);
  });
});
