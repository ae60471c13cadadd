import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { codec } from '../codec.mjs';
import { toWeb } from './addresses.mjs';
import { app } from './app.mjs';
import { rawSession, session } from './session.mjs';
import { preventable, record, strict } from './strict.mjs';
import { state, windows } from './state.mjs';

const { pack } = codec();
let ids = 0;

class WebContents extends EventEmitter {
  id = ++ids;
  url = '';
  openHandler = null;

  constructor(win, own) {
    super();
    this.win = win;
    this.session = own;
    const contents = this;
    // One object per window, as in Electron: main compares frames by identity.
    this.mainFrame = {
      parent: null,
      name: '',
      routingId: 1,
      processId: 1,
      detached: false,
      get url() {
        return contents.url;
      },
      get origin() {
        return /^[a-z]+:\/\/[^/]*/.exec(contents.url)?.[0] ?? 'null';
      },
      send: (...args) => contents.send(...args),
    };
    this.mainFrame.top = this.mainFrame;
  }
  getURL() {
    return this.url;
  }
  getTitle() {
    return this.win.title;
  }
  isDestroyed() {
    return this.win.gone;
  }
  isLoading() {
    return false;
  }
  async loadURL(url) {
    await this.win.ask('loadURL', toWeb(url));
  }
  send(channel, ...args) {
    if (!this.win.gone) void this.win.ask('deliver', pack(['event', channel, structuredClone(args)])).catch(() => {});
  }
  async printToPDF(options = {}) {
    return Buffer.from(await this.win.ask('printToPDF', options));
  }
  async capturePage() {
    const png = Buffer.from(await this.win.ask('capture'));
    return { toPNG: () => png, isEmpty: () => png.length === 0 };
  }
  async executeJavaScript(code) {
    return this.win.ask('evaluate', code);
  }
  setWindowOpenHandler(handler) {
    this.openHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy) {
    record('webContents.setWebRTCIPHandlingPolicy', policy);
  }
  print(options, done) {
    record('webContents.print', options);
    done?.(true, '');
  }
  reload() {
    void this.win.ask('reload');
  }
  close() {
    this.win.close();
  }
  focus() {}
  openDevTools() {
    record('webContents.openDevTools');
  }
  isDevToolsOpened() {
    return false;
  }
  setZoomFactor(factor) {
    record('webContents.setZoomFactor', factor);
  }
}

function refuseUnsafe(p) {
  const unsafe = p.nodeIntegration || p.nodeIntegrationInWorker || p.nodeIntegrationInSubFrames || p.contextIsolation === false || p.sandbox === false || p.webSecurity === false || p.webviewTag;
  if (unsafe) throw new Error('electron double: unsafe webPreferences');
}

export class BrowserWindow extends EventEmitter {
  gone = false;
  visible = false;
  contentProtected = false;

  constructor(options = {}) {
    super();
    if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    const p = options.webPreferences ?? {};
    refuseUnsafe(p);
    this.options = options;
    this.title = options.title ?? app.name;
    this.id = ++ids;
    this.raw = new WebContents(this, p.session ?? session.defaultSession);
    this.webContents = strict('webContents', this.raw);
    windows.set(this.id, this);
    const { electron, chrome, node } = process.versions;
    this.queue = state.host.createWindow(this.id, {
      width: options.width ?? 800,
      height: options.height ?? 600,
      background: options.show === false && options.skipTaskbar === true,
      javascript: p.javascript !== false,
      partition: this.raw.session.partition,
      preload: p.preload ? readFileSync(p.preload, 'utf8') : null,
      info: { platform: process.platform, arch: process.arch, versions: { electron, chrome, node } },
    });
    this.queue.catch((error) => console.error(error));
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
    if (options.show !== false) this.show();
    return strict('BrowserWindow', this);
  }
  get sessionBehind() {
    return rawSession(this.raw.session);
  }
  /** Asks the parent to do something with the page, once it exists. */
  ask(what, ...args) {
    const done = this.queue.then(() => state.host[what](this.id, ...args));
    if (what === 'loadURL') this.queue = done.catch(() => {});
    return done;
  }
  static getAllWindows() {
    return [...windows.values()];
  }
  static fromId(id) {
    return windows.get(id) ?? null;
  }
  static getFocusedWindow() {
    return [...windows.values()].find((w) => w.visible) ?? null;
  }
  loadURL(url) {
    return this.raw.loadURL(url);
  }
  show() {
    this.visible = true;
    this.emit('show');
  }
  hide() {
    this.visible = false;
    this.emit('hide');
  }
  isVisible() {
    return this.visible;
  }
  isDestroyed() {
    return this.gone;
  }
  isMinimized() {
    return false;
  }
  focus() {}
  restore() {}
  removeMenu() {
    record('BrowserWindow.removeMenu');
  }
  setContentProtection(on) {
    this.contentProtected = on;
  }
  isContentProtected() {
    return this.contentProtected;
  }
  setTitle(title) {
    this.title = title;
  }
  getTitle() {
    return this.title;
  }
  close() {
    if (this.gone) return;
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy() {
    if (this.gone) return;
    this.gone = true;
    windows.delete(this.id);
    void this.queue.catch(() => {}).then(() => state.host.closeWindow(this.id)).catch(() => {});
    this.raw.emit('destroyed');
    this.emit('closed');
    if (windows.size > 0 || state.quitting) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }
}
