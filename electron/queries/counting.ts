import { dayOf } from '#shared/time.ts';
import type { ReadDb } from '../vault/open.ts';
import { reducedZh } from '../policy/rules/stocktakes.ts';
import { all, one } from '../vault/read.ts';

/**
 * Since when everything that is held has been counted (P116). A full stocktake answers for all; a large unit counts in parts,
 * and then the newest count of each part adds up until nothing is left. Sample checks count for nothing here.
 * Out: the day of the oldest count that is needed, or null when the counts do not reach.
 */
export function lastCountedOn(db: ReadDb, held: number): string | null {
  const scopes = new Set<string>();
  let covered = 0;
  for (const s of all(db, `SELECT kind, scopeZh, expectedCount, closedAt FROM stocktakes WHERE state = 'closed' AND kind IN ('full', 'part', 'handover') ORDER BY closedAt DESC LIMIT 500`)) {
    const day = dayOf(String(s['closedAt']));
    if (s['kind'] === 'full') return day;
    const scope = String(s['scopeZh']).replace(reducedZh, '');
    if (scopes.has(scope)) continue;
    scopes.add(scope);
    covered += Number(s['expectedCount']);
    if (covered >= held) return day;
  }
  return null;
}

/** Day of the last full count in which neither who counted nor who watched keeps what was counted; null when there was none. */
export function lastOutsideCountOn(db: ReadDb): string | null {
  const s = one(db, `SELECT closedAt FROM stocktakes WHERE state = 'closed' AND kind = 'full' AND NOT EXISTS (SELECT 1 FROM json_each(keepers) WHERE value IN (counter, checker)) ORDER BY closedAt DESC LIMIT 1`);
  return s === undefined ? null : dayOf(String(s['closedAt']));
}
