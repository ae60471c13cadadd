import { app, dialog, Menu, powerMonitor, protocol, utilityProcess, type BrowserWindow, type OpenDialogOptions } from 'electron';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reply } from '#shared/bridge.ts';
import { runAside, useAsideHost, type AsideJob } from './aside/run.ts';
import { watchIdle } from './idle.ts';
import { openGate, ring } from './ipc.ts';
import { inspectIsolation, shutEveryPage } from './isolation.ts';
import { openLog } from './log.ts';
import { listPages, SCHEME } from './pages.ts';
import { printPaper, printToPdf } from './printing/print.ts';
import { ownSwitches, readStart, REFUSED_START, refusedSwitches, scrubEnvironment } from './start.ts';
import { destroyWindow, openWindow } from './window.ts';
import { newRef, openClient, type Client } from './worker/client.ts';
import type { Answers, Call, SessionTimes } from './worker/protocol.ts';

// Read from top to bottom: this is the order in which things are shut and opened.

process.umask(0o077); // S8: every file of ours is for this user only

const start = readStart(process.argv.slice(app.isPackaged ? 1 : 2));
const stoppers = scrubEnvironment(process.env, start.mode);
const brought = refusedSwitches.find((name) => app.commandLine.hasSwitch(name));
if (start.mode === 'refused' || stoppers.length > 0 || brought !== undefined) {
  const because = start.mode === 'refused' ? start.because : (stoppers[0] ?? `switch ${brought}`);
  process.stderr.write(`启动参数或环境不被允许（${because}），程序没有启动。请从开始菜单或桌面图标打开。\n`);
  process.exit(REFUSED_START);
}

for (const [name, value] of ownSwitches) app.commandLine.appendSwitch(name, value);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
shutEveryPage();

// Helpers that handle untrusted bytes or the live store file run beside us, without environment.
useAsideHost(async (entry, execArgv) => {
  const child = utilityProcess.fork(fileURLToPath(entry), [], { execArgv: [...execArgv], env: {}, stdio: 'ignore', serviceName: 'shoumi aside' });
  return {
    pid: child.pid,
    post: (message) => child.postMessage(message),
    onMessage: (hear) => void child.on('message', hear),
    onExit: (hear) => void child.on('exit', hear),
    kill: () => void child.kill(),
  };
});

/** A file of ours beside this one: built, or straight from the sources. */
const beside = (built: string, source: string): URL => new URL(import.meta.url.endsWith('.ts') ? source : built, import.meta.url);

/**
 * The program with a window. Everything it needs is made here and handed on. Called before `ready`: the worker reads its modules
 * while Chromium starts, and opens nothing before the page asks.
 */
async function openProgram(vault: string): Promise<void> {
  const log = openLog(app.getPath('logs'));
  const here = fileURLToPath(new URL('.', import.meta.url));
  const pages = new Map([...listPages(path.join(here, '../renderer')), ...listPages(path.join(here, '../fonts'), '/fonts/')]);
  const preload = path.join(here, 'preload.cjs');
  const packaged = app.isPackaged;

  let win: BrowserWindow | null = null;
  let changing: Promise<void> | null = null;
  let ending = false;
  let drafts = 0; // unfinished forms that wait in the locked store: a number for the lock screen, nothing else
  const opened = Promise.withResolvers<void>(); // the first window has come up, or will not

  async function showWindow(): Promise<void> {
    const { win: fresh, loaded } = openWindow({ pages, preload, packaged });
    win = fresh; // before it has loaded: its page asks at once
    fresh.on('closed', () => {
      if (win === fresh) win = null;
    });
    fresh.webContents.on('render-process-gone', () => void lock('page gone'));
    await loaded;
  }
  /** The old page goes with its process and its session; the lock screen is a new window in a new process (K7). */
  async function renewWindow(): Promise<void> {
    const old = win;
    win = null; // from here on the old page is nobody
    if (old !== null) await destroyWindow(old);
    if (!ending) await showWindow();
  }
  /** Lock means gone: the worker closes the store and wipes its keys, its thread ends, the page goes. One at a time. */
  function lock(why: string): Promise<void> {
    idle.stop();
    changing ??= (async () => {
      log(`lock ${why}`);
      await opened.promise; // nothing is open before it, and no second window may come up beside it
      ring(win, { kind: 'locked' }); // the page blanks itself while the worker finishes
      const closed = await Promise.race([client.send({ op: 'session', name: 'lock', input: { why } }), new Promise<null>((resolve) => setTimeout(() => resolve(null), 4000))]);
      if (closed?.ok === true) drafts = Number((closed.value as { drafts?: unknown } | null)?.drafts ?? 0);
      await client.renew();
      await renewWindow();
    })().finally(() => {
      changing = null;
    });
    return changing;
  }

  const idle = watchIdle({ warn: (seconds) => ring(win, { kind: 'lockWarning', seconds }), lock: (why) => void lock(why) });
  const client: Client = openClient({
    file: beside('./worker.js', './worker/worker.ts'),
    start: { vault, packaged },
    answers: answersOf(() => win),
    log,
    onBell: (bell) => (bell.kind === 'locked' ? void lock('worker') : ring(win, bell)),
    onCrash: () => {
      crashes.push(Date.now());
      // A worker that dies again and again will not get better by starting it once more.
      if (crashes.filter((at) => Date.now() - at < 60_000).length > 3) app.exit(70);
      else void lock('worker ended');
    },
  });
  const crashes: number[] = [];

  async function forward(call: Call): Promise<Reply> {
    if (call.op !== 'session') return client.send(call);
    if (call.name === 'activity') {
      idle.activity();
      return { ok: true, value: null };
    }
    if (call.name === 'lock') {
      setImmediate(() => void lock('asked')); // the answer goes out before the page does
      return { ok: true, value: null };
    }
    const opens = call.name === 'unlock' || call.name === 'create' || call.name === 'recover' || call.name === 'restore';
    if (opens && win !== null) {
      const findings = await inspectIsolation(win);
      if (findings.length > 0) {
        log(`isolation ${findings.map((f) => f.check).join()}`);
        const messageZh = `本机的隔离检查没有通过：${findings.map((f) => f.findingZh).join('')}因此不能登录。请关闭程序，联系系统管理员处理后再打开。`;
        return { ok: false, refusal: { kind: 'environment', code: 'isolation', messageZh } };
      }
    }
    const reply = await client.send(call);
    if (call.name === 'state' && reply.ok && (reply.value as { phase?: unknown }).phase === 'locked') return { ok: true, value: { ...(reply.value as object), drafts } };
    const times = reply.ok && opens ? ((reply.value ?? {}) as SessionTimes) : null;
    if (times !== null && (call.name === 'unlock' || times.idleLockMinutes !== undefined)) idle.begin(times);
    return reply;
  }

  async function leave(code: number): Promise<void> {
    if (ending) return;
    ending = true;
    await Promise.race([lock('leaving'), new Promise((resolve) => setTimeout(resolve, 6000))]);
    await client.close();
    app.exit(code);
  }
  // C8: an error nobody expected locks the store and ends the program. The log gets a reference and a place, no text.
  const unexpected = (error: unknown): void => {
    const place = error instanceof Error ? (/[\w-]+\.(?:js|ts):\d+/.exec(error.stack ?? '')?.[0] ?? '') : '';
    log(`unexpected ${newRef()} ${place}`);
    void leave(70);
  };
  process.on('uncaughtException', unexpected);
  process.on('unhandledRejection', unexpected);

  app.on('second-instance', () => {
    if (win?.isMinimized() === true) win.restore();
    win?.focus();
  });
  app.on('window-all-closed', () => {
    if (changing === null) void leave(0); // between two windows of a lock there is none, and that is not the end
  });
  app.on('before-quit', (event) => {
    if (ending) return;
    event.preventDefault();
    void leave(0);
  });

  void client.renew(); // starts the thread
  await app.whenReady();
  powerMonitor.on('lock-screen', () => void lock('system lock'));
  powerMonitor.on('suspend', () => void lock('suspend'));
  Menu.setApplicationMenu(null); // no menu roles, so no key opens DevTools or reloads
  openGate({ currentWindow: () => win, forward, log });
  await showWindow().finally(opened.resolve);
}

/** What the worker may ask of the process that has windows. */
function answersOf(currentWindow: () => BrowserWindow | null): Answers {
  const opened = async (options: OpenDialogOptions): Promise<string | null> => {
    const win = currentWindow();
    const { canceled, filePaths } = win === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(win, options);
    return canceled ? null : (filePaths[0] ?? null);
  };
  return {
    printToPdf: ({ html }) => printToPdf(html),
    printPaper: ({ html, copies }) => printPaper(html, copies),
    aside: ({ job, input }) => runAside(job as AsideJob, input),
    chooseOpen: ({ titleZh, extensions }) =>
      opened({ title: titleZh, properties: ['openFile', 'dontAddToRecent'], filters: extensions === undefined ? [] : [{ name: titleZh, extensions: [...extensions] }] }),
    chooseFolder: ({ titleZh }) => opened({ title: titleZh, properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] }),
    chooseSave: async ({ titleZh, fileName, extension }) => {
      const options = { title: titleZh, defaultPath: fileName, filters: [{ name: extension.toUpperCase(), extensions: [extension] }], properties: ['dontAddToRecent' as const] };
      const win = currentWindow();
      const { canceled, filePath } = win === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(win, options);
      return canceled || filePath === '' ? null : filePath;
    },
  };
}

if (start.mode === 'cli') {
  // The same gate and the same core without a window. The arguments are those of `shoumi`; the answer is the exit code.
  const { args } = start;
  void app
    .whenReady()
    .then(async () => {
      const [{ main }, { usePrinter }] = await Promise.all([import('./cli/main.ts'), import('./cli/printer.ts')]);
      usePrinter(() => Promise.resolve({ print: printToPdf, close: () => Promise.resolve() }));
      return main(args);
    })
    .then((code: number) => app.exit(code), () => app.exit(70));
} else if (!app.requestSingleInstanceLock()) {
  process.stderr.write('程序已经打开，没有再打开一个。请使用已经打开的窗口。\n');
  process.exit(0);
} else {
  const vault = start.vault === null ? path.join(app.getPath('userData'), 'vault') : path.resolve(start.vault);
  // Not awaited at the top: in an ES module entry `ready` comes only after the entry has been evaluated.
  void openProgram(vault);
}
