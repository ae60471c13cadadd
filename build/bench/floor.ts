import type { WriteDb } from '#electron/vault/open.ts';
import { statement } from '#electron/vault/read.ts';

/** One row as the door wrote it: the statement, and what was bound. */
export type Written = Readonly<{ sql: string; call: 'run' | 'get' | 'all'; bound: readonly unknown[] }>;

const writes = /^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i;

/**
 * A connection that writes down what goes through it: every writing statement, or every single read. `taken` hands the list out and forgets it.
 * Replaying writes into another store of the same content is the bare insert of the same bytes: same rows, same indexes and triggers,
 * same search index, same prepared statements, nothing else.
 */
export function recording(db: WriteDb, what: 'writes' | 'reads' = 'writes'): { db: WriteDb; taken: () => Written[] } {
  let list: Written[] = [];
  const prepare = (sql: string): unknown => {
    const inner = db.prepare(sql);
    if (writes.test(sql) !== (what === 'writes')) return inner;
    const kept = (call: Written['call']) => (...bound: unknown[]): unknown => {
      list.push({ sql, call, bound });
      return inner[call](...bound);
    };
    return what === 'writes' ? { run: kept('run'), get: kept('get') } : { get: kept('get'), all: kept('all'), raw: () => inner.raw(), pluck: () => inner.pluck(), iterate: (...bound: unknown[]) => inner.iterate(...bound) };
  };
  const through = new Proxy(db, {
    get: (target, name) => {
      if (name === 'prepare') return prepare;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { db: through, taken: () => { const now = list; list = []; return now; } };
}

/** Writes the recorded rows in one immediate transaction, with statements prepared before. */
export function replay(db: WriteDb): (rows: readonly Written[]) => void {
  const all = db.transaction((rows: readonly Written[]) => {
    for (const row of rows) statement(db, row.sql)[row.call](...row.bound);
  });
  return (rows) => { all.immediate(rows); };
}
