import { statfsSync } from 'node:fs';
import type { Decision } from '#shared/decision.ts';
import type { Level } from '#shared/levels.ts';
import { done, refuse } from '#shared/result.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { Actor, Role } from '#shared/roles.ts';
import { enter, enterAll, judge, note, profileFrom } from './commands/door.ts';
import type { Done, Door } from './commands/door.ts';
import type { Profile } from './policy/parameters.ts';
import { askBooks } from './queries/ask.ts';
import type { ReadDesk } from './queries/ask.ts';
import { diskRefusal, refusalOf } from './refusals.ts';
import { inspectTerminal } from './terminal/isolation.ts';
import { clearLock, drainAttempts } from './vault/attempts.ts';
import { asVaultError, VaultError } from './vault/errors.ts';
import { migrate } from './vault/migrate.ts';
import { metaOf, numberOf, recordsWhere, trailAt, trailHead } from './vault/read.ts';
import { changePassword, changeSlotRoles, compareAnchor, confirmSlot, createVault, currentEpoch, enrolSlot, lockVault, provePassword, readHeader, revokeSlot, rotate, slotsRolledBack, unlockVault, writeAnchor } from './vault/vault.ts';
import type { NewVault, UnlockedVault } from './vault/vault.ts';
import { putMeta } from './vault/write.ts';

export type Clock = () => string;
export const realClock: Clock = () => new Date().toISOString();

/** An open vault with somebody signed in. The only thing that the window's worker and the command line talk to. */
export type Session = {
  readonly vault: UnlockedVault;
  readonly me: Actor;
  readonly clock: Clock;
  /** Set while the store is older than its anchor: everything may be read, nothing entered. */
  readOnly: Refusal | null;
  readonly findings: { code: string; messageZh: string }[];
  readonly lastSignInAt: string | null;
  readonly failedSince: number;
  /** New recovery sheets after a rotation; shown once. */
  sheets: readonly { sheet: 1 | 2; text: string }[] | null;
  entered: number;
  anchoredAt: number;
};

const ANCHOR_EVERY = 20;
const ANCHOR_MS = 60_000;
const LEAP_DAYS = 35;
/** New work is refused below this: a full disk must not catch a clerk in the middle of something. */
const RESERVE = { real: 200 * 1024 * 1024, training: 1024 * 1024 } as const;

export function doorOf(s: Pick<Session, 'vault' | 'clock'>): Door {
  const { vault } = s;
  const { terminal, testClock } = vault.header;
  return { db: vault.db, trailKey: vault.keys.trail, generation: vault.header.generation, now: s.clock, terminal: { level: terminal.level as Level, organisation: terminal.organisation, training: testClock } };
}

export function deskOf(s: Pick<Session, 'vault' | 'clock'>): ReadDesk {
  const { vault } = s;
  const { terminal, testClock, storeId, generation } = vault.header;
  const setting = (key: string): string | undefined => {
    const value = recordsWhere(vault.db, 'settings', { key })[0]?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const department = setting('department');
  const backupFolder = setting('backupFolder');
  return {
    db: vault.db, trailKey: vault.keys.trail, generation, storeId, now: s.clock,
    terminal: { level: terminal.level as Level, organisation: setting('organisation') ?? terminal.organisation, terminalNumber: setting('terminalNumber') ?? terminal.terminalNumber, training: testClock, ...(department === undefined ? {} : { department }), ...(backupFolder === undefined ? {} : { backupFolder }) },
  };
}

const headOf = (v: UnlockedVault) => {
  const head = trailHead(v.db);
  return head === null ? null : { seq: head.seq, hash: head.hash };
};

/**
 * Writes the local anchor: outside the store, so that a store put back is noticed (security.md 7.4). What was entered before it stays entered
 * when this fails: a full disk becomes a finding and the next act tries again, never an answer that nothing was entered.
 */
export function anchorNow(s: Session): void {
  const head = headOf(s.vault);
  if (head === null) return;
  try {
    writeAnchor(s.vault, { ...head, slotEpoch: s.vault.header.slotEpoch, at: s.clock() });
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    const messageZh = '本机锚点没有写成。已有登记完好，但暂时不能判断台账库是否被换回旧文件。请系统管理员检查磁盘空间和权限。';
    if (!s.findings.some((f) => f.code === 'anchor_not_written')) s.findings.push({ code: 'anchor_not_written', messageZh });
    return;
  }
  s.entered = 0;
  s.anchoredAt = Date.now();
}

const actorOf = (v: UnlockedVault, account: string): Actor | null => {
  const row = recordsWhere(v.db, 'accounts', { account })[0];
  return row === undefined || row.state !== 'active' ? null : { account, name: row.name ?? account, roles: (row.roles as Role[] | null) ?? [] };
};

const lockedIn = (v: UnlockedVault): string[] => JSON.parse(metaOf(v.db, 'lockedAccounts') ?? '[]') as string[];

/** Moves failed sign-ins from their file into the trail, where they cannot be removed (K4). Out: how many were of this account since its last sign-in. */
function enterAttempts(v: UnlockedVault, door: Door, account: string): number {
  const drained = drainAttempts(v.dir, Number(metaOf(v.db, 'attemptSerial') ?? '0'), { keep: true });
  const locked = new Set(lockedIn(v));
  v.db.transaction(() => {
    if (drained.continuity !== 'continues') note(door, account, 'session.attemptsGone', drained.continuity === 'missing' ? '登录记录文件不见了' : '登录记录文件比台账库记录的旧');
    for (const event of drained.events) {
      const { kind, account: whose } = event as { kind?: string; account?: string | null };
      note(door, whose ?? '（未知账户）', kind === 'locked' ? 'session.lockedOut' : 'session.failed', (event as { at?: string }).at ?? null);
      if (kind === 'locked' && typeof whose === 'string') locked.add(whose);
    }
    putMeta(v.db, 'attemptSerial', String(drained.serial));
    putMeta(v.db, 'lockedAccounts', JSON.stringify([...locked]));
  }).immediate();
  drainAttempts(v.dir, drained.serial);
  return drained.events.filter((e) => (e as { account?: string | null }).account === account && (e as { kind?: string }).kind !== 'cleared').length;
}

/**
 * Signs in. Opens the store, brings the schema up to date, compares slot file and anchor, moves failed tries into the trail.
 * Throws VaultError (wrong_password, locked_out, pending_confirmation, revoked, damaged, slots_rolled_back, …).
 * A store older than its anchor opens read-only: `readOnly` says why and who must come.
 */
export async function openSession(dir: string, account: string, password: string, clock: Clock = realClock): Promise<Session> {
  const vault = await unlockVault(dir, account, password, { at: clock() });
  try {
    migrate(vault.db);
    const stored = { slotEpoch: Number(metaOf(vault.db, 'slotEpoch') ?? '0'), generation: Number(metaOf(vault.db, 'generation') ?? '0') };
    if (slotsRolledBack(vault.header, stored)) throw new VaultError('slots_rolled_back');
    const session: Session = { vault, me: { account, name: account, roles: [] }, clock, readOnly: null, findings: [...vault.findings], lastSignInAt: metaOf(vault.db, `signIn.${account}`), failedSince: 0, sheets: null, entered: 0, anchoredAt: Date.now() };
    const row = recordsWhere(vault.db, 'accounts', { account })[0];
    if (row?.state === 'pending') throw new VaultError('pending_confirmation');
    if (row === undefined || row.state === 'revoked') throw new VaultError('revoked');
    if (lockedIn(vault).includes(account)) throw new VaultError('locked_out');
    const verdict = compareAnchor(vault, (seq) => trailAt(vault.db, seq)?.hash.toString('hex') ?? null, trailHead(vault.db)?.seq ?? 0);
    const door = doorOf(session);
    if (verdict === 'older' || verdict === 'foreign') {
      const { code, messageZh } = new VaultError('older_than_anchor');
      session.readOnly = { kind: 'integrity', code, messageZh };
      session.findings.push({ code, messageZh });
    } else if (verdict === 'missing' && trailHead(vault.db) !== null) {
      note(door, account, 'vault.anchorMissing', null);
    }
    const me = actorOf(vault, account);
    if (me === null) throw new VaultError('revoked');
    Object.assign(session.me, me);
    if (session.readOnly === null) session.readOnly = greeted(session, door, account, stored);
    return session;
  } catch (error) {
    lockVault(vault, null);
    throw asVaultError(error) ?? error;
  }
}

/**
 * Enters the sign-in. A full disk takes no entry: whoever knows the password may then look and not enter, and the tries stay counted beside
 * the store until there is room (K4). Out: why nothing can be entered, or null.
 */
function greeted(session: Session, door: Door, account: string, stored: { slotEpoch: number; generation: number }): Refusal | null {
  const sentence = session.vault.findings.find((f) => f.code === 'disk_full')?.messageZh;
  if (sentence !== undefined) return { kind: 'environment', code: 'disk_full', messageZh: sentence };
  try {
    welcome(session, door, account, stored);
    return null;
  } catch (error) {
    if (asVaultError(error)?.code !== 'disk_full') throw error;
    const messageZh = '磁盘已满，登录没有写入审计。现在只能查看，不能登记；已有登记完好。请系统管理员腾出 200 MB 后重新登录。';
    session.findings.push({ code: 'disk_full', messageZh });
    return { kind: 'environment', code: 'disk_full', messageZh };
  }
}

/** What is entered at sign-in: failed tries before it, a clock that leapt, the sign-in itself. */
function welcome(session: Session, door: Door, account: string, stored: { slotEpoch: number; generation: number }): void {
  const { vault } = session;
  Object.assign(session, { failedSince: enterAttempts(vault, door, account) });
  const last = trailHead(vault.db);
  const lastAt = last === null ? null : (JSON.parse(last.entry) as unknown[])[2];
  if (typeof lastAt === 'string' && Date.parse(session.clock()) - Date.parse(lastAt) > LEAP_DAYS * 86_400_000) {
    note(door, account, 'clock.leap', `距上一条 ${Math.floor((Date.parse(session.clock()) - Date.parse(lastAt)) / 86_400_000)} 日`);
    session.findings.push({ code: 'clock_leap', messageZh: '时钟比上一条登记晚了一个月以上。若中间确实没有使用，不必处理；否则请系统管理员核对时间。' });
  }
  if (note(door, account, 'session.signIn', null) !== null) putMeta(vault.db, `signIn.${account}`, session.clock());
  const epoch = currentEpoch(vault);
  if (epoch.slotEpoch !== stored.slotEpoch || epoch.generation !== stored.generation) rememberEpoch(vault);
  finishRevocations(session);
}

/** A revocation that was cut short (power, kill) left the key slot or the old keys in place: the next administrator's sign-in completes it. */
function finishRevocations(s: Session): void {
  const { vault } = s;
  if (vault.keys.root === undefined) return;
  const gone = new Set(recordsWhere(vault.db, 'accounts', { state: 'revoked' }).map((a) => a.account));
  const left = readHeader(vault.dir).accounts.filter((a) => a.state !== 'revoked' && gone.has(a.account));
  if (left.length === 0 && Number(metaOf(vault.db, 'rotationDue') ?? '0') <= vault.header.generation) return;
  try {
    putMeta(vault.db, 'rotationDue', String(vault.header.generation + 1));
    for (const { account } of left) revokeSlot(vault, account);
    rotateKeys(s);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    s.findings.push({ code: error.code, messageZh: '停用账户后的密钥更换还没有完成。已有登记完好，停用的账户不能登录。请系统管理员检查磁盘空间后重新登录。' });
  }
}

function rememberEpoch(vault: UnlockedVault): void {
  const { slotEpoch, generation } = currentEpoch(vault);
  putMeta(vault.db, 'slotEpoch', String(slotEpoch));
  putMeta(vault.db, 'generation', String(generation));
}

/** Makes a vault, enters its terminal and accounts through the door, and leaves it locked. Out: the recovery sheets, which exist nowhere else. */
export async function foundVault(dir: string, wanted: NewVault, clock: Clock = realClock): Promise<{ recoverySheets: readonly { sheet: 1 | 2; text: string }[]; head: { seq: number; hash: string } | null }> {
  const { vault, recoverySheets } = await createVault(dir, { ...wanted, at: clock() });
  try {
    migrate(vault.db);
    const founder: Actor = { account: '建库', name: '建库', roles: ['system_administrator'] };
    const confirmer: Actor = { account: '建库确认', name: '建库确认', roles: ['security_administrator'] };
    const door = doorOf({ vault, clock });
    note(door, founder.account, 'vault.create', `format ${vault.header.v}`);
    const must = (actor: Actor, name: string, input: unknown): void => {
      const result = enter(door, actor, name, input);
      if (!result.ok) throw new RefusedFounding(result.refusal);
    };
    must(founder, 'setting.change', { key: 'organisation', value: wanted.terminal.organisation });
    if (wanted.terminal.terminalNumber !== '') must(founder, 'setting.change', { key: 'terminalNumber', value: wanted.terminal.terminalNumber });
    for (const a of wanted.accounts) {
      must(founder, 'account.create', { account: a.account, name: a.name, roles: a.roles, password: a.password });
      must(confirmer, 'account.confirm', { account: a.account });
    }
    rememberEpoch(vault);
    const head = headOf(vault);
    lockVault(vault, head, clock());
    return { recoverySheets: recoverySheets as unknown as readonly { sheet: 1 | 2; text: string }[], head: head === null ? null : { seq: head.seq, hash: head.hash.toString('hex') } };
  } catch (error) {
    lockVault(vault, null);
    throw error;
  }
}

/** The door would not take what the founders wanted (roles that exclude each other, a weak password). */
export class RefusedFounding extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.messageZh);
    this.refusal = refusal;
  }
}

/** A refusal while less than the reserve is free: a full disk must not be met in the middle of an act. */
export function noRoom(s: Session): Refusal | null {
  const { bavail, bsize } = statfsSync(s.vault.dir);
  const reserve = s.vault.header.testClock ? RESERVE.training : RESERVE.real;
  return bavail * bsize >= reserve ? null : { kind: 'environment', code: 'disk_full', messageZh: '磁盘空间不足，本次没有登记，已有登记完好。请系统管理员腾出 200 MB 后重试。' };
}

/** The second person on the spot: proven by password, rights from the books. */
async function secondPerson(s: Session, given: { account: string; password: string } | undefined): Promise<Actor | null | Refusal> {
  if (given === undefined) return null;
  if (given.account === s.me.account) return { kind: 'sign_in', code: 'same_person', messageZh: '第二人不能是本人。请另一位到场输入账户和口令。' };
  const right = await provePassword(s.vault.dir, given.account, given.password, { at: s.clock() });
  const actor = right ? actorOf(s.vault, given.account) : null;
  return actor ?? { kind: 'sign_in', code: 'wrong_password', messageZh: '第二人的账户或口令不符。请核对后重试。' };
}

const isRefusalLike = (x: Actor | null | Refusal): x is Refusal => x !== null && 'kind' in x;

/** Turns what the vault or the disk throws into an answer; anything else is a bug and goes on. */
export async function answered<T>(work: () => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error) ?? diskRefusal(error);
    if (refusal === null) throw error;
    return refuse(refusal);
  }
}

/** After a failed write or flush the kernel may have dropped what it held: nothing more is entered until the store was opened anew (security.md 4.2). */
export function doubted<T>(s: Session, result: Result<T>): Result<T> {
  if (!result.ok && result.refusal.kind === 'environment' && result.refusal.code === 'disk_error') s.readOnly ??= result.refusal;
  return result;
}

function counted(s: Session, privileged: boolean): void {
  s.entered += 1;
  if (privileged || s.entered >= ANCHOR_EVERY || Date.now() - s.anchoredAt > ANCHOR_MS) anchorNow(s);
}

/** One act through the door, with what belongs to it outside the books (key slots, attempts, anchors). */
export const act = (s: Session, name: string, input: unknown, second?: { account: string; password: string }): Promise<Result<Done>> => answered(() => actOnce(s, name, input, second)).then((result) => doubted(s, result));

async function actOnce(s: Session, name: string, input: unknown, second?: { account: string; password: string }): Promise<Result<Done>> {
  if (s.readOnly !== null && !(name === 'anchor.accept' && s.readOnly.kind === 'integrity')) return refuse(s.readOnly);
  const full = noRoom(s);
  if (full !== null) return refuse(full);
  const other = await secondPerson(s, second);
  if (isRefusalLike(other)) return refuse(other);
  const result = name.startsWith('account.') || name === 'anchor.accept' ? await keyAct(s, name, input, other) : enter(doorOf(s), s.me, name, input, other);
  counted(s, name.startsWith('account.') || name.startsWith('policy.') || name.startsWith('backup.') || name === 'register.print');
  return result;
}

/** Several acts, all or nothing. */
export const actAll = (s: Session, acts: readonly { name: string; input: unknown }[]): Promise<Result<{ ok: boolean; results: Result<Done>[] }>> =>
  answered<{ ok: boolean; results: Result<Done>[] }>(() => {
    if (s.readOnly !== null) return refuse(s.readOnly);
    const full = noRoom(s);
    if (full !== null) return refuse(full);
    const outcome = enterAll(doorOf(s), s.me, acts);
    anchorNow(s);
    return done(outcome);
  }).then((result) => doubted(s, result));

/** Acts on accounts also move key slots. Judged first, so that no slot changes for an act the door would refuse. */
async function keyAct(s: Session, name: string, input: unknown, second: Actor | null): Promise<Result<Done>> {
  const { vault } = s;
  const judged = judge(doorOf(s), s.me, second, name, input);
  const go = (): Result<Done> => enter(doorOf(s), s.me, name, input, second);
  if (!judged.ok || judged.value.outcome !== 'allow') return go();
  const i = input as Record<string, unknown>;
  const account = String(i['account'] ?? '');
  switch (name) {
    case 'account.create': {
      await enrolSlot(vault, { account, name: String(i['name']), roles: i['roles'] as string[], password: String(i['password']) }, { at: s.clock() });
      const result = go();
      if (!result.ok) revokeSlot(vault, account);
      rememberEpoch(vault);
      return result;
    }
    case 'account.confirm': {
      const slot = readHeader(vault.dir).accounts.find((a) => a.account === account);
      const row = recordsWhere(vault.db, 'accounts', { account })[0];
      if (slot?.state === 'pending') confirmSlot(vault, account);
      else if (row !== undefined) changeSlotRoles(vault, account, { roles: (row.roles as string[] | null) ?? [] });
      rememberEpoch(vault);
      return go();
    }
    case 'account.setPassword': {
      await changePassword(vault, s.me.account, String(i['oldPassword']), String(i['newPassword']), { at: s.clock() });
      rememberEpoch(vault);
      return go();
    }
    case 'account.unlock': {
      const result = go();
      if (result.ok) {
        clearLock(vault.dir, account, s.clock());
        putMeta(vault.db, 'lockedAccounts', JSON.stringify(lockedIn(vault).filter((a) => a !== account)));
      }
      return result;
    }
    case 'account.revoke': {
      const result = go();
      if (!result.ok) return result;
      // Travels with the copy that becomes the new generation, so it is settled in the same moment.
      putMeta(vault.db, 'rotationDue', String(vault.header.generation + 1));
      revokeSlot(vault, account);
      rotateKeys(s);
      return result;
    }
    case 'anchor.accept': {
      const result = go();
      if (result.ok) {
        s.readOnly = null;
        anchorNow(s);
      }
      return result;
    }
    default:
      return go();
  }
}

/** New root and keys for everybody who stays. The trail key of the ending generation moves into the store, so that old entries can still be verified. */
export function rotateKeys(s: Session): void {
  const { vault } = s;
  putMeta(vault.db, `trailKey.${vault.header.generation}`, vault.keys.trail.toString('hex'));
  const stay = recordsWhere(vault.db, 'accounts', {}).filter((a) => a.state !== 'revoked').map((a) => a.account ?? '');
  const { recoverySheets } = rotate(vault, stay, { at: s.clock() });
  s.sheets = recoverySheets as unknown as Session['sheets'];
  rememberEpoch(vault);
  note(doorOf(s), s.me.account, 'vault.rotate', `第 ${vault.header.generation} 代密钥`);
  anchorNow(s);
}

/** The decision only. */
export const decideAct = (s: Session, name: string, input: unknown, second?: Actor | null): Result<Decision> => judge(doorOf(s), s.me, second ?? null, name, input);

/** A question to the books. What needs the machine rather than the books is answered here. */
export const ask = (s: Session, name: string, input: unknown): Promise<Result<unknown>> =>
  answered(() => {
    if (name === 'isolation') return done(inspectTerminal());
    if (name === 'decide') {
      const { command, input: inner } = (input ?? {}) as { command?: unknown; input?: unknown };
      return decideAct(s, String(command ?? ''), inner);
    }
    return askBooks(deskOf(s), s.me, name, input);
  });

/** Locks: a last entry, the anchor, the store closed, every key zeroed. */
export function lock(s: Session): void {
  if (s.readOnly === null) {
    try {
      note(doorOf(s), s.me.account, 'session.lock', null);
    } catch {
      // A full disk must not keep the keys in memory: locking goes on without its entry.
    }
  }
  let head: ReturnType<typeof headOf> = null;
  try {
    if (s.readOnly === null) head = headOf(s.vault);
  } catch (error) {
    // A page that cannot be read costs the last anchor, never the wiping of the keys.
    if (diskRefusal(error) === null) throw error;
  } finally {
    lockVault(s.vault, head, s.clock());
  }
}

/**
 * An unfinished form of whoever is signed in (ui 3): inside the encrypted store, outside the books. It is no entry and no record,
 * belongs to this account only, and stays until its owner settles it. `text` null takes it away. Never while the store is read-only.
 */
export function keepDraft(s: Session, text: string | null): void {
  if (s.readOnly === null) putMeta(s.vault.db, `draft.${s.me.account}`, text ?? '');
}
export function draftOf(s: Session): string | null {
  const text = metaOf(s.vault.db, `draft.${s.me.account}`) ?? '';
  return text === '' ? null : text;
}
/** How many accounts left one: all that the lock screen may say. */
export const draftCount = (s: Session): number => numberOf(s.vault.db, "SELECT count(*) FROM meta WHERE key LIKE 'draft.%' AND value <> ''");

/** The organisation's parameters as they stand now. */
export const profileIn = (s: Session): Profile => profileFrom(s.vault.db);

export const idleLockMinutes = (s: Session): number => profileIn(s).number('account.idleLockMinutes');
