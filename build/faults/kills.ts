import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups } from '#electron/backup/backup.ts';
import { copyOwn } from '#electron/vault/keys.ts';
import { openCopy } from '#electron/vault/open.ts';
import { verifyBooks } from '#electron/queries/ask.ts';
import { deskOf } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { isAck, killChild } from './children.ts';
import { copyOf, dice, foundGround, scratch } from './ground.ts';
import { inspect } from './inspect.ts';
import { broken, hold, reportOf, tally, word } from './report.ts';
import type { Report } from './report.ts';

/** A ledger of so many good lines. */
export function writeLedger(rows: number): string {
  const file = join(scratch(), '载体台账.csv');
  const lines = Array.from({ length: rows }, (_, i) => `${i + 1},JJ-${i + 1},演练材料第${i + 1}份,纸质,秘密,10年,${(i % 40) + 1},演练指挥部,2022-03-${String((i % 28) + 1).padStart(2, '0')},慕容档,${(i % 6) + 1}号柜,在库,演练`);
  writeFileSync(file, `\uFEFF序号,载体编号,载体名称,载体类型,密级,保密期限,页数,制发单位,接收日期,责任人,存放位置,状态,备注\n${lines.join('\n')}\n`);
  return file;
}

/** Every backup with a final name opens, is the head it says, and checks out. */
function provenBackups(folder: string, problems: string[]): (s: Session) => void {
  return (s) => {
    for (const one of listBackups(folder)) {
      if (!one.verified) {
        problems.push(`a backup with a final name does not agree with its manifest: ${one.findingZh}`);
        continue;
      }
      const copy = openCopy(one.file, copyOwn(s.vault.keys.db));
      try {
        const found = verifyBooks({ ...deskOf(s), db: copy });
        if (!found.ok || found.chain.seq !== one.chain?.seq) problems.push('a backup with a final name does not check out');
      } finally {
        copy.close();
      }
    }
  };
}

/** FI-01 and FI-13: SIGKILL at random moments of commands, of an import and of backups; each time reopened and compared with what had been acknowledged. */
export async function kills(runs: { acts: number; imports: number; backups: number }, seed = 1): Promise<Report> {
  const t = tally();
  const luck = dice(seed);
  const base = await foundGround();
  const times: number[] = [];
  let acknowledged = 0;

  const judge = async (dir: string, lines: readonly Record<string, unknown>[], kind: string, and?: (s: Session) => void): Promise<void> => {
    const acks = lines.filter(isAck);
    const f = await inspect(dir, acks, and === undefined ? {} : { and });
    t.runs += 1;
    acknowledged += acks.length;
    times.push(f.milliseconds);
    t.lost += f.lost;
    t.half += f.half;
    t.breaks += f.breaks;
    word(t, kind);
    if (f.code !== null) broken(t, `${kind}: after the kill the vault answers ${f.code}`);
    if (f.failed.length > 0) broken(t, `${kind}: verification fails in ${f.failed.join(', ')}`);
    if (f.lost + f.half + f.breaks > 0) broken(t, `${kind}: lost ${f.lost}, half ${f.half}, breaks ${f.breaks}`);
  };

  // The same vault is killed twenty times: remains of one accident meet the next.
  let working = copyOf(base);
  for (let n = 0; n < runs.acts; n += 1) {
    if (n > 0 && n % 20 === 0) working = copyOf(base);
    const lines = await killChild('acts', working, { from: n * 5000 }, 5 + luck.below(395));
    hold(t, lines.some(isAck), `acts: the child did nothing before it died (${JSON.stringify(lines[0] ?? null)})`);
    await judge(working, lines, 'acts');
  }
  const ledger = writeLedger(250);
  for (let n = 0; n < runs.imports; n += 1) {
    const dir = copyOf(base);
    const lines = await killChild('import', dir, { file: ledger, then: 'hold' }, luck.below(900));
    const done = lines.find((l) => 'batch' in l);
    await judge(dir, lines, done === undefined ? 'import cut' : 'import done', (s) => {
      const batches = s.vault.db.prepare('SELECT count(*) FROM imports').pluck().get() as number;
      const taken = s.vault.db.prepare('SELECT count(*) FROM carriers WHERE importBatch IS NOT NULL').pluck().get() as number;
      hold(t, (batches === 0 && taken === 0) || (batches === 1 && taken === 250), `half an import: ${batches} batch, ${taken} of 250 lines`);
      if (done !== undefined) hold(t, batches === 1, 'an acknowledged import is gone');
    });
  }
  for (let n = 0; n < runs.backups; n += 1) {
    const dir = copyOf(base);
    const to = join(scratch(), 'backups');
    mkdirSync(to);
    const lines = await killChild('backups', dir, { to }, luck.below(1500));
    const told = lines.filter((l) => typeof l['backup'] === 'string');
    await judge(dir, lines, told.length === 0 ? 'backup cut' : 'backup done', provenBackups(to, t.problems));
    // Seven are kept; the oldest may have gone for one that was made and not yet told.
    hold(t, told.slice(-6).every((l) => existsSync(String(l['backup']))), 'an acknowledged backup is gone');
    hold(t, readdirSync(to).every((name) => /^\d{8}-\d{6}-seq\d+(\.part)?$/.test(name)), 'something without a name of ours lies among the backups');
  }
  times.sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  hold(t, p95 <= 500, `opening after a kill takes ${p95.toFixed(0)} ms at p95`);
  return reportOf('FI-01', `SIGKILL in commands, imports, backups (${acknowledged} acknowledged, reopen p95 ${p95.toFixed(0)} ms)`, t);
}
