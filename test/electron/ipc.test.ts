import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Reply } from '#shared/bridge.ts';
import type { Call } from '#electron/worker/protocol.ts';

// The package itself would try to fetch its binary; the double is the module `electron` of every test.
vi.mock('electron', async () => import('#build/host/double/index.mjs' as string));
const { channels, isOurs, isPlain, limits, malformed, openGate, readEnvelope, untrusted } = await import('#electron/ipc.ts');
const { invokable } = (await import('#build/host/double/rest.mjs' as string)) as { invokable: Map<string, (event: unknown, ...args: unknown[]) => Promise<Reply>> };

const frame = { parent: null as unknown, url: 'app://bundle/index.html', detached: false };
const win = { isDestroyed: () => false, webContents: { mainFrame: frame } };
const forwarded: Call[] = [];
const lines: string[] = [];
let behind: (call: Call) => Promise<Reply> = async () => ({ ok: true, value: null });
let current: unknown = win;

beforeAll(() => {
  openGate({
    currentWindow: () => current as never,
    forward: (call) => {
      forwarded.push(call);
      return behind(call);
    },
    log: (line) => lines.push(line),
  });
});

const speak = async (channel: string, senderFrame: unknown, ...args: unknown[]): Promise<{ reply: Reply; passed: number }> => {
  const before = forwarded.length;
  const handler = invokable.get(channel);
  if (handler === undefined) throw new Error(`no channel ${channel}`);
  const reply = await handler({ senderFrame }, ...args);
  return { reply, passed: forwarded.length - before };
};

describe('the gate', () => {
  it('has one channel per method of the bridge and no other', () => {
    expect([...invokable.keys()].sort()).toEqual(['shoumi:ask', 'shoumi:do', 'shoumi:file', 'shoumi:print', 'shoumi:session']);
    expect(Object.values(channels).sort()).toEqual([...invokable.keys()].sort());
  });
  it('lets our own page through', async () => {
    expect(await speak('shoumi:ask', frame, 'carrier.list', { page: 1 })).toEqual({ reply: { ok: true, value: null }, passed: 1 });
    expect(forwarded.at(-1)).toEqual({ op: 'ask', name: 'carrier.list', input: { page: 1 } });
  });
  it.each([
    ['no frame', null],
    ['a frame that looks the same', { ...frame }],
    ['a frame inside', { ...frame, parent: frame }],
    ['another address', { ...frame, url: 'https://bundle/index.html' }],
    ['an address that begins alike', { ...frame, url: 'app://bundle.example/index.html' }],
  ])('refuses %s on every channel', async (_what, forged) => {
    for (const channel of invokable.keys()) expect(await speak(channel, forged, 'state', null)).toEqual({ reply: untrusted, passed: 0 });
  });
  it('refuses our own frame, when it shows another page, when the window is gone, and between two windows', async () => {
    for (const [url, window] of [['app://paper/document.html', win], ['about:blank', win], [frame.url, null], [frame.url, { ...win, isDestroyed: () => true }]] as const) {
      const shown = frame.url;
      frame.url = url;
      current = window;
      const said = await speak('shoumi:do', frame, 'carrier.create', {});
      frame.url = shown;
      current = win;
      expect(said).toEqual({ reply: untrusted, passed: 0 });
    }
    expect(isOurs(frame as never, win as never)).toBe(true);
  });
  it('answers with a reference and no text, when something behind it breaks', async () => {
    behind = async () => Promise.reject(new Error('SELECT secret FROM /home/clerk/store.db'));
    const { reply } = await speak('shoumi:ask', frame, 'carrier.list', {});
    behind = async () => ({ ok: true, value: null });
    expect(reply).toMatchObject({ ok: false, refusal: { kind: 'fault' } });
    expect(JSON.stringify(reply)).not.toMatch(/SELECT|store\.db|clerk/);
    expect(lines.join()).not.toMatch(/SELECT|store\.db|clerk/);
  });
});

describe('the envelope', () => {
  it('carries a second person only with a command, with exactly a name and a password', () => {
    const second = { account: 'a', password: 'p' };
    expect(readEnvelope('do', ['x.y', 1, second])).toEqual({ op: 'do', name: 'x.y', input: 1, second });
    expect(readEnvelope('ask', ['x.y', 1, second])).toBeNull();
    for (const bad of [{ account: 'a' }, { ...second, more: 1 }, { account: 1, password: 'p' }, 'a', 7, [second], { account: 'a'.repeat(201), password: '' }]) expect(readEnvelope('do', ['x.y', 1, bad]), JSON.stringify(bad)).toBeNull();
  });
  it('takes the names of the closed lists only, as own keys', () => {
    expect(readEnvelope('session', ['unlock', {}])).not.toBeNull();
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf', 'exec', '']) {
      for (const op of ['session', 'file', 'print'] as const) expect(readEnvelope(op, [name, {}])).toBeNull();
    }
  });
  it('takes bytes with files only, up to the limit', () => {
    expect(isPlain(new Uint8Array(9))).toBe(false);
    expect(isPlain({ bytes: new Uint8Array(9) }, true)).toBe(true);
    expect(isPlain(new Uint8Array(limits.bytes + 1), true)).toBe(false);
  });
  it('refuses what is too deep, too large or too much', () => {
    const deep = (n: number): unknown => (n === 0 ? 1 : [deep(n - 1)]);
    expect(isPlain(deep(limits.depth))).toBe(true);
    expect(isPlain(deep(limits.depth + 1))).toBe(false);
    expect(isPlain('x'.repeat(limits.text + 1))).toBe(false);
    expect(isPlain(Array(limits.nodes).fill(0))).toBe(false);
    expect(isPlain([,1])).toBe(false);
  });
  it('refuses everything that is not plain data, also deep inside', () => {
    const own = JSON.parse('{"__proto__": {"admin": true}}') as unknown;
    for (const bad of [own, JSON.parse('{"constructor": 1}'), new Date(), new Map(), new Set(), 1n, NaN, Infinity, () => 1, Symbol('x'), new (class X { a = 1; })(), /x/, new Error('x')]) {
      expect(isPlain(bad)).toBe(false);
      expect(isPlain({ a: [{ b: bad }] })).toBe(false);
    }
  });
  it('never throws, never forwards a wrong envelope and always answers, whatever arrives (FI-16)', async () => {
    const names = fc.oneof(fc.string(), fc.constantFrom('unlock', 'lock', 'state', '__proto__', 'constructor', 'carrier.create', 'a'.repeat(81)), fc.anything());
    let through = 0;
    const payload = fc.oneof(fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true, withTypedArray: true, withNullPrototype: true, withSparseArray: true }), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...invokable.keys()), fc.array(fc.oneof(names, payload), { maxLength: 5 }), async (channel, args) => {
        const { reply, passed } = await speak(channel, frame, ...args);
        if (passed === 0) {
          expect(reply).toEqual(malformed);
          return;
        }
        through += 1;
        const call = forwarded.at(-1) as Call;
        expect(typeof call.name).toBe('string');
        expect(call.name).toMatch(/^[a-z][\w.-]*$/i);
        expect(isPlain(call.input, call.op === 'file')).toBe(true);
        expect(() => structuredClone(call)).not.toThrow();
        if (call.op === 'session') expect(['state', 'unlock', 'lock', 'create', 'recover', 'activity', 'changePassword', 'restore', 'keepDraft', 'draft', 'settleDraft']).toContain(call.name);
      }),
      { numRuns: 2500 },
    );
    expect(through).toBeGreaterThan(20); // else the property says nothing about what is let through
  });
});
