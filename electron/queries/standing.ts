import { profileOf } from '../policy/parameters.ts';
import type { Profile } from '../policy/parameters.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, numberOf, trailHead } from '../vault/read.ts';

/** The organisation's parameters as they stand in the books now. */
export const profileFrom = (db: ReadDb): Profile => profileOf(new Map(all(db, 'SELECT key, value FROM parameters').map((r) => [r['key'] as string, JSON.parse(r['value'] as string) as unknown])));

/** Number of the newest entry. Nothing in the books changes without it growing, so it dates what was worked out before. */
export const seqOf = (db: ReadDb): number => trailHead(db)?.seq ?? 0;

/** Number of the newest event. */
export const lastEventOf = (db: ReadDb): number => numberOf(db, 'SELECT COALESCE(MAX(id), 0) FROM event');

type Kept = { seq: number; answers: Map<string, unknown> };
const keptFor = new WeakMap<object, Kept>();
const MOST = 500;

/** What was already worked out at this state of the books; the next entry makes it void. */
export function kept<T>(db: ReadDb, key: string, work: () => T): T {
  const seq = seqOf(db);
  let store = keptFor.get(db);
  if (store === undefined || store.seq !== seq || store.answers.size > MOST) keptFor.set(db, (store = { seq, answers: new Map() }));
  if (store.answers.has(key)) return store.answers.get(key) as T;
  const value = work();
  store.answers.set(key, value);
  return value;
}
