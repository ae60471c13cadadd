import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeBackup } from '#electron/backup/backup.ts';
import { importLedger, readLedgerFile } from '#electron/importing.ts';
import { act, ask, lock, openSession } from '#electron/session.ts';
import { VaultError } from '#electron/vault/errors.ts';
import type { ReadDb } from '#electron/vault/open.ts';
import type { Refusal } from '#shared/result.ts';
import { exitCodeOf } from '#shared/result.ts';
import { isAck, killChild } from './children.ts';
import { actOf, baseCarriers, enterAs, foundGround, scratch } from './ground.ts';
import { inspect } from './inspect.ts';
import type { Ack, Findings } from './inspect.ts';
import { writeLedger } from './kills.ts';
import { broken, hold, reportOf, skippedReport, tally, word } from './report.ts';
import type { Report, Tally } from './report.ts';

const title = 'full disk (tmpfs of 10 MB)';

/** A small disk of its own, or null where mounting is not permitted. */
function smallDisk(): { at: string; remove: () => void } | null {
  const at = join(scratch(), 'disk');
  mkdirSync(at);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=10m', 'tmpfs', at]).status !== 0) return null;
  const remove = (): void => {
    spawnSync('umount', ['-l', at]);
  };
  process.once('exit', remove);
  return { at, remove };
}

const ballast = (disk: string): string => join(disk, 'ballast');

/** Leaves so many bytes free. */
function fill(disk: string, leave: number): void {
  rmSync(ballast(disk), { force: true });
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast(disk), Buffer.alloc(Math.max(0, bavail * bsize - leave)));
}
const free = (disk: string): void => rmSync(ballast(disk), { force: true });

function refused(t: Tally, what: string, refusal: Refusal): void {
  const code = 'code' in refusal ? refusal.code : refusal.kind;
  word(t, code);
  if (code !== 'disk_full' || exitCodeOf(refusal) !== 6) broken(t, `${what}: answered ${code}, exit ${exitCodeOf(refusal)}`);
}

function judge(t: Tally, what: string, f: Findings): void {
  t.lost += f.lost;
  t.half += f.half;
  t.breaks += f.breaks;
  if (f.code !== null) broken(t, `${what}: afterwards the vault answers ${f.code}`);
  if (f.failed.length > 0) broken(t, `${what}: verification fails in ${f.failed.join(', ')}`);
  if (f.lost + f.half + f.breaks > 0) broken(t, `${what}: lost ${f.lost}, half ${f.half}, breaks ${f.breaks}`);
}

/**
 * FI-04: the disk fills up before, during and between acts, imports and backups, and a process is killed while it is full. New work is refused
 * with the sentence of a full disk, everything acknowledged stays, and work goes on once there is room.
 */
export async function fullDisk(o: { kills: number }): Promise<Report> {
  const disk = smallDisk();
  if (disk === null) return skippedReport('FI-04', title, 'this user may not mount a small disk');
  const t = tally();
  try {
    const dir = join(disk.at, 'vault');
    cpSync(await foundGround(), dir, { recursive: true });
    const ledger = writeLedger(900);
    const bytes = readFileSync(ledger);
    const acks: Ack[] = [];

    const s = await enterAs(dir);
    const one = async (n: number): Promise<Refusal | null> => {
      const { name, input } = actOf(n, baseCarriers);
      const result = await act(s, name, input);
      if (result.ok) acks.push(result.value.audit);
      return result.ok ? null : result.refusal;
    };
    t.runs += 1;
    hold(t, (await one(0)) === null, 'an act with room is refused');
    // Below the reserve: refused before anything is tried.
    fill(disk.at, 600_000);
    const early = await one(1);
    if (early === null) broken(t, 'an act is taken although the reserve is gone');
    else refused(t, 'reserve', early);
    // Reading goes on while nothing can be written.
    fill(disk.at, 0);
    t.runs += 1;
    const read = await ask(s, 'record.list', { register: 'carriers' });
    hold(t, read.ok, 'the books cannot be read while the disk is full');
    // More rows than fit: SQLite itself meets the end of the disk.
    fill(disk.at, 1_200_000);
    t.runs += 1;
    const preview = await readLedgerFile(bytes, basename(ledger), 'carriers');
    if (!preview.ok) throw new Error('the ledger cannot be read');
    const imported = await importLedger(s, preview.value, 'carriers', 'all', bytes);
    if (imported.ok) broken(t, 'the import fits, so it tests nothing');
    else refused(t, 'import', imported.refusal);
    hold(t, s.vault.db.prepare('SELECT count(*) FROM imports').pluck().get() === 0 && s.vault.db.prepare('SELECT count(*) FROM carriers WHERE importBatch IS NOT NULL').pluck().get() === 0, 'half an import stays');
    // No room for a second copy.
    fill(disk.at, 1_100_000);
    t.runs += 1;
    const to = join(disk.at, 'backups');
    const backup = await makeBackup(s, to);
    if (backup.ok) word(t, 'backup fits');
    else refused(t, 'backup', backup.refusal);
    free(disk.at);
    t.runs += 1;
    hold(t, (await one(2)) === null, 'work does not go on after room was made');
    lock(s);
    judge(t, 'after refusals', await inspect(dir, acks));

    // Signing in on a disk without a free byte: a wrong password is counted, the right one may look and not enter.
    fill(disk.at, 0);
    t.runs += 1;
    const guessed = await openSession(dir, 'clerk', 'not-the-Password#1').then(() => 'let in', (error: unknown) => (error instanceof VaultError ? error.code : String(error)));
    hold(t, guessed === 'wrong_password', `a wrong password on a full disk is answered with ${guessed}`);
    const f = await inspect(dir, acks);
    word(t, `sign-in ${f.code ?? 'works'}`);
    hold(t, f.readOnly && f.code === 'disk_full' && f.failed.length === 0, `signing in on a full disk answers ${f.code ?? 'nothing'}, ${f.failed.join(', ')}`);
    free(disk.at);
    const failures = (db: ReadDb): number => db.prepare(`SELECT count(*) FROM audit WHERE instr(entry, '"session.failed"') > 0`).pluck().get() as number;
    judge(t, 'after a sign-in on a full disk', await inspect(dir, acks, { and: (again) => hold(t, failures(again.vault.db) === 1, 'a wrong password on a full disk was not entered afterwards') }));

    // Killed while the disk runs full under it: a hog takes the rest while the acts go on.
    for (let n = 0; n < o.kills; n += 1) {
      fill(disk.at, 1_080_000 + n * 3_000);
      const lines = await killChild('acts', dir, { from: 10_000 + n * 3000 }, 150 + n * 40);
      const told = lines.filter(isAck);
      acks.push(...told);
      for (const line of lines) if (typeof line['refused'] === 'string' && line['refused'] !== 'disk_full') broken(t, `killed while full: answered ${line['refused']}`);
      free(disk.at);
      t.runs += 1;
      judge(t, 'killed while full', await inspect(dir, acks));
    }
  } finally {
    disk.remove();
  }
  return reportOf('FI-04', title, t);
}
