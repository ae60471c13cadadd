import type { Statement } from 'better-sqlite3';
import { heldStates } from '#shared/registers/carriers.ts';
import { storedAsJson } from '#shared/registers/fields.ts';
import { registerOf, registers } from '#shared/registers/index.ts';
import type { AnyRecord, RecordOf, RegisterKey } from '#shared/registers/index.ts';
import type { ReadDb } from './open.ts';

type Prepared = Statement<unknown[], Record<string, unknown>>;
const prepared = new WeakMap<object, Map<string, Prepared>>();

/** Prepares each text once per connection; preparing costs more than most of our reads. */
export function statement(db: ReadDb, sql: string): Prepared {
  let known = prepared.get(db);
  if (known === undefined) prepared.set(db, (known = new Map()));
  let found = known.get(sql);
  if (found === undefined) known.set(sql, (found = db.prepare(sql) as unknown as Prepared));
  return found;
}

export const one = (db: ReadDb, sql: string, ...bound: unknown[]): Record<string, unknown> | undefined => statement(db, sql).get(...bound);
export const all = (db: ReadDb, sql: string, ...bound: unknown[]): Record<string, unknown>[] => statement(db, sql).all(...bound);
/** A single number, 0 when there is none. */
export const numberOf = (db: ReadDb, sql: string, ...bound: unknown[]): number => {
  const row = one(db, sql, ...bound);
  if (row !== undefined) for (const name in row) return typeof row[name] === 'number' ? row[name] : 0;
  return 0;
};

/** The states in which the unit answers for a carrier, as SQL: `state IN ${heldSql}`. Names of the definition, nothing typed by anybody. */
export const heldSql = `(${heldStates.map((s) => `'${s}'`).join(', ')})`;

/**
 * What one person has in hand, as SQL with two things to bind, the id and the name: by the line in the ledger of persons, or by name
 * alone where an old ledger was taken over before the person stood there. Gone carriers name who signed for them; ask for the state too.
 */
export const inHandsSql = '(holder = ? OR (holder IS NULL AND holderName = ?))';

const jsonFields = new Map<RegisterKey, readonly string[]>();
function jsonFieldsOf(register: RegisterKey): readonly string[] {
  let found = jsonFields.get(register);
  if (found === undefined) {
    const fields = registerOf(register).fields;
    found = Object.keys(fields).filter((name) => fields[name] !== undefined && storedAsJson.has(fields[name].kind));
    jsonFields.set(register, found);
  }
  return found;
}

/** A row as the rest of the house knows it: JSON columns parsed. */
export function toRecord<K extends RegisterKey>(register: K, row: Record<string, unknown>): RecordOf<K> {
  for (const name of jsonFieldsOf(register)) {
    const value = row[name];
    if (typeof value === 'string') row[name] = JSON.parse(value) as unknown;
  }
  return row as unknown as RecordOf<K>;
}

/** The two texts by which single records are fetched, put together once. */
const fetching = Object.fromEntries(Object.keys(registers).map((key) => [key, { byId: `SELECT * FROM ${key} WHERE id = ?`, byNumber: `SELECT * FROM ${key} WHERE number = ?` }])) as Readonly<Record<RegisterKey, Readonly<{ byId: string; byNumber: string }>>>;

export function recordById<K extends RegisterKey>(db: ReadDb, register: K, id: number): RecordOf<K> | null {
  const row = one(db, fetching[register].byId, id);
  return row === undefined ? null : toRecord(register, row);
}

export function recordByNumber<K extends RegisterKey>(db: ReadDb, register: K, number: string): RecordOf<K> | null {
  const row = one(db, fetching[register].byNumber, number);
  return row === undefined ? null : toRecord(register, row);
}

/** All records where the listed fields have the given values; only fields the definition names reach the SQL text. */
export function recordsWhere<K extends RegisterKey>(db: ReadDb, register: K, where: Readonly<Record<string, string | number | null>>, limit = 100_000): RecordOf<K>[] {
  const names = Object.keys(where);
  const fields = registers[register].fields as Record<string, unknown>;
  for (const name of names) if (!Object.hasOwn(fields, name)) throw new Error(`${register} has no field ${name}`);
  // `= ?` and not `IS ?`: most columns are indexed only where they hold something, and SQLite must be able to see that.
  const text = names.length === 0 ? '1' : names.map((n) => (where[n] === null ? `${n} IS NULL` : `${n} = ?`)).join(' AND ');
  return all(db, `SELECT * FROM ${register} WHERE ${text} ORDER BY id LIMIT ${limit}`, ...Object.values(where).filter((v) => v !== null)).map((row) => toRecord(register, row));
}

export type StoredEvent = Readonly<{ id: number; seq: number; register: RegisterKey; record: number; revision: number; kind: string; body: string; digest: Buffer | null }>;

/** Everything that happened to a record, oldest first. */
export const eventsOf = (db: ReadDb, register: RegisterKey, record: number): StoredEvent[] =>
  all(db, 'SELECT * FROM event WHERE register = ? AND record = ? ORDER BY id', register, record) as unknown as StoredEvent[];

export type TrailRow = Readonly<{ seq: number; entry: string; hash: Buffer }>;
export const trailHead = (db: ReadDb): TrailRow | null => (one(db, 'SELECT seq, entry, hash FROM audit ORDER BY seq DESC LIMIT 1') as TrailRow | undefined) ?? null;
export const trailAt = (db: ReadDb, seq: number): TrailRow | null => (one(db, 'SELECT seq, entry, hash FROM audit WHERE seq = ?', seq) as TrailRow | undefined) ?? null;

export const metaOf = (db: ReadDb, key: string): string | null => {
  const row = one(db, 'SELECT value FROM meta WHERE key = ?', key);
  return row === undefined ? null : (row['value'] as string);
};

/** A record as plain values, without what the vault gives. */
export function valuesOf(record: AnyRecord): Record<string, unknown> {
  const { id: _id, number: _number, revision: _revision, corrections: _corrections, ...values } = record;
  return values;
}
