import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { checkpoint, openCopy, openStore, rekeyCopy, vacuumInto, type WriteDb } from '#electron/vault/open.ts';
import { classify, scanPages } from '#electron/vault/pageScan.ts';
import { codeOf, countNotes, fillNotes, folder, runChild, startChild, straceIsHere } from './fixture.ts';

const key = randomBytes(32);
const masked = (raw: Buffer) => Buffer.from(raw.map((byte) => byte ^ 0x55)).toString('hex');

function storeWith(rows: number, o: { close?: boolean; dir?: string } = {}): { file: string; db: WriteDb; dir: string } {
  const dir = o.dir ?? folder();
  const file = join(dir, 'store.db');
  const db = openStore(file, key, { create: true });
  fillNotes(db, rows);
  if (o.close !== false) db.close();
  return { file, db, dir };
}

type Bare = WriteDb & { key(k: Buffer): void; backup(file: string): Promise<unknown> };
const Driver = createRequire(import.meta.url)('better-sqlite3') as new (file: string) => Bare;
function bare(file: string, raw: Buffer): Bare {
  const db = new Driver(file);
  db.pragma(`cipher='sqlcipher'`);
  db.pragma('legacy=4');
  db.key(Buffer.from(`x'${raw.toString('hex')}'`));
  return db;
}

describe('opening', () => {
  it('sets and reads back every protective setting (traps 1 and 2)', () => {
    const { db } = storeWith(1, { close: false });
    const read = (name: string) => db.pragma(name, { simple: true });
    expect(['journal_mode', 'synchronous', 'temp_store', 'locking_mode', 'foreign_keys', 'recursive_triggers', 'secure_delete', 'trusted_schema', 'cell_size_check', 'mmap_size', 'wal_autocheckpoint', 'page_size'].map(read)).toEqual(
      ['wal', 2, 2, 'exclusive', 1, 1, 1, 0, 1, 0, 200, 4096],
    );
    expect(() => db.exec("UPDATE sqlite_schema SET sql = ''")).toThrow();
    db.close();
  });

  it('takes a private new file and writes it encrypted at once (trap 3)', () => {
    const { file, db } = storeWith(0, { close: false });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    db.close();
    expect(readFileSync(file).subarray(0, 16).toString('latin1')).not.toContain('SQLite');
    expect(classify(file, key)).toBe('ok');
    // The failing twin: the driver without a key writes clear text and says nothing.
    const plain = join(folder(), 'plain.db');
    const naked = new Driver(plain);
    naked.exec('CREATE TABLE t (a)');
    naked.close();
    expect(readFileSync(plain).subarray(0, 15).toString('latin1')).toBe('SQLite format 3');
    expect(classify(plain, key)).toBe('plain');
  });

  it('never makes a store unless asked to', async () => {
    const file = join(folder(), 'store.db');
    expect(await codeOf(() => openStore(file, key))).toBe('store_missing');
    expect(existsSync(file)).toBe(false);
  });

  it('refuses a plain file, an emptied file, another key, a damaged first page: each by its name, and changes nothing', async () => {
    const { file, dir } = storeWith(30);
    const good = readFileSync(file);
    const plain = join(dir, 'plain.db');
    const naked = new Driver(plain);
    naked.exec('CREATE TABLE t (a)');
    naked.close();
    const before = readFileSync(plain);
    expect(await codeOf(() => openStore(plain, key))).toBe('not_encrypted');
    expect(readFileSync(plain).equals(before)).toBe(true);
    expect(await codeOf(() => openStore(file, randomBytes(32)))).toBe('wrong_key');
    expect(readFileSync(file).equals(good)).toBe(true);
    const damaged = Buffer.from(good);
    damaged[2000] = damaged[2000]! ^ 4;
    writeFileSync(file, damaged);
    expect(await codeOf(() => openStore(file, key))).toBe('damaged');
    truncateSync(file, 0);
    expect(await codeOf(() => openStore(file, key))).toBe('damaged');
    expect(statSync(file).size).toBe(0);
    expect(() => openStore(join(dir, 'new.db'), Buffer.alloc(31), { create: true })).toThrow(RangeError);
    expect(existsSync(join(dir, 'new.db'))).toBe(false);
  });

  it('refuses a key that does not fit before SQLite may touch a WAL full of work', async () => {
    const { file, db, dir } = storeWith(50, { close: false });
    const [copy, wal] = [join(dir, 'copy.db'), join(dir, 'copy.db-wal')];
    // Copies are made by another program, which does the lock no harm.
    expect(runCopy(file, copy)).toBe(0);
    expect(runCopy(`${file}-wal`, wal)).toBe(0);
    db.close();
    const frames = readFileSync(wal);
    expect(frames.length).toBeGreaterThan(4096);
    expect(await codeOf(() => openStore(copy, randomBytes(32)))).toBe('wrong_key');
    expect(readFileSync(wal).equals(frames)).toBe(true);
    const again = openStore(copy, key);
    expect(countNotes(again)).toBe(50);
    again.close();
  });

  it('flushes at every commit (trap 1; the driver’s default does not)', () => {
    if (!straceIsHere) return console.log('strace is not installed: flushes were not counted');
    const { file, dir } = storeWith(0);
    const flushes = (what: string) => {
      const trace = join(dir, `${what}.trace`);
      const run = runChild('store.ts', [what, file, 'x'], ['strace', '-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', trace], masked(key));
      expect(run.stdout).toBe('done\n');
      return readFileSync(trace, 'utf8').split('\n').filter((line) => /f(data)?sync\(/.test(line)).length;
    };
    expect(flushes('commits')).toBeGreaterThanOrEqual(40);
    expect(flushes('bare-commits')).toBeLessThan(20);
  });

  it('writes no row in clear text anywhere (trap 2; the driver’s default does)', () => {
    if (!straceIsHere) return console.log('strace is not installed: writes were not searched');
    const marker = 'ZHUSHA-MARKER';
    const written = (what: string) => {
      const { file, dir } = storeWith(0);
      const trace = join(dir, `${what}.trace`);
      const run = runChild('store.ts', [what, file, marker], ['strace', '-f', '-qq', '-s', '5000', '-e', 'trace=pwrite64,write,pwritev,writev', '-o', trace], masked(key));
      expect(run.stdout).toBe('done\n');
      const text = readFileSync(trace, 'latin1');
      rmSync(trace);
      expect(text.length).toBeGreaterThan(100_000);
      return text.split(marker).length - 1;
    };
    expect(written('spill')).toBe(0);
    expect(written('bare-spill')).toBeGreaterThan(0);
  }, 60_000);

  it('opens no network socket in its thread (trap 10; the driver’s default does)', () => {
    if (!straceIsHere) return console.log('strace is not installed: sockets were not counted');
    const { file, dir } = storeWith(0);
    const sockets = (what: string) => {
      const trace = join(dir, `${what}.trace`);
      const run = runChild('store.ts', [what, file, 'x'], ['strace', '-f', '-qq', '-e', 'trace=%network', '-o', trace], masked(key));
      expect(run.stdout).toBe('done\n');
      return readFileSync(trace, 'utf8').split('\n').filter((line) => line.includes('socket(')).length;
    };
    expect(sockets('commits')).toBe(0);
    expect(sockets('bare-commits')).toBeGreaterThan(0);
  });

  it('calls a read error of the disk a disk error, not damage (trap 9)', () => {
    if (!straceIsHere) return console.log('strace is not installed: read errors were not injected');
    const { file, dir } = storeWith(40);
    const answers = new Set<string>();
    for (const when of [1, 2, 3, 4, 5]) {
      const run = runChild('store.ts', ['commits', file, 'x'], ['strace', '-f', '-qq', '-P', file, '-e', `inject=pread64:error=EIO:when=${when}`, '-e', 'trace=pread64', '-o', join(dir, 'trace')], masked(key));
      answers.add(run.stdout.trim());
    }
    for (const answer of answers) expect(['disk_error', 'done']).toContain(answer);
    expect(answers).toContain('disk_error');
    expect(classify(file, key)).toBe('ok');
  }, 60_000);
});

function runCopy(from: string, to: string): number | null {
  return runChild('copy.ts', [from, to]).status;
}

describe('a second opener', () => {
  it('is refused while the store is open: here, and from another process (FI-21)', async () => {
    const { file, db } = storeWith(1, { close: false });
    expect(await codeOf(() => openStore(file, key))).toBe('opened_elsewhere');
    expect(await codeOf(() => openCopy(file, key))).toBe('live_store_touched');
    expect(runChild('store.ts', ['write', file, 'x'], [], masked(key)).stdout).toBe('opened_elsewhere\n');
    db.exec('CREATE TABLE still_mine (a INTEGER) STRICT');
    db.close();
    expect(runChild('store.ts', ['write', file, 'x'], [], masked(key)).stdout).toBe('done\n');
  });

  it('gets in once somebody reads the live file in the process that holds it (trap 8): this is what the guard prevents', async () => {
    const { file } = storeWith(1);
    const holder = startChild('store.ts', ['read-live', file]);
    holder.stdin.end(masked(key));
    const [said] = (await once(holder.stdout, 'data')) as [Buffer];
    expect(said.toString()).toBe('read\n');
    const intruder = runChild('store.ts', ['write', file, 'x'], [], masked(key)).stdout;
    holder.kill('SIGKILL');
    expect(intruder).toBe('done\n');
  });
});

describe('copies', () => {
  it('are made by VACUUM INTO: encrypted, whole, readable with the same key (trap 4)', async () => {
    const { db, dir } = storeWith(200, { close: false });
    const copy = join(dir, 'copy.db');
    vacuumInto(db, copy);
    expect(await codeOf(() => vacuumInto(db, copy))).toBe('target_exists');
    db.close();
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(scanPages(copy, key).ok).toBe(true);
    const opened = openCopy(copy, key);
    expect(countNotes(opened)).toBe(200);
    expect(() => opened.prepare("INSERT INTO notes (body) VALUES ('x')").run()).toThrow();
    opened.close();
    expect(readdirSync(dir).sort()).toEqual(['copy.db', 'store.db']);
  });

  it('by the driver’s own backup are empty files, so that call is closed (trap 4)', async () => {
    const { file, db, dir } = storeWith(5, { close: false });
    for (const name of ['backup', 'serialize', 'loadExtension', 'unsafeMode', 'key', 'rekey']) {
      expect(() => (db as unknown as Record<string, () => unknown>)[name]?.(), name).toThrow('is not used on a store');
    }
    db.close();
    const twin = bare(file, key);
    twin.prepare('SELECT count(*) FROM notes').get();
    await expect(twin.backup(join(dir, 'backup.db'))).rejects.toThrow();
    twin.close();
    expect(statSync(join(dir, 'backup.db'), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });

  it('that are plain file copies can be read too, and stay byte for byte as they are', () => {
    const { file, dir } = storeWith(60);
    const copy = join(dir, 'copy.db');
    writeFileSync(copy, readFileSync(file));
    const opened = openCopy(copy, key);
    expect(countNotes(opened)).toBe(60);
    expect(() => opened.prepare("INSERT INTO notes (body) VALUES ('x')").run()).toThrow();
    opened.close();
    expect(readFileSync(copy).equals(readFileSync(file))).toBe(true);
    expect(readdirSync(dir).sort()).toEqual(['copy.db', 'store.db']);
  });

  it('get another key only as copies', async () => {
    const { file, db, dir } = storeWith(60, { close: false });
    const copy = join(dir, 'copy.db');
    const fresh = randomBytes(32);
    expect(await codeOf(() => rekeyCopy(file, key, fresh))).toBe('live_store_touched');
    vacuumInto(db, copy);
    db.close();
    rekeyCopy(copy, key, fresh);
    expect(classify(copy, fresh)).toBe('ok');
    expect(classify(copy, key)).toBe('wrong_key');
    expect(await codeOf(() => openCopy(copy, key))).toBe('wrong_key');
    const opened = openCopy(copy, fresh);
    expect(countNotes(opened)).toBe(60);
    opened.close();
  });

  it('cannot be checked with cipher_integrity_check, which finds nothing in a damaged file (trap 5)', () => {
    const { file } = storeWith(400);
    const bytes = readFileSync(file);
    const last = bytes.length - 2000;
    bytes[last] = bytes[last]! ^ 1;
    writeFileSync(file, bytes);
    const db = bare(file, key);
    expect(db.pragma('cipher_integrity_check')).toEqual([]);
    db.close();
    expect(scanPages(file, key).badCount).toBe(1);
  });
});

describe('a WAL', () => {
  it('is emptied by a checkpoint', () => {
    const { file, db } = storeWith(50, { close: false });
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    checkpoint(db);
    expect(statSync(`${file}-wal`).size).toBe(0);
    db.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });
});

describe('memory', () => {
  it('holds no hex copy of the key after close (trap 11; a key given as a string stays)', async () => {
    if (process.platform !== 'linux') return console.log('no /proc here: memory was not searched');
    const copies = async (what: string) => {
      const own = randomBytes(32);
      const file = join(folder(), 'store.db');
      const db = openStore(file, own, { create: true });
      fillNotes(db, 1);
      db.close();
      const child = startChild('store.ts', [what, file]);
      child.stdin.end(masked(own));
      await once(child.stdout, 'data');
      const count = countInMemory(child.pid ?? 0, Buffer.from(own.toString('hex'), 'latin1'));
      child.kill('SIGKILL');
      return count;
    };
    expect(await copies('string-key')).toBeGreaterThan(0);
    expect(await copies('close-and-wait')).toBe(0);
  });
});

/** Searches every readable, writable region of a process. */
function countInMemory(pid: number, needle: Buffer): number {
  const handle = openSync(`/proc/${pid}/mem`, 'r');
  let found = 0;
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const region = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
      if (region === null) continue;
      const [from, to] = [Number.parseInt(region[1]!, 16), Number.parseInt(region[2]!, 16)];
      for (let at = from; at < to; at += 2 ** 22) {
        const chunk = Buffer.alloc(Math.min(2 ** 22 + needle.length, to - at));
        try {
          const count = readSync(handle, chunk, 0, chunk.length, at);
          for (let hit = chunk.subarray(0, count).indexOf(needle); hit >= 0; hit = chunk.subarray(0, count).indexOf(needle, hit + 1)) found += 1;
        } catch {
          break;
        }
      }
    }
  } finally {
    closeSync(handle);
  }
  return found;
}
