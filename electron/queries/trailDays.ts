import { dayOf } from '#shared/time.ts';
import { readEntry } from '../commands/trail.ts';
import type { ReadDb } from '../vault/open.ts';
import { trailAt } from '../vault/read.ts';
import { seqOf } from './standing.ts';

type Days = { seen: number; anchorAt: string | null; verifiedAt: string | null; begunOn: string | null };
const known = new WeakMap<object, Days>();

/** The first look goes back so many entries; an anchor older than that is as good as none. */
const BACK = 50_000;

/** When the last paper anchor was printed, when the trail was last verified, on which day the books were begun. Kept up entry by entry. */
export function trailDays(db: ReadDb): Readonly<Pick<Days, 'anchorAt' | 'verifiedAt' | 'begunOn'>> {
  const head = seqOf(db);
  const before = known.get(db);
  if (before?.seen === head) return before;
  const days: Days = before ?? { seen: Math.max(0, head - BACK), anchorAt: null, verifiedAt: null, begunOn: null };
  const rows = db.prepare(`SELECT entry FROM audit WHERE seq > ? AND (instr(entry, '"audit.anchor"') > 0 OR instr(entry, '"audit.verified"') > 0) ORDER BY seq`).pluck().iterate(days.seen);
  for (const text of rows as IterableIterator<string>) {
    const entry = readEntry(text);
    if (entry.outcome === 'refused') continue;
    if (entry.act === 'audit.anchor') days.anchorAt = entry.at;
    if (entry.act === 'audit.verified') days.verifiedAt = entry.at;
  }
  const first = days.begunOn === null ? trailAt(db, 1) : null;
  if (first !== null) days.begunOn = dayOf(readEntry(first.entry).at);
  days.seen = head;
  known.set(db, days);
  return days;
}
