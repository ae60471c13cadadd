import { attemptOfNobody, attemptRefused, attemptWasRight, attemptWasWrong, beginAttempt, lockoutFailures } from './attempts.ts';
import { VaultError } from './errors.ts';
import { deriveKeys, type KeyRing, sameBytes, wipe, zero } from './keys.ts';
import { assertEncrypted } from './open.ts';
import { type Header, headerFits, openNothing, openWithPassword, readHeaderFile, rootIn, type Slot } from './slots.ts';
import { heldHere, storeIn } from './unlocked.ts';

/** When it happens and how many failures lock an account; both have product defaults. */
export type SignInOptions = Readonly<{ at?: string; lockAfter?: number }>;

/** A person whose password was right, with the keys that follow from it. Whoever gets it calls `forgetProof`. */
export type Proof = { header: Header; slot: Slot; privateKey: Buffer; root: Buffer; keys: KeyRing };

/** Roles whose sessions keep the root, because they give it to others. */
const rootRoles: readonly string[] = ['system_administrator', 'security_administrator'];

export function holdsRoot(slot: Pick<Slot, 'roles'>): boolean {
  return slot.roles.some((role) => rootRoles.includes(role));
}

/** The account's slot in a header, if any; the recovery slot is nobody's. */
export function slotOf(header: Header, account: string): Slot | undefined {
  const wanted = account.normalize('NFC');
  return header.slots.find((slot) => slot.kind === 'account' && slot.account === wanted);
}

export function forgetProof(proof: Proof): void {
  zero(proof.privateKey, proof.root);
  wipe(proof.keys);
}

/**
 * A header can be forged consistently by someone who makes up a root of his own. So keys that follow from a header are believed only
 * when they are the keys of the open vault, or open the first page of the store. Throws `header_altered`, `wrong_key`, …
 */
function believe(dir: string, keys: KeyRing, header: Header): void {
  if (!headerFits(header, keys.slots)) throw new VaultError('header_altered');
  const held = heldHere(dir);
  if (held === undefined) assertEncrypted(storeIn(dir), keys.db);
  else if (!sameBytes(held.keys.slots, keys.slots)) throw new VaultError('header_altered');
  else if (header.slotEpoch < held.header.slotEpoch) throw new VaultError('slots_rolled_back');
}

/** In: header, slot and its private key (kept by the caller on failure). Out: root and believed keys. Throws `header_altered` and what `believe` throws. */
export function keysBehind(dir: string, header: Header, slot: Slot, privateKey: Buffer): Pick<Proof, 'root' | 'keys'> {
  const root = rootIn(header, slot, privateKey);
  if (root === null) throw new VaultError('header_altered');
  const keys = deriveKeys(root, header.storeId, header.generation);
  try {
    believe(dir, keys, header);
  } catch (error) {
    zero(root);
    wipe(keys);
    throw error;
  }
  return { root, keys };
}

/**
 * Checks a person's password: one scrypt whatever happens, the try counted before it is looked at.
 * Throws `wrong_password` (also for unknown names), `locked_out`, `revoked`, `pending_confirmation` (password was right), `header_altered`,
 * `short_tag`, `wrong_key`, and what reading the header throws.
 */
export async function provePerson(dir: string, typedAccount: string, password: string, o: SignInOptions = {}): Promise<Proof> {
  const at = o.at ?? new Date().toISOString();
  const lockAfter = o.lockAfter ?? lockoutFailures;
  const header = readHeaderFile(dir);
  const slot = slotOf(header, typedAccount);
  if (slot === undefined || slot.state === 'revoked') {
    await openNothing(header, password);
    if (slot === undefined) attemptOfNobody(dir, at);
    else attemptRefused(dir, slot.account, at);
    throw new VaultError(slot === undefined ? 'wrong_password' : 'revoked');
  }
  beginAttempt(dir, slot.account, at, lockAfter);
  const privateKey = await openWithPassword(header, slot, password);
  if (privateKey === null) {
    const { failures, locked, waitSeconds } = attemptWasWrong(dir, slot.account, at, lockAfter);
    throw new VaultError(locked ? 'locked_out' : 'wrong_password', { failures, left: Math.max(0, lockAfter - failures), waitSeconds });
  }
  try {
    attemptWasRight(dir, slot.account);
    // The derivation took a while; what was written in the meantime counts, as long as this slot is still the one that was opened.
    const current = readHeaderFile(dir);
    const mine = current.slots.find((one) => one.slotId === slot.slotId && one.priv?.ct === slot.priv?.ct);
    if (mine === undefined) throw new VaultError('wrong_state');
    if (mine.state === 'pending') throw new VaultError('pending_confirmation');
    return { header: current, slot: mine, privateKey, ...keysBehind(dir, current, mine, privateKey) };
  } catch (error) {
    zero(privateKey);
    throw error;
  }
}
