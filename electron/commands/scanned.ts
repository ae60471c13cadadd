import { numberOfDigits } from '#shared/labels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import type { Refusal } from '#shared/result.ts';
import { missing } from '#shared/result.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, recordByNumber, toRecord } from '../vault/read.ts';

/** What a scanner or a hand gave, as the books write it: full-width characters, wide spaces and the dashes of a Chinese input method are the same as plain ones. */
export const tidyCode = (text: string): string => text.normalize('NFKC').replace(/[\u2010-\u2015\u2212\u30fc_]+/g, '-').replace(/\s+/g, '').toUpperCase();

/**
 * The carrier that a code stands for: the twelve digits of its label, its number, or the number that it had in an old ledger.
 * Out: the carrier; null when the books do not know the code; a refusal when two carriers bear the old number.
 */
export function carrierOfCode(db: ReadDb, text: string): RecordOf<'carriers'> | null | Refusal {
  const code = tidyCode(text);
  const direct = recordByNumber(db, 'carriers', numberOfDigits(code) ?? code);
  if (direct !== null) return direct;
  for (const old of new Set([text.trim(), code])) {
    const rows = all(db, 'SELECT * FROM carriers WHERE oldNumber = ? LIMIT 2', old);
    if (rows.length > 1) return missing(`原编号 ${old} 有几件载体。请用载体编号指明。`);
    if (rows[0] !== undefined) return toRecord('carriers', rows[0]);
  }
  return null;
}
