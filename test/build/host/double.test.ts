import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { codec } from '#build/host/codec.mjs';

const host = path.resolve(import.meta.dirname, '../../../build/host');
const folder = mkdtempSync(path.join(tmpdir(), 'double-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(path.join(folder, 'package.json'), '{"name":"small","type":"module"}');

/** Runs a small main on the double; `launch` is answered without a browser, so `ready` comes. */
function run(source: string): Promise<{ code: number | null; said: string }> {
  const file = path.join(folder, `main-${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, source);
  return new Promise((resolve) => {
    const child = fork(path.join(host, 'run.mjs'), [file], {
      execArgv: ['--import', path.join(host, 'register.mjs')],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, HOST_DATA_DIR: folder },
    });
    let said = '';
    child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    child.on('message', (message) => {
      const [id, what] = message as [number, unknown];
      if (what === 'launch') child.send([id, true, { chrome: '0' }]);
    });
    child.on('close', (code) => resolve({ code, said }));
  });
}
const whenReady = (body: string, names = 'app'): string => `import { ${names} } from 'electron'; app.whenReady().then(async () => { try { ${body} } catch (e) { console.log(e.message); } process.exit(0); });`;

describe('the double', () => {
  it('lets ready happen after the entry, and ends with 70 when the entry waits for it at the top', async () => {
    expect(await run(`import { app } from 'electron'; await app.whenReady();`)).toMatchObject({ code: 70, said: expect.stringContaining('never resolves in Electron') as string });
  });
  it('throws with the name, when main uses what is not there', async () => {
    expect((await run(whenReady('app.getFileIcon();'))).said).toContain('app.getFileIcon is not implemented');
    expect((await run(`import { autoUpdater } from 'electron';`)).said).toContain('autoUpdater');
  });
  it('refuses unsafe windows, persistent sessions and schemes that were not registered', async () => {
    for (const unsafe of ['nodeIntegration: true', 'contextIsolation: false', 'sandbox: false', 'webSecurity: false', 'webviewTag: true'])
      expect((await run(whenReady(`new BrowserWindow({ webPreferences: { ${unsafe} } });`, 'app, BrowserWindow'))).said, unsafe).toContain('unsafe webPreferences');
    expect((await run(whenReady(`session.fromPartition('persist:x');`, 'app, session'))).said).toContain('only in-memory');
    expect((await run(whenReady(`protocol.handle('app', () => {});`, 'app, protocol'))).said).toContain('not registered as standard and secure');
  }, 30_000);
  it('is not there for worker threads', async () => {
    const worker = path.join(folder, 'worker.mjs');
    writeFileSync(worker, `import 'electron';`);
    const { said } = await run(whenReady(`const { Worker } = await import('node:worker_threads'); await new Promise((r) => new Worker(${JSON.stringify(worker)}).on('error', (e) => { console.log(e.message); r(); }));`));
    expect(said).toContain('not available in worker threads');
  });
  it('gives a helper process parentPort and nothing of the environment', async () => {
    const helper = path.join(folder, 'helper.mjs');
    writeFileSync(helper, `process.parentPort.once('message', (e) => process.parentPort.postMessage([e.data, typeof process.send, process.env.HOST_DATA_DIR ?? 'none']));`);
    const { said } = await run(whenReady(`const child = utilityProcess.fork(${JSON.stringify(helper)}, [], { env: {} }); await new Promise((r) => { child.on('message', (m) => { console.log(JSON.stringify(m)); r(); }); child.postMessage({ a: 1 }); }); child.kill();`, 'app, utilityProcess'));
    expect(said.trim()).toBe('[{"a":1},"undefined","none"]');
  });
});

describe('values between page and main', () => {
  it('arrive as what they were', () => {
    const { pack, unpack } = codec();
    const value = { a: 1n, d: new Date(0), u: new Uint8Array([1, 255]), m: new Map([['中', new Set([undefined])]]), n: NaN, $t: 'b', list: [null, -0.5] };
    expect(unpack(pack(value))).toEqual(value);
  });
  it('keep __proto__ as a key of their own, so that the gate can see it', () => {
    const { pack, unpack } = codec();
    const hostile = JSON.parse('{"__proto__": {"admin": true}}') as object;
    expect(Object.keys(unpack(pack(hostile)) as object)).toEqual(['__proto__']);
  });
});
