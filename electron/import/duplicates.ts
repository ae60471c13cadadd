import type { LedgerRow, LedgerSheet } from '#shared/import.ts';
import type { ImportTarget } from './fields.ts';

/**
 * Marks rows that say the same as an earlier one, across all sheets of the file: a doubt on the later row. Rejected rows
 * count for nothing. The sheets are changed in place; they are not anyone else's yet.
 */
export function markDuplicates(sheets: readonly LedgerSheet[], target: ImportTarget): void {
  const labels = new Map(target.fields.map((f) => [f.code, f.zh]));
  const seen = new Map<string, { sheet: string; row: number }>();
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      if (row.status === 'skipped' || row.status === 'rejected') continue;
      const [keys, named] = keysOf(row, target);
      const earlier = keys.map((k) => seen.get(k)).find((e) => e !== undefined);
      for (const key of keys) if (!seen.has(key)) seen.set(key, { sheet: sheet.sheet, row: row.row });
      if (earlier === undefined) continue;
      const said = named.map((code) => labels.get(code) ?? code).join('、');
      const where = earlier.sheet === sheet.sheet ? `第${earlier.row}行` : `“${earlier.sheet}”第${earlier.row}行`;
      row.status = 'doubt';
      row.problems.push({ code: 'duplicate', messageZh: `与上文重复：${said}与${where}相同，可能登记了两次；请确认是不是同一件，重复的不要取入。` });
    }
  }
}

/** The row's identity under the first set that applies: its first two fields (or its only one) must be filled. */
function keysOf(row: LedgerRow, target: ImportTarget): [string[], string[]] {
  const keys: string[] = [];
  let named: string[] = [];
  for (const [index, set] of target.sameWhen.entries()) {
    const filled = set.filter((code) => (row.values[code] ?? '') !== '');
    if (!set.slice(0, 2).every((code) => filled.includes(code))) continue;
    keys.push(JSON.stringify([index, ...set.map((code) => row.values[code] ?? '')]));
    if (named.length === 0) named = filled;
  }
  return [keys, named];
}
