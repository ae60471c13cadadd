import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent, type WebFrameMain } from 'electron';
import type { Bell, FileOp, PrintOp, Reply, SessionOp } from '#shared/bridge.ts';
import { fault, newRef } from './worker/client.ts';
import { ORIGIN } from './pages.ts';
import type { Call, CallOp } from './worker/protocol.ts';

/** One channel per method of the bridge, and one back. The preload script knows the same names. */
export const channels = { ask: 'shoumi:ask', do: 'shoumi:do', session: 'shoumi:session', file: 'shoumi:file', print: 'shoumi:print' } as const satisfies Record<CallOp, string>;
export const BELL = 'shoumi:bell';

const sessionOps: Record<SessionOp, true> = { state: true, unlock: true, lock: true, create: true, recover: true, activity: true, changePassword: true, restore: true, keepDraft: true, draft: true, settleDraft: true, stopCheck: true };
const fileOps: Record<FileOp, true> = { chooseImport: true, readImport: true, choosePdfTarget: true, chooseFolder: true, chooseBackup: true };
const printOps: Record<PrintOp, true> = { preview: true, print: true, pdf: true };
/** Closed lists of names, looked up as own keys. Commands and queries are looked up the same way in their contract, by the worker. */
const names: Partial<Record<CallOp, object>> = { session: sessionOps, file: fileOps, print: printOps };

/** What one message may weigh. A file that is dropped on the window comes as bytes and may weigh more (C6: 50 MB). */
export const limits = { depth: 24, nodes: 200_000, text: 8 * 1024 * 1024, bytes: 52 * 1024 * 1024, name: 80 } as const;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * True for plain data within the limits: null, booleans, finite numbers, texts, arrays and plain objects, and bytes where the
 * channel takes them. Dates, maps, big integers, functions and the names that reach into prototypes are not plain data.
 */
export function isPlain(value: unknown, bytesAllowed = false): boolean {
  let nodes = 0;
  let weight = 0;
  const fits = (v: unknown, depth: number): boolean => {
    if (++nodes > limits.nodes || depth > limits.depth) return false;
    if (v === null || v === undefined || typeof v === 'boolean') return true;
    if (typeof v === 'number') return Number.isFinite(v);
    if (typeof v === 'string') return (weight += v.length) <= limits.text;
    if (typeof v !== 'object') return false;
    if (v instanceof Uint8Array) return bytesAllowed && v.byteLength <= limits.bytes;
    if (Array.isArray(v)) return Object.keys(v).length === v.length && v.every((x) => fits(x, depth + 1));
    const proto: unknown = Object.getPrototypeOf(v);
    if (proto !== Object.prototype && proto !== null) return false;
    return Object.entries(v).every(([key, x]) => {
      weight += key.length;
      return weight <= limits.text && !forbiddenKeys.has(key) && fits(x, depth + 1);
    });
  };
  return fits(value, 0);
}

function isSecond(value: unknown): value is { account: string; password: string } {
  if (!isPlain(value) || typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value).sort().join();
  return keys === 'account,password' && Object.values(value).every((v) => typeof v === 'string' && v.length <= 200);
}

/** Checks the envelope of one message: types, own names, size. Returns the call, or null for anything that is not one. */
export function readEnvelope(op: CallOp, args: readonly unknown[]): Call | null {
  const [name, input, second] = args;
  if (args.length > (op === 'do' ? 3 : 2)) return null;
  if (typeof name !== 'string' || name.length > limits.name || !/^[a-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*$/.test(name) || forbiddenKeys.has(name)) return null;
  const known = names[op];
  if (known !== undefined && !Object.hasOwn(known, name)) return null;
  if (!isPlain(input, op === 'file')) return null;
  if (second === undefined || second === null) return { op, name, input };
  return isSecond(second) ? { op, name, input, second: { account: second.account, password: second.password } } : null;
}

const turnedAway = (messageZh: string, code: string): Reply => ({ ok: false, refusal: { kind: 'environment', code, messageZh } });
export const untrusted = turnedAway('请求不是从本程序的窗口发出的，已拒绝。请关闭程序后重新打开。', 'untrusted_sender');
export const malformed: Reply = {
  ok: false,
  refusal: { kind: 'invalid', messageZh: '填写的内容过大或格式不对，没有送出。请检查后重新填写。', issues: [{ path: '', messageZh: '内容过大或格式不对。' }] },
};

type Speaker = Readonly<{ isDestroyed: () => boolean; webContents: Readonly<{ mainFrame: WebFrameMain }> }>;

/** C2: the main frame of the window that is open now, showing our own page. A frame that is gone is nobody. */
export function isOurs(frame: WebFrameMain | null, win: Speaker | null): boolean {
  if (frame === null || win === null || win.isDestroyed()) return false;
  // `origin` of our scheme is the text 'null' in Node, so the address is compared by its prefix, slash included.
  return frame === win.webContents.mainFrame && frame.parent === null && frame.url.startsWith(`${ORIGIN}/`);
}

/**
 * The only use of `ipcMain` (C1). Every call of every channel passes this gate: who speaks, does the envelope fit, then on to
 * the worker. The answer is always a reply; a bug behind the gate is a `fault` with a reference and no text (C4).
 */
export function openGate(o: { currentWindow: () => BrowserWindow | null; forward: (call: Call) => Promise<Reply>; log: (line: string) => void }): void {
  for (const op of Object.keys(channels) as CallOp[]) {
    ipcMain.handle(channels[op], async (event: IpcMainInvokeEvent, ...args: unknown[]): Promise<Reply> => {
      const turnAway = (why: string, reply: Reply): Reply => {
        o.log(`gate ${op} ${why}`);
        return reply;
      };
      if (!isOurs(event.senderFrame, o.currentWindow())) return turnAway('sender', untrusted);
      const call = readEnvelope(op, args);
      if (call === null) return turnAway('envelope', malformed);
      try {
        return await o.forward(call);
      } catch {
        const ref = newRef();
        return turnAway(`fault ${ref}`, fault(ref));
      }
    });
  }
}

/** Tells the page something unasked. A window that is gone hears nothing. */
export function ring(win: BrowserWindow | null, bell: Bell): void {
  if (win !== null && !win.isDestroyed()) win.webContents.send(BELL, bell);
}
