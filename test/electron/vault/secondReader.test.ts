import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vacuumInto } from '#electron/vault/open.ts';
import { lockVault, rotate } from '#electron/vault/vault.ts';
import { fillNotes, freshVault } from './fixture.ts';

/** Genuine SQLCipher: another program's idea of the same format. Used in tests only. */
type Genuine = { Database: new (file: string, done: (error: Error | null) => void) => GenuineDb };
type GenuineDb = {
  run(sql: string, done: (error: Error | null) => void): void;
  all(sql: string, done: (error: Error | null, rows: Record<string, unknown>[]) => void): void;
  close(done: () => void): void;
};

const require = createRequire(import.meta.url);
const built = existsSync(join(require.resolve('@journeyapps/sqlcipher/package.json'), '..', 'build', 'Release', 'node_sqlite3.node'));

async function readWithGenuine(file: string, key: Buffer): Promise<{ rows: number; problems: unknown[] }> {
  const { Database } = require('@journeyapps/sqlcipher') as Genuine;
  const db = await new Promise<GenuineDb>((resolve, reject) => {
    const opened = new Database(file, (error) => (error === null ? resolve(opened) : reject(error)));
  });
  const all = (sql: string) => new Promise<Record<string, unknown>[]>((resolve, reject) => db.all(sql, (error, rows) => (error === null ? resolve(rows) : reject(error))));
  try {
    await all(`PRAGMA key = "x'${key.toString('hex')}'"`);
    const [first] = await all('SELECT count(*) AS n FROM notes');
    return { rows: Number(first?.['n']), problems: await all('PRAGMA cipher_integrity_check') };
  } finally {
    await new Promise<void>((resolve) => db.close(resolve));
  }
}

describe('genuine SQLCipher', () => {
  it('reads the store, a copy and a rotated store, finds no problem, and finds a changed byte', async () => {
    if (!built) return console.log('@journeyapps/sqlcipher is not built here: nothing was compared with genuine SQLCipher');
    const { dir, vault } = await freshVault();
    fillNotes(vault.db, 250);
    const copy = join(dir, '..', 'copy.db');
    vacuumInto(vault.db, copy);
    const first = Buffer.from(vault.keys.db);
    expect(await readWithGenuine(copy, first)).toEqual({ rows: 250, problems: [] });
    rotate(vault, ['nangong', 'ouyang', 'baili', 'murong']);
    const second = Buffer.from(vault.keys.db);
    lockVault(vault, null);
    const store = join(dir, 'store.db');
    expect(await readWithGenuine(store, second)).toEqual({ rows: 250, problems: [] });
    await expect(readWithGenuine(store, first)).rejects.toThrow();

    // The failing twin: the second reader does see a changed byte.
    const bytes = readFileSync(copy);
    bytes[bytes.length - 3000] = bytes[bytes.length - 3000]! ^ 1;
    writeFileSync(copy, bytes);
    expect((await readWithGenuine(copy, first).catch(() => ({ problems: ['refused'] }))).problems).not.toEqual([]);
  });
});
