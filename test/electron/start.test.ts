import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ownSwitches, readStart, refusedSwitches, REFUSED_START, scrubEnvironment } from '#electron/start.ts';

const root = path.resolve(import.meta.dirname, '../..');
const data = mkdtempSync(path.join(tmpdir(), 'start-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Starts the real main file on the double and says how far it came: its exit code, or `window` when it asked for a browser. */
function startMain(args: string[], env: Record<string, string> = {}): Promise<{ end: number | null | 'window'; said: string }> {
  return new Promise((resolve) => {
    const child = fork(path.join(root, 'build/host/run.mjs'), [path.join(root, 'electron/main.ts'), ...args], {
      execPath: process.execPath,
      execArgv: ['--import', path.join(root, 'build/host/register.mjs')],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, HOST_DATA_DIR: data, ...env },
    });
    let said = '';
    let asked = false;
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    child.on('message', (message) => {
      if (!Array.isArray(message) || message[1] !== 'launch') return;
      asked = true;
      child.kill('SIGKILL');
    });
    child.on('close', (code) => resolve({ end: asked ? 'window' : code, said }));
  });
}

describe('readStart', () => {
  it('opens a window, when there is nothing or a vault folder on the line', () => {
    expect(readStart([])).toEqual({ mode: 'window', vault: null });
    expect(readStart(['--vault', '/a b'])).toEqual({ mode: 'window', vault: '/a b' });
    expect(readStart(['--vault=/c'])).toEqual({ mode: 'window', vault: '/c' });
  });
  it('hands the arguments on, when it is a headless start with known options', () => {
    const args = ['query', 'carrier.list', '--vault', 'v', '--as', 'bmy', '--password-stdin', '--json', '--input', '-'];
    expect(readStart(['--cli', ...args])).toEqual({ mode: 'cli', args });
  });
  it.each(refusedSwitches)('refuses --%s, alone, with a value, behind --cli and beside a vault', (name) => {
    for (const token of [`--${name}`, `--${name}=x`, `-${name}`]) {
      for (const args of [[token], [token, 'x'], ['--cli', 'verify', token], ['--vault', 'v', token], ['--vault', token]]) expect(readStart(args).mode, args.join(' ')).toBe('refused');
    }
  });
  it.each([['--'], ['---vault', 'x'], ['--Vault', 'x'], ['-v', 'x'], ['file.txt'], ['--vault'], ['--vault='], ['--vault', 'a', '--vault', 'b'], ['--unknown'], ['app://x'], ['']])(
    'refuses what is not on the list: %s %s',
    (...args) => {
      expect(readStart(args.filter((a) => a !== undefined)).mode).toBe('refused');
    },
  );
  it('refuses a switch with a slash, when the system is Windows, where Chromium takes it for one', () => {
    expect(readStart(['--cli', 'verify', '/remote-debugging-port=1'], 'win32').mode).toBe('refused');
    expect(readStart(['--cli', 'verify', '--input', '/tmp/x'], 'linux').mode).toBe('cli');
  });
  it('names the switch and never its value', () => {
    expect(JSON.stringify(readStart(['--proxy-server=secret-value']))).not.toContain('secret-value');
  });
});

describe('scrubEnvironment', () => {
  it('removes what changes Node, Electron or Chromium and keeps the rest', () => {
    const env = { NODE_OPTIONS: 'x', NODE_EXTRA_CA_CERTS: 'x', NODE_PATH: 'x', ELECTRON_RUN_AS_NODE: '1', ELECTRON_ENABLE_LOGGING: '1', SSLKEYLOGFILE: 'x', https_proxy: 'x', ALL_PROXY: 'x', SHOUMI_PASSWORD: 'x', SHOUMI_SECOND_PASSWORD: 'x', HOME: '/h', LANG: 'zh_CN.UTF-8' };
    expect(scrubEnvironment(env, 'window')).toEqual([]);
    expect(env).toEqual({ HOME: '/h', LANG: 'zh_CN.UTF-8' });
  });
  it('leaves the password to the command line, when the start is headless', () => {
    const env = { SHOUMI_PASSWORD: 'x' };
    scrubEnvironment(env, 'cli');
    expect(env).toEqual({ SHOUMI_PASSWORD: 'x' });
  });
  it('stops the start, when a library was preloaded', () => {
    expect(scrubEnvironment({ LD_PRELOAD: '/x.so' }, 'window')).toEqual(['LD_PRELOAD']);
    expect(scrubEnvironment({ LD_PRELOAD: '' }, 'window')).toEqual([]);
  });
});

describe('the real main file', () => {
  const hostile = [
    '--remote-debugging-port=0', '--remote-debugging-pipe', '--inspect', '--inspect-brk=1', '--no-sandbox', '--disable-web-security', '--js-flags=--expose-gc',
    '--user-data-dir=/tmp/x', '--load-extension=/tmp/x', '--proxy-server=x', '--proxy-pac-url=x', '--host-rules=x', '--host-resolver-rules=x', '--log-net-log=x',
    '--ssl-key-log-file=x', '--enable-logging', '--unsafely-treat-insecure-origin-as-secure=x', '--enable-blink-features=x', 'stray',
  ];
  it('ends with code 3 before a window exists, for each refused switch', async () => {
    const ends: [string, unknown][] = [];
    const left = [...hostile];
    const work = async (): Promise<void> => {
      for (let s = left.pop(); s !== undefined; s = left.pop()) ends.push([s, (await startMain([s])).end]);
    };
    await Promise.all([work(), work(), work()]);
    expect(ends.filter(([, end]) => end !== REFUSED_START)).toEqual([]);
    expect(ends).toHaveLength(hostile.length);
  }, 60_000);
  it('ends with code 3 and says which variable, when a library was preloaded', async () => {
    const { end, said } = await startMain([], { LD_PRELOAD: 'libm.so.6' });
    expect(end).toBe(REFUSED_START);
    expect(said).toContain('LD_PRELOAD');
    expect(said).not.toContain('libm.so.6）');
  }, 20_000);
  it('ends quietly without a window, when the program is open already', async () => {
    const { end, said } = await startMain([], { HOST_SECOND_INSTANCE: '1' });
    expect([end, said.includes('程序已经打开')]).toEqual([0, true]);
  }, 20_000);
  it('reaches the browser, when nothing is wrong: the test can fail', async () => {
    expect((await startMain(['--vault', path.join(data, 'vault')])).end).toBe('window');
  }, 20_000);
});

it('keeps the list of its own switches', () => {
  expect(ownSwitches).toEqual([
    ['host-resolver-rules', 'MAP * ~NOTFOUND'], ['disable-background-networking'], ['disable-component-update'], ['disable-domain-reliability'],
    ['dns-prefetch-disable'], ['no-pings'], ['disable-quic'], ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'], ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'], ['disable-breakpad'],
  ]);
});
