import { createHash, createHmac } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { done, refuse } from '#shared/result.ts';
import type { Refusal, Result } from '#shared/result.ts';
import { dayOf, clockOf } from '#shared/time.ts';
import { runAside } from '../aside/run.ts';
import { verifyBooks } from '../queries/ask.ts';
import { recordsWhere, trailHead } from '../vault/read.ts';
import type { CopyProof } from '../vault/copyProof.ts';
import { openCopy, vacuumInto } from '../vault/open.ts';
import { copyOwn } from '../vault/keys.ts';
import { act, anchorNow, answered, deskOf, profileIn } from '../session.ts';
import type { Session } from '../session.ts';
import { classifyTarget, freeBytes } from '../terminal/targets.ts';

/** What stands beside every backup, under a MAC of the vault's own key. */
export type Manifest = Readonly<{
  v: 1; storeId: string; generation: number; slotEpoch: number; organisation: string; terminalNumber: string; level: string; seq: number; hash: string; madeAt: string; madeBy: string;
  bytes: number; sha256: string; headerSha256: string; origin: string; checks: readonly { name: string; counted: number }[];
}>;
export type SignedManifest = Manifest & { mac: string };
export type Backup = Readonly<{ file: string; bytes: number; sha256: string; chain: { seq: number; hash: string }; verified: true; seconds: number; number: string | null }>;

export const manifestMac = (key: Buffer, m: Manifest): string => createHmac('sha256', key).update(JSON.stringify(Object.entries(m).filter(([k]) => k !== 'mac').sort(([a], [b]) => (a < b ? -1 : 1)))).digest('hex');

/** SHA-256 of a file in pieces; backups may be larger than memory. */
export function sha256Of(file: string): string {
  const hash = createHash('sha256');
  const fd = openSync(file, 'r');
  try {
    const piece = Buffer.allocUnsafe(1 << 20);
    for (let n = readSync(fd, piece); n > 0; n = readSync(fd, piece)) hash.update(piece.subarray(0, n));
  } finally {
    closeSync(fd);
  }
  return hash.digest('hex');
}

function flush(target: string): void {
  const fd = openSync(target, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

const environment = (code: string, messageZh: string): Refusal => ({ kind: 'environment', code, messageZh });

/** Where a backup may go: inside fixed disks only; with the reason when not (8.2). */
export function targetRefusal(folder: string, training: boolean): Refusal | null {
  let at = path.resolve(folder);
  while (!existsSync(at) && path.dirname(at) !== at) at = path.dirname(at);
  const target = classifyTarget(at, { trainingVault: training });
  return target.ok ? null : environment(`target_${target.kind}`, `不能备份到该位置。${target.reasonZh}`);
}

/** Leftovers of a backup that was interrupted have no name and no claim; they go before the next one. */
function dropParts(folder: string): void {
  for (const name of readdirSync(folder)) if (/^\d{8}-\d{6}-seq\d+\.part$/.test(name)) rmSync(path.join(folder, name), { recursive: true, force: true });
}

/**
 * Makes a backup and proves it before calling it one: a fresh folder, an encrypted copy by VACUUM INTO, flushed; pages, structure and
 * SHA-256 proven in a process of its own, chain, events and state here; manifest under MAC, then renamed and entered (8.1).
 * In: the folder for backups. Out: where it lies and what was proven. Refuses removable, network and unknown targets, too little room.
 */
export const makeBackup = (s: Session, folder: string): Promise<Result<Backup>> =>
  answered(async () => {
    const started = Date.now();
    if (s.readOnly !== null) return refuse(s.readOnly);
    if (!s.me.roles.some((r) => r === 'clerk' || r === 'system_administrator')) {
      const barred = await act(s, 'backup.make', { file: folder, bytes: 0, sha256: '0'.repeat(64), chainSeq: 0, chainHash: '0'.repeat(64), seconds: 0 });
      if (!barred.ok) return barred;
    }
    const { vault } = s;
    const refusal = targetRefusal(folder, vault.header.testClock);
    if (refusal !== null) return refuse(refusal);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const pages = vault.db.pragma('page_count', { simple: true }) as number;
    if (freeBytes(folder) < pages * 4096 * 1.2) return refuse(environment('disk_full', '不能备份。目标位置的剩余空间不足库文件的 1.2 倍。请系统管理员腾出空间后重试。'));
    dropParts(folder);
    anchorNow(s);
    const head = trailHead(vault.db);
    if (head === null) return refuse(environment('empty', '不能备份。台账库还没有任何记录。'));
    const now = s.clock();
    const stem = `${dayOf(now).replaceAll('-', '')}-${clockOf(now).replace(':', '')}${now.slice(17, 19)}-seq${head.seq}`;
    const part = path.join(folder, `${stem}.part`);
    const final = path.join(folder, stem);
    if (existsSync(final)) return refuse(environment('target_exists', '不能备份。同一时刻的备份已经存在，本程序不覆盖任何文件。请稍后再试。'));
    mkdirSync(part, { mode: 0o700 });
    try {
      const store = path.join(part, 'store.db');
      vacuumInto(vault.db, store);
      copyFileSync(path.join(vault.dir, 'header.json'), path.join(part, 'header.json'));
      flush(store);
      flush(path.join(part, 'header.json'));
      const proven = await prove(s, store, { seq: head.seq, hash: head.hash.toString('hex') });
      if (typeof proven === 'string') {
        rmSync(part, { recursive: true, force: true });
        return refuse({ kind: 'integrity', code: 'backup_unproven', messageZh: `备份没有通过核验，已丢弃，原库照常使用（${proven}）。请系统管理员核验台账库和目标磁盘。` });
      }
      const { bytes, sha256, checks } = proven;
      const { header } = vault;
      const manifest: Manifest = {
        v: 1, storeId: header.storeId, generation: header.generation, slotEpoch: header.slotEpoch, organisation: header.terminal.organisation, terminalNumber: header.terminal.terminalNumber, level: header.terminal.level, seq: head.seq, hash: head.hash.toString('hex'), madeAt: now, madeBy: s.me.name,
        bytes, sha256, headerSha256: sha256Of(path.join(part, 'header.json')), origin: path.resolve(vault.dir), checks,
      };
      writeFileSync(path.join(part, 'manifest.json'), `${JSON.stringify({ ...manifest, mac: manifestMac(vault.keys.manifest, manifest) }, null, 1)}\n`, { mode: 0o600 });
      flush(path.join(part, 'manifest.json'));
      flush(part);
      renameSync(part, final);
      flush(folder);
      const seconds = (Date.now() - started) / 1000;
      const file = path.join(final, 'store.db');
      const entered = await act(s, 'backup.make', { file, bytes, sha256, chainSeq: head.seq, chainHash: head.hash.toString('hex'), seconds: Math.round(seconds) });
      if (!entered.ok) return entered;
      anchorNow(s);
      await rotateOut(s, folder);
      return done({ file, bytes, sha256, chain: { seq: head.seq, hash: head.hash.toString('hex') }, verified: true as const, seconds, number: (entered.value.result as { backup: { number: string } }).backup.number });
    } catch (error) {
      rmSync(part, { recursive: true, force: true });
      throw error;
    }
  });

/**
 * Opens the copy as a stranger would and checks everything, half of it here and half in another process, at the same time: there the MAC of
 * every page, the SHA-256 of the same bytes and what SQLite says of its structure; here references, chain, events, state and numbers.
 * Out: what was proven, or the Chinese name of the first check that failed.
 */
async function prove(s: Session, store: string, head: { seq: number; hash: string }): Promise<Pick<Manifest, 'bytes' | 'sha256' | 'checks'> | string> {
  const key = copyOwn(s.vault.keys.db);
  const sent = new Uint8Array(key);
  const beside = runAside('proveCopy', { file: store, key: sent }) as Promise<CopyProof>;
  const settled = beside.then(() => undefined, () => undefined);
  // Proving is synchronous; without this pause the other process would get its job only afterwards.
  await new Promise((resolve) => setTimeout(resolve, 30));
  try {
    const copy = openCopy(store, key);
    let found: ReturnType<typeof verifyBooks>;
    try {
      found = verifyBooks({ ...deskOf(s), db: copy }, { structure: 'elsewhere' });
    } finally {
      copy.close();
    }
    const { structure, pages, badCount, bytes, sha256 } = await beside;
    if (structure === null) return `页校验 ${badCount} 页不符`;
    if (structure.damage.length > 0) return '存储结构';
    if (structure.loose.length > 0) return '登记之间的引用';
    const bad = found.checks.find((c) => !c.ok);
    if (bad !== undefined) return bad.nameZh;
    if (found.chain.seq !== head.seq || found.chain.hash !== head.hash) return '审计链首不符';
    return { bytes, sha256, checks: [{ name: 'pages', counted: pages }, { name: 'integrity', counted: structure.pages }, ...found.checks.map((c) => ({ name: c.name, counted: c.counted }))] };
  } finally {
    key.fill(0);
    sent.fill(0);
    // Nobody may remove a file that the other process still reads: where files are locked, that fails.
    await settled;
  }
}

/** Keeps the newest so many in this folder; never the last verified one. Each removal is entered. */
async function rotateOut(s: Session, folder: string): Promise<void> {
  const keep = profileIn(s).number('backup.keep');
  const here = recordsWhere(s.vault.db, 'backups', { state: 'verified' }).filter((b) => b.file !== null && path.dirname(path.dirname(b.file)) === path.resolve(folder) && existsSync(b.file));
  for (const old of here.slice(0, Math.max(0, here.length - keep))) {
    const result = await act(s, 'backup.rotate', { backup: old.id, reason: `保留最近 ${keep} 份` });
    if (result.ok && old.file !== null) rmSync(path.dirname(old.file), { recursive: true, force: true });
  }
}

export type Listed = Readonly<{ file: string; bytes: number; sha256: string | null; chain: { seq: number; hash: string } | null; madeAt: string | null; verified: boolean; findingZh: string }>;

/** Backups in a folder with what can be said without a key: is everything there, do the files agree with the manifest. */
export function listBackups(folder: string): Listed[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((n) => /^\d{8}-\d{6}-seq\d+$/.test(n)).sort().reverse().map((name) => {
    const dir = path.join(folder, name);
    const file = path.join(dir, 'store.db');
    const bytes = existsSync(file) ? statSync(file).size : 0;
    const manifest = readManifest(dir);
    if (manifest === null) return { file, bytes, sha256: null, chain: null, madeAt: null, verified: false, findingZh: '没有备份说明或内容不完整，不能当作备份。' };
    const same = existsSync(file) && existsSync(path.join(dir, 'header.json')) && bytes === manifest.bytes && sha256Of(file) === manifest.sha256 && sha256Of(path.join(dir, 'header.json')) === manifest.headerSha256;
    return { file, bytes, sha256: manifest.sha256, chain: { seq: manifest.seq, hash: manifest.hash }, madeAt: manifest.madeAt, verified: same, findingZh: same ? '文件与备份说明一致。' : '文件与备份说明不一致，已损坏或被改动。' };
  });
}

export function readManifest(dir: string): SignedManifest | null {
  try {
    const m = JSON.parse(readFileSync(path.join(dir, 'manifest.json'), 'utf8')) as SignedManifest;
    return m.v === 1 && typeof m.sha256 === 'string' && typeof m.mac === 'string' ? m : null;
  } catch {
    return null;
  }
}
