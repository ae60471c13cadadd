import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { done, refuse } from '#shared/result.ts';
import type { Refusal, Result } from '#shared/result.ts';
import { verifyBooks } from '../queries/ask.ts';
import { act, answered, deskOf, lock, openSession, realClock } from '../session.ts';
import type { Clock, Session } from '../session.ts';
import { trailHead } from '../vault/read.ts';
import { startAttempts } from '../vault/attempts.ts';
import { readAnchor } from '../vault/anchors.ts';
import { anchorsIn } from '../vault/unlocked.ts';
import { manifestMac, readManifest, sha256Of, targetRefusal } from './backup.ts';

export type Restored = Readonly<{ vault: string; chain: { seq: number; hash: string }; missing: { fromSeq: number; toSeq: number } | null; ok: true; audit: { seq: number; hash: string } }>;

const environment = (code: string, messageZh: string): Refusal => ({ kind: 'environment', code, messageZh });
const integrity = (code: string, messageZh: string): Refusal => ({ kind: 'integrity', code, messageZh });

/**
 * Restores a backup into a new folder, two persons present: files against the manifest, the manifest against the vault's key, the books
 * against themselves; then the serial range of entries it lacks is worked out from the anchor of the vault it came from, and entered.
 * In: the store file of a backup, an empty or missing folder, both persons. Out: the new vault, locked. Nothing is left behind on refusal.
 */
export const restoreBackup = (from: string, to: string, me: { account: string; password: string }, second: { account: string; password: string } | undefined, clock: Clock = realClock): Promise<Result<Restored>> =>
  answered(async () => {
    const source = existsSync(from) && statSync(from).isDirectory() ? from : path.dirname(from);
    const manifest = readManifest(source);
    if (manifest === null || !existsSync(path.join(source, 'store.db')) || !existsSync(path.join(source, 'header.json'))) return refuse(environment('not_a_backup', '没有恢复。所指的文件不是完整的备份，缺少 store.db、header.json 或 manifest.json。请另选备份。'));
    if (existsSync(to) && readdirSync(to).length > 0) return refuse(environment('folder_not_empty', '没有恢复。目标文件夹里已有内容，本程序不覆盖任何文件。请另选一个空文件夹。'));
    if (statSync(path.join(source, 'store.db')).size !== manifest.bytes || sha256Of(path.join(source, 'store.db')) !== manifest.sha256 || sha256Of(path.join(source, 'header.json')) !== manifest.headerSha256) return refuse(integrity('backup_damaged', '没有恢复。备份文件与备份说明不一致，已损坏或被改动。请另选备份，并报告安全保密管理员。'));
    if (second === undefined) return refuse({ kind: 'policy', messageZh: '需第二人在场。恢复须由系统管理员和安全保密管理员（或安全审计员）共同办理。', decision: { outcome: 'needs_second_person', checks: [], reasons: [{ rule: 'TWO-RESTORE', titleZh: '恢复须两人到场', outcome: 'needs_second_person', messageZh: '需第二人在场。恢复须由系统管理员和安全保密管理员（或安全审计员）共同办理。', nextStepZh: '请第二人输入账户和口令。', source: { law: '（产品规定）' }, parameters: {} }] } });
    const created = !existsSync(to);
    const part = `${path.resolve(to)}.part`;
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true, mode: 0o700 });
    let session: Session | null = null;
    const undo = (): void => rmSync(part, { recursive: true, force: true });
    try {
      mkdirSync(anchorsIn(part), { mode: 0o700 });
      // eslint-disable-next-line house/live-store-is-not-read -- a backup's file, which nobody holds open
      copyFileSync(path.join(source, 'store.db'), path.join(part, 'store.db'));
      copyFileSync(path.join(source, 'header.json'), path.join(part, 'header.json'));
      startAttempts(part);
      session = await openSession(part, me.account, me.password, clock);
      const away = targetRefusal(path.dirname(path.resolve(to)), session.vault.header.testClock);
      if (away !== null) return refuseAfter(session, undo, away);
      const { mac, ...bare } = manifest;
      if (manifestMac(session.vault.keys.manifest, bare) !== mac) return refuseAfter(session, undo, integrity('manifest_altered', '没有恢复。备份说明的校验值不符，可能被改动。请另选备份，并报告安全审计员。'));
      const found = verifyBooks(deskOf(session));
      const bad = found.checks.find((c) => !c.ok);
      if (bad !== undefined) return refuseAfter(session, undo, integrity('backup_damaged', `没有恢复。备份没有通过核验（${bad.nameZh}）。请另选备份，并报告安全保密管理员。`));
      const missing = lacking(session, manifest.origin, manifest.seq);
      const entered = await act(session, 'restore.run', { file: path.resolve(source, 'store.db'), sha256: manifest.sha256, bytes: manifest.bytes, backupSeq: manifest.seq, backupHash: manifest.hash, missingFrom: missing?.fromSeq ?? null, missingTo: missing?.toSeq ?? null }, second);
      if (!entered.ok) return refuseAfter(session, undo, entered.refusal);
      const head = trailHead(session.vault.db);
      lock(session);
      session = null;
      if (!created) rmSync(to, { recursive: true });
      renameSync(part, path.resolve(to));
      return done({ vault: path.resolve(to), chain: { seq: head?.seq ?? 0, hash: head?.hash.toString('hex') ?? '' }, missing, ok: true as const, audit: entered.value.audit });
    } catch (error) {
      if (session !== null) lock(session);
      undo();
      throw error;
    }
  });

function refuseAfter(session: Session, undo: () => void, refusal: Refusal): Result<never> {
  lock(session);
  undo();
  return refuse(refusal);
}

/** Entries that the vault had after the backup was made, as its own anchor tells. null: none, or the vault is gone and nobody can say. */
function lacking(session: Session, origin: string, seq: number): { fromSeq: number; toSeq: number } | null {
  if (!existsSync(anchorsIn(origin))) return null;
  const anchor = readAnchor({ header: session.vault.header, keys: session.vault.keys, anchorDirs: [anchorsIn(origin)] });
  return typeof anchor === 'string' || anchor.seq <= seq ? null : { fromSeq: seq + 1, toSeq: anchor.seq };
}
