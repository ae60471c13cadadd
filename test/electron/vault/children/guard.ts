/**
 * Installs the guard, opens a store and tries every file function on it, by every name. argv: file. Prints one line per try.
 * In a process of its own: the guard stays once it is in.
 */
import fs, { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installStoreGuard } from '#electron/vault/guardedFs.ts';
import { openStore } from '#electron/vault/open.ts';

const [file = ''] = process.argv.slice(2);
const dir = dirname(file);
const linked = join(dir, 'symbolic.db');
const hard = join(dir, 'hard.db');
fs.symlinkSync(file, linked);
fs.linkSync(file, hard);
installStoreGuard();
installStoreGuard();
const key = Buffer.alloc(32, 7);
const db = openStore(file, key);
db.exec('CREATE TABLE IF NOT EXISTS t (a INTEGER) STRICT');

async function attempt(name: string, run: () => unknown): Promise<void> {
  try {
    await run();
    process.stdout.write(`${name} done\n`);
  } catch (error) {
    process.stdout.write(`${name} ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`);
  }
}

const spellings: readonly [string, string | URL | Buffer][] = [
  ['plain', file],
  ['relative', join(dir, '.', 'x', '..', basename(file))],
  ['url', pathToFileURL(file)],
  ['bytes', Buffer.from(file)],
  ['symbolic', linked],
  ['hard', hard],
  ['wal', `${file}-wal`],
];
for (const [name, path] of spellings) await attempt(`${name} readFileSync`, () => readFileSync(path));
await attempt('live openSync', () => fs.openSync(file, 'r'));
await attempt('live copyFileSync', () => fs.copyFileSync(file, join(dir, 'copy')));
await attempt('live copyOnto', () => fs.copyFileSync(join(dir, 'nothing'), file));
await attempt('live renameSync', () => fs.renameSync(file, join(dir, 'gone')));
await attempt('live rmSync', () => fs.rmSync(file));
await attempt('live createReadStream', () => fs.createReadStream(file));
await attempt('live promises', () => readFile(file));
await attempt('live promises.open', () => fs.promises.open(file));
fs.writeFileSync(join(dir, 'other'), 'x');
await attempt('other readFileSync', () => readFileSync(join(dir, 'other')));
await attempt('other stat', () => fs.statSync(file));
db.close();
await attempt('closed readFileSync', () => readFileSync(file));
