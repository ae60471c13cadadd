import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { anchorText, readAnchor, writeAnchor } from './anchors.ts';
import { fsyncFolder, replaceFile, writeNewFile } from './durable.ts';
import { asVaultError, VaultError } from './errors.ts';
import { deriveKeys, type KeyRing, randomOwn, wipe, zero } from './keys.ts';
import { checkpoint, type CopyDb, holdLock, openCopy, openStore, type ReadDb, rekeyCopy, vacuumInto } from './open.ts';
import { scanPages } from './pageScan.ts';
import { printSheets, type RecoverySheet } from './recoverySheets.ts';
import { holdsRoot } from './signIn.ts';
import { emptySlot, giveRoot, type Header, headerFile, headerText, newRecoverySlot, parseHeader, sealHeader, type Slot } from './slots.ts';
import { anchorsIn, demandOpen, storeIn, type UnlockedVault } from './unlocked.ts';

/** The points between which a rotation can be cut; each leaves exactly one generation that opens. */
export const rotationSteps = ['copied', 'rekeyed', 'verified', 'prepared', 'committed', 'store', 'header', 'anchor', 'finished'] as const;
export type RotationStep = (typeof rotationSteps)[number];

/**
 * `newSheets` prints new recovery sheets; used sheets are always replaced. `verifyCopy` lets the caller check the trail and the row
 * digests of the copy; what it throws stops the rotation. `onStep` reports progress.
 */
export type RotationOptions = Readonly<{ newSheets?: boolean; verifyCopy?: (copy: CopyDb) => void; onStep?: (step: RotationStep) => void; at?: string }>;

const next = (file: string) => `${file}.next`;
/**
 * Whoever moves the files of a generation, or opens a store that might be moved, holds this. The store's own lock cannot do it: it is let
 * go of for the moment between the two generations, and taking it needs a key that nobody has before the new header is in place.
 */
export const holdSwap = (dir: string): (() => void) => holdLock(join(dir, 'swap.lock'));
/** True while a decided rotation is not finished. */
export const swapPending = (dir: string): boolean => existsSync(markerIn(dir));
const markerIn = (dir: string) => join(dir, 'rotation.json');
const anchorFile = (dir: string) => join(anchorsIn(dir), 'anchor.json');

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw asVaultError(error) ?? error;
  }
  fsyncFolder(dirname(to));
}

/** Puts the prepared files in place. Every step is a rename over the old file, so it may be repeated after any interruption. */
function swap(dir: string, onStep: (step: RotationStep) => void): void {
  // The old store was checkpointed and closed before the marker was written; a WAL left here would be replayed into the new store.
  rmSync(`${storeIn(dir)}-wal`, { force: true });
  moveIfThere(next(storeIn(dir)), storeIn(dir));
  onStep('store');
  moveIfThere(next(headerFile(dir)), headerFile(dir));
  onStep('header');
  if (existsSync(anchorsIn(dir))) moveIfThere(next(anchorFile(dir)), anchorFile(dir));
  onStep('anchor');
  // The header before holds the slots of those who left.
  rmSync(`${headerFile(dir)}.prev`, { force: true });
  rmSync(markerIn(dir), { force: true });
  fsyncFolder(dir);
  onStep('finished');
}

/**
 * Completes a rotation that was cut after its decision; called before every unlock, and done by one program at a time: a second one would
 * take away the WAL of a store that the first has opened already. Throws `opened_elsewhere` when the rotation is still going on. Without a decision the old generation is still in
 * place and `dropLeftovers` removes the remains once the store is held. Out: true when something was completed.
 */
export function finishInterrupted(dir: string): boolean {
  if (!swapPending(dir)) return false;
  const release = holdSwap(dir);
  try {
    // Whoever held it may have finished in the meantime.
    if (!swapPending(dir)) return false;
    const prepared = next(headerFile(dir));
    // Without the prepared header only the clearing away is left; a store without its header is never moved.
    if (existsSync(prepared)) parseHeader(readFileSync(prepared, 'utf8'));
    else if (existsSync(next(storeIn(dir)))) throw new VaultError('header_damaged');
    swap(dir, () => undefined);
    return true;
  } finally {
    release();
  }
}

/** Removes what an undecided rotation left behind. Only for the holder of the store: nobody else may tell whether it is still going on. */
export function dropLeftovers(dir: string): void {
  for (const file of [next(storeIn(dir)), `${next(storeIn(dir))}-journal`, next(headerFile(dir)), next(anchorFile(dir)), markerIn(dir)]) {
    // The marker itself is only ever a decision; what is half written of it or of the others bears this ending.
    rmSync(`${file}.tmp`, { force: true });
    if (file !== markerIn(dir)) rmSync(file, { force: true });
  }
}

function demandSpace(dir: string): void {
  const { bavail, bsize } = statfsSync(dir);
  const wanted = Math.ceil(statSync(storeIn(dir)).size * 2.2);
  if (bavail * bsize < wanted) throw new VaultError('disk_full', { wanted, free: bavail * bsize });
}

function encoded(value: unknown): string {
  if (Buffer.isBuffer(value)) return `b${value.toString('hex')}`;
  return value === null ? 'n' : `${typeof value}:${String(value)}`;
}

/** One digest over every ordinary table: names, definitions and all rows. */
export function contentDigest(db: ReadDb): string {
  const hash = createHash('sha256');
  const tables = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name").all();
  for (const { name, sql } of tables) {
    hash.update(JSON.stringify([name, sql]));
    const rows = db.prepare<[], unknown[]>(`SELECT * FROM "${name.replaceAll('"', '""')}"`).raw().safeIntegers().iterate();
    for (const row of rows) hash.update(JSON.stringify(row.map(encoded)));
  }
  return hash.digest('hex');
}

function verify(file: string, keys: KeyRing, expected: string, verifyCopy?: (copy: CopyDb) => void): void {
  const scan = scanPages(file, keys.db);
  if (!scan.ok) throw new VaultError('verification_failed', { badPages: scan.badCount });
  const copy = openCopy(file, keys.db);
  try {
    const integrity = copy.pragma('integrity_check', { simple: true });
    const broken = copy.prepare('PRAGMA foreign_key_check').all().length;
    if (integrity !== 'ok' || broken > 0 || contentDigest(copy) !== expected) throw new VaultError('verification_failed', { foreignKeys: broken });
    verifyCopy?.(copy);
  } finally {
    copy.close();
  }
}

/** The header of the new generation: who stays gets the new root sealed to the public key, the others keep an empty line. */
function nextHeader(v: UnlockedVault, keep: ReadonlySet<string>, root: Buffer, keys: KeyRing, recovery: Slot | null): Header {
  const { storeId, slots } = v.header;
  const forNext = (slot: Slot): Slot => {
    if (slot.kind === 'recovery') return giveRoot(storeId, keys.generation, recovery ?? slot, root);
    if (slot.state === 'revoked' || !keep.has(slot.account)) return emptySlot(slot);
    return slot.state === 'pending' ? slot : giveRoot(storeId, keys.generation, slot, root);
  };
  return sealHeader({ ...v.header, generation: keys.generation, slotEpoch: v.header.slotEpoch + 1, recoveryUsed: false, slots: slots.map(forNext) }, keys.slots);
}

/**
 * Gives the vault a new root and with it new keys, on a verified copy, crash-safe at every step (security.md 6.5). In: the accounts that
 * stay (the caller's own among them). The vault object changes in place: `db`, `keys`, `header`. Out: new recovery sheets, when there are any.
 * Throws `root_missing`, `unknown_account`, `last_administrator`, `disk_full`, `verification_failed`, `disk_error`; until the decision
 * the vault stays open as it was. Writes the anchor of the new generation, carried over from the old one.
 */
export function rotate(v: UnlockedVault, keepAccounts: readonly string[], o: RotationOptions = {}): { recoverySheets: [RecoverySheet, RecoverySheet] | null } {
  demandOpen(v);
  if (v.keys.root === undefined) throw new VaultError('root_missing');
  const keep = new Set(keepAccounts.map((account) => account.normalize('NFC')));
  const staying = v.header.slots.filter((slot) => slot.kind === 'account' && keep.has(slot.account));
  if (staying.length !== keep.size || !keep.has(v.account)) throw new VaultError('unknown_account');
  if (!staying.some((slot) => slot.state === 'active' && holdsRoot(slot))) throw new VaultError('last_administrator');
  const step = o.onStep ?? (() => undefined);
  const { dir } = v;
  const copy = next(storeIn(dir));

  const root = randomOwn(32);
  const keys = deriveKeys(root, v.header.storeId, v.header.generation + 1);
  let sheets: [RecoverySheet, RecoverySheet] | null = null;
  let recovery: Slot | null = null;
  if (o.newSheets === true || v.header.recoveryUsed) {
    const secret = randomOwn(32);
    sheets = printSheets(secret);
    recovery = newRecoverySlot(v.header.storeId, secret, o.at ?? new Date().toISOString());
    zero(secret);
  }
  const header = nextHeader(v, keep, root, keys, recovery);
  const anchor = readAnchor(v);

  let closed = false;
  let release: (() => void) | undefined;
  try {
    rmSync(markerIn(dir), { force: true });
    dropLeftovers(dir);
    checkpoint(v.db);
    demandSpace(dir);
    vacuumInto(v.db, copy);
    step('copied');
    rekeyCopy(copy, v.keys.db, keys.db);
    step('rekeyed');
    verify(copy, keys, contentDigest(v.db), o.verifyCopy);
    step('verified');
    writeNewFile(next(headerFile(dir)), headerText(header));
    if (typeof anchor === 'object') writeNewFile(next(anchorFile(dir)), anchorText(header.storeId, keys, { ...anchor, slotEpoch: header.slotEpoch }));
    fsyncFolder(dir);
    step('prepared');
    release = holdSwap(dir);
    checkpoint(v.db);
    v.db.close();
    closed = true;
    // The decision: from here on the new generation holds.
    replaceFile(markerIn(dir), `${JSON.stringify({ from: v.header.generation, to: keys.generation })}\n`);
  } catch (error) {
    zero(root);
    wipe(keys);
    rmSync(markerIn(dir), { force: true });
    try {
      if (closed) v.db = openStore(storeIn(dir), v.keys.db);
    } finally {
      release?.();
    }
    dropLeftovers(dir);
    throw asVaultError(error) ?? error;
  }
  try {
    step('committed');
    swap(dir, step);
    wipe(v.keys);
    v.keys = keys;
    v.header = header;
    v.keys.root = root;
    v.db = openStore(storeIn(dir), keys.db);
  } finally {
    release();
  }
  // Further anchor folders are outside the crash-safe swap: an old anchor there is foreign, never wrong.
  if (typeof anchor === 'object') writeAnchor(v, { ...anchor, slotEpoch: header.slotEpoch });
  return { recoverySheets: sheets };
}
