import { readFileSync } from 'node:fs';
import { importLimits } from '../import/limits.ts';

/** What runs outside: work on bytes nobody trusts, reading the live store file, which no thread of main may do (S6, C6), and half the proof of a backup (8.1). */
export type AsideJob = 'pageScan' | 'proveCopy' | 'readLedger';

export type AsideLimits = Readonly<{ milliseconds: number; megabytes: number }>;
const usual: Readonly<Record<AsideJob, AsideLimits>> = {
  pageScan: { milliseconds: 600_000, megabytes: 512 },
  proveCopy: { milliseconds: 600_000, megabytes: 512 },
  readLedger: { milliseconds: importLimits.seconds * 1000, megabytes: 1024 },
};

/** The parts of a child process that are the same on both hosts. */
export type AsideChild = Readonly<{
  pid: number | undefined;
  post: (message: unknown) => void;
  onMessage: (hear: (message: unknown) => void) => void;
  onExit: (hear: () => void) => void;
  kill: () => void;
}>;
/** Starts `entry` with Node options and an empty environment. */
export type AsideHost = (entry: URL, execArgv: readonly string[]) => Promise<AsideChild>;

/** Ended by a limit, by a crash, or by the job's own refusal; `code` says which. Texts of foreign code do not cross. */
export class AsideError extends Error {
  readonly code: string;
  readonly messageZh: string;
  constructor(code: string, messageZh: string) {
    super(code);
    this.name = 'AsideError';
    this.code = code;
    this.messageZh = messageZh;
  }
}

/** A plain Node child: the command line outside Electron. In Electron main hands in its own host, so this is never reached there. */
const forkNode: AsideHost = async (entry, execArgv) => {
  const { fork } = await import('node:child_process');
  const { fileURLToPath } = await import('node:url');
  const child = fork(fileURLToPath(entry), [], { execArgv: [...execArgv], env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return {
    pid: child.pid,
    post: (message) => void child.send(message as object, () => undefined),
    onMessage: (hear) => void child.on('message', hear),
    onExit: (hear) => void child.on('exit', hear).on('error', hear),
    kill: () => void child.kill('SIGKILL'),
  };
};

let host: AsideHost = forkNode;

/** Main calls this once, before anything runs, with Electron's utility process. */
export const useAsideHost = (other: AsideHost): void => {
  host = other;
};

let relay: ((job: AsideJob, input: unknown) => Promise<unknown>) | null = null;

/**
 * The worker thread calls this once: it may start no process itself, so it asks main (`request: 'aside'`). After that every
 * `runAside` in the thread goes that way. The relay throws `AsideError` made from the code it was answered.
 */
export const relayAside = (ask: (job: AsideJob, input: unknown) => Promise<unknown>): void => {
  relay = ask;
};

const entryFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? './entry.ts' : './aside.js', import.meta.url);

/** Resident megabytes of a process, where the system tells (Linux). Buffers are outside the heap limit, so this is looked at too. */
function residentMegabytes(pid: number | undefined): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096) / 1_048_576;
  } catch {
    return 0;
  }
}

type Told = { ok: true; value: unknown } | { ok: false; code: string; messageZh?: string };
const isTold = (m: unknown): m is Told => typeof m === 'object' && m !== null && 'ok' in m && typeof m.ok === 'boolean';

/**
 * Runs one job in a process of its own and ends the process, whatever happened. Input and result are plain data and bytes; they
 * travel over the process channel, never as arguments or environment. Throws `AsideError` with one of the codes `aside_timeout`,
 * `aside_memory`, `aside_crashed`, or the job's own code.
 */
export async function runAside(job: AsideJob, input: unknown, limits: AsideLimits = usual[job]): Promise<unknown> {
  if (relay !== null) return relay(job, input);
  const child = await host(entryFile(), [`--max-old-space-size=${limits.megabytes}`]);
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      clearInterval(watch);
      child.kill();
      settle();
    };
    const fail = (code: string, messageZh: string): void => finish(() => reject(new AsideError(code, messageZh)));
    const timer = setTimeout(() => fail('aside_timeout', '处理时间超过限制，已停止。请拆分文件或检查文件后再试。'), limits.milliseconds);
    const watch = setInterval(() => {
      if (residentMegabytes(child.pid) > limits.megabytes + 128) fail('aside_memory', '占用内存超过限制，已停止。请拆分文件或检查文件后再试。');
    }, 100);
    child.onMessage((message) => {
      if (!isTold(message)) return;
      if (message.ok) return finish(() => resolve(message.value));
      fail(message.code, message.messageZh ?? '处理没有完成。请检查文件后再试。');
    });
    child.onExit(() => fail('aside_crashed', '处理程序意外结束，没有结果。请检查文件后再试。'));
    child.post({ job, input });
  });
}
