// IPC, dialogs, menus, helper processes and the small modules.
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { app } from './app.mjs';
import { inert, record, strict } from './strict.mjs';

/** Channel to function, for `ipcMain.handle`. */
export const invokable = new Map();
export const ipcMain = Object.assign(new EventEmitter(), {
  handle(channel, f) {
    if (invokable.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    invokable.set(channel, f);
  },
  removeHandler: (channel) => void invokable.delete(channel),
});

/** A dialog nobody answers rejects, so a forgotten one fails the test. `HOST_DIALOGS=default` answers, for the preview. */
const unanswered = (kind) => async (...args) => {
  const options = args.at(-1);
  record(`dialog.${kind}`, options);
  if (process.env.HOST_DIALOGS !== 'default') throw new Error(`electron double: nobody answers dialog.${kind}`);
  if (kind === 'showMessageBox') return { response: options.defaultId ?? 0, checkboxChecked: false };
  if (kind === 'showSaveDialog') return { canceled: false, filePath: path.join(app.getPath('documents'), path.basename(options.defaultPath ?? 'file')) };
  return { canceled: true, filePaths: [] };
};
export const dialog = {
  showMessageBox: unanswered('showMessageBox'),
  showSaveDialog: unanswered('showSaveDialog'),
  showOpenDialog: unanswered('showOpenDialog'),
  showErrorBox: (...args) => record('dialog.showErrorBox', ...args),
};

export class Menu {
  static current = null;
  static setApplicationMenu(menu) {
    if (menu !== null) throw new Error('electron double: only an empty menu is supported');
    Menu.current = menu;
    record('Menu.setApplicationMenu', menu);
  }
  static getApplicationMenu() {
    return Menu.current;
  }
}

/** A forked Node process behind the interface of Electron's utility process. */
export const utilityProcess = strict('utilityProcess', {
  fork(file, args = [], options = {}) {
    const shim = new URL('../utilityShim.mjs', import.meta.url).href;
    const stdio = options.stdio === 'ignore' ? 'ignore' : 'inherit';
    const child = fork(file, args, {
      execArgv: ['--import', shim, ...(options.execArgv ?? [])],
      env: options.env ?? process.env,
      serialization: 'advanced',
      stdio: ['ignore', stdio, stdio, 'ipc'],
    });
    const shown = Object.assign(new EventEmitter(), {
      pid: child.pid,
      postMessage: (message) => void child.send(message, () => {}),
      kill: () => child.kill('SIGKILL'),
    });
    child.on('message', (message) => shown.emit('message', message));
    child.on('spawn', () => shown.emit('spawn'));
    child.on('exit', (code) => shown.emit('exit', code));
    record('utilityProcess.fork', path.basename(file), options.serviceName);
    return strict('utilityProcess', shown);
  },
});

let clip = '';
export const clipboard = strict('clipboard', {
  writeText: (text) => {
    clip = text;
  },
  readText: () => clip,
  clear: () => {
    clip = '';
  },
});
export const powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleTime: () => 0 });
export const screen = strict('screen', { getPrimaryDisplay: () => ({ workAreaSize: { width: 1280, height: 800 }, scaleFactor: 1 }) });
export const nativeTheme = Object.assign(new EventEmitter(), { themeSource: 'system', shouldUseDarkColors: false });
export const shell = inert('shell', []);
export const crashReporter = inert('crashReporter', []);
