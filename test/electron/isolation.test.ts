import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';

vi.mock('electron', async () => import('#build/host/double/index.mjs' as string));
const { contentsRestrictions, sessionRestrictions, shutSession } = await import('#electron/isolation.ts');
const { listPages, pagePolicy, paperPolicy, servePages, withHead } = await import('#electron/pages.ts');
const { watchIdle } = await import('#electron/idle.ts');
const { Session } = (await import('#build/host/double/session.mjs' as string)) as { Session: new (partition: string) => unknown };
const { calls } = (await import('#build/host/double/strict.mjs' as string)) as { calls: { name: string; args: unknown[] }[] };

type Shut = {
  listener: (details: { url: string }, answer: (a: { cancel: boolean }) => void) => void;
  permissionRequest: (c: null, p: string, answer: (yes: boolean) => void) => void;
  permissionCheck: () => boolean;
  emit: (name: string, ...args: unknown[]) => boolean;
};
const shut = (): Shut => {
  const s = new Session('memory');
  shutSession(s as never, 'app://bundle');
  return s as Shut;
};

describe('a session', () => {
  it('cancels every request but our own and what is written into the page', () => {
    const s = shut();
    const cancelled = (url: string): boolean => {
      let cancel: boolean | undefined;
      s.listener({ url }, (a) => (cancel = a.cancel));
      return cancel as boolean;
    };
    for (const url of ['app://bundle/index.html', 'app://bundle/fonts/a.woff2', 'data:image/png;base64,AA', 'data:font/woff2;base64,AA']) expect(cancelled(url), url).toBe(false);
    for (const url of ['https://a.example/', 'http://a/', 'ws://a/', 'wss://a/', 'ftp://a/', 'file:///etc/passwd', 'blob:app://bundle/x', 'data:text/html,x', 'app://bundle', 'app://bundle.example/x', 'app://paper/x', 'chrome://gpu', 'devtools://x', 'about:blank', 'APP://BUNDLE/x', 'filesystem:app://bundle/x'])
      expect(cancelled(url), url).toBe(true);
  });
  it('refuses every permission, asked aloud or quietly', () => {
    const s = shut();
    for (const name of ['clipboard-read', 'media', 'display-capture', 'mediaKeySystem', 'geolocation', 'notifications', 'midi', 'midiSysex', 'pointerLock', 'fullscreen', 'openExternal', 'window-management', 'speaker-selection', 'storage-access', 'idle-detection', 'usb', 'serial', 'hid', 'fileSystem', 'unknown']) {
      let answer: boolean | undefined;
      s.permissionRequest(null, name, (yes) => (answer = yes));
      expect([answer, s.permissionCheck()], name).toEqual([false, false]);
    }
  });
  it('shuts devices, capture, spelling, proxy, network and downloads', () => {
    calls.length = 0;
    const s = shut();
    const by = Object.fromEntries(calls.map((c) => [c.name, c.args]));
    expect((by['session.setDevicePermissionHandler']?.[0] as () => boolean)()).toBe(false);
    expect(by['session.setDisplayMediaRequestHandler']).toEqual([null]);
    expect(by['session.setSpellCheckerEnabled']).toEqual([false]);
    expect(by['session.setProxy']).toEqual([{ mode: 'fixed_servers', proxyRules: 'socks5://127.0.0.1:9' }]);
    expect(by['session.enableNetworkEmulation']).toEqual([{ offline: true }]);
    const event = { prevented: false, preventDefault() { this.prevented = true; } };
    s.emit('will-download', event);
    expect(event.prevented).toBe(true);
  });
  it('has a reason for each restriction and no name twice', () => {
    const all = [...sessionRestrictions('app://bundle'), ...contentsRestrictions];
    expect(all.filter((r) => r.because.length < 20)).toEqual([]);
    expect(new Set(all.map((r) => r.name)).size).toBe(all.length);
  });
});

describe('a page', () => {
  it('may not navigate, be redirected, attach a webview or open a window', () => {
    const heard = new Map<string, (event: unknown) => void>();
    let opened: unknown;
    let peers = '';
    const contents = { on: (name: string, f: (event: unknown) => void) => heard.set(name, f), setWindowOpenHandler: (f: (d: unknown) => unknown) => (opened = f({ url: 'app://bundle/index.html' })), setWebRTCIPHandlingPolicy: (policy: string) => (peers = policy) };
    contentsRestrictions.forEach((r) => r.apply(contents as never));
    expect([...heard.keys()].sort()).toEqual(['will-attach-webview', 'will-frame-navigate', 'will-navigate', 'will-redirect']);
    for (const [name, f] of heard) {
      const event = { url: 'app://bundle/index.html', prevented: false, preventDefault() { this.prevented = true; } };
      f(event);
      expect(event.prevented, name).toBe(true);
    }
    expect(opened).toEqual({ action: 'deny' });
    expect(peers).toBe('disable_non_proxied_udp');
  });
});

describe('pages', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<head><meta name="csp-nonce" content=""></head>');
  writeFileSync(path.join(folder, 'assets/a.js'), 'x');
  writeFileSync(path.join(folder, 'secret.db'), 'x');
  const pages = listPages(folder);
  const serve = servePages(pages, 'NONCE+/=');
  const status = async (url: string, method = 'GET'): Promise<number> => (await serve({ url, method } as Request)).status;

  it('lists files of known kinds by their exact address', () => {
    expect([...pages.keys()].sort()).toEqual(['/assets/a.js', '/index.html']);
  });
  it('serves with the policy of this window and its nonce, and nothing is kept', async () => {
    const response = await serve(new Request('app://bundle/index.html'));
    expect(await response.text()).toContain('content="NONCE+/="');
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy('NONCE+/='), 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store',
    });
  });
  it('answers 404 to every other spelling, method and host', async () => {
    const base = 'app://bundle/';
    const spellings = [
      '', 'assets', 'assets/', 'assets/a.js/', 'assets/a.js?', 'assets/a.js?x', 'assets/a.js#x', 'assets//a.js', './assets/a.js', 'assets/./a.js', 'assets/../index.html', '../index.html',
      '..%2findex.html', '%2e%2e/index.html', '%2e%2e%2findex.html', '..%5cindex.html', '..\\index.html', '....//index.html', '..;/index.html', '/index.html', '//index.html', 'INDEX.HTML',
      'Index.html', 'index.htm', 'index.html.', 'index.html ', 'index.html%20', 'index.html%00', '%00index.html', 'index.html%00.js', 'index%2ehtml', '%69ndex.html', '%252e%252e/index.html',
      '%c0%ae%c0%ae/index.html', '..%c0%afindex.html', 'index.html::$DATA', 'secret.db', '../secret.db', '/etc/passwd', 'file:///etc/passwd', '__proto__', 'constructor', 'toString',
    ];
    expect(spellings.length).toBeGreaterThanOrEqual(40);
    const found: string[] = [];
    for (const s of spellings) if ((await status(base + s)) !== 404) found.push(s);
    expect(found).toEqual([]);
    for (const url of ['app://other/index.html', 'app://bundle.example/index.html', 'app://bundle:1/index.html', 'https://bundle/index.html', 'APP://bundle/index.html', 'app:/bundle/index.html', 'app://x@bundle/index.html']) expect(await status(url), url).toBe(404);
    for (const method of ['POST', 'HEAD', 'PUT', 'OPTIONS']) expect(await status(`${base}index.html`, method), method).toBe(404);
    expect(await status(`${base}index.html`)).toBe(200);
  });
  it('puts the nonce into a page without a place for it, and the bundled faces when there are any', () => {
    expect(withHead('<html><head></head></html>', 'N', false)).toBe('<html><head><meta name="csp-nonce" content="N"></head></html>');
    expect(withHead('<head></head>', 'N', true)).toContain('<link rel="stylesheet" href="./fonts/fonts.css"></head>');
  });
  it('have a policy without a way out, and paper one without scripts', () => {
    expect(pagePolicy('N')).not.toMatch(/unsafe|https?:|\*|blob:|ws/);
    for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types default', "style-src 'self' 'nonce-N'"])
      expect(pagePolicy('N').split('; ')).toContain(part);
    expect(paperPolicy).toContain("script-src 'none'");
  });
});

describe('the idle watch', () => {
  const heard: string[] = [];
  const watch = (): ReturnType<typeof watchIdle> => {
    heard.length = 0;
    vi.useFakeTimers();
    return watchIdle({ warn: (s) => heard.push(`warn ${s}`), lock: (why) => heard.push(`lock ${why}`) });
  };
  const minutes = (m: number): void => void vi.advanceTimersByTime(m * 60_000);
  it('warns 30 seconds before and locks after the given minutes without activity', () => {
    const idle = watch();
    idle.begin({ idleLockMinutes: 3 });
    minutes(2.4);
    expect(heard).toEqual([]);
    minutes(0.2);
    expect(heard).toEqual(['warn 30']);
    minutes(0.5);
    expect(heard).toEqual(['warn 30', 'lock idle']);
  });
  it('counts from the last activity, and locks after eight hours whatever is done', () => {
    const idle = watch();
    idle.begin({});
    for (let i = 0; i < 119; i++) {
      minutes(4);
      idle.activity();
    }
    expect(heard).toEqual([]);
    minutes(4.1);
    expect(heard).toEqual(['lock absolute']);
    idle.activity();
    minutes(60);
    expect(heard).toEqual(['lock absolute']);
  });
  it.each([0, -1, NaN, Infinity, 100_000, undefined])('falls back to five minutes, when the answer says %s', (value) => {
    const idle = watch();
    idle.begin(value === undefined ? {} : { idleLockMinutes: value });
    minutes(5.01);
    expect(heard).toEqual(['warn 30', 'lock idle']);
  });
  it('counts nothing before somebody signs in and after the lock', () => {
    const idle = watch();
    idle.activity();
    minutes(600);
    idle.begin({});
    idle.stop();
    minutes(600);
    expect(heard).toEqual([]);
  });
});
