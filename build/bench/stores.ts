import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Door } from '#electron/commands/door.ts';
import { migrate } from '#electron/vault/migrate.ts';
import { openStore } from '#electron/vault/open.ts';
import type { WriteDb } from '#electron/vault/open.ts';

export type Store = Readonly<{ file: string; key: Buffer; db: WriteDb }>;

/** An encrypted store of today's schema, without a vault around it. */
export function newStore(file: string): Store {
  const key = randomBytes(32);
  const db = openStore(file, Buffer.from(key), { create: true });
  migrate(db);
  return { file, key, db };
}

/** A closed store once more under another name, opened: the same bytes in another file. */
export function twin(closed: Readonly<{ file: string; key: Buffer }>, file: string): Store {
  copyFileSync(closed.file, file);
  return { file, key: closed.key, db: openStore(file, Buffer.from(closed.key)) };
}

type Bare = WriteDb & { key(k: Buffer): void; rekey(k: Buffer): void };
/** The driver behind an open store. The bench takes it from there, because only open.ts loads it (security.md S1). */
const driverOf = (store: WriteDb): new (file: string) => Bare => Object.getPrototypeOf(store).constructor as new (file: string) => Bare;

/**
 * The floor of encryption: the same pages in clear text, under the same settings. Exists in the bench only, holds invented content only.
 * In: an open store (for its driver) and a closed copy of a store, which is turned into clear text in place.
 */
export function openPlain(of: WriteDb, copy: string, key: Buffer): WriteDb {
  const Driver = driverOf(of);
  const turn = new Driver(copy);
  turn.pragma(`cipher='sqlcipher'`);
  turn.pragma('legacy=4');
  turn.key(Buffer.from(`x'${key.toString('hex')}'`));
  turn.pragma('journal_mode=DELETE');
  turn.rekey(Buffer.alloc(0));
  turn.close();
  const db = new Driver(copy);
  for (const setting of ['locking_mode=EXCLUSIVE', 'journal_mode=WAL', 'synchronous=FULL', 'temp_store=MEMORY', 'foreign_keys=ON', 'recursive_triggers=ON', 'secure_delete=ON', 'trusted_schema=OFF', 'cell_size_check=ON', 'mmap_size=0', 'wal_autocheckpoint=200']) db.pragma(setting);
  db.exec('BEGIN IMMEDIATE; COMMIT');
  return db;
}

const CLOCK_STEP = 1000;
/** A door onto a store, with a clock that moves one second with each look. */
export function doorOnto(db: WriteDb, trailKey: Buffer, start: string): Door {
  let clock = Date.parse(start);
  return { db, trailKey, generation: 1, now: () => new Date((clock += CLOCK_STEP)).toISOString(), terminal: { level: 'secret', organisation: '青岭研究所', training: true } };
}

/** The part of the other SQLCipher binding that the bench uses. */
export type OtherStatement = { get(bound: unknown[], done: (error: Error | null, row: unknown) => void): void; all(bound: unknown[], done: (error: Error | null, rows: unknown[]) => void): void; finalize(): void };
export type OtherDb = { all(sql: string, done: (error: Error | null, rows: unknown[]) => void): void; prepare(sql: string): OtherStatement; close(done: () => void): void };

/** Opens a copy with genuine SQLCipher (`@journeyapps/sqlcipher`); null where it is not built. */
export async function openOther(file: string, key: Buffer): Promise<OtherDb | null> {
  const require = createRequire(import.meta.url);
  const home = path.dirname(require.resolve('@journeyapps/sqlcipher/package.json'));
  if (!existsSync(path.join(home, 'build', 'Release', 'node_sqlite3.node'))) return null;
  const { Database } = require('@journeyapps/sqlcipher') as { Database: new (file: string, done: (error: Error | null) => void) => OtherDb };
  const db = await new Promise<OtherDb>((resolve, reject) => {
    const opened = new Database(file, (error) => (error === null ? resolve(opened) : reject(error)));
  });
  await new Promise<void>((resolve, reject) => db.all(`PRAGMA key = "x'${key.toString('hex')}'"`, (error) => (error === null ? resolve() : reject(error))));
  return db;
}
