import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './children.ts';
import type { Line } from './children.ts';
import { scratch } from './ground.ts';

/** A call as strace wrote it down: `pwrite64(23</v/store.db>, "\x00…", 4096, 0) = 4096`. */
export type Call = Readonly<{ name: string; args: string; result: number }>;

export const straceIsHere = (): boolean => spawnSync('strace', ['-V']).status === 0;

const callForm = /^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)/;

/** Every call of a trace in order. Calls that did not return are left out. */
export function callsIn(trace: string): Call[] {
  const calls: Call[] = [];
  for (const line of trace.split('\n')) {
    const [, name, args, result] = callForm.exec(line) ?? [];
    if (name !== undefined && args !== undefined && result !== undefined) calls.push({ name, args, result: Number(result) });
  }
  return calls;
}

/** Runs the child of `children/act.ts` under strace. Only its main thread is watched: it is the one that writes the store. */
export function traceChild(what: string, dir: string, options: object, flags: readonly string[]): { lines: Line[]; trace: string; signal: string | null } {
  const log = join(scratch(), 'calls');
  let done = runChild(what, dir, options, ['strace', '-qq', '-o', log, ...flags]);
  // On a machine under load strace may give up before it has attached; nothing was run then, so it is started once more.
  if (!existsSync(log)) done = runChild(what, dir, options, ['strace', '-qq', '-o', log, ...flags]);
  return { lines: done.lines, trace: readFileSync(log, 'latin1'), signal: done.signal };
}

/** The path behind the first descriptor of a call, from `-y`. */
export const pathIn = (args: string): string | null => /^\d+<([^>]*)>/.exec(args)?.[1] ?? null;

/** The bytes of a `-xx` string, which starts at the first quote. */
export function bytesIn(args: string): Buffer {
  const from = args.indexOf('"');
  const to = args.indexOf('"', from + 1);
  return Buffer.from(args.slice(from + 1, to).replaceAll('\\x', ''), 'hex');
}
