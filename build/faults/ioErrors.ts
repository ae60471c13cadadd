import { join } from 'node:path';
import { runChild, isAck } from './children.ts';
import { copyOf, foundGround } from './ground.ts';
import { inspect } from './inspect.ts';
import { broken, hold, reportOf, skippedReport, tally, word } from './report.ts';
import type { Report } from './report.ts';
import { straceIsHere } from './strace.ts';

type Injection = Readonly<{ call: string; error: string; forever: boolean }>;

const injections: readonly Injection[] = [
  { call: 'pwrite64', error: 'EIO', forever: false },
  { call: 'pwrite64', error: 'ENOSPC', forever: false },
  { call: 'fsync', error: 'EIO', forever: false },
  { call: 'pwrite64', error: 'ENOSPC', forever: true },
  { call: 'fsync', error: 'EIO', forever: true },
  { call: 'pread64', error: 'EIO', forever: false },
];

/** What may be answered when the disk fails. Anything else is a bug or a lie. */
const fair = new Set(['disk_error', 'disk_full', 'damaged', 'older_than_anchor']);

/**
 * FI-03: the N-th write, flush or read of the store fails, once or for ever. The acts that were acknowledged are there afterwards; what was
 * told as not saved is not; the answer names the disk. `places`: which N, for each call.
 */
export async function ioErrors(o: { places: readonly number[]; acts: number }): Promise<Report> {
  const title = `failing writes, flushes and reads`;
  if (!straceIsHere()) return skippedReport('FI-03', title, 'strace is not installed');
  const t = tally();
  const base = await foundGround();
  let surfaced = 0;
  const { done: already } = await inspect(copyOf(base), []);
  for (const { call, error, forever } of injections) {
    for (const n of o.places) {
      const dir = copyOf(base);
      const store = join(dir, 'store.db');
      const name = `${call} ${error} ${forever ? 'from' : 'at'} ${n}`;
      const { lines, status, signal } = runChild('acts', dir, { count: o.acts }, ['strace', '-qq', '-o', '/dev/null', '-P', store, '-P', `${store}-wal`, '-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${n}${forever ? '+' : ''}`]);
      t.runs += 1;
      const refused = lines.flatMap((l) => (typeof l['refused'] === 'string' ? [l['refused']] : typeof l['thrown'] === 'string' ? [l['thrown']] : []));
      if (refused.length > 0) surfaced += 1;
      for (const code of refused) {
        word(t, code);
        if (!fair.has(code)) broken(t, `${name}: answered ${code}`);
      }
      hold(t, signal === null && status !== null, `${name}: the process died of ${signal}`);
      const acks = lines.filter(isAck);
      const failedAt = lines.findIndex((l) => l['refused'] === 'disk_error');
      // After a failed write or flush nobody knows what the disk holds: no act until the store was opened anew.
      if (failedAt !== -1) hold(t, !lines.slice(failedAt).some(isAck), `${name}: acts go on after a failed write`);
      const f = await inspect(dir, acks);
      t.lost += f.lost;
      t.half += f.half;
      t.breaks += f.breaks;
      if (f.code !== null) broken(t, `${name}: afterwards the vault answers ${f.code}`);
      if (f.failed.length > 0) broken(t, `${name}: verification fails in ${f.failed.join(', ')}`);
      // A commit whose flush failed lies in the log whole: it may come back at the next opening, and only the last one may.
      const more = f.done - already - acks.length;
      if (more > 0) word(t, 'came back after a failed flush');
      hold(t, f.code !== null || more === 0 || (more === 1 && call === 'fsync' && failedAt !== -1), `${name}: ${f.done - already} acts stand in the books, ${acks.length} were told as done`);
      if (f.lost + f.half + f.breaks > 0) broken(t, `${name}: lost ${f.lost}, half ${f.half}, breaks ${f.breaks}`);
      hold(t, f.code !== null || acks.length + refused.length >= o.acts || refused.length > 0, `${name}: an act ended without an answer`);
    }
  }
  hold(t, surfaced > 0, 'no injected error reached anybody: nothing was tested');
  return reportOf('FI-03', `${title} (${surfaced} of ${t.runs} reached the user)`, t);
}
