import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';

const config = fileURLToPath(new URL('../../build/eslint.config.mjs', import.meta.url));
const trees: string[] = [];
afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true, force: true })));

/** Lints small files in a tree of their own, all in one run. Answers the rules that fired, file by file. */
async function lint(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, readonly string[]>>> {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'lint-')));
  trees.push(tree);
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  put('tsconfig.json', JSON.stringify({ compilerOptions: { strict: true, module: 'preserve', moduleResolution: 'bundler', target: 'ES2024', lib: ['ES2024', 'DOM'], jsx: 'preserve', noEmit: true, types: [] }, include: ['.'] }));
  for (const [path, text] of Object.entries(files)) put(path, text);
  const eslint = new ESLint({ cwd: tree, overrideConfigFile: config });
  const results = await eslint.lintFiles(Object.keys(files));
  return Object.fromEntries(results.map((r) => [r.filePath.slice(tree.length + 1), r.messages.map((m) => m.ruleId ?? `fault: ${m.message}`)]));
}

/** Rule, a place where it holds, text that breaks it. */
const offences: readonly (readonly [rule: string, room: string, text: string])[] = [
  ['@typescript-eslint/no-explicit-any', 'electron/cli', 'export const x: any = 1;'],
  ['@typescript-eslint/no-non-null-assertion', 'renderer', 'export const x = (a?: string) => a!.length;'],
  ['@typescript-eslint/no-floating-promises', 'electron/backup', 'async function f() {}\nf();'],
  ['@typescript-eslint/no-floating-promises', 'test/electron', 'async function f() {}\nf();'],
  ['@typescript-eslint/await-thenable', 'electron/backup', 'export const f = async () => { await 1; };'],
  ['@typescript-eslint/no-misused-promises', 'electron/backup', 'async function f() { return true; }\nif (f()) console.log(1);'],
  ['@typescript-eslint/only-throw-error', 'electron/backup', "export const f = () => { throw 'x'; };"],
  ['no-eval', 'renderer', "eval('1');"],
  ['no-new-func', 'renderer', "export const f = new Function('return 1');"],
  ['@typescript-eslint/no-implied-eval', 'renderer', "setTimeout('f()', 1);"],
  ['eqeqeq', 'shared', 'export const f = (a: unknown) => a == 1;'],
  ['no-empty', 'electron/backup', 'try { JSON.parse("1"); } catch {}'],
  ['house/no-enum', 'shared', 'export enum A { b }'],
  ['house/no-default-export', 'shared', 'export default 1;'],
  ['house/no-default-export', 'electron/cli', 'const a = 1;\nexport { a as default };'],
  ['house/imports-name-their-file', 'electron/cli', "import { a } from './b';\nconsole.log(a);"],
  ['house/imports-name-their-file', 'electron/cli', "import { a } from '#shared/levels';\nconsole.log(a);"],
  ['house/no-network', 'electron/backup', "import net from 'node:net';\nconsole.log(net);"],
  ['house/no-network', 'electron/backup', "import { lookup } from 'dns/promises';\nconsole.log(lookup);"],
  ['house/no-network', 'electron/backup', "export const f = () => import('node:http');"],
  ['house/no-network', 'electron/backup', "export const f = () => process.getBuiltinModule('node:tls');"],
  ['house/no-network', 'renderer', "void fetch('/x');"],
  ['house/no-network', 'renderer', "void window.fetch('/x');"],
  ['house/no-network', 'renderer', "export const s = new WebSocket('wss://x');"],
  ['house/no-network', 'renderer', "export const s = new XMLHttpRequest();"],
  ['house/no-network', 'renderer', "navigator.sendBeacon('/x');"],
  ['house/no-network', 'electron/terminal', "import os from 'node:os';\nconsole.log(os.networkInterfaces());"],
  ['house/no-markup-from-strings', 'renderer', 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;'],
  ['house/no-markup-from-strings', 'renderer', "document.body.innerHTML = 'x';"],
  ['house/no-markup-from-strings', 'renderer', "document.body.insertAdjacentHTML('beforeend', 'x');"],
  ['house/electron-names-we-never-use', 'electron', "import { shell } from 'electron';\nconsole.log(shell);"],
  ['house/electron-names-we-never-use', 'electron', "import { autoUpdater } from 'electron';\nconsole.log(autoUpdater);"],
  ['house/driver-traps', 'electron/backup', "declare const db: { backup(to: string): void };\ndb.backup('x');"],
  ['house/driver-traps', 'electron/backup', 'declare const db: { serialize(): void };\ndb.serialize();'],
  ['house/driver-traps', 'electron/vault', "export const sql = 'PRAGMA cipher_integrity_check';"],
  ['house/driver-traps', 'electron/vault', 'export const sql = (f: string) => `ATTACH ${f} AS other`;'],
  ['house/live-store-is-not-read', 'electron/session', "import { readFileSync } from 'node:fs';\nimport { join } from 'node:path';\nreadFileSync(join('/v', 'store.db'));"],
  ['house/live-store-is-not-read', 'electron/backup', "import fs from 'node:fs';\ndeclare const dir: string;\nfs.copyFileSync(`${dir}/store.db`, '/x');"],
  ['house/one-way-to-open', 'electron/backup', "import Database from 'better-sqlite3';\nexport const db = new Database('x');"],
  ['house/writes-in-their-place', 'electron/queries', "export const sql = 'DELETE FROM records';"],
  ['house/writes-in-their-place', 'electron/queries', 'export const sql = (t: string) => `insert into ${t} values (1)`;'],
  ['house/writes-in-their-place', 'electron/commands', "export const sql = 'UPDATE records SET x = 1';"],
  ['house/policy-is-handed-its-time', 'electron/policy', 'export const at = () => Date.now();'],
  ['house/policy-is-handed-its-time', 'electron/policy/rules', 'export const at = () => new Date();'],
  ['house/policy-is-handed-its-time', 'electron/policy', 'export const luck = () => Math.random();'],
  ['house/policy-is-handed-its-time', 'electron/policy', 'export const id = () => crypto.randomUUID();'],
  ['house/policy-is-handed-its-time', 'electron/policy', "import { randomUUID } from 'node:crypto';\nconsole.log(randomUUID);"],
  ['house/policy-is-handed-its-time', 'electron/policy', "export const v = process.env['X'];"],
  ['house/ipc-main-in-one-file', 'electron', "import { ipcMain } from 'electron';\nconsole.log(ipcMain);"],
  ['house/ipc-renderer-in-one-file', 'electron', "import { ipcRenderer } from 'electron';\nconsole.log(ipcRenderer);"],
  ['house/no-child-process', 'electron/backup', "import { spawn } from 'node:child_process';\nconsole.log(spawn);"],
];

/** Rule, the file it makes an exception for, the same text. */
const exceptions: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['@typescript-eslint/no-non-null-assertion', 'test/a.test.ts', 'export const x = (a?: string) => a!.length;'],
  ['house/no-default-export', 'build/some.config.ts', 'export default {};'],
  ['house/no-network', 'build/double.ts', "import net from 'node:net';\nconsole.log(net);"],
  ['house/no-network', 'shared/word.ts', "export const fetchRows = (x: { fetch(): number }) => x.fetch();"],
  ['house/one-way-to-open', 'electron/vault/open.ts', "import Database from 'better-sqlite3';\nexport const db = new Database('x');"],
  ['house/live-store-is-not-read', 'electron/vault/pageScan.ts', "import { openSync } from 'node:fs';\ndeclare const dir: string;\nopenSync(`${dir}/store.db`);"],
  ['house/live-store-is-not-read', 'electron/vault/stat.ts', "import { statSync } from 'node:fs';\ndeclare const dir: string;\nstatSync(`${dir}/store.db`);"],
  ['house/writes-in-their-place', 'electron/vault/write.ts', "export const sql = 'DELETE FROM records';"],
  ['house/writes-in-their-place', 'electron/commands/trail.ts', "export const sql = 'INSERT INTO trail VALUES (1)';"],
  ['house/writes-in-their-place', 'electron/queries/words.ts', "export const kinds = ['insert', 'update', 'delete', 'Updated records'];"],
  ['house/policy-is-handed-its-time', 'electron/policy/day.ts', "export const day = (at: string) => new Date(at);"],
  ['house/policy-is-handed-its-time', 'electron/commands/clock.ts', 'export const at = () => Date.now();'],
  ['house/ipc-main-in-one-file', 'electron/ipc.ts', "import { ipcMain } from 'electron';\nconsole.log(ipcMain);"],
  ['house/ipc-renderer-in-one-file', 'electron/preload.ts', "import { ipcRenderer } from 'electron';\nconsole.log(ipcRenderer);"],
  ['house/no-child-process', 'electron/aside/run.ts', "import { fork } from 'node:child_process';\nconsole.log(fork);"],
];

describe('lint', () => {
  it('names the rule, when each rule is broken', async () => {
    const named = offences.map(([rule, room, text], i) => ({ rule, text, path: `${room}/offence${i}.${room === 'renderer' ? 'tsx' : 'ts'}` }));
    const fired = await lint(Object.fromEntries(named.map(({ path, text }) => [path, text])));
    for (const { rule, path, text } of named) expect(fired[path], `${path}: ${text}`).toContain(rule);
  });

  it('breaks every house rule in this table, when a rule is added', async () => {
    const { house } = (await import(new URL('../../build/eslint-house.mjs', import.meta.url).href)) as { house: { rules: Record<string, unknown> } };
    expect([...new Set(offences.map(([rule]) => rule).filter((rule) => rule.startsWith('house/')))].sort()).toEqual(Object.keys(house.rules).map((name) => `house/${name}`).sort());
  });

  it('keeps silent, where the rule makes its exception', async () => {
    const fired = await lint(Object.fromEntries(exceptions.map(([, path, text]) => [path, text])));
    for (const [rule, path] of exceptions) {
      expect(fired[path], path).toBeDefined();
      expect(fired[path], path).not.toContain(rule);
      expect(fired[path]?.filter((name) => name.startsWith('fault')), path).toEqual([]);
    }
  });
});
