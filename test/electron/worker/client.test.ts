import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Bell } from '#shared/bridge.ts';
import { openClient, type Client, type ClientOptions } from '#electron/worker/client.ts';

const file = pathToFileURL(path.resolve(import.meta.dirname, '../../fixtures/worker.ts'));
const open: Client[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((c) => c.close()));
});

function start(more: Partial<ClientOptions> = {}): { client: Client; bells: Bell[]; crashes: string[]; lines: string[] } {
  const bells: Bell[] = [];
  const crashes: string[] = [];
  const lines: string[] = [];
  const answers: ClientOptions['answers'] = {
    printToPdf: async () => new Uint8Array([1, 2]),
    printPaper: async () => ({ printed: true }),
    aside: async () => Promise.reject(Object.assign(new Error('a secret text'), { code: 'aside_timeout' })),
    chooseOpen: async () => null,
    chooseSave: async () => '/chosen.pdf',
    chooseFolder: async () => null,
  };
  const client = openClient({ file, start: { vault: '/v', packaged: true }, answers, onBell: (b) => bells.push(b), onCrash: (ref) => crashes.push(ref), log: (l) => lines.push(l), ...more });
  open.push(client);
  return { client, bells, crashes, lines };
}
const ask = (name: string, input: unknown = null) => ({ op: 'ask' as const, name, input });

describe('the client of the worker', () => {
  it('gives each question its own answer, when many are open', async () => {
    const { client } = start();
    const replies = await Promise.all(Array.from({ length: 200 }, (_, i) => client.send(ask('n', i))));
    expect(replies.map((r) => r.ok && (r.value as { input: number }).input)).toEqual(Array.from({ length: 200 }, (_, i) => i));
  });
  it('hands the start on, rings the bell and carries a second person', async () => {
    const { client, bells } = start();
    expect(await client.send(ask('start'))).toEqual({ ok: true, value: { vault: '/v', packaged: true } });
    await client.send(ask('ring'));
    expect(bells).toEqual([{ kind: 'changed', register: 'carriers' }]);
    expect(await client.send({ op: 'do', name: 'x', input: 1, second: { account: 'a', password: 'p' } })).toMatchObject({ value: { second: { account: 'a', password: 'p' } } });
  });
  it('answers what the worker asks, and a failure with its code only', async () => {
    const { client, lines } = start();
    expect(await client.send(ask('request.chooseSave', {}))).toEqual({ ok: true, value: '/chosen.pdf' });
    expect(await client.send(ask('request.aside', {}))).toEqual({ ok: true, value: { code: 'aside_timeout' } });
    expect(lines.join()).not.toContain('secret');
  });
  it('answers a fault with a reference, when the worker stays silent', async () => {
    const { client, lines } = start({ patience: { ask: 80 } });
    const reply = await client.send(ask('silence'));
    expect(reply).toMatchObject({ ok: false, refusal: { kind: 'fault' } });
    const ref = !reply.ok && reply.refusal.kind === 'fault' ? reply.refusal.ref : '';
    expect(lines.join()).toContain(ref);
  });
  it('answers every open question, says it once, and starts again, when the worker dies', async () => {
    const { client, crashes } = start();
    const replies = await Promise.all([client.send(ask('silence')), client.send(ask('die'))]);
    expect(replies.map((r) => !r.ok && r.refusal.kind)).toEqual(['fault', 'fault']);
    expect(JSON.stringify(replies)).not.toContain('secret');
    expect(crashes).toHaveLength(1);
    expect(await client.send(ask('again'))).toMatchObject({ ok: true });
  });
  it('ends the thread and answers open questions as locked, when it is renewed', async () => {
    const { client, crashes } = start();
    const waiting = client.send(ask('silence'));
    await client.renew();
    expect(await waiting).toMatchObject({ ok: false, refusal: { kind: 'locked' } });
    expect(crashes).toEqual([]);
    expect(await client.send(ask('again'))).toMatchObject({ ok: true });
  });
});
