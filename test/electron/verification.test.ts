import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bell } from '#shared/bridge.ts';
import { copyOf, enterAs, foundGround, passwordOf, tidy } from '#build/faults/ground.ts';
import type { CheckProgress } from '#electron/queries/ask.ts';
import { lock } from '#electron/session.ts';
import type { Session } from '#electron/session.ts';
import { checkSession } from '#electron/verification.ts';
import { openClient } from '#electron/worker/client.ts';

let base = '';
beforeAll(async () => { base = await foundGround(4); });
afterAll(tidy);

const entriesOf = (s: Session): number => s.vault.db.prepare('SELECT MAX(seq) FROM audit').pluck().get() as number;

describe('the whole-ledger check of a session', { timeout: 120_000 }, () => {
  it('tells how far it is, register by register, up to the last line', async () => {
    const s = await enterAs(copyOf(base));
    try {
      const told: CheckProgress[] = [];
      const checked = await checkSession(s, {}, { progress: (at) => told.push(at) });
      expect(checked.ok).toBe(true);
      expect(told.map((t) => t.register)).toEqual(expect.arrayContaining(['carriers', 'persons', 'loans']));
      expect(told.map((t) => t.done)).toEqual([...told.map((t) => t.done)].sort((a, b) => a - b));
      expect(told.at(-1)).toMatchObject({ done: 6, total: 6 });
    } finally {
      lock(s);
    }
  });

  it('stops where it is told to, says so, and leaves the books as they were', async () => {
    const s = await enterAs(copyOf(base));
    try {
      const before = entriesOf(s);
      let steps = 0;
      const stopped = await checkSession(s, {}, { progress: () => { steps += 1; }, cancelled: () => steps >= 2 });
      expect(stopped).toMatchObject({ ok: false, refusal: { kind: 'environment', code: 'cancelled', messageZh: expect.stringMatching(/已停止.*没有改动/u) } });
      expect(steps).toBe(2);
      expect(entriesOf(s)).toBe(before);
      expect((await checkSession(s, {})).ok).toBe(true);
    } finally {
      lock(s);
    }
  });

  it('lets the rest of the program breathe between two steps', async () => {
    const s = await enterAs(copyOf(base));
    try {
      let turns = 0;
      let over = false;
      const count = (): void => { turns += 1; if (!over) setImmediate(count); };
      setImmediate(count);
      let steps = 0;
      await checkSession(s, {}, { progress: () => { steps += 1; } });
      over = true;
      expect(turns).toBeGreaterThanOrEqual(steps - 1);
    } finally {
      lock(s);
    }
  });
});

describe('the whole-ledger check of the window', { timeout: 120_000 }, () => {
  it('rings how far it is, and stops for a word that came before its turn or after', async () => {
    const bells: Bell[] = [];
    const never = () => Promise.reject(new Error('nothing is asked for here'));
    const client = openClient({
      file: pathToFileURL(path.resolve(import.meta.dirname, '../../electron/worker/worker.ts')), start: { vault: copyOf(base), packaged: false },
      answers: { printToPdf: never, printPaper: never, aside: async () => ({ ok: true, pages: 1, bad: [], badCount: 0 }), chooseOpen: never, chooseSave: never, chooseFolder: never },
      onBell: (b) => bells.push(b), onCrash: () => undefined, log: () => undefined,
    });
    try {
      const said = (name: string, input: unknown = {}) => client.send({ op: 'session', name, input });
      expect(await said('unlock', { account: 'clerk', password: passwordOf('clerk') })).toMatchObject({ ok: true });
      const check = () => client.send({ op: 'ask', name: 'ledger.check', input: {} });
      // Waits behind the proof of the books; the word to stop comes while it waits.
      const proof = client.send({ op: 'ask', name: 'verify', input: {} });
      const waiting = check();
      await said('stopCheck');
      expect(await waiting).toMatchObject({ ok: false, refusal: { code: 'cancelled' } });
      expect(await proof).toMatchObject({ ok: true });
      bells.length = 0;
      expect(await check()).toMatchObject({ ok: true, value: { counted: { lines: 6 } } });
      expect(bells.filter((b) => b.kind === 'progress').at(-1)).toMatchObject({ of: 'ledger.check', done: 6, total: 6 });
    } finally {
      await client.close();
    }
  });
});
