import { readSync } from 'node:fs';
import { refusalOf } from '../refusals.ts';
import { lock, openSession, realClock } from '../session.ts';
import type { Clock, Session } from '../session.ts';
import { readHeader } from '../vault/vault.ts';
import { ended, Ended, usage } from './output.ts';
import { needed, on, textFlag } from './options.ts';
import type { Options } from './options.ts';

/** Read once and removed at once: what is left in the environment is inherited and readable by others (C10). */
const secrets = { password: process.env['SHOUMI_PASSWORD'], secondAccount: process.env['SHOUMI_SECOND_ACCOUNT'], secondPassword: process.env['SHOUMI_SECOND_PASSWORD'] };
for (const name of ['SHOUMI_PASSWORD', 'SHOUMI_SECOND_ACCOUNT', 'SHOUMI_SECOND_PASSWORD']) delete process.env[name];

/** One line from standard input, byte by byte so that nothing behind it is swallowed. */
function lineFromStdin(): string {
  const bytes: number[] = [];
  const one = Buffer.alloc(1);
  const wait = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      if (readSync(0, one, 0, 1, null) !== 1 || one[0] === 0x0a) break;
      bytes.push(one[0] as number);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // A terminal or pipe that does not block says so while nothing was typed yet; Windows tells the end by an error.
      if (code === 'EAGAIN') Atomics.wait(wait, 0, 0, 20);
      else if (code === 'EOF') break;
      else throw error;
    }
  }
  return Buffer.from(bytes).toString('utf8').replace(/\r$/, '');
}

let fromStdin: string | undefined;
/** Takes the password line before anything else reads standard input, so that `--input -` gets what follows it. */
export function takePassword(o: Options): void {
  if (on(o, 'password-stdin')) fromStdin ??= lineFromStdin();
}

export const vaultOf = (o: Options): string => needed(o, 'vault');

/** The clock of the vault: --now counts only where the vault was made with the test clock. */
export function clockFor(o: Options, testClock: boolean): Clock {
  const now = textFlag(o, 'now');
  if (now === undefined || !testClock) return realClock;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(now) ? now : now.length === 10 ? `${now}T09:00:00+08:00` : `${now}+08:00`;
  const at = Date.parse(zoned);
  if (Number.isNaN(at)) throw usage('--now 须为 ISO 时间，如 2026-11-20T09:00:00+08:00。', 'now');
  return () => new Date(at).toISOString();
}

export function passwordOf(o: Options, packaged: boolean, training: boolean): string {
  takePassword(o);
  if (fromStdin !== undefined) return fromStdin;
  if (secrets.password !== undefined && packaged && !training) throw usage('正式终端不从环境变量取口令。请用 --password-stdin。', 'password');
  if (secrets.password === undefined) throw new Ended(4, { ok: false, kind: 'sign_in', code: 'no_password', messageZh: '没有给出口令。请用 --password-stdin 或环境变量 SHOUMI_PASSWORD。' }, '没有给出口令。请用 --password-stdin 或环境变量 SHOUMI_PASSWORD。');
  return secrets.password;
}

export const secondOf = (): { account: string; password: string } | undefined =>
  secrets.secondAccount === undefined || secrets.secondPassword === undefined ? undefined : { account: secrets.secondAccount, password: secrets.secondPassword };

/** Inside Electron, where the installed program runs; a checkout runs on plain Node. */
export const packaged = (): boolean => (process as { resourcesPath?: string }).resourcesPath !== undefined;

/** Signs in and opens the vault, or ends with the exit code of the reason. `reading`: may go on with a store older than its anchor. */
export async function signIn(o: Options, reading = false): Promise<Session> {
  const dir = vaultOf(o);
  try {
    const header = readHeader(dir);
    const session = await openSession(dir, needed(o, 'as'), passwordOf(o, packaged(), header.testClock), clockFor(o, header.testClock));
    if (session.readOnly !== null && !reading) {
      const refusal = session.readOnly;
      lock(session);
      throw ended(refusal);
    }
    return session;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== null) throw ended(refusal);
    throw error;
  }
}

/** Works with an open session and locks it whatever happens. */
export async function inSession<T>(o: Options, work: (s: Session) => Promise<T> | T, reading = false): Promise<T> {
  const session = await signIn(o, reading);
  try {
    return await work(session);
  } finally {
    lock(session);
  }
}
