/**
 * Works on a store in a process of its own. argv: what to do, file, further words. The key comes as hex on stdin, xored with 0x55,
 * so that the test can search this process for the key itself.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ownBuffer } from '#electron/vault/keys.ts';
import { openStore, type WriteDb } from '#electron/vault/open.ts';

const [what = '', file = '', word = ''] = process.argv.slice(2);

function keyFrom(): Buffer {
  const line = ownBuffer(64);
  readFileSync(0).copy(line);
  const key = ownBuffer(32);
  for (let index = 0; index < 32; index += 1) key[index] = Number.parseInt(line.toString('latin1', index * 2, index * 2 + 2), 16) ^ 0x55;
  return key;
}

/** The driver with its own defaults: the failing twin. */
function openBare(key: Buffer): WriteDb {
  const Driver = createRequire(import.meta.url)('better-sqlite3') as new (file: string) => WriteDb & { key(k: Buffer): void };
  const db = new Driver(file);
  db.pragma(`cipher='sqlcipher'`);
  db.pragma('legacy=4');
  if (what === 'string-key') db.pragma(`key="x'${key.toString('hex')}'"`);
  else db.key(Buffer.from(`x'${key.toString('hex')}'`));
  db.pragma('journal_mode=WAL');
  return db;
}

function commits(db: WriteDb, count: number): void {
  const insert = db.prepare('INSERT INTO notes (body) VALUES (?)');
  for (let index = 0; index < count; index += 1) insert.run(`${word} ${index}`);
}

/** Everything that is known to spill rows into temporary files. */
function spill(db: WriteDb): void {
  db.pragma('cache_size=10');
  db.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) INSERT INTO notes (body) SELECT '${word}' || i || hex(zeroblob(200)) FROM n`);
  db.prepare('SELECT body FROM notes ORDER BY body DESC').all();
  db.prepare('SELECT DISTINCT body || 1 FROM notes').all();
  db.exec('CREATE TEMP TABLE aside AS SELECT * FROM notes');
  db.exec('CREATE INDEX notes_body ON notes (body)');
  db.exec('VACUUM');
}

const key = keyFrom();
try {
  const bare = what.startsWith('bare') || what === 'string-key';
  const db = bare ? openBare(key) : openStore(file, key);
  if (what === 'commits' || what === 'bare-commits') commits(db, 40);
  if (what === 'spill' || what === 'bare-spill') spill(db);
  if (what === 'write') commits(db, 1);
  if (what === 'read-live' || what === 'bare-read-live') {
    // Reads the live file through Node, then waits: does a second program get in now?
    try {
      readFileSync(file);
      process.stdout.write('read\n');
    } catch (error) {
      process.stdout.write(`${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`);
    }
    setTimeout(() => process.exit(0), 60_000);
  } else if (what === 'hold') {
    process.stdout.write('open\n');
    setTimeout(() => process.exit(0), 60_000);
  } else {
    db.close();
    key.fill(0);
    if (what === 'close-and-wait' || what === 'string-key') {
      for (let index = 0; index < 5; index += 1) (globalThis as { gc?: () => void }).gc?.();
      process.stdout.write('closed\n');
      setTimeout(() => process.exit(0), 60_000);
    } else process.stdout.write('done\n');
  }
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`);
  process.exitCode = 1;
}
