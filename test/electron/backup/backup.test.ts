import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useAsideHost } from '#electron/aside/run.ts';
import { makeBackup, readManifest } from '#electron/backup/backup.ts';
import { act } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { all } from '#electron/vault/read.ts';
import type { Result } from '#shared/result.ts';
import { paper } from '../../helpers/desk.ts';
import { openTerminal } from '../../helpers/terminal.ts';
import type { Terminal } from '../../helpers/terminal.ts';

let t: Terminal;
let clerk: Session;
let folder: string;
/** What happens to the copies in the moment when they are about to be proven. */
let touch: (store: string) => void = () => undefined;

const partsIn = (dir: string): string[] => (existsSync(dir) ? readdirSync(dir) : []).filter((n) => n.endsWith('.part')).map((n) => path.join(dir, n));

useAsideHost(async (entry, execArgv) => {
  for (const part of partsIn(folder)) touch(path.join(part, 'store.db'));
  const child = fork(fileURLToPath(entry), [], { execArgv: [...execArgv], env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return { pid: child.pid, post: (m) => void child.send(m as object), onMessage: (hear) => void child.on('message', hear), onExit: (hear) => void child.on('exit', hear), kill: () => void child.kill('SIGKILL') };
});

beforeEach(async () => {
  touch = () => undefined;
  t = await openTerminal();
  folder = path.join(t.root, 'backups');
  clerk = await t.sit('clerk');
  for (let n = 1; n <= 3; n++) expect((await act(clerk, 'carrier.enter', paper(`示范方案之${n}`, { copySerial: String(n).padStart(6, '0') }))).ok).toBe(true);
});
afterEach(() => {
  t.leave();
  rmSync(t.root, { recursive: true, force: true });
});

/** Someone who holds the key and knows SQL: the triggers are no obstacle to him. */
function tamper(sql: string): void {
  const { db } = clerk.vault;
  for (const trigger of all(db, `SELECT name FROM sqlite_schema WHERE type = 'trigger'`)) db.exec(`DROP TRIGGER ${String(trigger['name'])}`);
  db.pragma('ignore_check_constraints=ON');
  db.exec(sql);
}
const said = (result: Result<unknown>): string => (result.ok ? '' : 'messageZh' in result.refusal ? result.refusal.messageZh : '');

describe('a backup', () => {
  it('carries the digest of the very file and what was proven of it, when all is well', async () => {
    const made = await makeBackup(clerk, folder);
    if (!made.ok) throw new Error(said(made));
    const { file, sha256, bytes } = made.value;
    const manifest = readManifest(path.dirname(file));
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(sha256);
    expect(manifest).toMatchObject({ sha256, bytes });
    expect(readFileSync(file).length).toBe(bytes);
    expect(manifest?.checks.map((c) => c.name)).toEqual(['pages', 'integrity', 'foreignKeys', 'chain', 'events', 'state', 'digests', 'numbering', 'sealedPages', 'search']);
    expect(manifest?.checks.filter((c) => c.name !== 'foreignKeys' && c.name !== 'sealedPages').every((c) => c.counted > 0)).toBe(true);
  });

  it.each([
    ['a row that is not what its events tell', `UPDATE carriers SET title = '换了' WHERE id = 2`, '登记与其经过'],
    ['an altered event', `UPDATE event SET body = replace(body, '示范方案之2', '换了') WHERE kind = 'entered'`, '审计记录与事件'],
    ['an altered entry', `UPDATE audit SET entry = replace(entry, 'carrier.enter', 'carrier.move')`, '审计链'],
    ['a number nobody gave', `UPDATE counter SET last = last + 1 WHERE series = 'ZT'`, '编号连续'],
    ['a reference to nothing', `UPDATE carriers SET receipt = 77 WHERE id = 1`, '登记之间的引用'],
    ['a row that breaks the schema', `UPDATE carriers SET copyingForbidden = 5 WHERE id = 1`, '存储结构'],
  ])('is not called one, when the books hold %s', async (_what, sql, nameZh) => {
    tamper(sql);
    const made = await makeBackup(clerk, folder);
    expect(made).toMatchObject({ ok: false, refusal: { kind: 'integrity', code: 'backup_unproven' } });
    expect(said(made)).toContain(nameZh);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not called one, when a page of the copy went bad on the way', async () => {
    touch = (store) => {
      const bytes = readFileSync(store);
      bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
      writeFileSync(store, bytes);
    };
    const made = await makeBackup(clerk, folder);
    expect(made).toMatchObject({ ok: false, refusal: { kind: 'integrity' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not called one, when the other process ends without an answer', async () => {
    touch = (store) => rmSync(store);
    const made = await makeBackup(clerk, folder).catch((e: unknown) => e);
    expect(made).not.toMatchObject({ ok: true });
    expect(readdirSync(folder)).toEqual([]);
  });
});
