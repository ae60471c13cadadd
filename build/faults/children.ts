import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bareEnv } from './ground.ts';

const program = fileURLToPath(new URL('./children/act.ts', import.meta.url));
const quiet = '--disable-warning=ExperimentalWarning';

export type Line = Readonly<Record<string, unknown>>;
const linesOf = (text: string): Line[] => text.split('\n').filter((l) => l.startsWith('{') && l.endsWith('}')).map((l) => JSON.parse(l) as Line);

export const isAck = (l: Line): l is { seq: number; hash: string } => typeof l['seq'] === 'number' && typeof l['hash'] === 'string';

/** Runs the child under a program (strace) or alone, to its end. Out: its lines and how it ended. */
export function runChild(what: string, dir: string, options: object, under: readonly string[] = []): { lines: Line[]; status: number | null; signal: string | null; stderr: string } {
  const [command = '', ...args] = [...under, process.execPath, quiet, program, what, dir, JSON.stringify(options)];
  const done = spawnSync(command, args, { encoding: 'utf8', timeout: 120_000, maxBuffer: 1 << 26, env: bareEnv });
  return { lines: linesOf(done.stdout), status: done.status, signal: done.signal, stderr: done.stderr };
}

/**
 * Starts the child and kills it (SIGKILL) some time after its first line. Out: every whole line that came through the pipe before it died:
 * what it had acknowledged.
 */
export function killChild(what: string, dir: string, options: object, afterMs: number): Promise<Line[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [quiet, program, what, dir, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'], env: bareEnv });
    let said = '';
    let armed = false;
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (piece: string) => {
      said += piece;
      if (armed) return;
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('error', reject);
    child.on('close', () => resolve(linesOf(said)));
  });
}

/** Starts the child and waits for a line; out: how to end it. */
export function startChild(what: string, dir: string, options: object): Promise<{ lines: Line[]; end: () => void }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [quiet, program, what, dir, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'], env: bareEnv });
    const lines: Line[] = [];
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (piece: string) => {
      lines.push(...linesOf(piece));
      if (lines.some((l) => l['open'] === true || l['thrown'] !== undefined)) resolve({ lines, end: () => void child.kill('SIGKILL') });
    });
    child.on('error', reject);
    child.on('close', () => resolve({ lines, end: () => undefined }));
  });
}
