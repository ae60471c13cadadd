import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attemptState, clearLock, drainAttempts } from '#electron/vault/attempts.ts';
import { deriveKeys, randomOwn } from '#electron/vault/keys.ts';
import { giveRoot, type Header, headerText, newSlot, readHeaderFile, sealHeader } from '#electron/vault/slots.ts';
import {
  changePassword,
  changeSlotRoles,
  compareAnchor,
  confirmSlot,
  createVault,
  currentEpoch,
  enrolSlot,
  headerStillOurs,
  lockVault,
  provePassword,
  readHeader,
  recover,
  resetSlot,
  revokeSlot,
  slotsRolledBack,
  unlockVault,
} from '#electron/vault/vault.ts';
import { cheap, codeOf, countNotes, fillNotes, folder, freshVault, hashOf, lockAt, passwords, wanted } from './fixture.ts';

const other = 'Other-Word#2026';

describe('a new vault', () => {
  it('opens again with every account it was made with, and keeps what was written', async () => {
    const { dir, vault } = await freshVault();
    fillNotes(vault.db, 3);
    lockAt(vault);
    for (const [account, password] of [['nangong', passwords.system], ['ouyang', passwords.security], ['baili', passwords.clerk], ['murong', passwords.auditor]] as const) {
      const v = await unlockVault(dir, account, password);
      expect(countNotes(v.db)).toBe(3);
      expect(v.account).toBe(account);
      lockAt(v);
    }
  });

  it('is private to the system user, holds no plain text and leaves no WAL, when locked', async () => {
    const { dir, vault } = await freshVault();
    fillNotes(vault.db, 50, '示厅函〔2026〕31号');
    lockAt(vault);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    for (const name of ['header.json', 'store.db', 'attempts.json', 'anchors/anchor.json']) expect(statSync(join(dir, name)).mode & 0o777, name).toBe(0o600);
    expect(existsSync(join(dir, 'store.db-wal'))).toBe(false);
    const bytes = readFileSync(join(dir, 'store.db'));
    expect(bytes.includes('SQLite format 3')).toBe(false);
    expect(bytes.includes('示厅函')).toBe(false);
    expect(bytes.includes('CREATE TABLE')).toBe(false);
  });

  it('refuses a folder that is not empty and leaves it as it was', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'mine.txt'), 'mine');
    expect(await codeOf(() => createVault(dir, wanted()))).toBe('folder_not_empty');
    expect(readdirSync(dir)).toEqual(['mine.txt']);
  });

  it('refuses weak passwords, doubled names, impossible names and a scrypt cost below the floor, and leaves nothing behind', async () => {
    const dir = join(folder(), 'v');
    const [first] = wanted().accounts;
    const one = first!;
    expect(await codeOf(() => createVault(dir, wanted({ accounts: [{ ...one, password: 'short1A#' }] })))).toBe('weak_password');
    expect(await codeOf(() => createVault(dir, wanted({ accounts: [one, { ...one, name: '另一人' }] })))).toBe('account_exists');
    expect(await codeOf(() => createVault(dir, wanted({ accounts: [{ ...one, account: 'a b' }] })))).toBe('invalid_account');
    expect(await codeOf(() => createVault(dir, wanted({ accounts: [] })))).toBe('unknown_account');
    await expect(createVault(dir, wanted({ scryptN: 2 ** 16 }))).rejects.toThrow(RangeError);
    expect(existsSync(dir)).toBe(false);
  });

  it('derives at the product cost, when no cost is given', async () => {
    const { scryptN: _cheap, ...product } = wanted();
    const dir = join(folder(), 'v');
    const { vault } = await createVault(dir, { ...product, accounts: product.accounts.slice(0, 1) });
    expect(vault.header.slots[0]?.kdf).toMatchObject({ n: 2 ** 17, r: 8, p: 1 });
    lockAt(vault);
    const v = await unlockVault(dir, 'nangong', passwords.system);
    expect(v.findings).toEqual([]);
    lockAt(v);
  });

  it('tells the lock screen who there is, and no secret', async () => {
    const { dir, vault } = await freshVault();
    const facts = readHeader(dir);
    expect(facts).toMatchObject({ formatVersion: 1, testClock: true, generation: 1, terminal: { organisation: '青石镇人民政府', terminalNumber: 'SM-07', level: 'secret' } });
    expect(facts.accounts.map((one) => [one.account, one.name, one.roles[0], one.state])).toEqual([
      ['nangong', '南宫砚', 'system_administrator', 'active'],
      ['ouyang', '欧阳笺', 'security_administrator', 'active'],
      ['baili', '百里章', 'clerk', 'active'],
      ['murong', '慕容档', 'auditor', 'active'],
    ]);
    expect(JSON.stringify(facts)).not.toContain('kdf');
    expect(headerStillOurs(vault)).toBe(true);
  });
});

describe('signing in', () => {
  it('fails the same way for a wrong password and for an unknown name', async () => {
    const { dir, vault } = await freshVault();
    lockAt(vault);
    const sentences = await Promise.all([['baili', 'Wrong-Word#2026'], ['nobody', 'Wrong-Word#2026']].map(async ([account, password]) => {
      try {
        await unlockVault(dir, account!, password!);
        return 'open';
      } catch (error) {
        return (error as Error).message;
      }
    }));
    expect(sentences[0]).toContain('wrong_password');
    expect(sentences[1]).toBe(sentences[0]);
  });

  it('takes a password typed with combining marks for the same password', async () => {
    const password = 'Rés-umé#2026X'.normalize('NFC');
    const { dir, vault } = await freshVault({ accounts: [{ account: 'a', name: '甲', roles: [], password }] });
    lockAt(vault);
    lockAt(await unlockVault(dir, 'a', password.normalize('NFD')));
  });

  it('keeps the root only in administrators’ sessions, and zeroes every key at lock', async () => {
    const { dir, vault } = await freshVault();
    lockAt(vault);
    const clerk = await unlockVault(dir, 'baili', passwords.clerk);
    expect(clerk.keys.root).toBeUndefined();
    lockAt(clerk);
    const admin = await unlockVault(dir, 'ouyang', passwords.security);
    const { root, db, trail, anchor, slots, manifest } = admin.keys;
    const all = [root!, db, trail, anchor, slots, manifest];
    expect(all.every((key) => key.some((byte) => byte !== 0))).toBe(true);
    lockAt(admin);
    expect(all.every((key) => key.every((byte) => byte === 0))).toBe(true);
    expect(admin.keys.root).toBeUndefined();
  });

  it('locks an account after five failures, remembers it on disk, and opens again only when the lock is cleared', async () => {
    const { dir, vault } = await freshVault();
    lockAt(vault);
    const codes: string[] = [];
    for (let index = 0; index < 5; index += 1) codes.push(await codeOf(() => unlockVault(dir, 'baili', 'Wrong-Word#2026')));
    expect(codes).toEqual(['wrong_password', 'wrong_password', 'wrong_password', 'wrong_password', 'locked_out']);
    // What another process would read after a restart:
    expect(JSON.parse(readFileSync(join(dir, 'attempts.json'), 'utf8'))).toMatchObject({ accounts: { baili: { failures: 5, locked: true } } });
    expect(await codeOf(() => unlockVault(dir, 'baili', passwords.clerk))).toBe('locked_out');
    expect(await codeOf(() => provePassword(dir, 'baili', passwords.clerk))).toBe('locked_out');
    clearLock(dir, 'baili');
    lockAt(await unlockVault(dir, 'baili', passwords.clerk));
    const { events } = drainAttempts(dir);
    expect(events.map((event) => event.kind)).toEqual(['failed', 'failed', 'failed', 'failed', 'failed', 'locked', 'refused', 'refused', 'cleared']);
  });

  it('buys no extra guess by trying many at once', async () => {
    const { dir, vault } = await freshVault();
    lockAt(vault);
    const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(() => provePassword(dir, 'baili', 'Wrong-Word#2026'))));
    expect(codes.filter((code) => code === 'no error').length).toBeLessThanOrEqual(5);
    expect(await codeOf(() => provePassword(dir, 'baili', passwords.clerk))).toBe('locked_out');
  });

  it('starts counting again after a right password', async () => {
    const { dir, vault } = await freshVault();
    for (let index = 0; index < 3; index += 1) expect(await provePassword(dir, 'baili', 'Wrong-Word#2026')).toBe(false);
    expect(attemptState(dir, 'baili')).toMatchObject({ failures: 3, locked: false, waitSeconds: 1 });
    expect(await provePassword(dir, 'baili', passwords.clerk)).toBe(true);
    expect(attemptState(dir, 'baili').failures).toBe(0);
    lockAt(vault);
  });

  it('notices that the attempts file was removed', async () => {
    const { dir, vault } = await freshVault();
    lockAt(vault);
    rmSync(join(dir, 'attempts.json'));
    const v = await unlockVault(dir, 'baili', passwords.clerk);
    expect(v.findings.map((one) => one.code)).toContain('attempts_missing');
    lockAt(v);
  });
});

describe('refusals to open', () => {
  it('tells a plain file, a foreign store, a header from the future and an older copy apart', async () => {
    const { dir, vault } = await freshVault();
    fillNotes(vault.db, 20);
    lockVault(vault, { seq: 1, hash: hashOf(1) });
    const older = readFileSync(join(dir, 'store.db'));
    const again = await unlockVault(dir, 'baili', passwords.clerk);
    fillNotes(again.db, 20);
    lockVault(again, { seq: 9, hash: hashOf(9) });
    const good = readFileSync(join(dir, 'store.db'));
    const open = () => codeOf(() => unlockVault(dir, 'baili', passwords.clerk));

    writeFileSync(join(dir, 'store.db'), Buffer.concat([Buffer.from('SQLite format 3\0', 'latin1'), Buffer.alloc(8176)]));
    expect(await open()).toBe('not_encrypted');

    const foreign = await freshVault({ storeIdSeed: 'foreign' });
    lockAt(foreign.vault);
    writeFileSync(join(dir, 'store.db'), readFileSync(join(foreign.dir, 'store.db')));
    expect(await open()).toBe('wrong_key');

    const broken = Buffer.from(good);
    broken[100] = broken[100]! ^ 1;
    writeFileSync(join(dir, 'store.db'), broken);
    expect(await open()).toBe('damaged');

    rmSync(join(dir, 'store.db'));
    expect(await open()).toBe('store_missing');
    expect(existsSync(join(dir, 'store.db'))).toBe(false);

    writeFileSync(join(dir, 'store.db'), good, { mode: 0o600 });
    const header = readFileSync(join(dir, 'header.json'), 'utf8');
    writeFileSync(join(dir, 'header.json'), header.replace('"v": 1', '"v": 2'));
    expect(await open()).toBe('from_the_future');
    writeFileSync(join(dir, 'header.json'), header.slice(0, 500));
    expect(await open()).toBe('header_damaged');
    writeFileSync(join(dir, 'header.json'), header);

    writeFileSync(join(dir, 'store.db'), older);
    const v = await unlockVault(dir, 'baili', passwords.clerk);
    expect(compareAnchor(v, (seq) => (seq <= 1 ? hashOf(seq) : null), 1)).toBe('older');
    lockVault(v, null);
    expect(await codeOf(() => unlockVault(join(dir, 'nothing'), 'baili', passwords.clerk))).toBe('unknown_vault');
  });

  it('refuses a second opener in the same program, and never creates a store on the way', async () => {
    const { dir, vault } = await freshVault();
    expect(await codeOf(() => unlockVault(dir, 'baili', passwords.clerk))).toBe('opened_elsewhere');
    lockAt(vault);
  });

  it('refuses a header in which anything was changed, though the own slot still opens', async () => {
    const { dir, vault, recoverySheets } = await freshVault();
    lockAt(vault);
    const genuine = readFileSync(join(dir, 'header.json'), 'utf8');
    const changes: ((header: Header) => void)[] = [
      (header) => (header.terminal.level = 'confidential'),
      (header) => (header.terminal.terminalNumber = 'SM-08'),
      (header) => (header.testClock = false),
      (header) => (header.slotEpoch += 1),
      (header) => (header.slots[0]!.name = '另一人'),
      (header) => (header.slots[3]!.state = 'pending'),
      (header) => header.slots.splice(3, 1),
    ];
    for (const change of changes) {
      const header = readHeaderFile(dir);
      change(header);
      writeFileSync(join(dir, 'header.json'), headerText(header));
      expect(await codeOf(() => unlockVault(dir, 'baili', passwords.clerk)), String(change)).toBe('header_altered');
      expect(await codeOf(() => provePassword(dir, 'baili', passwords.clerk))).toBe('header_altered');
      expect(await codeOf(() => recover(dir, recoverySheets[0].text, recoverySheets[1].text, 'baili', other))).toBe('header_altered');
      writeFileSync(join(dir, 'header.json'), genuine);
    }
    lockAt(await unlockVault(dir, 'baili', passwords.clerk));
  });

  it('does not believe a header that somebody made up with a root of his own', async () => {
    const { dir, vault } = await freshVault();
    const forge = async () => {
      const header = readHeaderFile(dir);
      const root = randomOwn(32);
      const slot = giveRoot(header.storeId, 1, await newSlot(header.storeId, 1024, { account: 'ouyang', name: '欧阳笺', roles: ['security_administrator'] }, other, ''), root);
      writeFileSync(join(dir, 'header.json'), headerText(sealHeader({ ...header, slots: [slot] }, deriveKeys(root, header.storeId, 1).slots)));
    };
    const genuine = readFileSync(join(dir, 'header.json'));
    await forge();
    expect(await codeOf(() => provePassword(dir, 'ouyang', other))).toBe('header_altered');
    expect(await codeOf(() => revokeSlot(vault, 'baili'))).toBe('header_altered');
    expect(headerStillOurs(vault)).toBe(false);
    lockAt(vault);
    expect(await codeOf(() => provePassword(dir, 'ouyang', other))).toBe('wrong_key');
    expect(await codeOf(() => unlockVault(dir, 'ouyang', other))).toBe('wrong_key');
    expect(await codeOf(() => changePassword(dir, 'ouyang', other, 'Third-Word#2026'))).toBe('wrong_key');
    writeFileSync(join(dir, 'header.json'), genuine);
    lockAt(await unlockVault(dir, 'ouyang', passwords.security));
  });
});

describe('the local anchor', () => {
  const story = (seq: number) => hashOf(seq);

  it('is same, newer, older, missing or foreign', async () => {
    const { dir, vault } = await freshVault();
    expect(compareAnchor(vault, story, 0)).toBe('missing');
    lockVault(vault, { seq: 5, hash: Buffer.from(hashOf(5), 'hex') });
    const v = await unlockVault(dir, 'baili', passwords.clerk);
    expect(compareAnchor(v, story, 5)).toBe('same');
    expect(compareAnchor(v, story, 6)).toBe('newer');
    expect(compareAnchor(v, story, 4)).toBe('older');
    expect(compareAnchor(v, (seq) => hashOf(seq + 1), 6)).toBe('older');
    expect(compareAnchor(v, () => null, 6)).toBe('older');
    const file = join(dir, 'anchors', 'anchor.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"seq":5', '"seq":4'));
    expect(compareAnchor(v, story, 5)).toBe('foreign');
    writeFileSync(file, 'nonsense');
    expect(compareAnchor(v, story, 5)).toBe('foreign');
    writeFileSync(file, text);
    lockVault(v, null);
  });

  it('is kept in every configured folder, and the newest one counts', async () => {
    const { dir, vault } = await freshVault();
    const second = join(dir, '..', 'second');
    vault.anchorDirs.push(second);
    lockVault(vault, { seq: 7, hash: hashOf(7) });
    writeFileSync(join(dir, 'anchors', 'anchor.json'), '{}');
    const v = await unlockVault(dir, 'baili', passwords.clerk);
    v.anchorDirs.push(second);
    expect(compareAnchor(v, story, 7)).toBe('same');
    expect(compareAnchor(v, story, 3)).toBe('older');
    lockVault(v, null);
  });

  it('catches an older header that was put back, when the header is behind the anchor', async () => {
    const { dir, vault } = await freshVault();
    const header = readFileSync(join(dir, 'header.json'));
    revokeSlot(vault, 'baili');
    const remembered = currentEpoch(vault);
    lockAt(vault, 1);
    writeFileSync(join(dir, 'header.json'), header);
    const v = await unlockVault(dir, 'baili', passwords.clerk);
    expect(slotsRolledBack(v.header, remembered)).toBe(true);
    expect(slotsRolledBack({ ...v.header, slotEpoch: 2 }, remembered)).toBe(false);
    expect(compareAnchor(v, story, 1)).toBe('older');
    lockVault(v, null);
  });
});

describe('accounts', () => {
  it('a new one is pending until an administrator confirms it', async () => {
    const { dir, vault } = await freshVault();
    const before = currentEpoch(vault);
    await enrolSlot(vault, { account: 'dongfang', name: '东方简', roles: ['clerk'], password: other });
    expect(currentEpoch(vault).slotEpoch).toBe(before.slotEpoch + 1);
    expect(existsSync(join(dir, 'header.json.prev'))).toBe(true);
    expect(await codeOf(() => enrolSlot(vault, { account: 'dongfang', name: '东方简', roles: [], password: other }))).toBe('account_exists');
    lockAt(vault);
    expect(await codeOf(() => unlockVault(dir, 'dongfang', other))).toBe('pending_confirmation');
    expect(await codeOf(() => unlockVault(dir, 'dongfang', 'Wrong-Word#2026'))).toBe('wrong_password');
    expect(await codeOf(() => changePassword(dir, 'dongfang', other, 'Third-Word#2026'))).toBe('pending_confirmation');

    const clerk = await unlockVault(dir, 'baili', passwords.clerk);
    expect(await codeOf(() => confirmSlot(clerk, 'dongfang'))).toBe('root_missing');
    lockAt(clerk);
    const admin = await unlockVault(dir, 'ouyang', passwords.security);
    expect(await codeOf(() => confirmSlot(admin, 'nobody'))).toBe('unknown_account');
    confirmSlot(admin, 'dongfang');
    expect(await codeOf(() => confirmSlot(admin, 'dongfang'))).toBe('wrong_state');
    lockAt(admin);
    lockAt(await unlockVault(dir, 'dongfang', other));
  });

  it('a revoked one is shut out and its name is not used again; the last administrator stays', async () => {
    const { dir, vault } = await freshVault();
    revokeSlot(vault, 'baili');
    expect(readHeaderFile(dir).slots.find((slot) => slot.account === 'baili')).toMatchObject({ state: 'revoked', priv: null, root: null });
    expect(await codeOf(() => provePassword(dir, 'baili', passwords.clerk))).toBe('revoked');
    expect(await codeOf(() => enrolSlot(vault, { account: 'baili', name: '百里章', roles: [], password: other }))).toBe('account_exists');
    expect(await codeOf(() => resetSlot(vault, 'baili', other))).toBe('wrong_state');
    revokeSlot(vault, 'ouyang');
    expect(await codeOf(() => revokeSlot(vault, 'nangong'))).toBe('last_administrator');
    lockAt(vault);
    expect(await codeOf(() => unlockVault(dir, 'baili', passwords.clerk))).toBe('revoked');
    expect(await codeOf(() => revokeSlot(vault, 'murong'))).toBe('vault_closed');
  });

  it('changing a password changes that slot and nothing else', async () => {
    const { dir, vault } = await freshVault();
    fillNotes(vault.db, 5);
    lockAt(vault);
    const store = readFileSync(join(dir, 'store.db'));
    const before = readHeaderFile(dir);
    expect(await codeOf(() => changePassword(dir, 'baili', 'Wrong-Word#2026', other))).toBe('wrong_password');
    expect(await codeOf(() => changePassword(dir, 'baili', passwords.clerk, 'baili-X#26'))).toBe('weak_password');
    expect(await codeOf(() => changePassword(dir, 'baili', passwords.clerk, passwords.clerk))).toBe('weak_password');
    await changePassword(dir, 'baili', passwords.clerk, other);
    const after = readHeaderFile(dir);
    expect(after.slots.filter((slot, index) => JSON.stringify(slot) !== JSON.stringify(before.slots[index])).map((slot) => slot.account)).toEqual(['baili']);
    expect(readFileSync(join(dir, 'store.db')).equals(store)).toBe(true);
    expect(await codeOf(() => unlockVault(dir, 'baili', passwords.clerk))).toBe('wrong_password');
    const v = await unlockVault(dir, 'baili', other);
    await changePassword(v, 'baili', other, passwords.clerk);
    expect(headerStillOurs(v)).toBe(true);
    lockAt(v);
  });

  it('does not lose another change made while a password is being derived', async () => {
    const { vault } = await freshVault();
    const changing = changePassword(vault, 'baili', passwords.clerk, other);
    await enrolSlot(vault, { account: 'dongfang', name: '东方简', roles: [], password: other });
    await changing;
    expect(vault.header.slots.some((slot) => slot.account === 'dongfang')).toBe(true);
    expect(await provePassword(vault.dir, 'baili', other)).toBe(true);
  });

  it('a reset one has to be confirmed like a new one', async () => {
    const { dir, vault } = await freshVault();
    await resetSlot(vault, 'baili', other);
    expect(await codeOf(() => provePassword(dir, 'baili', passwords.clerk))).toBe('no error');
    expect(await provePassword(dir, 'baili', passwords.clerk)).toBe(false);
    expect(await codeOf(() => provePassword(dir, 'baili', other))).toBe('pending_confirmation');
    confirmSlot(vault, 'baili');
    expect(await provePassword(dir, 'baili', other)).toBe(true);
  });

  it('changed roles are bound into the slot without the person’s password', async () => {
    const { dir, vault } = await freshVault();
    changeSlotRoles(vault, 'baili', { roles: ['approver'], name: '百里章二' });
    expect(await provePassword(dir, 'baili', passwords.clerk)).toBe(true);
    expect(readHeader(dir).accounts[2]).toMatchObject({ name: '百里章二', roles: ['approver'] });
    changeSlotRoles(vault, 'ouyang', { roles: ['clerk'] });
    expect(await codeOf(() => changeSlotRoles(vault, 'nangong', { roles: ['clerk'] }))).toBe('last_administrator');
  });
});

describe('recovery', () => {
  it('gives an account a new password with both sheets, and says so until the next rotation', async () => {
    const { dir, vault, recoverySheets } = await freshVault();
    lockAt(vault);
    const [one, two] = recoverySheets;
    for (let index = 0; index < 5; index += 1) await codeOf(() => unlockVault(dir, 'ouyang', 'Wrong-Word#2026'));
    expect(await codeOf(() => recover(dir, one.text, one.text, 'ouyang', other))).toBe('sheet_same');
    expect(await codeOf(() => recover(dir, one.text, two.text, 'nobody', other))).toBe('unknown_account');
    expect(await codeOf(() => recover(dir, one.text, two.text, 'ouyang', 'weak'))).toBe('weak_password');
    const foreign = await freshVault({ storeIdSeed: 'foreign' });
    const [foreignOne, foreignTwo] = foreign.recoverySheets;
    expect(await codeOf(() => recover(dir, foreignOne.text, foreignTwo.text, 'ouyang', other))).toBe('sheet_foreign');
    expect(await codeOf(() => recover(dir, foreignOne.text, two.text, 'ouyang', other))).toBe('sheet_unpaired');
    lockAt(foreign.vault);

    await recover(dir, two.text.toLowerCase(), one.text.replaceAll('\n', ' '), 'ouyang', other);
    const v = await unlockVault(dir, 'ouyang', other);
    expect(v.header.recoveryUsed).toBe(true);
    expect(v.findings.map((found) => found.code)).toContain('recovery_used');
    expect(v.keys.root).toBeDefined();
    lockAt(v);
  });
});

describe('a copy of a vault folder', () => {
  it('opens under another path like the original', async () => {
    const { dir, vault } = await freshVault();
    fillNotes(vault.db, 2);
    lockAt(vault);
    const copy = join(folder(), 'v');
    mkdirSync(copy, { mode: 0o700 });
    cpSync(dir, copy, { recursive: true });
    renameSync(dir, `${dir}-moved`);
    const v = await unlockVault(copy, 'baili', passwords.clerk);
    expect(countNotes(v.db)).toBe(2);
    lockAt(v);
  });
});

it('opens at a cheap cost only with a finding', async () => {
  const { dir, vault } = await freshVault({ scryptN: cheap });
  lockAt(vault);
  const v = await unlockVault(dir, 'baili', passwords.clerk);
  expect(v.findings.map((found) => found.code)).toEqual(['weak_key_derivation']);
  lockAt(v);
});
