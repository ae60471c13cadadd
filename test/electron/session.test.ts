import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { act, ask, decideAct, lock, openSession } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { listBackups, makeBackup, readManifest } from '#electron/backup/backup.ts';
import { restoreBackup } from '#electron/backup/restore.ts';
import { recordsWhere, trailHead } from '#electron/vault/read.ts';
import { recover } from '#electron/vault/vault.ts';
import { verifySession } from '#electron/verification.ts';
import type { Refusal, Result } from '#shared/result.ts';
import { paper } from '../helpers/desk.ts';
import { openTerminal, staff } from '../helpers/terminal.ts';
import type { Terminal } from '../helpers/terminal.ts';

let t: Terminal;
afterEach(() => {
  t.leave();
  rmSync(t.root, { recursive: true, force: true });
});

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const refusal = (result: Result<unknown>): Refusal => {
  if (result.ok) throw new Error('was not refused');
  return result.refusal;
};
const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'none', (e: { code: string }) => e.code);
const second = (who: keyof typeof staff) => ({ account: staff[who].account, password: staff[who].password });
const enterPaper = (s: Session, n = 1) => act(s, 'carrier.enter', paper(`示范方案之${n}`, { copySerial: String(n).padStart(6, '0') }));

describe('signing in', () => {
  it('opens for each founder with the roles of the books, and for nobody else', async () => {
    t = await openTerminal();
    for (const who of ['clerk', 'leader', 'system', 'security', 'audit'] as const) expect((await t.sit(who)).me.roles).toEqual(staff[who].roles);
    t.leave();
    expect(await code(openSession(t.folder, 'ouyang', 'Wrong-Password#1', t.clock))).toBe('wrong_password');
    expect(await code(openSession(t.folder, 'nobody', 'Wrong-Password#1', t.clock))).toBe('wrong_password');
  });

  it('locks after five failures, survives a restart and the loss of the file, and is lifted by the security administrator only', async () => {
    t = await openTerminal();
    for (let i = 0; i < 5; i += 1) await code(openSession(t.folder, 'ouyang', 'Wrong-Password#1', t.clock));
    expect(await code(openSession(t.folder, 'ouyang', staff.clerk.password, t.clock))).toBe('locked_out');
    await t.sit('audit'); // takes the failures over into the trail
    t.leave();
    rmSync(path.join(t.folder, 'attempts.json'));
    expect(await code(openSession(t.folder, 'ouyang', staff.clerk.password, t.clock))).toBe('locked_out');
    const sys = await t.sit('system');
    expect(refusal(await act(sys, 'account.unlock', { account: 'ouyang', reason: '本人核实' })).kind).toBe('policy');
    const sec = await t.sit('security');
    value(await act(sec, 'account.unlock', { account: 'ouyang', reason: '本人核实' }));
    expect((await t.sit('clerk')).me.name).toBe('欧阳笺');
    const seen = value(await ask(await t.sit('audit'), 'audit.list', { limit: 200 })) as { entries: { act: string }[] };
    expect(seen.entries.filter((e) => e.act === 'session.failed' || e.act === 'session.lockedOut').length).toBeGreaterThanOrEqual(5);
    expect(seen.entries.some((e) => e.act === 'session.attemptsGone')).toBe(true);
  });
});

describe('accounts', () => {
  it('work only after the security administrator has confirmed them', async () => {
    t = await openTerminal();
    const password = 'Dong-Fang#2026x';
    value(await act(await t.sit('system'), 'account.create', { account: 'dongfang', name: '东方簿', roles: ['clerk'], password }));
    t.leave();
    expect(await code(openSession(t.folder, 'dongfang', password, t.clock))).toBe('pending_confirmation');
    value(await act(await t.sit('security'), 'account.confirm', { account: 'dongfang' }));
    t.leave();
    const fresh = await openSession(t.folder, 'dongfang', password, t.clock);
    value(await enterPaper(fresh));
    lock(fresh);
  });

  it('refuse weak passwords and mixed administrators without leaving a slot', async () => {
    t = await openTerminal();
    const sys = await t.sit('system');
    expect(refusal(await act(sys, 'account.create', { account: 'x1', name: '甲', roles: ['clerk'], password: 'short' })).kind).toBe('policy');
    expect(refusal(await act(sys, 'account.create', { account: 'x1', name: '甲', roles: ['auditor', 'system_administrator'], password: 'Good-Pass#2026' })).kind).toBe('policy');
    expect(readFileSync(path.join(t.folder, 'header.json'), 'utf8')).not.toContain('"x1"');
  });

  it('change their own password without re-encryption', async () => {
    t = await openTerminal();
    const clerk = await t.sit('clerk');
    value(await enterPaper(clerk));
    value(await act(clerk, 'account.setPassword', { oldPassword: staff.clerk.password, newPassword: 'New-Pass#2026x' }));
    t.leave();
    expect(await code(openSession(t.folder, 'ouyang', staff.clerk.password, t.clock))).toBe('wrong_password');
    const again = await openSession(t.folder, 'ouyang', 'New-Pass#2026x', t.clock);
    expect(recordsWhere(again.vault.db, 'carriers', {})).toHaveLength(1);
    lock(again);
  });

  it('are revoked by two persons, with new keys for everybody who stays; the trail before it still verifies', async () => {
    t = await openTerminal();
    value(await enterPaper(await t.sit('clerk')));
    t.leave();
    cpSync(t.folder, path.join(t.root, 'before'), { recursive: true });
    const sys = await t.sit('system');
    expect(refusal(await act(sys, 'account.revoke', { account: 'ouyang', reason: '调离' })).kind).toBe('policy');
    value(await act(sys, 'account.revoke', { account: 'ouyang', reason: '调离' }, second('security')));
    expect(sys.vault.header.generation).toBe(2);
    const found = await verifySession(sys);
    expect(found.checks.filter((c) => !c.ok)).toEqual([]);
    t.leave();
    expect(await code(openSession(t.folder, 'ouyang', staff.clerk.password, t.clock))).toBe('revoked');
    // The slot file of before the rotation does not open the store of after it.
    cpSync(path.join(t.root, 'before', 'header.json'), path.join(t.folder, 'header.json'));
    expect(['wrong_key', 'slots_rolled_back', 'revoked']).toContain(await code(openSession(t.folder, 'ouyang', staff.clerk.password, t.clock)));
  });

  it('come back with both recovery sheets, and only with both', async () => {
    t = await openTerminal();
    const [a, b] = t.sheets as unknown as [{ text: string }, { text: string }];
    expect(await code(recover(t.folder, a.text, a.text, 'sikong', 'Re-Cover#2026x', { at: t.clock() }))).toBe('sheet_same');
    await recover(t.folder, a.text, b.text, 'sikong', 'Re-Cover#2026x', { at: t.clock() });
    const s = await openSession(t.folder, 'sikong', 'Re-Cover#2026x', t.clock);
    expect(s.findings.map((f) => f.code)).toContain('recovery_used');
    lock(s);
  });
});

describe('the clock', () => {
  it('set back is refused until it is right again; nothing is lost', async () => {
    t = await openTerminal();
    value(await enterPaper(await t.sit('clerk')));
    t.at('2026-11-20T08:00:00');
    const s = await t.sit('clerk');
    const told = refusal(await enterPaper(s, 2));
    expect(told).toMatchObject({ kind: 'environment', code: 'clock_back' });
    expect(told.messageZh).toContain('时钟比上一条登记早');
    t.at('2026-11-20T10:00:00');
    value(await enterPaper(s, 2));
    expect(recordsWhere(s.vault.db, 'carriers', {})).toHaveLength(2);
  });

  it('leaping forward is written down', async () => {
    t = await openTerminal();
    await t.sit('clerk');
    t.leave();
    t.at('2027-03-01T09:00:00');
    const s = await t.sit('clerk');
    expect(s.findings.map((f) => f.code)).toContain('clock_leap');
  });
});

describe('an older store put back', () => {
  it('opens read-only with its own sentence, until security administrator and auditor accept it together', async () => {
    t = await openTerminal();
    value(await enterPaper(await t.sit('clerk')));
    t.leave();
    cpSync(path.join(t.folder, 'store.db'), path.join(t.root, 'old.db'));
    value(await enterPaper(await t.sit('clerk'), 2));
    t.leave();
    cpSync(path.join(t.root, 'old.db'), path.join(t.folder, 'store.db'));
    const clerk = await t.sit('clerk');
    expect(refusal(await enterPaper(clerk, 3))).toMatchObject({ kind: 'integrity', code: 'older_than_anchor' });
    expect(recordsWhere(clerk.vault.db, 'carriers', {})).toHaveLength(1);
    expect((await verifySession(clerk)).ok).toBe(false);
    const sec = await t.sit('security');
    expect(refusal(await act(sec, 'anchor.accept', { reason: '磁盘故障后放回旧文件' })).kind).toBe('policy');
    value(await act(sec, 'anchor.accept', { reason: '磁盘故障后放回旧文件' }, second('audit')));
    value(await enterPaper(await t.sit('clerk'), 3));
  });

  it('as plain text is refused before anything is read', async () => {
    t = await openTerminal();
    t.leave();
    writeFileSync(path.join(t.folder, 'store.db'), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8176)]));
    expect(await code(openSession(t.folder, 'ouyang', staff.clerk.password, t.clock))).toBe('not_encrypted');
  });
});

describe('a store whose pages cannot be read any more', () => {
  it('is locked all the same: the keys are gone and the file is free', async () => {
    t = await openTerminal();
    t.leave();
    const s = await openSession(t.folder, staff.clerk.account, staff.clerk.password, t.clock);
    value(await enterPaper(s));
    s.vault.db.pragma('wal_checkpoint(TRUNCATE)');
    s.vault.db.pragma('cache_size=0');
    s.vault.db.pragma('shrink_memory');
    const store = path.join(t.folder, 'store.db');
    const bytes = readFileSync(store);
    writeFileSync(store, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]));
    expect(() => trailHead(s.vault.db)).toThrow();
    lock(s);
    expect(s.vault.keys.trail.every((b) => b === 0)).toBe(true);
    writeFileSync(store, bytes);
    expect((await t.sit('clerk')).readOnly).toBeNull();
  });
});

describe('backup and restore', () => {
  it('proves the copy before calling it a backup, lists it, and restores it with two persons and the missing range', async () => {
    t = await openTerminal();
    const clerk = await t.sit('clerk');
    value(await enterPaper(clerk));
    const folder = path.join(t.root, 'backups');
    const made = value(await makeBackup(clerk, folder));
    expect(made.verified).toBe(true);
    expect(listBackups(folder)).toMatchObject([{ verified: true, sha256: made.sha256 }]);
    value(await enterPaper(clerk, 2));
    const head = trailHead(clerk.vault.db)?.seq ?? 0;
    t.leave();
    const to = path.join(t.root, 'restored');
    expect(refusal(await restoreBackup(made.file, to, second('system'), undefined, t.clock)).kind).toBe('policy');
    expect(refusal(await restoreBackup(made.file, to, second('clerk'), second('leader'), t.clock)).kind).toBe('policy');
    expect(existsSync(to)).toBe(false);
    const restored = value(await restoreBackup(made.file, to, second('system'), second('security'), t.clock));
    expect(restored.missing?.fromSeq).toBe(made.chain.seq + 1);
    expect(restored.missing?.toSeq).toBeGreaterThanOrEqual(head);
    const again = await openSession(to, 'ouyang', staff.clerk.password, t.clock);
    expect(recordsWhere(again.vault.db, 'carriers', {})).toHaveLength(1);
    expect((await verifySession(again)).ok).toBe(true);
    lock(again);
    expect(readdirSync(t.root).filter((n) => n.endsWith('.part'))).toEqual([]);
  });

  it('refuses a backup whose file or note was touched', async () => {
    t = await openTerminal();
    const clerk = await t.sit('clerk');
    value(await enterPaper(clerk));
    const made = value(await makeBackup(clerk, path.join(t.root, 'backups')));
    t.leave();
    const bytes = readFileSync(made.file);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(made.file, bytes);
    expect(listBackups(path.join(t.root, 'backups'))[0]?.verified).toBe(false);
    expect(refusal(await restoreBackup(made.file, path.join(t.root, 'r'), second('system'), second('security'), t.clock))).toMatchObject({ kind: 'integrity', code: 'backup_damaged' });
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(made.file, bytes);
    const note = path.join(path.dirname(made.file), 'manifest.json');
    writeFileSync(note, JSON.stringify({ ...readManifest(path.dirname(made.file)), seq: 1 }));
    expect(refusal(await restoreBackup(made.file, path.join(t.root, 'r'), second('system'), second('security'), t.clock))).toMatchObject({ kind: 'integrity', code: 'manifest_altered' });
  });

  it('goes to fixed disks only when the vault is a real one', async () => {
    t = await openTerminal({ testClock: false });
    const clerk = await t.sit('clerk');
    expect(refusal(await makeBackup(clerk, '/dev/shm/shoumi-backup'))).toMatchObject({ kind: 'environment' });
    expect(existsSync('/dev/shm/shoumi-backup')).toBe(false);
  });
});

describe('what is asked', () => {
  it('decides without changing anything', async () => {
    t = await openTerminal();
    const s = await t.sit('clerk');
    value(await enterPaper(s));
    const before = trailHead(s.vault.db)?.seq;
    expect(refusal(decideAct(s, 'carrier.lend', { carrier: 1, borrower: '没有此人', reason: '用' })).kind).toBe('missing');
    expect(trailHead(s.vault.db)?.seq).toBe(before);
  });
});

describe('a clock that ran ahead and was put right', () => {
  it('blocks new work until two administrators confirm the present time; then work goes on', async () => {
    t = await openTerminal();
    t.at('2029-01-01T09:00:00');
    value(await enterPaper(await t.sit('clerk')));
    t.leave();
    t.at('2026-11-20T10:00:00');
    expect(refusal(await enterPaper(await t.sit('clerk'), 2))).toMatchObject({ code: 'clock_back' });
    const sys = await t.sit('system');
    expect(refusal(await act(sys, 'clock.confirm', { reason: '主板电池更换，时间已核对' })).kind).toBe('policy');
    expect(refusal(await act(sys, 'setting.change', { key: 'department', value: '办公室' }))).toMatchObject({ code: 'clock_back' });
    value(await act(sys, 'clock.confirm', { reason: '主板电池更换，时间已核对' }, second('security')));
    const clerk = await t.sit('clerk');
    value(await enterPaper(clerk, 2));
    expect((await verifySession(clerk)).checks.filter((c) => !c.ok)).toEqual([]);
  });
});
