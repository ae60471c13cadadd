import { searchedFields } from '#shared/registers/define.ts';
import type { Register } from '#shared/registers/define.ts';
import { storedAsJson } from '#shared/registers/fields.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import { canonicalInOrder, digestOfText } from './canonical.ts';
import type { WriteDb } from './open.ts';
import { numberOf, statement } from './read.ts';
import { indexTerms } from './searchTerms.ts';

/** What writing needs to know of a register, worked out once: definitions do not change while the program runs. */
type Layout = Readonly<{ spec: Register; names: readonly string[]; json: ReadonlySet<string>; searched: readonly string[]; sorted: readonly string[]; insert: string; lastId: string }>;
const layouts = new Map<RegisterKey, Layout>();
function layoutOf(register: RegisterKey): Layout {
  let found = layouts.get(register);
  if (found === undefined) {
    const spec = registerOf(register);
    const names = Object.keys(spec.fields);
    found = {
      spec, names, searched: searchedFields(spec),
      json: new Set(names.filter((n) => spec.fields[n] !== undefined && storedAsJson.has(spec.fields[n].kind))),
      sorted: ['id', 'number', 'revision', 'corrections', ...names].sort(),
      insert: `INSERT INTO ${register} (id, number, revision, corrections, ${names.join(', ')}) VALUES (?, ?, 1, 0, ${names.map(() => '?').join(', ')})`,
      lastId: `SELECT COALESCE(MAX(id), 0) + 1 FROM ${register}`,
    };
    layouts.set(register, found);
  }
  return found;
}

/**
 * A value as its column takes it. Half of a surrogate pair would be stored as another character than the one that is digested, so it
 * is a fault here; what people type was looked at long before (`unfitText`).
 */
function bind(layout: Layout, name: string, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (layout.json.has(name)) return JSON.stringify(value);
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error(`${layout.spec.key}.${name} holds half a character`);
  return value;
}

const digestIn = (layout: Layout, record: Readonly<Record<string, unknown>>): Buffer => digestOfText(canonicalInOrder(record, layout.sorted));

/** The next number of a yearly series. Gap-free because it commits or vanishes with the record it is given to (P037). */
export function nextNumber(db: WriteDb, series: string, year: number): number {
  const row = statement(db, 'UPDATE counter SET last = last + 1 WHERE series = ? AND year = ? RETURNING last').get(series, year);
  if (row !== undefined) return row['last'] as number;
  statement(db, 'INSERT INTO counter (series, year, last) VALUES (?, ?, 1)').run(series, year);
  return 1;
}

function putSearch(db: WriteDb, register: RegisterKey, id: number, record: Readonly<Record<string, unknown>>, number: string | null, replace: boolean): void {
  const fields = layoutOf(register).searched;
  if (fields.length === 0) return;
  const texts = fields.map((f) => record[f]).filter((v): v is string => typeof v === 'string' && v !== '');
  if (number !== null) texts.unshift(number);
  const { words, sounds } = indexTerms(texts);
  const verb = replace ? 'INSERT OR REPLACE' : 'INSERT';
  statement(db, `${verb} INTO ${register}_search (rowid, words, sounds) VALUES (?, ?, ?)`).run(id, words, sounds);
}

/** Puts a new record in; the number is given here. Out: the record and the digest of its row. */
export function insertRecord(db: WriteDb, register: RegisterKey, values: Readonly<Record<string, unknown>>, year: number, prefix?: string): { record: AnyRecord; digest: Buffer } {
  const layout = layoutOf(register);
  const { spec, names } = layout;
  const series = prefix ?? spec.series;
  const number = series === null ? null : `${series}-${year}-${String(nextNumber(db, series, year)).padStart(spec.digits, '0')}`;
  const id = numberOf(db, layout.lastId);
  const record: Record<string, unknown> = { id, number, revision: 1, corrections: 0 };
  const bound: unknown[] = [id, number];
  for (const n of names) {
    const value = values[n] ?? null;
    record[n] = value;
    bound.push(bind(layout, n, value));
  }
  const info = statement(db, layout.insert).run(...bound) as unknown as { changes: number };
  if (info.changes !== 1) throw new Error(`expected one new row in ${register}`);
  putSearch(db, register, id, record, number, false);
  return { record: record as AnyRecord, digest: digestIn(layout, record) };
}

/**
 * Moves a record on by one revision; asserts that exactly the row that was judged is the row that changed.
 * In: the record as it stands in the books, read in the same transaction; what is digested is that record with the change in it, and
 * the statement holds only while the row still has this revision.
 */
export function updateRecord(db: WriteDb, register: RegisterKey, before: AnyRecord, revision: number, set: Readonly<Record<string, unknown>>, correction: boolean): { record: AnyRecord; digest: Buffer } {
  const layout = layoutOf(register);
  const { id } = before;
  if (before.revision !== revision) throw new Error(`expected to change 1 row of ${register}, it has moved on to revision ${before.revision}`);
  const names = Object.keys(set);
  const record: Record<string, unknown> = { ...before, revision: revision + 1, corrections: before.corrections + (correction ? 1 : 0) };
  const bound: unknown[] = [correction ? 1 : 0];
  let text = `UPDATE ${register} SET revision = revision + 1, corrections = corrections + ?`;
  for (const n of names) {
    if (!Object.hasOwn(layout.spec.fields, n)) throw new Error(`${register} has no field ${n}`);
    const value = set[n] ?? null;
    record[n] = value;
    text += `, ${n} = ?`;
    bound.push(bind(layout, n, value));
  }
  bound.push(id, revision);
  const info = statement(db, `${text} WHERE id = ? AND revision = ?`).run(...bound) as unknown as { changes: number };
  if (info.changes !== 1) throw new Error(`expected to change 1 row of ${register}, changed ${info.changes}`);
  // Words that did not change stand in the index already.
  if (layout.searched.some((n) => Object.hasOwn(set, n) && record[n] !== before[n])) putSearch(db, register, id, record, before.number, true);
  return { record: record as AnyRecord, digest: digestIn(layout, record) };
}

/** Takes one line into the events. */
export function appendEvent(db: WriteDb, event: { seq: number; register: RegisterKey; record: number; revision: number; kind: string; body: string; digest: Buffer | null }): number {
  const id = numberOf(db, 'SELECT COALESCE(MAX(id), 0) + 1 FROM event');
  statement(db, 'INSERT INTO event (id, seq, register, record, revision, kind, body, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(id, event.seq, event.register, event.record, event.revision, event.kind, event.body, event.digest);
  return id;
}

/** Takes one entry into the trail. */
export function appendEntry(db: WriteDb, seq: number, entry: string, hash: Buffer): void {
  statement(db, 'INSERT INTO audit (seq, entry, hash) VALUES (?, ?, ?)').run(seq, entry, hash);
}

export function putMeta(db: WriteDb, key: string, value: string): void {
  statement(db, 'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
}
