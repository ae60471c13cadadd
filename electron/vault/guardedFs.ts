import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VaultError } from './errors.ts';

/**
 * On Linux, closing any descriptor of a file drops all locks that the process holds on it. So a harmless-looking
 * `readFile(store.db)`, in this thread or another one, lets a second program write to the live store (security.md 1, finding 8).
 * This guard makes the file functions of Node refuse the live store, in the thread where it is installed.
 * The database driver does not go through Node's file functions and is not affected.
 */
const live = new Set<string>();
const statSync = fs.statSync;

/** Functions that open their first path, or their first and second. */
const oneFile = ['open', 'openSync', 'readFile', 'readFileSync', 'writeFile', 'writeFileSync', 'appendFile', 'appendFileSync', 'truncate', 'truncateSync', 'createReadStream', 'createWriteStream', 'openAsBlob', 'unlink', 'unlinkSync', 'rm', 'rmSync'] as const;
const twoFiles = ['copyFile', 'copyFileSync', 'cp', 'cpSync', 'rename', 'renameSync', 'link', 'linkSync'] as const;

function identity(file: string): { dev: bigint; ino: bigint } | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined || found.ino === 0n ? null : { dev: found.dev, ino: found.ino };
}

function pathOf(argument: unknown): string | null {
  if (typeof argument === 'string') return resolve(argument);
  if (argument instanceof URL) return argument.protocol === 'file:' ? fileURLToPath(argument) : null;
  return Buffer.isBuffer(argument) ? resolve(argument.toString()) : null;
}

/** True when the path leads to a store that is open, under whatever name (link, symbolic link, other spelling). */
export function isLiveStore(argument: unknown): boolean {
  const path = live.size === 0 ? null : pathOf(argument);
  if (path === null) return false;
  if (live.has(path)) return true;
  const mine = identity(path);
  if (mine === null) return false;
  for (const file of live) {
    // Looked up each time: rotation puts another file under the same name.
    const theirs = identity(file);
    if (theirs !== null && theirs.dev === mine.dev && theirs.ino === mine.ino) return true;
  }
  return false;
}

function refuseLive(...paths: readonly unknown[]): void {
  if (paths.some(isLiveStore)) throw new VaultError('live_store_touched');
}

type Loose = Record<string, unknown>;

function wrap(home: Loose, name: string, paths: number): void {
  const original = home[name];
  if (typeof original !== 'function') return;
  home[name] = function guarded(this: unknown, ...args: unknown[]): unknown {
    refuseLive(...args.slice(0, paths));
    return Reflect.apply(original, this, args) as unknown;
  };
}

let installed = false;

/** Puts the guard into this thread's `node:fs` and `node:fs/promises`, for named imports as well. Once is enough; again does no harm. */
export function installStoreGuard(): void {
  if (installed) return;
  installed = true;
  for (const home of [fs, fs.promises] as unknown as readonly Loose[]) {
    for (const name of oneFile) wrap(home, name, 1);
    for (const name of twoFiles) wrap(home, name, 2);
  }
  syncBuiltinESMExports();
}

/**
 * Declares a store (and its WAL) as live. `openStore` does it in its own thread; every other thread of the main process does it
 * itself, before the store is opened, because threads share file locks but not this list.
 */
export function protectStore(file: string): void {
  const path = resolve(file);
  live.add(path);
  live.add(`${path}-wal`);
}

/** The store is closed: its file may be scanned, renamed or removed again. */
export function releaseStore(file: string): void {
  const path = resolve(file);
  live.delete(path);
  live.delete(`${path}-wal`);
}
