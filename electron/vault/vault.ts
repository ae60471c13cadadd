import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { demandAccountName, demandGoodPassword } from './accounts.ts';
import { readAnchor, writeAnchor } from './anchors.ts';
import { attemptsMissing, attemptsOnFullDisk, startAttempts } from './attempts.ts';
import { replaceFile } from './durable.ts';
import { asVaultError, VaultError } from './errors.ts';
import { copyOwn, deriveKeys, type KeyRing, randomOwn, scryptCost, scryptFloor, type TestCost, wipe, zero } from './keys.ts';
import { checkpoint, openStore, type WriteDb } from './open.ts';
import type { PasswordRules, TerminalLevel } from './passwords.ts';
import { printSheets, type RecoverySheet } from './recoverySheets.ts';
import { dropLeftovers, finishInterrupted, holdSwap, swapPending } from './rotation.ts';
import { forgetProof, holdsRoot, provePerson, type SignInOptions, slotOf } from './signIn.ts';
import { giveRoot, type Header, headerFile, headerText, headerVersion, newRecoverySlot, newSlot, readHeaderFile, sealHeader, type Slot, type SlotState, type Terminal } from './slots.ts';
import { anchorsIn, demandOpen, type Finding, forget, heldHere, remember, storeIn, type UnlockedVault } from './unlocked.ts';

export { changePassword, changeSlotRoles, confirmSlot, enrolSlot, headerStillOurs, recover, resetSlot, revokeSlot } from './accounts.ts';
export { compareAnchor, readAnchor, writeAnchor } from './anchors.ts';
export { finishInterrupted, rotate } from './rotation.ts';
export { slotsRolledBack } from './slots.ts';
export type { UnlockedVault } from './unlocked.ts';

/** An account to begin with. Which roles may go together is decided elsewhere. */
export type FirstAccount = Readonly<{ account: string; name: string; roles: readonly string[]; password: string }>;

/** What a new vault is made from. `storeIdSeed` and a `TestCost` exist for tests. */
export type NewVault = Readonly<{
  terminal: Readonly<Terminal>;
  testClock: boolean;
  accounts: readonly FirstAccount[];
  storeIdSeed?: string;
  scryptN?: number | TestCost;
  passwordRules?: PasswordRules;
  at?: string;
}>;

/** What anyone may see before unlock. */
export type PublicHeader = Readonly<{
  formatVersion: number;
  storeId: string;
  terminal: Readonly<{ organisation: string; terminalNumber: string; level: TerminalLevel }>;
  testClock: boolean;
  generation: number;
  slotEpoch: number;
  recoveryUsed: boolean;
  accounts: readonly Readonly<{ account: string; name: string; roles: readonly string[]; state: SlotState }>[];
}>;

/** Public facts of a vault folder, for the lock screen. Not authenticated: rights come from the store. Throws `unknown_vault`, `header_damaged`, `from_the_future`. */
export function readHeader(dir: string): PublicHeader {
  const header = readHeaderFile(dir);
  return {
    formatVersion: header.v,
    storeId: header.storeId,
    terminal: header.terminal,
    testClock: header.testClock,
    generation: header.generation,
    slotEpoch: header.slotEpoch,
    recoveryUsed: header.recoveryUsed,
    accounts: header.slots.filter((slot) => slot.kind === 'account').map(({ account, name, roles, state }) => ({ account, name, roles, state })),
  };
}

function prepareFolder(dir: string): boolean {
  try {
    const there = existsSync(dir);
    if (there && readdirSync(dir).length > 0) throw new VaultError('folder_not_empty');
    mkdirSync(anchorsIn(dir), { recursive: true, mode: 0o700 });
    return there;
  } catch (error) {
    throw asVaultError(error) ?? error;
  }
}

/**
 * Makes a vault in an empty or missing folder, private to this system user (folders 0700, files 0600), and opens it for the first account.
 * Out: the open vault and the two recovery sheets, which exist nowhere else. The header is written last: without it there is no vault.
 * Throws `folder_not_empty`, `weak_password`, `invalid_account`, `account_exists`, `no_rights`, `disk_full`, `disk_error`.
 */
export async function createVault(dir: string, wanted: NewVault): Promise<{ vault: UnlockedVault; recoverySheets: [RecoverySheet, RecoverySheet] }> {
  const scryptN = scryptCost(wanted.scryptN);
  const { level } = wanted.terminal;
  const accounts = wanted.accounts.map((one) => ({ ...one, account: demandAccountName(one.account) }));
  const [first] = accounts;
  if (first === undefined) throw new VaultError('unknown_account');
  if (new Set(accounts.map((one) => one.account)).size !== accounts.length) throw new VaultError('account_exists');
  for (const one of accounts) demandGoodPassword(one.password, level, one.account, wanted.passwordRules);
  const wasThere = prepareFolder(dir);

  const at = wanted.at ?? new Date().toISOString();
  const storeId = (wanted.storeIdSeed === undefined ? randomOwn(16) : createHash('sha256').update(wanted.storeIdSeed).digest().subarray(0, 16)).toString('base64');
  const root = randomOwn(32);
  const keys = deriveKeys(root, storeId, 1);
  const secret = randomOwn(32);
  let db: WriteDb | undefined;
  try {
    const slots: Slot[] = [];
    for (const one of accounts) slots.push(giveRoot(storeId, 1, await newSlot(storeId, scryptN, one, one.password, at), root));
    slots.push(giveRoot(storeId, 1, newRecoverySlot(storeId, secret, at), root));
    const header: Header = sealHeader(
      {
        v: headerVersion,
        storeId,
        terminal: { ...wanted.terminal },
        testClock: wanted.testClock,
        cipher: { name: 'sqlcipher', legacy: 4, pageSize: 4096, scryptN },
        generation: 1,
        slotEpoch: 1,
        recoveryUsed: false,
        slots,
      },
      keys.slots,
    );
    db = openStore(storeIn(dir), keys.db, { create: true });
    startAttempts(dir);
    // The lock file is there from the beginning: a full disk must not be what keeps people out.
    holdSwap(dir)();
    replaceFile(headerFile(dir), headerText(header));
    const mine = slotOf(header, first.account);
    if (mine !== undefined && holdsRoot(mine)) keys.root = copyOwn(root);
    const vault = remember({ dir, header, account: first.account, db, keys, findings: [], anchorDirs: [anchorsIn(dir)] });
    return { vault, recoverySheets: printSheets(secret) };
  } catch (error) {
    db?.close();
    wipe(keys);
    // The folder was empty when we came: what is in it is ours.
    for (const entry of readdirSync(dir)) rmSync(`${dir}/${entry}`, { recursive: true, force: true });
    if (!wasThere) rmSync(dir, { recursive: true, force: true });
    throw asVaultError(error) ?? error;
  } finally {
    zero(root, secret);
  }
}

const findingSentences = {
  attempts_missing: '登录记录文件 attempts.json 不见了或无法读取，可能被人删除。已重新建立，请安全审计员在审计记录中核对。',
  folder_open_to_others: '台账库文件夹对本机其他系统用户开放。请系统管理员收紧文件夹权限，只留本系统用户。',
  weak_key_derivation: '本库的口令派生强度低于规定，只适合演示和测试。请勿登记真实内容。',
  recovery_used: '恢复信封已经启用过。请安全保密管理员尽快更换密钥，并封存新打印的恢复信封。',
  anchor_missing: '本机锚点不见了，暂时不能判断台账库是否被换回旧文件。请与最近一张纸质锚点核对。',
  disk_full: '磁盘已满，登录次数记在预留的空间里。现在只能查看，不能登记；已有登记完好。请系统管理员腾出 200 MB 后重新登录。',
  anchor_not_written: '锁定时没有写成本机锚点。已有登记完好，请系统管理员检查磁盘空间和权限。',
} as const;

function finding(code: keyof typeof findingSentences): Finding {
  return { code, messageZh: findingSentences[code] };
}

function openToOthers(dir: string): boolean {
  if (process.platform === 'win32') return false;
  return [dir, storeIn(dir), headerFile(dir)].some((file) => (statSync(file).mode & 0o077) !== 0);
}

function lookAround(v: UnlockedVault, hadAttempts: boolean): Finding[] {
  const found: Finding[] = [];
  if (!hadAttempts) found.push(finding('attempts_missing'));
  if (openToOthers(v.dir)) found.push(finding('folder_open_to_others'));
  if (v.header.slots.some((slot) => slot.kdf.name === 'scrypt' && slot.kdf.n < scryptFloor)) found.push(finding('weak_key_derivation'));
  if (attemptsOnFullDisk(v.dir)) found.push(finding('disk_full'));
  if (v.header.recoveryUsed) found.push(finding('recovery_used'));
  if (readAnchor(v) === 'missing') found.push(finding('anchor_missing'));
  return found;
}

/** Opens the store while nobody can put another one in its place: one that is moved away under an open connection would take every entry with it. */
function openUnmoved(dir: string, keys: KeyRing): WriteDb {
  const release = holdSwap(dir);
  try {
    if (swapPending(dir)) throw new VaultError('opened_elsewhere');
    return openStore(storeIn(dir), keys.db);
  } finally {
    release();
  }
}

/**
 * Opens a vault with one person's password. Finishes an interrupted rotation first. Does not migrate and does not judge the anchor:
 * the caller does both, then compares epochs with `slotsRolledBack`. Throws `wrong_password` (also for unknown names, after the same work),
 * `locked_out`, `pending_confirmation`, `revoked`, `unknown_vault`, `header_damaged`, `header_altered`, `short_tag`, `from_the_future`,
 * `store_missing`, `not_encrypted`, `wrong_key`, `damaged`, `opened_elsewhere`, `no_rights`, `disk_error`.
 */
export async function unlockVault(dir: string, account: string, password: string, o: SignInOptions = {}): Promise<UnlockedVault> {
  if (heldHere(dir) !== undefined) throw new VaultError('opened_elsewhere');
  finishInterrupted(dir);
  readHeaderFile(dir);
  const hadAttempts = !attemptsMissing(dir);
  const proof = await provePerson(dir, account, password, o);
  const { header, slot, keys } = proof;
  let db: WriteDb | undefined;
  try {
    if (holdsRoot(slot)) keys.root = copyOwn(proof.root);
    db = openUnmoved(dir, keys);
    const v: UnlockedVault = { dir, header, account: slot.account, db, keys, findings: [], anchorDirs: [anchorsIn(dir)] };
    dropLeftovers(dir);
    v.findings.push(...lookAround(v, hadAttempts));
    zero(proof.privateKey, proof.root);
    return remember(v);
  } catch (error) {
    db?.close();
    forgetProof(proof);
    throw error;
  }
}

/**
 * The second person on the spot. Out: true or false; a wrong password counts like a failed sign-in. Against the open vault when this thread
 * holds it, otherwise against the first page of the store, so a made-up header proves nothing.
 * Throws `locked_out`, `revoked`, `pending_confirmation`, `header_altered`, … as signing in does.
 */
export async function provePassword(dir: string, account: string, password: string, o: SignInOptions = {}): Promise<boolean> {
  try {
    forgetProof(await provePerson(dir, account, password, o));
    return true;
  } catch (error) {
    if (error instanceof VaultError && error.code === 'wrong_password') return false;
    throw error;
  }
}

/** What the store should remember about the header it was last used with. */
export function currentEpoch(v: UnlockedVault): { slotEpoch: number; generation: number } {
  return { slotEpoch: v.header.slotEpoch, generation: v.header.generation };
}

/**
 * Locks: WAL emptied, anchor written, store closed, every key zeroed, in this order and the last two whatever happens.
 * In: the head of the trail, or null when there is none yet. Out: what did not work; the vault is closed in any case.
 */
export function lockVault(v: UnlockedVault, head: Readonly<{ seq: number; hash: Buffer | string }> | null, at: string = new Date().toISOString()): Finding[] {
  demandOpen(v);
  const findings: Finding[] = [];
  try {
    try {
      checkpoint(v.db);
      if (head !== null) writeAnchor(v, { ...head, slotEpoch: v.header.slotEpoch, at });
    } catch (error) {
      const mapped = asVaultError(error);
      if (mapped === null) throw error;
      findings.push(finding('anchor_not_written'), { code: mapped.code, messageZh: mapped.messageZh });
    }
  } finally {
    try {
      v.db.close();
    } finally {
      wipe(v.keys);
      forget(v);
    }
  }
  return findings;
}
