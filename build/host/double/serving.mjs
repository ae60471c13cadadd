// Calls from the parent: requests of pages, IPC, events; and the beginning of the app process.
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { codec } from '../codec.mjs';
import { rpc } from '../rpc.mjs';
import { policyToWeb, toApp, toWeb } from './addresses.mjs';
import { app } from './app.mjs';
import { invokable, ipcMain } from './rest.mjs';
import { preventable, record } from './strict.mjs';
import { state, switches, whenReady, windows } from './state.mjs';

const { pack, unpack } = codec();
const resourceTypes = { document: 'mainFrame', stylesheet: 'stylesheet', script: 'script', image: 'image', font: 'font', fetch: 'xhr', xhr: 'xhr', media: 'media', websocket: 'webSocket', ping: 'ping' };

/** What Electron asks before a navigation that `loadURL` did not start. */
function navigationPrevented(win, url, mainFrame) {
  const event = preventable({ url, isMainFrame: mainFrame, frame: win.raw.mainFrame });
  win.raw.emit('will-frame-navigate', event, url);
  if (mainFrame) win.raw.emit('will-navigate', event, url);
  return event.defaultPrevented;
}

async function cancelled(win, r, url) {
  const { listener } = win.sessionBehind;
  if (!listener) return false;
  const resourceType = r.type === 'document' && !r.mainFrame ? 'subFrame' : (resourceTypes[r.type] ?? 'other');
  const details = { id: r.n, url, method: r.method, resourceType, referrer: '', timestamp: Date.now(), webContentsId: win.raw.id };
  return (await new Promise((answer) => listener(details, answer))).cancel === true;
}

const headersToWeb = (headers) =>
  Object.fromEntries([...headers].map(([name, value]) => [name, name.startsWith('content-security-policy') ? policyToWeb(value) : name === 'location' ? toWeb(value) : value]));

const serving = {
  /** Every request that Chromium makes. Anything but a handled scheme ends here. */
  async request(id, r) {
    const win = windows.get(id);
    if (!win) return { abort: 'aborted' };
    const url = toApp(r.url);
    if (r.navigation && !r.programmatic && navigationPrevented(win, url, r.mainFrame)) return { abort: 'aborted' };
    if (await cancelled(win, r, url)) {
      record('cancelled', r.method, url);
      return { abort: 'blockedbyclient' };
    }
    const handler = win.sessionBehind.handlers.get(url.slice(0, url.indexOf(':')));
    if (!handler) {
      record('network', r.method, url);
      return { abort: 'internetdisconnected' };
    }
    const body = r.body && !['GET', 'HEAD'].includes(r.method) ? r.body : undefined;
    const request = new Request(url, { method: r.method, headers: r.headers, body });
    // Node's Request turns `..` and `%2e` away before a handler could see them; Electron's does as well, Chromium did it before.
    const response = await handler(request);
    return { status: response.status, headers: headersToWeb(response.headers), body: new Uint8Array(await response.arrayBuffer()) };
  },

  async ipc(id, text, url) {
    const [kind, n, channel, args] = unpack(text);
    const win = windows.get(id);
    if (!win) return undefined;
    if (kind === 'preload-error') {
      console.error(`preload: ${channel}`);
      win.raw.emit('preload-error', {}, '', new Error(channel));
      return undefined;
    }
    win.raw.url = toApp(url);
    const event = { sender: win.webContents, senderFrame: win.raw.mainFrame, frameId: 1, processId: 1, type: 'frame' };
    if (kind === 'send') return void ipcMain.emit(channel, event, ...args);
    const fail = (error) => pack(['reply', n, false, new Error(`Error invoking remote method '${channel}': ${error}`)]);
    const handler = invokable.get(channel);
    if (!handler) return fail(new Error(`No handler registered for '${channel}'`));
    try {
      const value = await handler(event, ...args);
      return pack(['reply', n, true, value !== null && typeof value === 'object' ? structuredClone(value) : value]);
    } catch (error) {
      return fail(error);
    }
  },

  windowOpen(id, url, disposition) {
    const details = { url: toApp(url), frameName: '', features: '', disposition, referrer: { url: '', policy: 'no-referrer' } };
    const answer = windows.get(id)?.raw.openHandler?.(details);
    record('windowOpen', details.url, answer?.action ?? 'allow');
    if (answer?.action !== 'deny') console.error('electron double: a window opened by a page was not denied');
  },
  event(id, name, ...args) {
    const win = windows.get(id);
    if (!win) return;
    if (name === 'ready-to-show') return void win.emit(name);
    if (name === 'did-navigate') win.raw.url = args[0] = toApp(args[0]);
    win.raw.emit(name, {}, ...args);
  },
  closed: (id) => windows.get(id)?.close(),
  /** Which of these permissions the session would grant. Without a handler Electron grants. */
  permissions(id, origin, names) {
    const s = windows.get(id)?.sessionBehind;
    return names.filter((name) => {
      if (!s || (s.permissionCheck && !s.permissionCheck(null, name, toApp(origin), {}))) return false;
      let yes = !s.permissionRequest;
      s.permissionRequest?.(null, name, (answer) => {
        yes = answer;
      }, {});
      return yes;
    });
  },
  async evaluate(source, argument) {
    const value = await (0, eval)(`(${source})`)(await import('electron'), argument);
    return value === undefined ? null : structuredClone(value);
  },
  quit: () => app.quit(),
};

/** Connects to the parent, evaluates the entry, and lets `ready` happen after that, as Electron does. */
export async function begin(folder, load) {
  state.host = rpc(process, serving);
  process.on('disconnect', () => process.exit(0));
  state.folder = realpathSync(folder);
  state.manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  app.name = state.manifest.productName ?? state.manifest.name;
  Object.defineProperty(process, 'type', { value: 'browser' });
  Object.defineProperty(process.versions, 'electron', { value: '0.0.0-double', enumerable: true });
  await load();
  state.entryLoaded = true;
  const { chrome } = await state.host.launch(switches);
  Object.defineProperty(process.versions, 'chrome', { value: chrome, enumerable: true });
  state.ready = true;
  whenReady.resolve();
  app.emit('ready', {}, {});
}
