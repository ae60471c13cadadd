import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import { scryptCostForTests } from '#electron/vault/keys.ts';
import type { WriteDb } from '#electron/vault/open.ts';
import type { UnlockedVault } from '#electron/vault/unlocked.ts';
import { heldHere } from '#electron/vault/unlocked.ts';
import { createVault, lockVault, type NewVault } from '#electron/vault/vault.ts';

export const cheap = scryptCostForTests(1024);
export const passwords = { system: 'Sys-Admin#2026', security: 'Sec-Guard#2026', clerk: 'Clerk-Desk#2026', auditor: 'Audit-Book#2026' } as const;

const made: string[] = [];

/** A private folder that disappears after the test. */
export function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'shoumi-vault-'));
  made.push(dir);
  return dir;
}

afterEach(() => {
  for (const dir of made.splice(0)) {
    const held = heldHere(join(dir, 'v'));
    if (held !== undefined) lockVault(held, null);
    rmSync(dir, { recursive: true, force: true });
  }
});

export function wanted(more: Partial<NewVault> = {}): NewVault {
  return {
    terminal: { organisation: '青石镇人民政府', terminalNumber: 'SM-07', level: 'secret' },
    testClock: true,
    accounts: [
      { account: 'nangong', name: '南宫砚', roles: ['system_administrator'], password: passwords.system },
      { account: 'ouyang', name: '欧阳笺', roles: ['security_administrator'], password: passwords.security },
      { account: 'baili', name: '百里章', roles: ['clerk'], password: passwords.clerk },
      { account: 'murong', name: '慕容档', roles: ['auditor'], password: passwords.auditor },
    ],
    scryptN: cheap,
    storeIdSeed: 'test',
    ...more,
  };
}

/** A new vault, open for the system administrator. */
export async function freshVault(more: Partial<NewVault> = {}) {
  const dir = join(folder(), 'v');
  return { dir, ...(await createVault(dir, wanted(more))) };
}

/** Locks with a made-up head of the trail. */
export function lockAt(v: UnlockedVault, seq = 1): void {
  lockVault(v, { seq, hash: hashOf(seq) }, '2026-11-22T08:00:00.000Z');
}

export function hashOf(seq: number): string {
  return seq.toString(16).padStart(64, '0');
}

export function fillNotes(db: WriteDb, rows: number, text = 'note'): void {
  db.exec('CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO notes (body) VALUES (?)');
  db.transaction(() => {
    for (let index = 0; index < rows; index += 1) insert.run(`${text} ${index} ${'x'.repeat(180)}`);
  }).immediate();
}

export function countNotes(db: Pick<WriteDb, 'prepare'>): number {
  return db.prepare('SELECT count(*) FROM notes').pluck().get() as number;
}

/** The code of the VaultError that a call ends in, or 'no error'. */
export async function codeOf(run: () => unknown): Promise<string> {
  try {
    await run();
    return 'no error';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : `another error: ${String(error)}`;
  }
}

const children = fileURLToPath(new URL('./children/', import.meta.url));

/** Runs one of the programs in children/ to its end, optionally under strace. */
export function runChild(name: string, args: readonly string[], under: readonly string[] = [], input?: string) {
  const [program = '', ...rest] = [...under, process.execPath, '--expose-gc', '--disable-warning=ExperimentalWarning', join(children, name), ...args];
  const done = spawnSync(program, rest, { encoding: 'utf8', timeout: 60_000, ...(input === undefined ? {} : { input }) });
  return { status: done.status, signal: done.signal, stdout: done.stdout, stderr: done.stderr };
}

/** Starts one of the programs in children/ and leaves it running. */
export function startChild(name: string, args: readonly string[]) {
  return spawn(process.execPath, ['--expose-gc', '--disable-warning=ExperimentalWarning', join(children, name), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
}

export const straceIsHere = spawnSync('strace', ['-V']).status === 0;
