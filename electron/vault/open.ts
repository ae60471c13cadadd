import Database from 'better-sqlite3';
import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fsyncFile, fsyncFolder } from './durable.ts';
import { asVaultError, VaultError } from './errors.ts';
import { isLiveStore, protectStore, releaseStore } from './guardedFs.ts';
import { ownBuffer, zero } from './keys.ts';
import { firstPageFits, pageScan } from './pageScan.ts';

declare const reading: unique symbol;
declare const writing: unique symbol;
type Raw = InstanceType<typeof Database>;

/** A connection that may be read. Only the vault can make one. */
export type ReadDb = Pick<Raw, 'prepare' | 'transaction'> & { readonly [reading]: true };
/** A connection that may be written. Every function that takes one shows up in review. */
export type WriteDb = ReadDb & Pick<Raw, 'pragma' | 'exec' | 'close' | 'inTransaction'> & { readonly [writing]: true };
/** A read-only connection to a copy, for verification. */
export type CopyDb = ReadDb & Pick<Raw, 'pragma' | 'close'>;

/** Cipher builds that were reviewed with the whole fault-injection suite (security.md 4.5). */
const reviewedVersions: readonly string[] = ['SQLite3 Multiple Ciphers 2.4.0'];

/** Settings of every connection; the package's own defaults lose commits at a power cut and spill clear text (findings 1 and 2). */
const settings = ['synchronous=FULL', 'temp_store=MEMORY', 'foreign_keys=ON', 'recursive_triggers=ON', 'secure_delete=ON', 'trusted_schema=OFF', 'cell_size_check=ON', 'mmap_size=0'] as const;
const demanded = { synchronous: 2, temp_store: 2, foreign_keys: 1, recursive_triggers: 1, trusted_schema: 0, secure_delete: 1, cell_size_check: 1, mmap_size: 0, page_size: 4096 } as const;
const demandedLive = { ...demanded, journal_mode: 'wal', locking_mode: 'exclusive', wal_autocheckpoint: 200 } as const;

/** Driver calls that are traps on an encrypted store: backup() leaves an empty file, serialize() is plain text, the rest opens doors. */
const traps = ['backup', 'serialize', 'loadExtension', 'unsafeMode', 'key', 'rekey', 'function', 'aggregate', 'table'] as const;

/** The form the driver takes a raw key in, x'<64 hex>', as a Buffer: a string would stay in memory (finding 11). */
function keyText(rawKey: Buffer): Buffer {
  const digits = '0123456789abcdef';
  const text = ownBuffer(67);
  text.write("x'", 0, 'latin1');
  rawKey.forEach((byte, index) => {
    text[2 + index * 2] = digits.charCodeAt(byte >> 4);
    text[3 + index * 2] = digits.charCodeAt(byte & 15);
  });
  text.write("'", 66, 'latin1');
  return text;
}

function withKeyText<T>(rawKey: Buffer, use: (text: Buffer) => T): T {
  const text = keyText(rawKey);
  try {
    return use(text);
  } finally {
    zero(text);
  }
}

/** The driver asks for a diagnostic report at its first store, which lists network interfaces unless told not to; the setting is per thread (finding 10). */
function connect(file: string, readonly: boolean): Raw {
  Object.assign(process.report, { excludeNetwork: true });
  return new Database(file, { timeout: 2000, fileMustExist: true, readonly });
}

function setKey(db: Raw, rawKey: Buffer): void {
  db.pragma(`cipher='sqlcipher'`);
  db.pragma('legacy=4');
  withKeyText(rawKey, (text) => db.key(text));
}

function demand(db: Raw, wanted: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (db.pragma(name, { simple: true }) !== value) throw new VaultError('settings_refused', { setting: name });
  }
}

function demandReviewedVersion(db: Raw): void {
  const version = db.prepare('SELECT sqlite3mc_version()').pluck().get();
  if (typeof version !== 'string' || !reviewedVersions.includes(version)) throw new VaultError('unreviewed_driver');
}

function closeTraps(db: Raw): void {
  for (const name of traps) {
    Object.defineProperty(db, name, { value: () => { throw new Error(`${name}() is not used on a store (security.md 1)`); } });
  }
}

function demandRawKey(rawKey: Buffer): void {
  if (rawKey.length !== 32) throw new RangeError('a raw key has 32 bytes');
}

/** What the file itself says, once SQLite has refused it (finding 9: a read error looks like damage). */
function judged(file: string, rawKey: Buffer): VaultError | null {
  const { kind, badCount, pages } = pageScan({ file, key: rawKey });
  if (kind === 'plain') return new VaultError('not_encrypted');
  if (kind === 'wrong_key') return new VaultError('wrong_key');
  if (kind === 'missing') return new VaultError('store_missing');
  if (kind === 'unreadable') return new VaultError('disk_error');
  return kind === 'damaged' || kind === 'empty' ? new VaultError('damaged', { badPages: badCount, pages }) : null;
}

/**
 * Proves that the file is encrypted under this key, before SQLite touches it. In: a file nobody in this process has open.
 * Throws `not_encrypted`, `wrong_key`, `damaged`, `store_missing`, `disk_error`.
 * A torn first page beside a WAL is no evidence: SQLite repairs it, provided other pages show that the key is right.
 */
export function assertEncrypted(file: string, rawKey: Buffer): void {
  demandRawKey(rawKey);
  if (!existsSync(file)) throw new VaultError('store_missing');
  try {
    if (firstPageFits(file, rawKey)) return;
    const verdict = judged(file, rawKey);
    const walBytes = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if (verdict?.code === 'damaged' && walBytes > 0) return;
    if (verdict !== null) throw verdict;
  } catch (error) {
    throw asVaultError(error) ?? error;
  }
}

/** A private empty file for SQLite to fill: its own would be readable for all without umask (S8). */
function createPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw new VaultError('target_exists');
    throw asVaultError(error) ?? error;
  }
}

/**
 * Holds a lock that dies with the process: a file of no content, reserved through the driver, which is the only thing here that knows
 * the locks of every system. Nothing is ever written to it, so it works without a key and on a full disk. Out: lets go.
 * Throws `opened_elsewhere` when somebody else holds it for longer than two seconds, `no_rights`, `disk_full`, `disk_error`.
 */
export function holdLock(file: string): () => void {
  if (!existsSync(file)) {
    try {
      createPrivate(file);
    } catch (error) {
      if (!(error instanceof VaultError && error.code === 'target_exists')) throw error;
    }
  }
  let db: Raw | undefined;
  try {
    db = connect(file, false);
    db.pragma('journal_mode=MEMORY');
    db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    db?.close();
    throw asVaultError(error) ?? error;
  }
  const held = db;
  return () => { held.close(); };
}

/** Lets SQLite write the first encrypted page, then looks at the bytes: a store without key is created in clear text without any error (finding 3). */
function createStore(file: string, rawKey: Buffer): void {
  createPrivate(file);
  try {
    const db = connect(file, false);
    try {
      setKey(db, rawKey);
      db.pragma('temp_store=MEMORY');
      demandReviewedVersion(db);
      db.exec('CREATE TABLE first_page (x INTEGER) STRICT');
      db.exec('DROP TABLE first_page');
    } finally {
      db.close();
    }
    fsyncFile(file);
    fsyncFolder(dirname(file));
  } catch (error) {
    rmSync(file, { force: true });
    throw asVaultError(error) ?? error;
  }
}

/** One try to open for writing, settings read back. Throws what the driver throws. */
function connectLive(file: string, rawKey: Buffer): Raw {
  const db = connect(file, false);
  try {
    setKey(db, rawKey);
    db.pragma('locking_mode=EXCLUSIVE'); // before anything touches the WAL
    db.pragma('journal_mode=WAL'); // first real read: a wrong key would fail here
    for (const setting of settings) db.pragma(setting);
    db.pragma('wal_autocheckpoint=200');
    demand(db, demandedLive);
    demandReviewedVersion(db);
    // EXCLUSIVE is taken at the first write; take it now, so that a second program is refused at once.
    db.exec('BEGIN IMMEDIATE; COMMIT');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Settles what SQLite calls corrupt (security.md 4.4). The pages decide; when every page fits, the driver is asked once more: a disk that failed
 * for a moment lets it in now, a file cut at a page border or put together from two does not.
 */
function settled(file: string, rawKey: Buffer): VaultError {
  const verdict = judged(file, rawKey);
  if (verdict !== null) return verdict;
  try {
    connectLive(file, rawKey).close();
    return new VaultError('disk_error');
  } catch (error) {
    return asVaultError(error) ?? new VaultError('disk_error');
  }
}

/**
 * The one way to open a store (security.md 4.1). In: path, raw 32-byte key (stays the caller's). `create` makes a missing file.
 * Out: a writable connection with every protective setting read back. Throws VaultError: `store_missing`, `not_encrypted`, `wrong_key`,
 * `damaged`, `opened_elsewhere`, `no_rights`, `disk_error`, `unreviewed_driver`, `settings_refused`; `live_store_touched` when it is open in this process.
 */
export function openStore(file: string, rawKey: Buffer, o: { create?: boolean } = {}): WriteDb {
  demandRawKey(rawKey);
  if (isLiveStore(file)) throw new VaultError('opened_elsewhere');
  if (o.create === true && !existsSync(file)) createStore(file, rawKey);
  assertEncrypted(file, rawKey);
  let db: Raw;
  try {
    db = connectLive(file, rawKey);
  } catch (error) {
    const mapped = asVaultError(error);
    throw mapped?.code === 'damaged' ? settled(file, rawKey) : (mapped ?? error);
  }
  protectStore(file);
  const close = db.close.bind(db);
  Object.defineProperty(db, 'close', {
    value: () => {
      close();
      releaseStore(file);
      return db;
    },
  });
  closeTraps(db);
  return db as unknown as WriteDb;
}

function connectReadable(file: string, rawKey: Buffer, readonly: boolean): Raw {
  const db = connect(file, readonly);
  try {
    setKey(db, rawKey);
    db.pragma('locking_mode=EXCLUSIVE');
    for (const setting of settings) db.pragma(setting);
    db.pragma('query_only=ON');
    demand(db, demanded);
    demandReviewedVersion(db);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A plain file copy of a store is in WAL mode, and SQLite cannot read that through a read-only handle; then `query_only` keeps the hands off. */
function readable(file: string, rawKey: Buffer, constraints: boolean): Raw {
  try {
    if (constraints) return connectReadable(file, rawKey, false);
    try {
      return connectReadable(file, rawKey, true);
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'SQLITE_IOERR_LOCK' || String(error.code).startsWith('SQLITE_CANTOPEN'))) return connectReadable(file, rawKey, false);
      throw error;
    }
  } catch (error) {
    throw asVaultError(error) ?? error;
  }
}

/**
 * Opens a copy read-only, to verify it. Same refusals as `openStore`; the content is not changed and nothing stays beside it. With
 * `constraints` its CHECK constraints are known too: SQLite leaves them out of the schema when the handle cannot write, and then
 * `integrity_check` passes rows that break them; here too `query_only` keeps the hands off. The caller closes it.
 */
export function openCopy(file: string, rawKey: Buffer, o: { constraints?: boolean } = {}): CopyDb {
  if (isLiveStore(file)) throw new VaultError('live_store_touched');
  assertEncrypted(file, rawKey);
  const db = readable(file, rawKey, o.constraints === true);
  closeTraps(db);
  return db as unknown as CopyDb;
}

/**
 * Writes an encrypted copy: same key, same salt, one file, flushed. The only allowed way to copy a live store (finding 4).
 * In: a target that does not exist. On any failure nothing is left behind. Throws `target_exists`, `disk_full`, `disk_error`, `no_rights`.
 */
export function vacuumInto(db: WriteDb, file: string): void {
  createPrivate(file);
  try {
    db.prepare('VACUUM INTO ?').run(file);
    fsyncFile(file);
    fsyncFolder(dirname(file));
  } catch (error) {
    rmSync(file, { force: true });
    rmSync(`${file}-journal`, { force: true });
    throw asVaultError(error) ?? error;
  }
}

/** Gives a copy another key. Never for the live store: rotation works on a copy (security.md 6.5). */
export function rekeyCopy(file: string, oldKey: Buffer, newKey: Buffer): void {
  demandRawKey(newKey);
  if (isLiveStore(file)) throw new VaultError('live_store_touched');
  assertEncrypted(file, oldKey);
  const db = connect(file, false);
  try {
    setKey(db, oldKey);
    for (const setting of settings) db.pragma(setting);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    withKeyText(newKey, (text) => db.rekey(text));
  } catch (error) {
    throw asVaultError(error) ?? error;
  } finally {
    db.close();
  }
  fsyncFile(file);
}

/** Empties the WAL into the store and truncates it. Throws `opened_elsewhere` when something holds it back, `disk_full`, `disk_error`. */
export function checkpoint(db: WriteDb): void {
  let row: unknown;
  try {
    row = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw().get();
  } catch (error) {
    throw asVaultError(error) ?? error;
  }
  if (Array.isArray(row) && row[0] !== 0) throw new VaultError('opened_elsewhere');
}
