import { searchedFields } from '#shared/registers/define.ts';
import { storedAsJson } from '#shared/registers/fields.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import { digestOf } from './canonical.ts';
import type { WriteDb } from './open.ts';
import { numberOf, recordById, statement } from './read.ts';
import { indexTerms } from './searchTerms.ts';

const bind = (register: RegisterKey, name: string, value: unknown): unknown => {
  if (value === undefined || value === null) return null;
  const kind = registerOf(register).fields[name]?.kind;
  return kind !== undefined && storedAsJson.has(kind) ? JSON.stringify(value) : value;
};

/** The next number of a yearly series. Gap-free because it commits or vanishes with the record it is given to (P037). */
export function nextNumber(db: WriteDb, series: string, year: number): number {
  const row = statement(db, 'UPDATE counter SET last = last + 1 WHERE series = ? AND year = ? RETURNING last').get(series, year);
  if (row !== undefined) return row['last'] as number;
  statement(db, 'INSERT INTO counter (series, year, last) VALUES (?, ?, 1)').run(series, year);
  return 1;
}

function putSearch(db: WriteDb, register: RegisterKey, id: number, record: Readonly<Record<string, unknown>>, number: string | null, replace: boolean): void {
  const fields = searchedFields(registerOf(register));
  if (fields.length === 0) return;
  const texts = fields.map((f) => record[f]).filter((v): v is string => typeof v === 'string' && v !== '');
  if (number !== null) texts.unshift(number);
  const { words, sounds } = indexTerms(texts);
  const verb = replace ? 'INSERT OR REPLACE' : 'INSERT';
  statement(db, `${verb} INTO ${register}_search (rowid, words, sounds) VALUES (?, ?, ?)`).run(id, words, sounds);
}

/** Puts a new record in; the number is given here. Out: the record and the digest of its row. */
export function insertRecord(db: WriteDb, register: RegisterKey, values: Readonly<Record<string, unknown>>, year: number, prefix?: string): { record: AnyRecord; digest: Buffer } {
  const spec = registerOf(register);
  const series = prefix ?? spec.series;
  const number = series === null ? null : `${series}-${year}-${String(nextNumber(db, series, year)).padStart(spec.digits, '0')}`;
  const id = numberOf(db, `SELECT COALESCE(MAX(id), 0) + 1 FROM ${register}`);
  const names = Object.keys(spec.fields);
  const info = statement(db, `INSERT INTO ${register} (id, number, revision, corrections, ${names.join(', ')}) VALUES (?, ?, 1, 0, ${names.map(() => '?').join(', ')})`).run(
    id, number, ...names.map((n) => bind(register, n, values[n])),
  ) as unknown as { changes: number };
  if (info.changes !== 1) throw new Error(`expected one new row in ${register}`);
  const record: Record<string, unknown> = { id, number, revision: 1, corrections: 0 };
  for (const n of names) record[n] = values[n] ?? null;
  putSearch(db, register, id, record, number, false);
  return { record: record as AnyRecord, digest: digestOf(record) };
}

/** Moves a record on by one revision; asserts that exactly the row that was judged is the row that changed. */
export function updateRecord(db: WriteDb, register: RegisterKey, id: number, revision: number, set: Readonly<Record<string, unknown>>, correction: boolean): { record: AnyRecord; digest: Buffer } {
  const spec = registerOf(register);
  const names = Object.keys(set);
  for (const name of names) if (!Object.hasOwn(spec.fields, name)) throw new Error(`${register} has no field ${name}`);
  const text = names.map((n) => `${n} = ?`).join(', ');
  const info = statement(db, `UPDATE ${register} SET revision = revision + 1, corrections = corrections + ?${text === '' ? '' : `, ${text}`} WHERE id = ? AND revision = ?`).run(
    correction ? 1 : 0, ...names.map((n) => bind(register, n, set[n])), id, revision,
  ) as unknown as { changes: number };
  if (info.changes !== 1) throw new Error(`expected to change 1 row of ${register}, changed ${info.changes}`);
  const record = recordById(db, register, id) as unknown as AnyRecord;
  const searched = searchedFields(spec);
  if (names.some((n) => searched.includes(n))) putSearch(db, register, id, record, record.number, true);
  return { record, digest: digestOf(record) };
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
