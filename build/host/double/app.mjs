import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { preventable, record, strict } from './strict.mjs';
import { state, switches, whenReady, windows } from './state.mjs';

const paths = {};

/** A top-level `await app.whenReady()` never resolves in Electron; here it ends the process with a message. */
function noticeTopLevelWait() {
  if (state.entryLoaded) return;
  setTimeout(() => {
    if (state.entryLoaded) return;
    console.error('electron double: the entry still waits for app.whenReady() at top level; this never resolves in Electron');
    app.exit(70);
  }, 3000).unref();
}

function folderOf(name) {
  if (paths[name]) return paths[name];
  if (name === 'exe') return process.execPath;
  const base = process.env.HOST_DATA_DIR;
  if (!base) throw new Error('electron double: HOST_DATA_DIR is not set');
  const folder = path.join(base, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function quit() {
  if (state.quitting) return;
  state.quitting = true;
  const goesOn = (name) => {
    const event = preventable();
    app.emit(name, event);
    return !event.defaultPrevented;
  };
  const closed = () => {
    for (const win of [...windows.values()]) win.close();
    return windows.size === 0;
  };
  if (goesOn('before-quit') && closed() && goesOn('will-quit')) setImmediate(() => app.exit(process.exitCode ?? 0));
  else state.quitting = false;
}

const argument = (name) => process.argv.find((a) => a === `--${name}` || a.startsWith(`--${name}=`));

export const app = strict(
  'app',
  Object.assign(new EventEmitter(), {
    isPackaged: process.env.HOST_PACKAGED === '1',
    name: '',
    whenReady() {
      noticeTopLevelWait();
      return whenReady.promise;
    },
    isReady: () => state.ready,
    getName: () => app.name,
    getVersion: () => state.manifest.version ?? '0.0.0',
    getAppPath: () => state.folder,
    getLocale: () => 'zh-CN',
    getPath: folderOf,
    setPath: (name, folder) => {
      paths[name] = folder;
    },
    setAppUserModelId: (id) => record('app.setAppUserModelId', id),
    requestSingleInstanceLock: () => process.env.HOST_SECOND_INSTANCE !== '1',
    releaseSingleInstanceLock() {},
    enableSandbox() {
      if (state.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
      record('app.enableSandbox');
    },
    commandLine: strict('commandLine', {
      appendSwitch(name, value) {
        if (state.ready) throw new Error('electron double: switch after ready');
        switches.push(value === undefined ? `--${name}` : `--${name}=${value}`);
      },
      // As in Electron: what came with the command line and what the app added, seen alike.
      hasSwitch: (name) => argument(name) !== undefined || switches.some((s) => s === `--${name}` || s.startsWith(`--${name}=`)),
      getSwitchValue: (name) => [argument(name), ...switches].find((s) => s?.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
    }),
    focus() {},
    relaunch: (options) => record('app.relaunch', options),
    exit(code = 0) {
      app.emit('quit', {}, code);
      process.exit(code);
    },
    quit,
  }),
);
