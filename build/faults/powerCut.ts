import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { copyOf, dice, foundGround, scratch } from './ground.ts';
import { inspect } from './inspect.ts';
import type { Ack } from './inspect.ts';
import { broken, hold, reportOf, skippedReport, tally, word } from './report.ts';
import type { Report } from './report.ts';
import { bytesIn, callsIn, pathIn, straceIsHere, traceChild } from './strace.ts';

/** What a process did to the files of a folder, in order. Descriptors are already resolved to files, which keep their identity when renamed. */
type Step =
  | Readonly<{ do: 'create' | 'unlink'; file: string }>
  | Readonly<{ do: 'write'; file: string; at: number; bytes: Buffer }>
  | Readonly<{ do: 'cut'; file: string; length: number }>
  | Readonly<{ do: 'flush'; file: string }>
  | Readonly<{ do: 'rename'; file: string; to: string }>
  | Readonly<{ do: 'ack'; ack: Ack }>;

/** -xx hides file names too; they are spelled out again. */
const plain = (hex: string): string => (hex.startsWith('\\x') ? Buffer.from(hex.replaceAll('\\x', ''), 'hex').toString('utf8') : hex);

/** The recorded life of a vault folder: every write, flush, truncation, renaming and acknowledgement. */
export function stepsOf(trace: string, folder: string): Step[] {
  const steps: Step[] = [];
  const places = new Map<string, number>();
  const inside = (path: string): string | null => (path.startsWith(`${folder}/`) ? relative(folder, path) : null);
  for (const { name, args, result } of callsIn(trace)) {
    if (result < 0) continue;
    const descriptor = /^(\d+)</.exec(args)?.[1] ?? '';
    const path = pathIn(args);
    const file = path === null ? null : inside(plain(path).replace(/ \(deleted\)$/, ''));
    if (name === 'write' && descriptor === '1') {
      for (const line of bytesIn(args).toString('utf8').split('\n')) {
        if (!line.startsWith('{')) continue;
        const said = JSON.parse(line) as { seq?: number; hash?: string };
        if (said.seq !== undefined && said.hash !== undefined) steps.push({ do: 'ack', ack: { seq: said.seq, hash: said.hash } });
      }
    } else if (name === 'openat' || name === 'open') {
      const named = /"((?:\\x[0-9a-f]{2})+|[^"]*)"/.exec(args)?.[1] ?? '';
      const opened = inside(plain(named));
      if (opened === null) continue;
      places.set(String(result), 0);
      if (/O_TRUNC|O_CREAT/.test(args)) steps.push({ do: 'create', file: opened });
      if (/O_TRUNC/.test(args)) steps.push({ do: 'cut', file: opened, length: 0 });
    } else if (file !== null && (name === 'pwrite64' || name === 'write')) {
      const bytes = bytesIn(args).subarray(0, result);
      const at = name === 'pwrite64' ? Number(/, (\d+)$/.exec(args)?.[1]) : (places.get(descriptor) ?? 0);
      if (name === 'write') places.set(descriptor, at + bytes.length);
      steps.push({ do: 'write', file, at, bytes });
    } else if (file !== null && (name === 'fsync' || name === 'fdatasync')) steps.push({ do: 'flush', file });
    else if (file !== null && name === 'ftruncate') steps.push({ do: 'cut', file, length: Number(/, (\d+)$/.exec(args)?.[1]) });
    else if (name.startsWith('rename')) {
      const [from, to] = [...args.matchAll(/"((?:\\x[0-9a-f]{2})+|[^"]*)"/g)].map((m) => inside(plain(m[1] ?? '')));
      if (from !== null && from !== undefined && to !== null && to !== undefined) steps.push({ do: 'rename', file: from, to });
    } else if (name.startsWith('unlink')) {
      const gone = inside(plain(/"((?:\\x[0-9a-f]{2})+|[^"]*)"/.exec(args)?.[1] ?? ''));
      if (gone !== null) steps.push({ do: 'unlink', file: gone });
    }
  }
  return steps;
}

type Waiting = Readonly<{ at: number; bytes: Buffer }> | Readonly<{ length: number }>;
type Disk = Map<string, { sure: Buffer; waiting: Waiting[] }>;

/** In place where it fits: every state has buffers of its own, and copying them for every write would take hours. */
function put(into: Buffer, at: number, bytes: Buffer): Buffer {
  const whole = at + bytes.length <= into.length ? into : Buffer.concat([into, Buffer.alloc(at + bytes.length - into.length)]);
  bytes.copy(whole, at);
  return whole;
}

const done = (content: Buffer, w: Waiting): Buffer => ('length' in w ? Buffer.concat([content.subarray(0, w.length), Buffer.alloc(Math.max(0, w.length - content.length))]) : put(content, w.at, w.bytes));

/** What of an unflushed change a disk may keep: all of it (45 %), some sectors of it (15 %), nothing (40 %). */
function survives(content: Buffer, w: Waiting, chance: () => number): Buffer {
  const luck = chance();
  if (luck < 0.4) return content;
  if (luck < 0.85 || 'length' in w) return done(content, w);
  let torn = content;
  for (let at = 0; at < w.bytes.length; at += 512) if (chance() < 0.5) torn = put(torn, w.at + at, w.bytes.subarray(at, at + 512));
  return torn;
}

function filesUnder(folder: string, at = folder): string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? filesUnder(folder, join(at, e.name)) : [relative(folder, join(at, e.name))]));
}

/** The folder as it may stand after the plug is pulled behind step `until`. Out: where it lies and what had been acknowledged. */
function crashState(base: string, steps: readonly Step[], until: number, chance: () => number): { dir: string; acks: Ack[] } {
  const disk: Disk = new Map(filesUnder(base).map((file) => [file, { sure: readFileSync(join(base, file)), waiting: [] }]));
  const acks: Ack[] = [];
  for (const step of steps.slice(0, until)) {
    if (step.do === 'ack') {
      acks.push(step.ack);
      continue;
    }
    const known = disk.get(step.file);
    if (step.do === 'create') {
      if (known === undefined) disk.set(step.file, { sure: Buffer.alloc(0), waiting: [] });
    } else if (known === undefined) continue;
    else if (step.do === 'write') known.waiting.push({ at: step.at, bytes: step.bytes });
    else if (step.do === 'cut') known.waiting.push({ length: step.length });
    else if (step.do === 'flush') {
      known.sure = known.waiting.reduce<Buffer>(done, known.sure);
      known.waiting = [];
    } else if (step.do === 'rename') {
      disk.set(step.to, known);
      disk.delete(step.file);
    } else disk.delete(step.file);
  }
  const dir = join(scratch(), 'vault');
  for (const [file, { sure, waiting }] of disk) {
    mkdirSync(dirname(join(dir, file)), { recursive: true, mode: 0o700 });
    writeFileSync(join(dir, file), waiting.reduce<Buffer>((content, w) => survives(content, w, chance), sure), { mode: 0o600 });
  }
  return { dir, acks };
}

function record(base: string, acts: number, pragma: readonly string[]): { steps: Step[]; acks: number } {
  const dir = copyOf(base);
  const { lines, trace } = traceChild('acts', dir, { count: acts, pragma }, ['-y', '-xx', '-s', '70000', '-e', 'trace=openat,open,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat']);
  const steps = stepsOf(trace, dir);
  return { steps, acks: lines.filter((l) => typeof l['seq'] === 'number').length };
}

/** The states themselves. Out: how many lost something that had been acknowledged. */
async function states(base: string, steps: readonly Step[], count: number, seed: number, judge: (state: number, acks: readonly Ack[], dir: string) => Promise<void>): Promise<void> {
  const luck = dice(seed);
  const firstAck = steps.findIndex((s) => s.do === 'ack');
  for (let n = 0; n < count; n += 1) {
    const { dir, acks } = crashState(base, steps, firstAck + luck.below(steps.length - firstAck), luck.chance);
    await judge(n, acks, dir);
    rmSync(dirname(dir), { recursive: true, force: true });
  }
}

/**
 * FI-02: the plug is pulled at random places of a recorded life. Flushed writes are kept; of the others each is kept, torn or dropped.
 * Afterwards every acknowledged act must be there. The twin runs the same with synchronous=NORMAL, which must lose some.
 * File creation, renaming and removal count as immediate.
 */
export async function powerCuts(o: { acts: number; states: number; twin: number }, seed = 1): Promise<Report> {
  const title = `power cut, ${o.states} crash states of ${o.acts} acts`;
  if (!straceIsHere()) return skippedReport('FI-02', title, 'strace is not installed');
  const t = tally();
  const base = await foundGround();
  const full = record(base, o.acts, []);
  hold(t, full.acks === o.acts, `only ${full.acks} of ${o.acts} acts were recorded`);
  hold(t, full.steps.filter((s) => s.do === 'ack').length === full.acks, 'the trace does not hold every acknowledgement');
  // The whole recording, nothing dropped, must be the vault itself: otherwise the states prove nothing.
  hold(t, full.steps.some((s) => s.do === 'write' && s.file === 'store.db-wal') && existsSync(join(base, 'store.db')) && statSync(join(base, 'store.db')).size > 0, 'no write to the log was recorded');
  await states(base, full.steps, o.states, seed, async (n, acks, dir) => {
    const f = await inspect(dir, acks);
    t.runs += 1;
    t.lost += f.lost;
    t.half += f.half;
    t.breaks += f.breaks;
    if (f.code !== null) {
      word(t, f.code);
      broken(t, `state ${n}: the vault answers ${f.code}`);
    }
    if (f.failed.length > 0) broken(t, `state ${n}: verification fails in ${f.failed.join(', ')}`);
    if (f.lost + f.half + f.breaks > 0) broken(t, `state ${n}: lost ${f.lost}, half ${f.half}, breaks ${f.breaks}`);
  });
  let harmed = 0;
  const lazy = record(base, o.acts, ['synchronous=NORMAL']);
  await states(base, lazy.steps, o.twin, seed, async (_n, acks, dir) => {
    const f = await inspect(dir, acks);
    if (f.lost > 0 || f.code !== null) harmed += 1;
  });
  hold(t, harmed > 0, 'the twin with synchronous=NORMAL lost nothing: the test cannot fail');
  const flushes = (steps: readonly Step[]): number => steps.filter((s) => s.do === 'flush' && s.file.startsWith('store.db')).length;
  return reportOf('FI-02', title, t, `synchronous=NORMAL loses in ${harmed} of ${o.twin} states (flushes ${flushes(lazy.steps)} against ${flushes(full.steps)})`);
}

