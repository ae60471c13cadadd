import { numberOfDigits } from '#shared/labels.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, numberOf, one, recordById, statement, toRecord } from '../vault/read.ts';
import { searchQuestion } from '../vault/searchTerms.ts';
import { Refused } from './define.ts';
import type { Asking, Query } from './define.ts';
import { entryOf } from './entries.ts';
import { boundOf, sieveOf, whereOf } from './filter.ts';
import type { Piece, Sieve } from './filter.ts';
import { revisionsOf } from './revisions.ts';
import { kept } from './standing.ts';
import { tallyOf } from './tally.ts';
import type { Tally } from './tally.ts';

/** A search is counted exactly up to here; more than that nobody reads. */
const COUNTED = 1000;
/** A page of ordinary length, for weighing one way of looking against another. */
const PAGE = 100;
/** Up to this many rows behind an index are fetched and sorted; above it the walk by number is cheaper. */
const FEW = 5000;

type Cursor = Readonly<{ v: string | number | null; i: number }>;
const sealed = (c: Cursor): string => Buffer.from(JSON.stringify(c)).toString('base64url');

function opened(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    const c = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Record<string, unknown>;
    const { v, i } = c;
    if (Number.isInteger(i) && (v === null || typeof v === 'string' || typeof v === 'number')) return { v, i: i as number };
  } catch {
    // Falls through to the refusal: a cursor is handed out by us and comes back unchanged.
  }
  throw new Refused(invalid({ path: 'cursor', messageZh: '翻页标记不对。请从第一页重新打开台账。' }));
}

const indexed = new WeakMap<object, ReadonlySet<string>>();
/** register/field of every column that leads an index, read from the names the migrations give: carriers_by_dueOn. */
function leadsIndex(db: ReadDb, register: string, field: string): boolean {
  let found = indexed.get(db);
  if (found === undefined) {
    const names = all(db, `SELECT name FROM sqlite_schema WHERE type = 'index'`).map((r) => String(r['name']));
    indexed.set(db, (found = new Set(names.flatMap((n) => { const m = /^(\w+?)_by_([A-Za-z]+)/.exec(n); return m === null ? [] : [`${m[1] ?? ''}/${m[2] ?? ''}`]; }))));
  }
  return found.has(`${register}/${field}`);
}

const searched = (db: ReadDb, register: string): boolean => one(db, `SELECT 1 FROM sqlite_schema WHERE name = ?`, `${register}_search`) !== undefined;

type Wanted = Readonly<{ db: ReadDb; register: RegisterKey; sieve: Sieve; descending: boolean; limit: number; cursor: Cursor | null }>;

const passes = (w: Wanted): ((id: number) => boolean) => {
  const { quick, pieces } = w.sieve;
  const tally = tallyOf(w.db, w.register);
  if (pieces.length === 0) return quick === null ? () => true : (id) => quick(tally, id);
  const look = statement(w.db, `SELECT 1 FROM ${w.register}${whereOf(pieces, ['id = ?'])}`);
  const bound = boundOf(pieces);
  return (id) => (quick === null || quick(tally, id)) && look.get(...bound, id) !== undefined;
};

/** So many records of a state or level are looked up in the word index one by one instead of walking it. */
const ONE_BY_ONE = 150;

/** Ids found by words, newest first, sieved. The index walks by itself from the cursor on. */
function* found(w: Wanted, question: string): Generator<number> {
  const fits = passes(w);
  const { register, descending, cursor } = w;
  if (w.sieve.quick !== null) {
    const some = fromTally({ ...w, limit: ONE_BY_ONE + 1 });
    if (some.length <= ONE_BY_ONE) {
      const look = statement(w.db, `SELECT 1 FROM ${register}_search WHERE ${register}_search MATCH ? AND rowid = ?`);
      for (const id of some) if (look.get(question, id) !== undefined && fits(id)) yield id;
      return;
    }
  }
  const beyond = cursor === null ? '' : ` AND rowid ${descending ? '<' : '>'} ?`;
  const rows = w.db.prepare(`SELECT rowid FROM ${register}_search WHERE ${register}_search MATCH ?${beyond} ORDER BY rowid ${descending ? 'DESC' : 'ASC'}`).pluck().iterate(question, ...(cursor === null ? [] : [cursor.i]));
  for (const id of rows as IterableIterator<number>) if (fits(id)) yield id;
}

function take<T>(from: Iterable<T>, most: number): T[] {
  const out: T[] = [];
  if (most <= 0) return out;
  for (const x of from) {
    out.push(x);
    if (out.length >= most) break;
  }
  return out;
}

/** How many records pass the conditions on state, level and corrections: asked of the few dozen kinds, not of the records. */
function passing(tally: Tally, quick: NonNullable<Sieve['quick']>): number {
  let n = 0;
  for (const { state, level, corrections, count } of tally.kinds()) if (count > 0 && quick({ ...tally, stateAt: () => state, levelAt: () => level, correctionsAt: () => corrections }, 0)) n += count;
  return n;
}

/**
 * Ids in rising order of a state that few records are in, by the index of the state; null when there are many or no index. Few: walking
 * over everything until a page is full would meet more records than there are of them.
 */
function fewOfState(w: Wanted): readonly number[] | null {
  const { db, register, sieve: { quick, quickPieces } } = w;
  const { field } = registerOf(register).states;
  if (quick === null || !quickPieces.some((p) => p.field === field && !p.text.includes(' NULL')) || !leadsIndex(db, register, field)) return null;
  return kept(db, JSON.stringify(['state', register, quickPieces]), () => {
    const tally = tallyOf(db, register);
    const n = passing(tally, quick);
    if (n === 0) return [];
    if (n * n > PAGE * tally.size()) return null;
    return all(db, `SELECT id FROM ${register}${whereOf(quickPieces)} ORDER BY +id`, ...boundOf(quickPieces)).map((r) => r['id'] as number);
  });
}

/** The page of an ordered list of ids. */
function cut(ids: readonly number[], { cursor, descending, limit }: Wanted): number[] {
  const beyond = cursor === null ? ids : ids.filter((id) => (descending ? id < cursor.i : id > cursor.i));
  return descending ? beyond.slice(-limit).reverse() : beyond.slice(0, limit);
}

/** Ids of a state, a level, or all, from the tally alone. */
function fromTally(w: Wanted): number[] {
  const few = fewOfState(w);
  if (few !== null) return cut(few, w);
  const tally = tallyOf(w.db, w.register);
  const { quick } = w.sieve;
  const out: number[] = [];
  const last = tally.size();
  const step = w.descending ? -1 : 1;
  for (let id = w.cursor === null ? (w.descending ? last : 1) : w.cursor.i + step; id >= 1 && id <= last && out.length < w.limit; id += step) if (quick === null || quick(tally, id)) out.push(id);
  return out;
}

/** A range on a column with an index is worth using when it catches few rows. */
function narrow(db: ReadDb, register: RegisterKey, sieve: Sieve): Piece | null {
  for (const piece of sieve.pieces) {
    if (!leadsIndex(db, register, piece.field) || piece.text.includes('IS NULL')) continue;
    if (numberOf(db, `SELECT count(*) FROM (SELECT 1 FROM ${register} WHERE ${piece.text} LIMIT ${FEW + 1})`, ...piece.bound) <= FEW) return piece;
  }
  return null;
}

/** Ids by number of record, conditions on the rows. What an index narrows to few is found once for this state of the books and then cut into pages. */
function byId(w: Wanted): number[] {
  const pieces = [...w.sieve.pieces, ...hidden(w.sieve.quickPieces)];
  const few = fewIds(w.db, w.register, w.sieve);
  if (few !== null) return cut(few, w);
  const order = w.descending ? 'DESC' : 'ASC';
  const beyond = w.cursor === null ? [] : [`id ${w.descending ? '<' : '>'} ?`];
  return all(w.db, `SELECT id FROM ${w.register}${whereOf(pieces, beyond)} ORDER BY id ${order} LIMIT ?`, ...boundOf(pieces), ...(w.cursor === null ? [] : [w.cursor.i]), w.limit).map((r) => r['id'] as number);
}

/** All ids of a sieve in rising order. They come out of an index where one leads; what the tally knows of them needs no row. `+id` keeps SQLite from walking the register instead. */
function idsThrough(db: ReadDb, register: RegisterKey, { pieces, quick }: Sieve): readonly number[] {
  const ids = statement(db, `SELECT id FROM ${register}${whereOf(pieces)} ORDER BY +id`).pluck().all(...boundOf(pieces)) as unknown as number[];
  if (quick === null) return ids;
  const tally = tallyOf(db, register);
  return ids.filter((id) => quick(tally, id));
}

/** All ids of a sieve in rising order when an index names few candidates; null when it does not. */
function fewIds(db: ReadDb, register: RegisterKey, sieve: Sieve): readonly number[] | null {
  return kept(db, JSON.stringify(['few', register, sieve.pieces, sieve.quickPieces]), () => (narrow(db, register, sieve) === null ? null : idsThrough(db, register, sieve)));
}

const hidden = (pieces: readonly Piece[]): Piece[] => pieces.map((p) => ({ ...p, text: p.text.replace(`(${p.field} `, `(+${p.field} `) }));

/**
 * Ids by a column, records without a value last; two walks, so that the index of the column serves both. Of a state that few records
 * are in, the index of the state serves, and the few are sorted: `+` keeps SQLite from the index of the column.
 */
function byColumn(w: Wanted, name: string, only: readonly number[] | null): number[] {
  const few = only === null ? fewOfState(w) : null;
  if (few?.length === 0) return [];
  const column = few === null ? name : `+${name}`;
  const pieces = [...w.sieve.pieces, ...(few === null ? hidden(w.sieve.quickPieces) : w.sieve.quickPieces)];
  const order = w.descending ? 'DESC' : 'ASC';
  const than = w.descending ? '<' : '>';
  const these = only === null ? [] : ['id IN (SELECT value FROM json_each(?))'];
  const bound = [...boundOf(pieces), ...(only === null ? [] : [JSON.stringify(only)])];
  const { cursor, limit } = w;
  let out: number[] = [];
  if (cursor === null || cursor.v !== null) {
    const beyond = cursor === null ? [] : [`(${column}, id) ${than} (?, ?)`];
    out = all(w.db, `SELECT id FROM ${w.register}${whereOf(pieces, [...these, `${column} IS NOT NULL`, ...beyond])} ORDER BY ${column} ${order}, id ${order} LIMIT ?`, ...bound, ...(cursor === null ? [] : [cursor.v, cursor.i]), limit).map((r) => r['id'] as number);
  }
  if (out.length < limit && only === null && few === null && w.sieve.pieces.length === 0) {
    // Ids come from the tally, so that the walk does not read the whole register for those that do not pass.
    const tally = tallyOf(w.db, w.register);
    const { quick } = w.sieve;
    const last = tally.size();
    const step = w.descending ? -1 : 1;
    for (let id = cursor !== null && cursor.v === null ? cursor.i + step : w.descending ? last : 1; id >= 1 && id <= last && out.length < limit; id += step) {
      if ((quick === null || quick(tally, id)) && one(w.db, `SELECT 1 FROM ${w.register} WHERE id = ? AND ${column} IS NULL`, id) !== undefined) out.push(id);
    }
  } else if (out.length < limit) {
    const beyond = cursor !== null && cursor.v === null ? [`id ${than} ?`] : [];
    out.push(...all(w.db, `SELECT id FROM ${w.register}${whereOf(pieces, [...these, `${column} IS NULL`, ...beyond])} ORDER BY id ${order} LIMIT ?`, ...bound, ...(beyond.length === 0 || cursor === null ? [] : [cursor.i]), limit - out.length).map((r) => r['id'] as number));
  }
  return out;
}

/** How many records a sieve lets through. */
function counted(db: ReadDb, register: RegisterKey, sieve: Sieve): number {
  const { quick } = sieve;
  if (sieve.pieces.length > 0) {
    const few = fewIds(db, register, sieve);
    if (few !== null) return few.length;
    return quick === null ? numberOf(db, `SELECT count(*) FROM ${register}${whereOf(sieve.pieces)}`, ...boundOf(sieve.pieces)) : idsThrough(db, register, sieve).length;
  }
  const tally = tallyOf(db, register);
  return quick === null ? tally.size() : passing(tally, quick);
}

/** A register without a word index is small: the words are looked for in its texts. */
function plainWords(register: RegisterKey, search: string): Piece {
  const spec = registerOf(register);
  const texts = [...(spec.series === null ? [] : ['number']), ...Object.keys(spec.fields).filter((f) => spec.fields[f]?.kind === 'text')];
  const word = `%${search.normalize('NFC').replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
  return { field: '', text: `(${texts.map((f) => `${f} LIKE ? ESCAPE '\\'`).join(' OR ')})`, bound: texts.map(() => word) };
}

/**
 * A page of a register: view, filter, words, order, keyset cursor. Each record is on exactly one page however the pages are cut.
 * Out: see `record.list` of the contract; with more than 1000 hits of a search `total` is 1000 and `totalIsAtLeast` true.
 * Refuses (invalid) an unknown view, field, order or cursor.
 */
export const list: Query<'record.list'> = (asking, input) => {
  const { db, today } = asking;
  const register = input.register as RegisterKey;
  const spec = registerOf(register);
  const view = input.view === undefined ? null : spec.views.find((v) => v.key === input.view);
  if (view === undefined) throw new Refused(invalid({ path: 'view', messageZh: `${spec.title}没有“${input.view ?? ''}”这一页。请从台账上方选择。` }));
  const sorts: readonly string[] = ['id', 'number', ...spec.list.sorts];
  if (input.sort !== undefined && !sorts.includes(input.sort)) throw new Refused(invalid({ path: 'sort', messageZh: `${spec.title}不能按“${input.sort}”排列。请选择可排列的栏。` }));
  // Numbers are given in the order of entry, so that ordering by number within a series is ordering by id.
  const column = input.sort === undefined || input.sort === 'id' || input.sort === 'number' ? null : input.sort;
  const scanned = (input.search ?? '').trim();
  // A label scanned into the find box of a book stands for the number printed on it.
  const typed = numberOfDigits(scanned) ?? scanned;
  const question = typed === '' ? null : searchQuestion(typed);
  const words = typed !== '' && !searched(db, register);
  const filters = [...(view === null ? [] : [view.where as Readonly<Record<string, unknown>>]), input.filter ?? {}];
  const read = sieveOf(register, filters, today);
  const sieve: Sieve = words ? { ...read, pieces: [...read.pieces, plainWords(register, typed)] } : read;
  const w: Wanted = { db, register, sieve, descending: input.descending, limit: input.limit + 1, cursor: opened(input.cursor) };

  let ids: number[];
  let total: number | undefined;
  let atLeast = false;
  if (typed !== '' && !words) {
    if (question === null) ids = [];
    else if (column === null) ids = take(found(w, question), w.limit);
    else ids = byColumn({ ...w, sieve: { quick: null, quickPieces: [], pieces: [] } }, column, take(found({ ...w, cursor: null, descending: true }, question), COUNTED));
    if (input.total) {
      const whole = question === null || (w.cursor === null && ids.length <= input.limit && ids.length < COUNTED);
      total = whole ? ids.length : kept(db, JSON.stringify(['found', register, question, filters, today]), () => take(found({ ...w, cursor: null, descending: true }, question), COUNTED + 1).length);
      if (total > COUNTED) [total, atLeast] = [COUNTED, true];
    }
  } else {
    ids = column !== null ? byColumn(w, column, null) : sieve.pieces.length === 0 ? fromTally(w) : byId(w);
    if (input.total) total = kept(db, JSON.stringify(['count', register, filters, today, words ? typed : '']), () => counted(db, register, sieve));
  }

  const more = ids.length > input.limit;
  const rows = ids.slice(0, input.limit).map((id) => recordById(db, register, id)).filter((r) => r !== null) as unknown as AnyRecord[];
  const last = rows.at(-1);
  const entries = rows.map((r) => {
    const entry = entryOf(asking, register, r);
    return input.history === true ? { ...entry, revisions: revisionsOf(db, register, r) } : entry;
  });
  return {
    register, total: total ?? null, ...(atLeast ? { totalIsAtLeast: true } : {}), entries,
    ...(more && last !== undefined ? { cursor: sealed({ v: column === null ? null : ((last[column] ?? null) as string | number | null), i: last.id }) } : {}),
    ...(input.counts === true ? { counts: countsOf(asking, register) } : {}),
  };
};

/** How many records each view of a register holds. */
export function countsOf(asking: Pick<Asking, 'db' | 'today'>, register: RegisterKey): Record<string, number> {
  const { db, today } = asking;
  return Object.fromEntries(registerOf(register).views.map((v) => [v.key, kept(db, JSON.stringify(['count', register, [v.where], today, '']), () => counted(db, register, sieveOf(register, [v.where as Readonly<Record<string, unknown>>], today)))]));
}

/** One record by id, number, or what people call it: old number of a carrier, name of a person, asset number of a computer. null when there is none. */
export function recordOf(db: ReadDb, register: RegisterKey, ref: number | string): AnyRecord | null {
  if (typeof ref === 'number') return recordById(db, register, ref) as unknown as AnyRecord | null;
  const byNumber = registerOf(register).series === null ? undefined : one(db, `SELECT * FROM ${register} WHERE number = ?`, ref.toUpperCase());
  if (byNumber !== undefined) return toRecord(register, byNumber) as unknown as AnyRecord;
  const called: Partial<Record<RegisterKey, string>> = { carriers: 'oldNumber', persons: 'name', computers: 'assetNumber', accounts: 'account', parameters: 'key', settings: 'key' };
  const column = called[register];
  if (column === undefined) return null;
  const rows = all(db, `SELECT * FROM ${register} WHERE ${column} = ? ORDER BY id DESC LIMIT 2`, ref);
  const only = rows.length === 1 ? rows[0] : undefined;
  return only === undefined ? null : (toRecord(register, only) as unknown as AnyRecord);
}

export const get: Query<'record.get'> = (asking, input) => {
  const register = input.register as RegisterKey;
  const record = recordOf(asking.db, register, input.record);
  return record === null ? null : entryOf(asking, register, record);
};
