import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bareEnv, passwordOf } from './ground.ts';
import type { Who } from './ground.ts';

const program = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));

export type Said = Readonly<{ code: number | null; signal: string | null; stdout: string; stderr: string; document: unknown }>;
export type Calling = Readonly<{ who?: Who; password?: string; second?: Who; secondPassword?: string; input?: string; env?: Readonly<Record<string, string>>; cwd?: string; timeout?: number }>;

/** One run of the command line in a process of its own. `document` is what standard output holds as JSON, undefined when it is not exactly one document. */
export function shoumi(args: readonly string[], o: Calling = {}): Said {
  const password = o.password ?? (o.who === undefined ? undefined : passwordOf(o.who));
  const env = {
    ...bareEnv,
    ...(password === undefined ? {} : { SHOUMI_PASSWORD: password }),
    ...(o.second === undefined ? {} : { SHOUMI_SECOND_ACCOUNT: o.second, SHOUMI_SECOND_PASSWORD: o.secondPassword ?? passwordOf(o.second) }),
    ...o.env,
  };
  const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args, ...(o.who === undefined ? [] : ['--as', o.who])], { encoding: 'utf8', env, timeout: o.timeout ?? 120_000, maxBuffer: 1 << 28, ...(o.input === undefined ? {} : { input: o.input }), ...(o.cwd === undefined ? {} : { cwd: o.cwd }) });
  let document: unknown;
  try {
    document = done.stdout.endsWith('\n') && !done.stdout.trimEnd().includes('\n') ? JSON.parse(done.stdout) : undefined;
  } catch {
    document = undefined;
  }
  return { code: done.status, signal: done.signal, stdout: done.stdout, stderr: done.stderr, document };
}

/** The stable code or kind in a refusal's document. */
export function codeIn(said: Said): string {
  const d = said.document as { code?: unknown; kind?: unknown } | undefined;
  return typeof d?.code === 'string' ? d.code : typeof d?.kind === 'string' ? d.kind : 'none';
}
