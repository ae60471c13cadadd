import { createHash, randomBytes, randomInt } from 'node:crypto';
import { closeSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCopy, openStore, type WriteDb } from '#electron/vault/open.ts';
import { classify, firstPageFits, pageScan, pageSize, scanPages } from '#electron/vault/pageScan.ts';
import { compareAnchor, lockVault, unlockVault } from '#electron/vault/vault.ts';
import { fillNotes, folder, freshVault, hashOf, passwords, runChild } from './fixture.ts';

const key = randomBytes(32);

/** A store with tree pages, overflow pages and free pages. */
function sample(): { file: string; bytes: Buffer } {
  const file = join(folder(), 'store.db');
  const db = openStore(file, key, { create: true });
  fillNotes(db, 600);
  db.prepare('INSERT INTO notes (body) VALUES (?)').run('长'.repeat(20_000));
  db.exec('CREATE TABLE gone (a TEXT) STRICT');
  for (let index = 0; index < 60; index += 1) db.prepare('INSERT INTO gone VALUES (?)').run('y'.repeat(1000));
  db.exec('DROP TABLE gone');
  db.close();
  return { file, bytes: readFileSync(file) };
}

function flip(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = changed[at]! ^ (1 << randomInt(8));
  return changed;
}

describe('the page scan (FI-05)', () => {
  it('finds one changed byte in each page, free pages too, and names the page', () => {
    const { file, bytes } = sample();
    const pages = bytes.length / pageSize;
    expect(scanPages(file, key)).toMatchObject({ pages, badCount: 0, ok: true, plain: false });
    expect(pages).toBeGreaterThan(60);
    let found = 0;
    for (let page = 1; page <= pages; page += 1) {
      // In page 1 the salt comes first; a changed salt changes the key of all pages.
      const at = (page - 1) * pageSize + (page === 1 ? 16 + randomInt(pageSize - 16) : randomInt(pageSize));
      writeFileSync(file, flip(bytes, at));
      const scan = scanPages(file, key);
      if (scan.badCount === 1 && scan.bad[0] === page) found += 1;
    }
    expect(found).toBe(pages);
  });

  it('finds a random changed byte, 60 times of 60', () => {
    const { file, bytes } = sample();
    let found = 0;
    for (let run = 0; run < 60; run += 1) {
      writeFileSync(file, flip(bytes, randomInt(bytes.length)));
      if (!scanPages(file, key).ok) found += 1;
    }
    expect(found).toBe(60);
  });

  it('takes the page at 1 GiB, which SQLite never writes, for sound while it is blank, and only that one', () => {
    const { file, bytes } = sample();
    const lockPage = 262_145;
    // A hole up to the page behind it: every page but the real ones and this one lacks its seal.
    truncateSync(file, (lockPage + 1) * pageSize);
    const written = bytes.length / pageSize;
    expect(scanPages(file, key)).toMatchObject({ pages: lockPage + 1, badCount: lockPage + 1 - written - 1, wholePages: true });
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.from([1]), 0, 1, lockPage * pageSize - 1);
    closeSync(handle);
    expect(scanPages(file, key).badCount).toBe(lockPage + 1 - written);
  }, 60_000);

  it('finds cut-off files and exchanged pages', () => {
    const { file, bytes } = sample();
    for (const length of [1, 4095, 4097, bytes.length - 1]) {
      writeFileSync(file, bytes.subarray(0, length));
      expect(scanPages(file, key).ok, String(length)).toBe(false);
    }
    const swapped = Buffer.from(bytes);
    bytes.copy(swapped, 2 * pageSize, 3 * pageSize, 4 * pageSize);
    bytes.copy(swapped, 3 * pageSize, 2 * pageSize, 3 * pageSize);
    writeFileSync(file, swapped);
    expect(scanPages(file, key).bad).toEqual([3, 4]);
  });

  it('says what kind of file it is', () => {
    const { file, bytes } = sample();
    expect(classify(file, key)).toBe('ok');
    expect(firstPageFits(file, key)).toBe(true);
    expect(classify(file, randomBytes(32))).toBe('wrong_key');
    expect(firstPageFits(file, randomBytes(32))).toBe(false);
    writeFileSync(file, flip(bytes, 9000));
    expect(classify(file, key)).toBe('damaged');
    writeFileSync(file, bytes.subarray(0, 3000));
    expect(classify(file, key)).toBe('damaged');
    writeFileSync(file, '');
    expect(classify(file, key)).toBe('empty');
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), bytes.subarray(16)]));
    expect(classify(file, key)).toBe('plain');
    expect(classify(`${file}-nothing`, key)).toBe('missing');
    expect(pageScan({ file: `${file}-nothing`, key })).toMatchObject({ kind: 'missing', ok: false, pages: 0 });
  });
});

describe('an old page put back (FI-06)', () => {
  const digestOf = (body: string) => createHash('sha256').update(body).digest('hex');

  /** Rows and, beside them, the digest of each, as the trail keeps it. */
  function write(db: WriteDb, level: string): void {
    db.exec('CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT; CREATE TABLE IF NOT EXISTS digests (id INTEGER PRIMARY KEY, digest TEXT NOT NULL) STRICT');
    for (let id = 1; id <= 300; id += 1) {
      const body = `${level} ${id} ${'z'.repeat(400)}`;
      db.prepare('INSERT INTO rows VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body').run(id, body);
      db.prepare('INSERT INTO digests VALUES (?, ?) ON CONFLICT DO UPDATE SET digest = excluded.digest').run(id, digestOf(body));
    }
  }

  it('passes every page MAC and the integrity check; only the digest of the row shows it', () => {
    const file = join(folder(), 'store.db');
    const write1 = openStore(file, key, { create: true });
    write(write1, '机密');
    write1.close();
    const old = readFileSync(file);
    const write2 = openStore(file, key);
    write(write2, '秘密');
    write2.close();
    const current = readFileSync(file);
    let tried = 0;
    let byDigest = 0;
    for (let page = 0; page < current.length / pageSize; page += 1) {
      const range: [number, number] = [page * pageSize, (page + 1) * pageSize];
      if (old.subarray(...range).equals(current.subarray(...range))) continue;
      const spliced = Buffer.from(current);
      old.copy(spliced, range[0], ...range);
      writeFileSync(file, spliced);
      expect(scanPages(file, key).ok).toBe(true);
      const db = openCopy(file, key);
      if (db.pragma('integrity_check', { simple: true }) === 'ok') {
        tried += 1;
        const rows = db.prepare<[], { body: string; digest: string }>('SELECT body, digest FROM rows JOIN digests USING (id)').all();
        if (rows.some((row) => digestOf(row.body) !== row.digest)) byDigest += 1;
      }
      db.close();
    }
    expect(tried).toBeGreaterThan(20);
    expect(byDigest).toBe(tried);
  });
});

describe('a damaged, cut or removed WAL (FI-07)', () => {
  it('is silent in SQLite and reported by the anchor', async () => {
    const { dir, vault } = await freshVault();
    const rows = 40;
    vault.db.exec('CREATE TABLE trail (seq INTEGER PRIMARY KEY) STRICT');
    lockVault(vault, null);
    const open = await unlockVault(dir, 'nangong', passwords.system);
    const { writeAnchor } = await import('#electron/vault/vault.ts');
    for (let seq = 1; seq <= rows; seq += 1) open.db.prepare('INSERT INTO trail VALUES (?)').run(seq);
    writeAnchor(open, { seq: rows, hash: hashOf(rows), slotEpoch: open.header.slotEpoch, at: '2026-11-22T08:00:00Z' });
    // Copies of the moment before the power went, made by a program that does not hold the lock.
    const [store, wal] = [join(dir, '..', 'store'), join(dir, '..', 'wal')];
    expect(runChild('copy.ts', [join(dir, 'store.db'), store]).status).toBe(0);
    expect(runChild('copy.ts', [join(dir, 'store.db-wal'), wal]).status).toBe(0);
    lockVault(open, null);
    const [storeBytes, walBytes] = [readFileSync(store), readFileSync(wal)];
    const lookup = (db: WriteDb) => (seq: number) => (db.prepare('SELECT 1 FROM trail WHERE seq = ?').get(seq) === undefined ? null : hashOf(seq));
    const outcome = async (damaged: Buffer | null) => {
      writeFileSync(join(dir, 'store.db'), storeBytes);
      if (damaged !== null) writeFileSync(join(dir, 'store.db-wal'), damaged);
      const v = await unlockVault(dir, 'nangong', passwords.system);
      const head = (v.db.prepare('SELECT max(seq) FROM trail').pluck().get() as number | null) ?? 0;
      const verdict = compareAnchor(v, lookup(v.db), head);
      lockVault(v, null);
      return { head, verdict };
    };
    expect(await outcome(walBytes)).toEqual({ head: rows, verdict: 'same' });
    expect(await outcome(null)).toEqual({ head: 0, verdict: 'older' });
    const frame = pageSize + 24;
    const frames = (walBytes.length - 32) / frame;
    let silent = 0;
    for (let run = 0; run < 20; run += 1) {
      const damaged = run % 2 === 0 ? flip(walBytes, 32 + randomInt(walBytes.length - 32)) : walBytes.subarray(0, 32 + frame * randomInt(frames));
      const { head, verdict } = await outcome(damaged);
      // A flip that leaves every row readable is none to report.
      if (head < rows) silent += 1;
      expect(verdict).toBe(head < rows ? 'older' : 'same');
    }
    expect(silent).toBeGreaterThan(15);
  }, 60_000);
});
