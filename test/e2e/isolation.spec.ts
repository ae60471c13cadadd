import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { ask, expect, requests, test } from './fixture.ts';
import { giveOutlets } from './outlets.ts';

// The real main process and the real Chromium around a small page: whatever the page tries, it stays where it is.
test.use({ bundle: 'fixture' });

test('the page sees the bridge and nothing else, frozen', async ({ win }) => {
  const seen = await win.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', '__hostPost', '__hostReceive', 'electron'].filter((n) => n in globalThis);
    const describe = (o: object): unknown[] => Object.entries(o).map(([k, v]) => [k, typeof v]);
    let changed = false;
    try {
      (window.shoumi as { ask: unknown }).ask = null;
      changed = window.shoumi.ask === null;
    } catch {
      // frozen
    }
    return { names, api: describe(window.shoumi), frozen: Object.isFrozen(window.shoumi), changed, configurable: Object.getOwnPropertyDescriptor(window, 'shoumi')?.configurable };
  });
  const api = ['ask', 'do', 'session', 'file', 'print', 'onBell'].map((n) => [n, 'function']);
  expect(seen).toEqual({ names: [], api, frozen: true, changed: false, configurable: false });
});

test('nothing gets out, when the page uses every way to make a request', async ({ win, app }) => {
  await win.evaluate(giveOutlets);
  const tried = await win.evaluate(async () => {
    const url = 'https://net.example/';
    const { attempt, element, results } = window.outlets;
    await Promise.all([
      attempt('fetch', () => fetch(url).then(() => 'open')),
      attempt('fetch own', () => fetch('style.css').then(() => 'open')),
      attempt('no-cors', () => fetch(url, { mode: 'no-cors', keepalive: true }).then(() => 'open')),
      attempt('xhr', () => new Promise((resolve, reject) => {
        const x = new XMLHttpRequest();
        x.open('GET', url);
        x.onload = () => resolve('open');
        x.onerror = reject;
        x.send();
      })),
      attempt('websocket', () => new Promise((resolve, reject) => {
        const s = new WebSocket('wss://net.example/');
        s.onopen = () => resolve('open');
        s.onerror = reject;
      })),
      attempt('events', () => new Promise((resolve, reject) => {
        const s = new EventSource(url);
        s.onopen = () => resolve('open');
        s.onerror = reject;
      })),
      attempt('rtc', async () => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:net.example:3478' }] });
        peer.createDataChannel('x');
        const found: string[] = [];
        peer.onicecandidate = (e) => { if (e.candidate?.candidate) found.push(e.candidate.candidate); };
        await peer.setLocalDescription(await peer.createOffer());
        await new Promise((r) => setTimeout(r, 1000));
        peer.close();
        return found.length === 0 ? 'nothing' : 'open'; // not even its own address: finding that out would announce it
      }),
      attempt('image', () => element('img', { src: url })),
      attempt('style', () => element('link', { rel: 'stylesheet', href: url })),
      attempt('frame', () => element('iframe', { src: url }).then((r) => (document.querySelector('iframe')?.contentDocument?.body.childElementCount ? r : 'refused'))),
      attempt('object', () => element('object', { data: url }).then(() => 'refused')),
      attempt('audio', () => element('audio', { src: url })),
      attempt('prefetch', () => element('link', { rel: 'prefetch', href: url })),
      attempt('preload', () => element('link', { rel: 'preload', as: 'image', href: url })),
      attempt('modulepreload', () => element('link', { rel: 'modulepreload', href: url })),
      attempt('preconnect', () => { void element('link', { rel: 'preconnect', href: url }); return 'nothing'; }),
      attempt('dns', () => { void element('link', { rel: 'dns-prefetch', href: url }); return 'nothing'; }),
      attempt('script', () => { const s = document.createElement('script'); s.src = url; document.head.append(s); return 'open'; }),
      attempt('import', () => import(url).then(() => 'open')),
      attempt('worker', () => { new Worker(url); return 'open'; }),
      attempt('service worker', () => navigator.serviceWorker.register('page.js').then(() => navigator.serviceWorker.getRegistrations()).then((all) => (all.length > 0 ? 'open' : 'refused'))),
      attempt('css', () => { document.body.style.backgroundImage = `url(${url}x.png)`; return 'nothing'; }),
      attempt('font', () => new FontFace('x', `url(${url}x.woff2)`).load().then(() => 'open')),
      attempt('beacon', () => { navigator.sendBeacon(url, 'x'); return 'nothing'; }),
    ]);
    return results;
  });
  expect(Object.entries(tried).filter(([, result]) => result === 'open')).toEqual([]);
  const { network } = await requests(app);
  expect(network).toEqual([]);
});

test('text never becomes code or markup, when the page tries every way', async ({ win }) => {
  const ran = await win.evaluate(async () => {
    const w = window as unknown as { ran: string[] };
    w.ran = [];
    const attempt = (f: () => void): void => { try { f(); } catch { /* refused */ } };
    attempt(() => { const s = document.createElement('script'); s.textContent = 'window.ran.push("inline")'; document.head.append(s); });
    attempt(() => { const s = document.createElement('script'); s.src = 'data:text/javascript,window.ran.push("data")'; document.head.append(s); });
    attempt(() => { const d = document.createElement('div'); d.setAttribute('onclick', 'window.ran.push("handler")'); document.body.append(d); d.click(); });
    attempt(() => { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran.push(1)">'); });
    attempt(() => { setTimeout('window.ran.push("timer")', 0); });
    attempt(() => { document.write('<p>written'); });
    attempt(() => { const a = document.createElement('a'); a.href = 'javascript:window.ran.push("link")'; document.body.append(a); a.click(); });
    attempt(() => { const f = document.createElement('iframe'); f.setAttribute('srcdoc', '<script>parent.ran.push("srcdoc")</script>'); document.body.append(f); });
    attempt(() => { const s = document.createElement('style'); s.textContent = 'h1 { color: rgb(9, 9, 9) }'; document.head.append(s); });
    await new Promise((r) => setTimeout(r, 500));
    const colour = getComputedStyle(document.querySelector('h1') as Element).color;
    return { ran: w.ran, colour, evil: (window as unknown as { tryEval: () => string }).tryEval() };
  });
  expect(ran).toEqual({ ran: [], colour: 'rgb(1, 2, 3)', evil: 'refused' });
});

test('a style with the nonce of this window is accepted, one with another nonce is not', async ({ win }) => {
  const colours = await win.evaluate(() => {
    const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
    const colour = (value: string): string => {
      const s = document.createElement('style');
      s.setAttribute('nonce', value);
      s.textContent = 'h1 { color: rgb(7, 7, 7) !important }';
      document.head.append(s);
      const now = getComputedStyle(document.querySelector('h1') as Element).color;
      s.remove();
      return now;
    };
    return [colour('AAAA'), colour(nonce), nonce.length >= 16];
  });
  expect(colours).toEqual(['rgb(1, 2, 3)', 'rgb(7, 7, 7)', true]);
});

test('the page stays, when it tries to leave or to open windows', async ({ win, app }) => {
  const before = win.url();
  await win.click('#out');
  await win.click('#blank');
  await win.evaluate(async () => {
    const wait = (): Promise<void> => new Promise((r) => setTimeout(r, 120));
    for (const url of ['https://evil.example/', 'file:///etc/passwd', 'data:text/html,x', 'blob:x', '/other.html', 'index.html?x']) {
      try { location.href = url; } catch { /* refused */ }
      await wait();
      try { window.open(url); } catch { /* refused */ }
      await wait();
    }
    const form = document.createElement('form');
    form.action = 'https://form.example/';
    form.method = 'post';
    document.body.append(form);
    form.submit();
    await new Promise((r) => setTimeout(r, 400));
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = '0;url=https://refresh.example/';
    document.head.append(meta);
    await wait();
  });
  await win.waitForTimeout(500);
  expect(win.url()).toBe(before);
  // Asked inside the page: a locator would wait for the end of navigations that were prevented.
  expect(await win.evaluate(() => document.getElementById('said')?.textContent)).toBe('ready');
  expect(app.windows()).toHaveLength(1);
  expect((await requests(app)).network).toEqual([]);
  const opened = await app.evaluate(({ __calls }) => __calls.filter((c) => c.name === 'windowOpen').map((c) => c.args[1]));
  expect(opened.length).toBeGreaterThan(0);
  expect(new Set(opened)).toEqual(new Set(['deny']));
});

test('every permission is refused', async ({ win }) => {
  const states = await win.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'clipboard-write', 'midi', 'background-sync', 'storage-access', 'local-fonts', 'window-management'];
    const granted: string[] = [];
    for (const name of names) {
      const state = await navigator.permissions.query({ name: name as PermissionName }).then((p) => p.state, () => 'denied');
      if (state === 'granted') granted.push(name);
    }
    // Chromium without a window leaves the question for a screen open for ever; that is a no as well.
    const unless = (asked: Promise<unknown>): Promise<string> =>
      Promise.race([asked.then(() => 'open', () => 'refused'), new Promise<string>((r) => setTimeout(() => r('refused'), 1500))]);
    const media = await unless(navigator.mediaDevices.getUserMedia({ audio: true, video: true }));
    const screen = await unless(navigator.mediaDevices.getDisplayMedia());
    const place = await unless(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)));
    return { granted, notification: Notification.permission, media, screen, place };
  });
  expect(states).toEqual({ granted: [], notification: 'denied', media: 'refused', screen: 'refused', place: 'refused' });
});

test('an address that is not a listed file is refused, when it is spelled in forty ways', async ({ win }) => {
  const spellings = [
    '../main.js', '..%2fmain.js', '%2e%2e/main.js', '%2e%2e%2fmain.js', '..\\main.js', '..%5cmain.js', '....//main.js', '..;/main.js', '.%2e/main.js',
    '/../electron/main.js', '/..%2f..%2fpackage.json', '//etc/passwd', '/etc/passwd', '/%2fetc%2fpasswd', '/proc/self/environ', 'file:///etc/passwd',
    '%00style.css', 'style.css%00', 'style.css/', 'style.css/..', 'style.css%2f', './/style.css', '%73tyle.css', 'STYLE.CSS', 'Style.css',
    'style.css?', 'style.css?x', 'style.css%3f', 'style.css;x', 'style.css ', 'style.css%20', 'style.css.', 'style.css::$DATA', 'style%2ecss',
    '%252e%252e/main.js', '%c0%ae%c0%ae/main.js', '..%c0%afmain.js', '/renderer/style.css', 'nul.css', 'toString', '__proto__', 'constructor',
  ];
  const loaded = await win.evaluate(async (list) => {
    const load = (href: string): Promise<string> =>
      new Promise((resolve) => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.onload = () => resolve('open');
        link.onerror = () => resolve('refused');
        link.setAttribute('href', href);
        document.head.append(link);
        setTimeout(() => resolve('nothing'), 3000);
      });
    const open: string[] = [];
    for (const href of list) if ((await load(href)) === 'open') open.push(href);
    return { open, control: await load('style.css') };
  }, spellings);
  // The browser itself trims a trailing blank and drops an empty query before it asks: the same name, not another way in.
  expect(loaded.open.filter((href) => !['style.css '].includes(href))).toEqual([]);
  expect(loaded.control).toBe('open');
  expect(spellings.length).toBeGreaterThanOrEqual(40);
});

test('the window after a lock has a new page, a new nonce and a new renderer process', async ({ win, app }) => {
  await ask(win, 'any');
  const before = { pids: await app.rendererPids(), nonce: await win.locator('meta[name=csp-nonce]').getAttribute('content') };
  await win.evaluate(() => window.localStorage.setItem('left', 'behind'));
  expect(await win.evaluate(() => window.shoumi.session('lock'))).toEqual({ ok: true, value: null });
  const next = await app.nextWindow(win);
  await expect(next.locator('#said')).toHaveText('ready');
  expect(win.isClosed()).toBe(true);
  const after = { pids: await app.rendererPids(), nonce: await next.locator('meta[name=csp-nonce]').getAttribute('content') };
  expect(after.nonce).not.toBe(before.nonce);
  expect(after.pids.filter((pid) => before.pids.includes(pid))).toEqual([]);
  expect(await next.evaluate(() => window.localStorage.getItem('left'))).toBeNull();
  expect(await ask(next, 'again')).toMatchObject({ ok: true });
});

test('unlocking is refused with the reason, while anything of the window is not shut', async ({ win, app }) => {
  const unlock = (): Promise<unknown> => win.evaluate(() => window.shoumi.session('unlock', {}));
  expect(await unlock()).toMatchObject({ ok: true });
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents !== undefined) contents.isDevToolsOpened = () => true;
  });
  expect(await unlock()).toMatchObject({ ok: false, refusal: { kind: 'environment', code: 'isolation', messageZh: expect.stringContaining('开发工具') } });
  await app.evaluate(({ app: program }) => {
    program.commandLine.hasSwitch = (name) => name === 'remote-debugging-port';
  });
  expect(await unlock()).toMatchObject({ ok: false, refusal: { messageZh: expect.stringContaining('remote-debugging-port') } });
});

test('the page is warned and then locked, when nothing happens after unlocking', async ({ win, app }) => {
  expect(await win.evaluate(() => window.shoumi.session('unlock', { minutes: 0.04 }))).toMatchObject({ ok: true });
  await expect.poll(() => win.evaluate(() => (window as unknown as { bells: unknown[] }).bells)).toContainEqual({ kind: 'lockWarning', seconds: 1 });
  const next = await app.nextWindow(win);
  await expect(next.locator('#said')).toHaveText('ready');
  expect(win.isClosed()).toBe(true);
});

test('the page is locked, when the system locks its screen or sleeps', async ({ win, app }) => {
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  const second = await app.nextWindow(win);
  await expect(second.locator('#said')).toHaveText('ready');
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  const third = await app.nextWindow(second);
  await expect(third.locator('#said')).toHaveText('ready');
});

test('a fault reaches the page as a reference without text and locks, when the worker dies', async ({ win, app }) => {
  const reply = await ask(win, 'die');
  expect(reply).toMatchObject({ ok: false, refusal: { kind: 'fault' } });
  expect(JSON.stringify(reply)).not.toContain('secret');
  const next = await app.nextWindow(win);
  await expect(next.locator('#said')).toHaveText('ready');
  expect(await ask(next, 'works')).toMatchObject({ ok: true });
});

test('a document becomes a PDF without running its scripts, with margin texts in the document’s own face', async ({ win, dataDir }) => {
  const font = readFileSync('node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2').toString('base64');
  const html = `<!doctype html><html><head><meta charset="utf-8"><style>
    @font-face { font-family: 'Noto Sans SC'; font-weight: 400; src: url(data:font/woff2;base64,${font}) format('woff2') }
    @page { size: A4 landscape; margin: 20mm; @bottom-center { content: "第 " counter(page) " 页"; font: 9pt 'Noto Sans SC' } }
    body { font: 12pt 'Noto Sans SC' }</style></head>
    <body><p>收文登记簿</p><script>document.body.append('脚本运行')</script><img src="https://net.example/x.png"></body></html>`;
  const reply = (await ask(win, 'request.printToPdf', { html })) as { ok: boolean; value: { bytes: Uint8Array } };
  const file = `${dataDir}.pdf`;
  writeFileSync(file, Buffer.from(Object.values(reply.value.bytes)));
  const text = execFileSync('pdftotext', ['-layout', file, '-']).toString().replace(/\s+/g, '');
  expect(text).toBe('收文登记簿第1页');
  expect(execFileSync('pdfinfo', [file]).toString()).toMatch(/Page size:\s+841\.\d+ x 59[45]/);
  const fonts = execFileSync('pdffonts', [file]).toString().trim().split('\n').slice(2);
  expect(fonts.filter((line) => !/NotoSansSC/.test(line))).toEqual([]);
  expect(fonts).toHaveLength(1);
});

test('untrusted work runs in another process and its result comes back', async ({ win, app, dataDir }) => {
  const file = `${dataDir}.db`;
  writeFileSync(file, 'not a database');
  const reply = await ask(win, 'request.aside', { job: 'pageScan', input: { file, key: Array<number>(32).fill(1) } });
  expect(reply).toMatchObject({ ok: true, value: { kind: 'damaged', pages: 0 } });
  expect(await app.evaluate(({ __calls }) => __calls.filter((c) => c.name === 'utilityProcess.fork').map((c) => c.args))).toEqual([['aside.js', 'shoumi aside']]);
});

test('the window can be pictured without a display', async ({ win }) => {
  expect((await win.screenshot()).length).toBeGreaterThan(2000);
});
