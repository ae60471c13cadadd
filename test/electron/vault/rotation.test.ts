import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '#electron/vault/open.ts';
import { classify } from '#electron/vault/pageScan.ts';
import { contentDigest, holdSwap, rotationSteps } from '#electron/vault/rotation.ts';
import { readHeaderFile } from '#electron/vault/slots.ts';
import { changePassword, compareAnchor, confirmSlot, enrolSlot, finishInterrupted, lockVault, provePassword, recover, rotate, unlockVault, writeAnchor } from '#electron/vault/vault.ts';
import { codeOf, countNotes, fillNotes, folder, freshVault, hashOf, lockAt, passwords, runChild, startChild } from './fixture.ts';

const everyone = ['nangong', 'ouyang', 'baili', 'murong'];
const tidy = ['anchors', 'attempts.json', 'attempts.spare', 'header.json', 'header.json.prev', 'store.db', 'swap.lock'];

describe('rotation', () => {
  it('gives new keys to those who stay, without their passwords, and shuts out who left', async () => {
    const { dir, vault, recoverySheets } = await freshVault();
    fillNotes(vault.db, 300);
    await changePassword(vault, 'baili', passwords.clerk, passwords.clerk + 'x');
    await changePassword(vault, 'baili', passwords.clerk + 'x', passwords.clerk);
    expect(existsSync(join(dir, 'header.json.prev'))).toBe(true);
    vault.db.exec('CREATE TABLE keyed (name TEXT PRIMARY KEY, data BLOB) STRICT, WITHOUT ROWID');
    vault.db.prepare('INSERT INTO keyed VALUES (?, ?)').run('甲', Buffer.from([0, 1, 2]));
    writeAnchor(vault, { seq: 3, hash: hashOf(3), slotEpoch: vault.header.slotEpoch, at: '2026-11-22T08:00:00Z' });
    const before = contentDigest(vault.db);
    const oldKey = Buffer.from(vault.keys.db);
    const steps: string[] = [];
    let seen = 0;
    const done = rotate(vault, ['nangong', 'ouyang', 'baili'], { onStep: (step) => steps.push(step), verifyCopy: (copy) => (seen = countNotes(copy)) });

    expect(steps).toEqual(rotationSteps);
    expect(seen).toBe(300);
    expect(done.recoverySheets).toBeNull();
    expect(vault.header).toMatchObject({ generation: 2, slotEpoch: 4 });
    expect(contentDigest(vault.db)).toBe(before);
    expect(compareAnchor(vault, hashOf, 3)).toBe('same');
    lockVault(vault, null);
    expect(classify(join(dir, 'store.db'), oldKey)).toBe('wrong_key');
    expect(readdirSync(dir).sort()).toEqual(tidy.filter((name) => name !== 'header.json.prev'));
    expect(statSync(join(dir, 'store.db')).mode & 0o777).toBe(0o600);

    for (const [account, password] of [['nangong', passwords.system], ['ouyang', passwords.security], ['baili', passwords.clerk]] as const) lockAt(await unlockVault(dir, account, password));
    expect(await codeOf(() => unlockVault(dir, 'murong', passwords.auditor))).toBe('revoked');
    await recover(dir, recoverySheets[0].text, recoverySheets[1].text, 'baili', 'Other-Word#2026');
    lockAt(await unlockVault(dir, 'baili', 'Other-Word#2026'));
  });

  it('replaces recovery sheets that were used, and the old ones open nothing any more', async () => {
    const { dir, vault, recoverySheets } = await freshVault();
    lockAt(vault);
    await recover(dir, recoverySheets[0].text, recoverySheets[1].text, 'ouyang', 'Other-Word#2026');
    const v = await unlockVault(dir, 'ouyang', 'Other-Word#2026');
    const { recoverySheets: fresh } = rotate(v, everyone);
    expect(v.header.recoveryUsed).toBe(false);
    lockAt(v);
    expect(await codeOf(() => recover(dir, recoverySheets[0].text, recoverySheets[1].text, 'ouyang', 'Third-Word#2026'))).toBe('sheet_foreign');
    await recover(dir, fresh![1].text, fresh![0].text, 'ouyang', 'Third-Word#2026');
    lockAt(await unlockVault(dir, 'ouyang', 'Third-Word#2026'));
  });

  it('keeps working accounts working: confirm, change password, prove, rotate again', async () => {
    const { dir, vault } = await freshVault();
    await enrolSlot(vault, { account: 'dongfang', name: '东方简', roles: ['clerk'], password: 'Other-Word#2026' });
    rotate(vault, [...everyone, 'dongfang']);
    confirmSlot(vault, 'dongfang');
    expect(await provePassword(dir, 'dongfang', 'Other-Word#2026')).toBe(true);
    await changePassword(vault, 'dongfang', 'Other-Word#2026', 'Third-Word#2026');
    rotate(vault, [...everyone, 'dongfang']);
    expect(await provePassword(dir, 'dongfang', 'Third-Word#2026')).toBe(true);
    expect(vault.header.generation).toBe(3);
    lockAt(vault);
    lockAt(await unlockVault(dir, 'dongfang', 'Third-Word#2026'));
  });

  it('needs an administrator’s session, the own account and known names', async () => {
    const { dir, vault } = await freshVault();
    expect(await codeOf(() => rotate(vault, ['ouyang', 'baili']))).toBe('unknown_account');
    expect(await codeOf(() => rotate(vault, [...everyone, 'nobody']))).toBe('unknown_account');
    lockAt(vault);
    const clerk = await unlockVault(dir, 'baili', passwords.clerk);
    expect(await codeOf(() => rotate(clerk, everyone))).toBe('root_missing');
    lockAt(clerk);
    expect(await codeOf(() => rotate(clerk, everyone))).toBe('vault_closed');
  });

  it('leaves the vault open under the old keys, when the copy is not believed', async () => {
    const { dir, vault } = await freshVault();
    fillNotes(vault.db, 10);
    expect(await codeOf(() => rotate(vault, everyone, { verifyCopy: () => { throw Object.assign(new Error('chain'), { code: 'chain' }); } }))).toBe('chain');
    expect(vault.header.generation).toBe(1);
    expect(countNotes(vault.db)).toBe(10);
    fillNotes(vault.db, 1);
    lockAt(vault);
    expect(readdirSync(dir).sort()).toEqual(tidy.filter((name) => name !== 'header.json.prev'));
    lockAt(await unlockVault(dir, 'murong', passwords.auditor));
  });

  it('does not believe a copy that lacks one row, though every page of it is sound', async () => {
    const { dir, vault } = await freshVault();
    fillNotes(vault.db, 10);
    const loseOneRow = () => {
      const copy = openStore(join(dir, 'store.db.next'), vault.keys.db);
      copy.exec('DELETE FROM notes WHERE id = 7');
      copy.pragma('journal_mode=DELETE');
      copy.close();
    };
    expect(await codeOf(() => rotate(vault, everyone, { onStep: (step) => { if (step === 'copied') loseOneRow(); } }))).toBe('verification_failed');
    expect(vault.header.generation).toBe(1);
    expect(countNotes(vault.db)).toBe(10);
    expect(existsSync(join(dir, 'store.db.next'))).toBe(false);
  });

  it('changes the digest of the content with every change of a value, a type or a definition', async () => {
    const { vault } = await freshVault();
    vault.db.exec("CREATE TABLE t (a ANY) STRICT; INSERT INTO t VALUES (1)");
    const digests = [contentDigest(vault.db)];
    for (const sql of ["UPDATE t SET a = '1'", "UPDATE t SET a = x'31'", 'UPDATE t SET a = NULL', 'UPDATE t SET a = 1.5', 'INSERT INTO t VALUES (2)', 'ALTER TABLE t ADD COLUMN b TEXT']) {
      vault.db.exec(sql);
      digests.push(contentDigest(vault.db));
    }
    expect(new Set(digests).size).toBe(digests.length);
  });
});

describe('an interrupted rotation (FI-14)', () => {
  async function prepared() {
    const { dir, vault } = await freshVault();
    fillNotes(vault.db, 400);
    lockVault(vault, { seq: 3, hash: hashOf(3) });
    return dir;
  }

  /** After any interruption: everything is there, under exactly one generation, and the folder is clean. */
  async function afterwards(dir: string, expected?: number) {
    const v = await unlockVault(dir, 'ouyang', passwords.security);
    const { generation } = v.header;
    expect(countNotes(v.db)).toBe(400);
    expect(compareAnchor(v, hashOf, 3)).toBe('same');
    if (expected !== undefined) expect(generation).toBe(expected);
    const key = Buffer.from(v.keys.db);
    lockVault(v, { seq: 3, hash: hashOf(3) });
    expect(classify(join(dir, 'store.db'), key)).toBe('ok');
    expect(readdirSync(dir).filter((name) => !tidy.includes(name))).toEqual([]);
    expect(readdirSync(join(dir, 'anchors'))).toEqual(['anchor.json']);
    expect(await codeOf(() => unlockVault(dir, 'murong', passwords.auditor).then((open) => lockVault(open, null)))).toBe(generation === 1 ? 'no error' : 'revoked');
    return generation;
  }

  it.each(rotationSteps.map((step) => [step, rotationSteps.indexOf(step) < rotationSteps.indexOf('committed') ? 1 : 2] as const))(
    'killed at “%s” opens in generation %i',
    async (step, generation) => {
      const dir = await prepared();
      expect(runChild('rotate.ts', [dir, 'nangong', passwords.system, step]).signal).toBe('SIGKILL');
      await afterwards(dir, generation);
      // And it can be done again.
      expect(runChild('rotate.ts', [dir, 'nangong', passwords.system, 'never']).stdout).toContain('rotated');
      expect(readHeaderFile(dir).generation).toBe(generation + 1);
    },
  );

  it('killed at any moment opens in one of the two', async () => {
    const generations: number[] = [];
    for (let run = 0; run < 6; run += 1) {
      const dir = await prepared();
      const child = startChild('rotate.ts', [dir, 'nangong', passwords.system, '0']);
      await new Promise<void>((resolve) => {
        child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), run * 12));
        child.once('exit', () => resolve());
      });
      generations.push(await afterwards(dir));
    }
    expect(generations.every((generation) => generation === 1 || generation === 2)).toBe(true);
  }, 60_000);

  it('that was decided is finished only once, and again after a second interruption', async () => {
    const dir = await prepared();
    expect(runChild('rotate.ts', [dir, 'nangong', passwords.system, 'committed']).signal).toBe('SIGKILL');
    // The power goes again after the store was moved: every further start meets one of these states.
    const states = folder();
    cpSync(dir, join(states, 'v'), { recursive: true });
    expect(finishInterrupted(join(states, 'v'))).toBe(true);
    expect(finishInterrupted(join(states, 'v'))).toBe(false);
    await afterwards(join(states, 'v'), 2);
    await afterwards(dir, 2);
  });

  it('is not finished by a second program while the first is still at it', async () => {
    const dir = await prepared();
    expect(runChild('rotate.ts', [dir, 'nangong', passwords.system, 'committed']).signal).toBe('SIGKILL');
    const before = readdirSync(dir).sort();
    const release = holdSwap(dir);
    expect(await codeOf(() => finishInterrupted(dir))).toBe('opened_elsewhere');
    expect(await codeOf(() => unlockVault(dir, 'nangong', passwords.system))).toBe('opened_elsewhere');
    expect(readdirSync(dir).sort()).toEqual(before);
    release();
    await afterwards(dir, 2);
  });

  it('holds the lock from before the old store is let go of until the new one is held', async () => {
    const { dir, vault } = await freshVault();
    const held: string[] = [];
    rotate(vault, everyone, { onStep: (step) => { if (step === 'verified' || step === 'committed' || step === 'finished') held.push(runChild('swapLock.ts', [dir]).stdout.trim()); } });
    expect(held).toEqual(['free', 'opened_elsewhere', 'opened_elsewhere']);
    lockAt(vault);
    expect(statSync(join(dir, 'swap.lock'))).toMatchObject({ size: 0 });
    holdSwap(dir)();
  });

  it('does not open a store that is about to be moved', async () => {
    const dir = await prepared();
    const release = holdSwap(dir);
    expect(await codeOf(() => unlockVault(dir, 'nangong', passwords.system))).toBe('opened_elsewhere');
    release();
    await afterwards(dir, 1);
  });

  it('never moves a new store without its header', async () => {
    const dir = await prepared();
    const store = readFileSync(join(dir, 'store.db'));
    writeFileSync(join(dir, 'rotation.json'), '{}');
    writeFileSync(join(dir, 'store.db.next'), 'planted');
    expect(await codeOf(() => unlockVault(dir, 'nangong', passwords.system))).toBe('header_damaged');
    expect(readFileSync(join(dir, 'store.db')).equals(store)).toBe(true);
    expect(existsSync(join(dir, 'store.db.next'))).toBe(true);
  });
});
