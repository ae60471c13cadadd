import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile, writeNewFile } from './durable.ts';
import { asVaultError, VaultError } from './errors.ts';

/**
 * Failed sign-ins, kept outside the store because nobody is signed in yet and so no key can protect them (K4). A speed bump
 * with a memory: the real cost of a guess is scrypt. The serial number only grows; the trail remembers the last one it has
 * taken over, so a removed or exchanged file is noticed.
 */
const eventForm = z.strictObject({ at: z.string(), account: z.string().nullable(), kind: z.enum(['failed', 'locked', 'refused', 'cleared']) });
const attemptsForm = z.strictObject({
  v: z.literal(1),
  serial: z.int().min(0),
  accounts: z.record(z.string(), z.strictObject({ failures: z.int().min(0), lastAt: z.string(), locked: z.boolean() })),
  events: z.array(eventForm),
  dropped: z.int().min(0),
});

/** One thing that happened before anyone was signed in. `account` is null for a name that does not exist: it may be a password typed in the wrong box. */
export type AttemptEvent = z.infer<typeof eventForm>;
type Attempts = z.infer<typeof attemptsForm>;

/** Where an account stands. `waitSeconds` is for the screen: 1, 2, 4 … 60 s after the third failure. */
export type AttemptState = Readonly<{ failures: number; locked: boolean; lastAt: string | null; waitSeconds: number }>;

/** Tries before an account is locked (account.lockout.failures, L039). */
export const lockoutFailures = 5;
const keptEvents = 500;

function fileIn(dir: string): string {
  return join(dir, 'attempts.json');
}

/**
 * Room taken in advance, written in place when the disk is full: an honest sign-in then still works (read-only), and a wrong one is
 * still counted, past any restart. Memory alone would give four free guesses to whoever fills the disk and starts the program again.
 * One page, so that a power cut hardly ever tears it; a torn one is not believed. Where a file system needs new room even to write
 * over old content, the try is refused as before: no guess goes uncounted.
 */
const spareBytes = 4096;
function spareIn(dir: string): string {
  return join(dir, 'attempts.spare');
}

/** Own entries only: an account may be called like a property that every object has. */
function entryOf(attempts: Attempts | null, account: string) {
  return attempts !== null && Object.hasOwn(attempts.accounts, account) ? attempts.accounts[account] : undefined;
}

const empty: Attempts = { v: 1, serial: 0, accounts: {}, events: [], dropped: 0 };

function read(file: string): Attempts | null {
  if (!existsSync(file)) return null;
  try {
    return attemptsForm.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const mapped = asVaultError(error);
    if (mapped !== null) throw mapped;
    return null;
  }
}

/** The spare page, when it is newer than the file: then it was the only one that could be written. */
function spared(dir: string, file: Attempts): Attempts | null {
  const spare = read(spareIn(dir));
  return spare !== null && spare.serial > file.serial ? spare : null;
}

/** The file, or what came after it on a full disk. Without the file nothing is believed: it was taken away, and that is to be noticed. */
function load(dir: string): Attempts | null {
  const file = read(fileIn(dir));
  return file === null ? null : (spared(dir, file) ?? file);
}

/** True when the last try could be written into the spare page only. */
export function attemptsOnFullDisk(dir: string): boolean {
  const file = read(fileIn(dir));
  return file !== null && spared(dir, file) !== null;
}

/** Writes over the spare page; the oldest events give way, the counters never. Throws `disk_full` when there is no page or no room in it. */
function saveSpare(dir: string, attempts: Attempts): void {
  const file = spareIn(dir);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < spareBytes) throw new VaultError('disk_full');
  let kept = attempts;
  let text = JSON.stringify(kept);
  while (Buffer.byteLength(text) > spareBytes) {
    if (kept.events.length === 0) throw new VaultError('disk_full');
    kept = { ...kept, events: kept.events.slice(1), dropped: kept.dropped + 1 };
    text = JSON.stringify(kept);
  }
  const page = Buffer.alloc(spareBytes, ' ');
  page.write(text, 'utf8');
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, page, 0, spareBytes, 0);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function save(dir: string, attempts: Attempts): void {
  const events = attempts.events.slice(-keptEvents);
  const next = { ...attempts, serial: attempts.serial + 1, events, dropped: attempts.dropped + attempts.events.length - events.length };
  try {
    try {
      replaceFile(fileIn(dir), `${JSON.stringify(next)}\n`);
    } catch (error) {
      if (asVaultError(error)?.code !== 'disk_full') throw error;
      saveSpare(dir, next);
      return;
    }
    takeRoom(dir);
  } catch (error) {
    throw asVaultError(error) ?? error;
  }
}

/** Takes the room of the spare page while there is some; without it things are as they are without a spare. */
function takeRoom(dir: string): void {
  if (existsSync(spareIn(dir))) return;
  try {
    writeNewFile(spareIn(dir), ' '.repeat(spareBytes));
  } catch (error) {
    if (asVaultError(error)?.code !== 'disk_full') throw error;
  }
}

/** Starts the file of a new vault. */
export function startAttempts(dir: string): void {
  save(dir, empty);
}

/** Seconds the screen waits before it takes another try. */
export function waitSeconds(failures: number): number {
  return failures < 3 ? 0 : Math.min(60, 2 ** (failures - 3));
}

/** Where an account stands before it tries. */
export function attemptState(dir: string, account: string): AttemptState {
  const one = entryOf(load(dir), account);
  if (one === undefined) return { failures: 0, locked: false, lastAt: null, waitSeconds: 0 };
  return { ...one, waitSeconds: waitSeconds(one.failures) };
}

/**
 * Counts a try before the password is looked at, so that pulling the plug during the check buys no extra guess.
 * Throws `locked_out` (and writes that down) when the account is already locked.
 */
export function beginAttempt(dir: string, account: string, at: string, lockAfter = lockoutFailures): void {
  const attempts = load(dir) ?? empty;
  const one = entryOf(attempts, account) ?? { failures: 0, lastAt: at, locked: false };
  if (one.locked || one.failures >= lockAfter) {
    attemptRefused(dir, account, at);
    throw new VaultError('locked_out', { failures: one.failures });
  }
  save(dir, { ...attempts, accounts: { ...attempts.accounts, [account]: { failures: one.failures + 1, lastAt: at, locked: false } } });
}

/** A try that is turned away without a look at the password (locked or revoked account). */
export function attemptRefused(dir: string, account: string, at: string): void {
  const attempts = load(dir) ?? empty;
  save(dir, { ...attempts, events: [...attempts.events, { at, account, kind: 'refused' }] });
}

/** The counted try was right: the account starts at zero again. */
export function attemptWasRight(dir: string, account: string): void {
  const attempts = load(dir) ?? empty;
  const { [account]: _gone, ...accounts } = attempts.accounts;
  save(dir, { ...attempts, accounts });
}

/** The counted try was wrong. Out: where the account stands now; it is locked from the `lockAfter`-th failure on. */
export function attemptWasWrong(dir: string, account: string, at: string, lockAfter = lockoutFailures): AttemptState {
  const attempts = load(dir) ?? empty;
  const failures = entryOf(attempts, account)?.failures ?? 1;
  const locked = failures >= lockAfter;
  const events: AttemptEvent[] = [...attempts.events, { at, account, kind: 'failed' }];
  if (locked) events.push({ at, account, kind: 'locked' });
  save(dir, { ...attempts, accounts: { ...attempts.accounts, [account]: { failures, lastAt: at, locked } }, events });
  return { failures, locked, lastAt: at, waitSeconds: waitSeconds(failures) };
}

/** A try with a name that no account has: written down without the name. */
export function attemptOfNobody(dir: string, at: string): void {
  const attempts = load(dir) ?? empty;
  save(dir, { ...attempts, events: [...attempts.events, { at, account: null, kind: 'failed' }] });
}

/** Unlocks an account. Who may ask for it is decided at the door: the security administrator only (L039). */
export function clearLock(dir: string, account: string, at: string = new Date().toISOString()): void {
  const attempts = load(dir) ?? empty;
  const { [account]: _gone, ...accounts } = attempts.accounts;
  save(dir, { ...attempts, accounts, events: [...attempts.events, { at, account, kind: 'cleared' }] });
}

/** True when the file of an existing vault is gone or unreadable. */
export function attemptsMissing(dir: string): boolean {
  return load(dir) === null;
}

/** What goes over into the trail, and whether the file continues where the trail left off. `serial` is what the trail must remember. */
export type DrainedAttempts = Readonly<{ events: readonly AttemptEvent[]; dropped: number; serial: number; continuity: 'continues' | 'missing' | 'older' }>;

/**
 * Hands over the written-down events and empties the list; the counters stay. In: the serial that the trail remembers (0 for none).
 * Call it, write the events into the trail, and store `serial`; a crash in between loses nothing when `keep` is given first.
 * `missing`: the file was removed. `older`: it was exchanged for an earlier one.
 */
export function drainAttempts(dir: string, lastSerial = 0, o: { keep?: boolean } = {}): DrainedAttempts {
  const found = load(dir);
  const attempts = found ?? empty;
  const continuity = found === null ? 'missing' : attempts.serial < lastSerial ? 'older' : 'continues';
  const serial = Math.max(attempts.serial, lastSerial) + 1;
  if (o.keep !== true) save(dir, { ...attempts, serial: serial - 1, events: [], dropped: 0 });
  return { events: attempts.events, dropped: attempts.dropped, serial: o.keep === true ? attempts.serial : serial, continuity };
}
