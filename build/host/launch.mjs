// Starts the app process and gives it real Chromium pages. Runs inside a test worker or inside preview.mjs, so the caller holds
// ordinary Playwright pages: locators, expect, traces and screenshots work.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChromium } from './chromium.mjs';
import { deliver, openPage, printPage } from './page.mjs';
import { rpc } from './rpc.mjs';

/** Electron's names of permissions to those of the protocol; all others are never granted. */
const PERMISSIONS = { 'clipboard-read': 'clipboard-read', 'clipboard-sanitized-write': 'clipboard-write', notifications: 'notifications', geolocation: 'geolocation', media: 'camera' };

function startApp({ entry, args, env, cwd, node, execArgv, stdio, data }) {
  return fork(fileURLToPath(new URL('./run.mjs', import.meta.url)), [entry, ...args], {
    execPath: node,
    execArgv: ['--import', new URL('./register.mjs', import.meta.url).href, ...execArgv],
    cwd,
    serialization: 'advanced',
    stdio: ['ignore', stdio, stdio, 'ipc'],
    env: { ...process.env, HOST_DATA_DIR: data, NODE_CHANNEL_FD: undefined, NODE_OPTIONS: undefined, ...env },
  });
}

/** Everything the app process may ask of Chromium. `pages` holds the open windows. */
function hostMethods({ o, data, browser, pages, events, key, app }) {
  let creating = Promise.resolve();
  let requests = 0;
  const ownerOf = (page) => [...pages.values()].find((w) => w.page === page);

  /** All requests of all pages go to the app process; a page without owner gets nothing. */
  async function onRoute(route) {
    const q = route.request();
    let frame = null;
    try {
      frame = q.frame();
    } catch {
      // the first request of a new popup has no frame yet
    }
    const w = frame ? ownerOf(frame.page()) : undefined;
    if (!w) return route.abort('aborted').catch(() => {});
    const navigation = q.isNavigationRequest();
    const mainFrame = frame === w.page.mainFrame();
    const programmatic = navigation && mainFrame && w.loading === q.url();
    if (programmatic) w.loading = null;
    try {
      const asked = { n: ++requests, url: q.url(), method: q.method(), headers: q.headers(), type: q.resourceType(), body: q.postDataBuffer(), navigation, mainFrame, programmatic };
      const r = await app().request(w.id, asked);
      if (r.abort) await route.abort(r.abort);
      else await route.fulfill({ status: r.status, headers: r.headers, body: Buffer.from(r.body) });
    } catch {
      await route.abort('failed').catch(() => {});
    }
  }
  async function onContext(context) {
    await context.route('**/*', onRoute);
    context.on('page', async (page) => {
      await creating; // a page of ours gets its owner first; what then has none was opened by a page
      if (!ownerOf(page)) await page.close().catch(() => {});
    });
  }
  async function create(id, options) {
    const context = await browser().contextFor(options.partition);
    const blank = context.pages().find((page) => !ownerOf(page));
    const page = blank ?? (await context.newPage());
    const forget = (gone) => pages.delete(gone);
    pages.set(id, await openPage(id, options, { page, key, app: app(), headless: o.headless, label: o.label, forget }));
  }
  return {
    async launch(switches) {
      events.emit('starting', startChromium({ ...o, switches, more: o.chromiumArgs, folder: data, onContext }));
      return { chrome: (await browser.started()).version };
    },
    async createWindow(id, options) {
      const made = creating.then(() => create(id, options));
      creating = made.catch(() => {});
      await made;
    },
    async loadURL(id, url) {
      const w = pages.get(id);
      const { origin } = new URL(url);
      const granted = await app().permissions(id, origin, Object.keys(PERMISSIONS));
      await w.page.context().grantPermissions(granted.map((name) => PERMISSIONS[name]), { origin }); // and denies every other one
      w.loading = url;
      await w.page.goto(url, { waitUntil: 'commit' });
      if (!w.background) events.emit('window', w.page);
      await w.page.waitForLoadState('load');
    },
    async closeWindow(id) {
      const w = pages.get(id);
      if (!w) return;
      pages.delete(id);
      await w.page.close().catch(() => {});
      if (![...pages.values()].some((other) => other.partition === w.partition)) await browser().release(w.partition);
    },
    deliver: (id, text) => deliver(pages.get(id), text),
    evaluate: (id, code) => pages.get(id).page.evaluate(code),
    async reload(id) {
      const w = pages.get(id);
      w.loading = w.page.url();
      await w.page.reload();
    },
    capture: (id) => pages.get(id).page.screenshot(),
    printToPDF: (id, options) => printPage(pages.get(id), options),
  };
}

/** See launch.d.mts. */
export async function launchDouble(given) {
  const o = { args: [], env: {}, node: process.execPath, execArgv: [], headless: true, chromiumArgs: [], stdio: 'pipe', label: null, ...given };
  o.executablePath ??= process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const data = o.dataDir ?? mkdtempSync(path.join(tmpdir(), 'host-'));
  const child = startApp({ ...o, data });
  const pages = new Map();
  const events = new EventEmitter();
  let starting = null;
  let running = null;
  events.on('starting', (promise) => {
    starting = promise.then((b) => (running = b));
    starting.catch(() => {});
  });
  const browser = Object.assign(() => running, { started: () => starting });
  const remote = rpc(child, hostMethods({ o, data, browser, pages, events, key: randomUUID(), app: () => remote }));

  // One promise for the whole end: closing twice returns at once while the first is still closing.
  const exited = once(child, 'exit').then(async (result) => {
    await starting?.catch(() => {});
    await running?.close().catch(() => {});
    if (!o.dataDir) rmSync(data, { recursive: true, force: true });
    return result;
  });
  const gone = () => exited.then(([code]) => Promise.reject(new Error(`the app ended (${code}) before it opened a window`)));
  const shown = () => [...pages.values()].filter((w) => !w.background).map((w) => w.page);

  return {
    process: () => child,
    context: () => shown()[0]?.context() ?? null,
    windows: shown,
    dataDir: data,
    exited,
    async firstWindow() {
      const page = shown()[0];
      if (page && page.url() !== 'about:blank') return page;
      return Promise.race([once(events, 'window').then(([opened]) => opened), gone()]);
    },
    async nextWindow(before) {
      const page = shown().find((other) => other !== before);
      if (page && page.url() !== 'about:blank') return page;
      return Promise.race([once(events, 'window').then(([opened]) => opened), gone()]);
    },
    async rendererPids() {
      const session = await running.browser.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      await session.detach();
      return processInfo.filter((p) => p.type === 'renderer').map((p) => p.id);
    },
    evaluate: (fn, argument) => remote.evaluate(String(fn), argument ?? null),
    async close() {
      if (child.connected) await remote.quit().catch(() => {});
      await exited;
    },
  };
}
