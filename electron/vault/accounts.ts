import { clearLock } from './attempts.ts';
import { VaultError } from './errors.ts';
import { type KeyRing, sameBytes, zero } from './keys.ts';
import { type PasswordRules, passwordProblems, type TerminalLevel } from './passwords.ts';
import { joinSheets } from './recoverySheets.ts';
import { finishInterrupted } from './rotation.ts';
import { forgetProof, holdsRoot, keysBehind, provePerson, type SignInOptions, slotOf } from './signIn.ts';
import { emptySlot, giveRoot, type Header, headerFits, newSlot, openWithSheets, readHeaderFile, rewrap, type Slot, type SlotOwner, writeHeader } from './slots.ts';
import { demandOpen, heldHere, type UnlockedVault } from './unlocked.ts';

/** What the door may hand in: the unit's password rules and the time. */
export type AccountOptions = SignInOptions & Readonly<{ passwordRules?: PasswordRules }>;

const accountName = /^[^\s\p{Cc}]{1,64}$/u;

/** Throws `invalid_account` for names that cannot be shown or kept apart. Out: the name in NFC. */
export function demandAccountName(account: string): string {
  const name = account.normalize('NFC');
  if (!accountName.test(name) || name === '__proto__') throw new VaultError('invalid_account');
  return name;
}

/** Throws `weak_password` with the problems; the password itself is never repeated. */
export function demandGoodPassword(password: string, level: TerminalLevel, account: string, rules: PasswordRules = {}): void {
  const problems = passwordProblems(password, level, { account, ...rules });
  if (problems.length > 0) throw new VaultError('weak_password', { problems }, problems.join(''));
}

/**
 * Reads the header file again, lets `change` alter it, writes it. Throws `header_altered` or `slots_rolled_back` when the file is not the one
 * that this vault wrote last.
 */
function amendHeader(dir: string, keys: KeyRing, change: (header: Header) => Header): Header {
  const held = heldHere(dir);
  const header = readHeaderFile(dir);
  if (!headerFits(header, keys.slots) || header.generation !== keys.generation) throw new VaultError('header_altered');
  if (held !== undefined && header.slotEpoch < held.header.slotEpoch) throw new VaultError('slots_rolled_back');
  const written = writeHeader(dir, change(header), keys.slots);
  if (held !== undefined) held.header = written;
  return written;
}

function withSlot(header: Header, account: string, change: (slot: Slot) => Slot): Header {
  const wanted = slotOf(header, account);
  if (wanted === undefined) throw new VaultError('unknown_account');
  return { ...header, slots: header.slots.map((slot) => (slot === wanted ? change(slot) : slot)) };
}

function demandAnotherAdministrator(header: Header, account: string): void {
  const others = header.slots.filter((slot) => slot.kind === 'account' && slot.state === 'active' && slot.account !== account && holdsRoot(slot));
  if (others.length === 0) throw new VaultError('last_administrator');
}

function rootOf(v: UnlockedVault): Buffer {
  demandOpen(v);
  if (v.keys.root === undefined) throw new VaultError('root_missing');
  return v.keys.root;
}

function now(o: AccountOptions): string {
  return o.at ?? new Date().toISOString();
}

/** Enters a new account. It stays pending, without any key to the store, until `confirmSlot`. Throws `account_exists`, `invalid_account`, `weak_password`. */
export async function enrolSlot(v: UnlockedVault, owner: SlotOwner & Readonly<{ password: string }>, o: AccountOptions = {}): Promise<void> {
  demandOpen(v);
  const account = demandAccountName(owner.account);
  demandGoodPassword(owner.password, v.header.terminal.level, account, o.passwordRules);
  if (slotOf(v.header, account) !== undefined) throw new VaultError('account_exists');
  const slot = await newSlot(v.header.storeId, v.header.cipher.scryptN, { account, name: owner.name, roles: owner.roles }, owner.password, now(o));
  demandOpen(v);
  amendHeader(v.dir, v.keys, (header) => {
    if (slotOf(header, account) !== undefined) throw new VaultError('account_exists');
    return { ...header, slots: [...header.slots, slot] };
  });
}

/** Gives a pending account its key to the store. Throws `root_missing` outside an administrator's session, `wrong_state`, `unknown_account`. */
export function confirmSlot(v: UnlockedVault, account: string): void {
  const root = rootOf(v);
  amendHeader(v.dir, v.keys, (header) =>
    withSlot(header, account, (slot) => {
      if (slot.state !== 'pending') throw new VaultError('wrong_state');
      return giveRoot(header.storeId, header.generation, slot, root);
    }),
  );
}

/** Takes an account's keys away. Someone who copied the vault earlier is shut out of what follows only by `rotate`. Throws `last_administrator`. */
export function revokeSlot(v: UnlockedVault, account: string): void {
  demandOpen(v);
  amendHeader(v.dir, v.keys, (header) => {
    const wanted = slotOf(header, account);
    if (wanted !== undefined && wanted.state === 'active' && holdsRoot(wanted)) demandAnotherAdministrator(header, wanted.account);
    return withSlot(header, account, emptySlot);
  });
}

/** Changes name or role hints of an account. An active one needs an administrator's session, because its root is bound to the roles. */
export function changeSlotRoles(v: UnlockedVault, account: string, change: Readonly<{ name?: string; roles?: readonly string[] }>): void {
  demandOpen(v);
  amendHeader(v.dir, v.keys, (header) => {
    const next = withSlot(header, account, (slot) => {
      if (slot.state === 'revoked') throw new VaultError('wrong_state');
      const changed: Slot = { ...slot, name: change.name ?? slot.name, roles: [...(change.roles ?? slot.roles)] };
      return slot.state === 'active' ? giveRoot(header.storeId, header.generation, changed, rootOf(v)) : changed;
    });
    const after = slotOf(next, account);
    if (after !== undefined && !holdsRoot(after)) demandAnotherAdministrator(next, after.account);
    return next;
  });
}

/**
 * A forgotten password: the account gets a new pair behind a new password and is pending until `confirmSlot`, exactly like a new one,
 * so that one administrator alone cannot walk in as somebody else.
 */
export async function resetSlot(v: UnlockedVault, account: string, newPassword: string, o: AccountOptions = {}): Promise<void> {
  demandOpen(v);
  const old = slotOf(v.header, account);
  if (old === undefined) throw new VaultError('unknown_account');
  if (old.state === 'revoked') throw new VaultError('wrong_state');
  demandGoodPassword(newPassword, v.header.terminal.level, old.account, o.passwordRules);
  const fresh = await newSlot(v.header.storeId, v.header.cipher.scryptN, old, newPassword, now(o));
  demandOpen(v);
  amendHeader(v.dir, v.keys, (header) => {
    if (holdsRoot(old)) demandAnotherAdministrator(header, old.account);
    return withSlot(header, account, () => fresh);
  });
}

/**
 * A person changes the own password; only that slot is written, the store is not touched. In: an open vault or, before unlock, its folder.
 * Throws what signing in throws (`wrong_password`, `locked_out`, …) and `weak_password`.
 */
export async function changePassword(where: UnlockedVault | string, account: string, oldPassword: string, newPassword: string, o: AccountOptions = {}): Promise<void> {
  const dir = typeof where === 'string' ? where : where.dir;
  if (typeof where !== 'string') demandOpen(where);
  const { terminal } = readHeaderFile(dir);
  demandGoodPassword(newPassword, terminal.level, account, o.passwordRules);
  if (newPassword.normalize('NFC') === oldPassword.normalize('NFC')) throw new VaultError('weak_password', {}, '新口令与原口令相同。');
  const proof = await provePerson(dir, account, oldPassword, o);
  try {
    const fresh = await rewrap(proof.header, proof.slot, proof.privateKey, proof.root, newPassword);
    amendHeader(dir, proof.keys, (header) => withSlot(header, account, (slot) => (slot.slotId === fresh.slotId ? { ...fresh, name: slot.name } : slot)));
  } finally {
    forgetProof(proof);
  }
}

/**
 * Both recovery sheets give one account a new password (security.md 6.4). The header then says `recoveryUsed` until the next rotation,
 * which also makes new sheets. Throws `sheet_typo`, `sheet_same`, `sheet_unpaired`, `sheet_foreign`, `unknown_account`, `wrong_state`, `weak_password`.
 */
export async function recover(dir: string, sheetA: string, sheetB: string, account: string, newPassword: string, o: AccountOptions = {}): Promise<void> {
  finishInterrupted(dir);
  const header = readHeaderFile(dir);
  const secret = joinSheets(sheetA, sheetB);
  let privateKey: Buffer | null = null;
  let root: Buffer | undefined;
  let keys: KeyRing | undefined;
  try {
    const recovery = header.slots.find((slot) => slot.kind === 'recovery');
    privateKey = recovery === undefined ? null : openWithSheets(header, recovery, secret);
    if (recovery === undefined || privateKey === null) throw new VaultError('sheet_foreign');
    const behind = keysBehind(dir, header, recovery, privateKey);
    ({ root, keys } = behind);
    const old = slotOf(header, account);
    if (old === undefined) throw new VaultError('unknown_account');
    if (old.state === 'revoked') throw new VaultError('wrong_state');
    demandGoodPassword(newPassword, header.terminal.level, old.account, o.passwordRules);
    const fresh = giveRoot(header.storeId, header.generation, await newSlot(header.storeId, header.cipher.scryptN, old, newPassword, now(o)), behind.root);
    amendHeader(dir, behind.keys, (current) => ({ ...withSlot(current, account, () => fresh), recoveryUsed: true }));
    clearLock(dir, old.account, now(o));
  } finally {
    zero(secret, privateKey ?? undefined, root);
    if (keys !== undefined) zero(keys.db, keys.trail, keys.anchor, keys.slots, keys.manifest);
  }
}

/** True when the header file on the disk is still the one this vault wrote last: for the self-check while it is open. */
export function headerStillOurs(v: UnlockedVault): boolean {
  const header = readHeaderFile(v.dir);
  return headerFits(header, v.keys.slots) && sameBytes(Buffer.from(header.mac), Buffer.from(v.header.mac));
}
