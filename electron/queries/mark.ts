import type { Level } from '#shared/levels.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { markTally } from '../policy/markTally.ts';
import type { MarkTally } from '../policy/markTally.ts';
import type { Profile } from '../policy/parameters.ts';
import type { ReadDb } from '../vault/open.ts';
import { all } from '../vault/read.ts';
import { boundOf, whereOf } from './filter.ts';
import type { Sieve } from './filter.ts';
import { tallyOf } from './tally.ts';

/**
 * Where the lines of a register take level and period from for the mark of the whole (K42). Screen and paper both ask here, so that
 * they cannot differ. `list`: a field with carriers; each counts as itself, and a line without any counts by its own level.
 * `period`: the line has a period of its own. `carrier`: it is about one carrier, whose period stands in where it has none.
 * null: the register is not marked.
 */
export type MarkSource = Readonly<{ level: boolean; period: boolean; carrier: boolean; list: 'carriers' | 'items' | null }>;

export function markSource(register: RegisterKey): MarkSource | null {
  const { fields, levelField } = registerOf(register);
  // The list of prints names what was printed; the sheets themselves are carriers and stand in that book.
  if (register === 'prints') return null;
  const has = (name: string, kind: string): boolean => fields[name]?.kind === kind;
  // What has no level of its own but is about a carrier takes the carrier's.
  if (levelField === null && !has('carrier', 'ref')) return null;
  return { level: levelField !== null, period: Object.hasOwn(fields, 'secrecyPeriod'), carrier: has('carrier', 'ref'), list: has('carriers', 'ids') ? 'carriers' : has('items', 'ids') ? 'items' : null };
}

type Pair = readonly [Level | null, string | null];

function pairsIn(db: ReadDb, register: RegisterKey, source: MarkSource, sieve: Sieve): Pair[] {
  const pieces = [...sieve.pieces, ...sieve.quickPieces];
  const { period, carrier, list } = source;
  const lines = `(SELECT ${source.level ? 'level' : 'NULL AS level'}, ${period ? 'secrecyPeriod' : 'NULL AS secrecyPeriod'}, ${carrier ? 'carrier' : 'NULL AS carrier'}, ${list ?? 'NULL'} AS list FROM ${register}${whereOf(pieces)})`;
  const own = `SELECT DISTINCT ${source.level || !carrier ? 'r.level' : 'c.level'} AS level, ${carrier ? 'COALESCE(r.secrecyPeriod, c.secrecyPeriod)' : 'r.secrecyPeriod'} AS period FROM ${lines} r${carrier ? ' LEFT JOIN carriers c ON c.id = r.carrier' : ''}${list === null ? '' : ' WHERE COALESCE(json_array_length(r.list), 0) = 0'}`;
  const listed = `SELECT DISTINCT c.level AS level, c.secrecyPeriod AS period FROM ${lines} r, json_each(r.list) j JOIN carriers c ON c.id = j.value`;
  const rows = [...all(db, own, ...boundOf(pieces)), ...(list === null ? [] : all(db, listed, ...boundOf(pieces)))];
  return rows.map((r) => [r['level'] as Level | null, r['period'] as string | null]);
}

/** The same from memory, when state and level are all that is asked for; null when the tally does not know every period. */
function pairsFromTally(db: ReadDb, register: RegisterKey, sieve: Sieve): Pair[] | null {
  const tally = tallyOf(db, register);
  const seen = new Map<string, Pair>();
  for (let id = 1; id <= tally.size(); id++) {
    if (sieve.quick !== null && !sieve.quick(tally, id)) continue;
    const period = tally.periodAt(id);
    if (period === undefined) return null;
    const level = tally.levelAt(id);
    const key = `${level ?? ''} ${period ?? ''}`;
    if (!seen.has(key)) seen.set(key, [level, period]);
  }
  return [...seen.values()];
}

/** Highest level and longest period of the lines a sieve leaves (K42). */
export function markOfLines(db: ReadDb, profile: Profile, today: string, register: RegisterKey, sieve: Sieve): MarkTally {
  const tally = markTally(profile, today);
  const source = markSource(register);
  if (source === null) return tally;
  const plain = source.level && source.period && !source.carrier && source.list === null && sieve.pieces.length === 0;
  for (const [level, period] of (plain ? pairsFromTally(db, register, sieve) : null) ?? pairsIn(db, register, source, sieve)) tally.add(level, period);
  return tally;
}
