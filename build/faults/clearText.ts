import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOf, foundGround, scratch } from './ground.ts';
import { broken, hold, reportOf, skippedReport, tally, word } from './report.ts';
import type { Report } from './report.ts';
import { straceIsHere } from './strace.ts';

const program = fileURLToPath(new URL('./children/leak.ts', import.meta.url));
/** Occurs nowhere else, also not as a word of the search index: letters and digits in one run. */
const marker = 'QZXW7JKV3';
/** As strace spells the bytes of the Chinese half (octal). */
const chinese = [...Buffer.from('密标', 'utf8')].map((b) => `\\${b.toString(8)}`).join('');

type Seen = { writes: number; clear: number; places: Set<string>; failed: string[] | null };

/** Runs the working day under strace and counts the writes to files that carry the marker in clear. Pipes and sockets between our own processes are no files. */
function watch(base: string, twin: boolean): Seen {
  const dir = copyOf(base);
  const home = scratch();
  const ledger = join(home, '台账.csv');
  const lines = Array.from({ length: 60 }, (_, i) => `${i + 1},${marker}-${i + 1},${marker}密标材料${i + 1},纸质,秘密,10年,${i + 1},${marker}指挥部,2022-03-02,慕容${marker},${marker}柜,在库,${marker}备注`);
  writeFileSync(ledger, `\uFEFF序号,载体编号,载体名称,载体类型,密级,保密期限,页数,制发单位,接收日期,责任人,存放位置,状态,备注\n${lines.join('\n')}\n`);
  const to = join(home, 'backups');
  mkdirSync(to);
  const log = join(scratch(), 'calls');
  const run = spawnSync('strace', ['-f', '-y', '-qq', '-o', log, '-s', '1000000', '-e', 'trace=write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range', process.execPath, '--disable-warning=ExperimentalWarning', program, dir, ledger, to, twin ? 'twin' : '', marker], { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' }, timeout: 120_000 });
  const seen: Seen = { writes: 0, clear: 0, places: new Set(), failed: null };
  const said = run.stdout.split('\n').find((l) => l.startsWith('{'));
  if (said !== undefined) seen.failed = (JSON.parse(said) as { failed: string[] }).failed;
  for (const line of readFileSync(log, 'latin1').split('\n')) {
    const path = /^\d+ +\w+\(\d+<(\/[^>]*)>/.exec(line)?.[1];
    if (path === undefined || path.startsWith('/dev/')) continue;
    seen.writes += 1;
    if (!line.includes(marker) && !line.includes(chinese)) continue;
    seen.clear += 1;
    seen.places.add(path.replace(/^.*\//, ''));
  }
  // And what lies there afterwards, byte by byte.
  for (const folder of [dir, to]) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      if (bytes.includes(marker) || bytes.includes(Buffer.from('密标', 'utf8'))) {
        seen.clear += 1;
        seen.places.add(entry.name);
      }
    }
  }
  return seen;
}

/** FI-09: a marker in every text; no write of any of our processes to any file may carry it in clear. The twin has the package's own temp_store and must leak. */
export async function clearText(): Promise<Report> {
  const title = 'no clear text in any write';
  if (!straceIsHere()) return skippedReport('FI-09', title, 'strace is not installed');
  const t = tally();
  const base = await foundGround();
  const ours = watch(base, false);
  t.runs = ours.writes;
  hold(t, ours.failed !== null, 'the working day did not come to its end');
  if (ours.failed !== null && ours.failed.length > 0) broken(t, `parts of the day were refused: ${ours.failed.join(', ')}`);
  if (ours.clear > 0) broken(t, `${ours.clear} writes carry the marker: ${[...ours.places].join(', ')}`);
  word(t, 'file writes with clear text');
  t.words['file writes with clear text'] = ours.clear;
  const twin = watch(base, true);
  hold(t, twin.clear > 0, 'the twin with the package’s temp_store leaks nothing: the test cannot fail');
  return reportOf('FI-09', title, t, `temp_store default leaks in ${twin.clear} writes`);
}
