import { randomBytes, randomUUID } from 'node:crypto';
import { BrowserWindow, session, type BrowserWindowConstructorOptions, type Session, type WebPreferences } from 'electron';
import { shutSession } from './isolation.ts';
import { ORIGIN, SCHEME, servePages, START_PAGE, type Pages } from './pages.ts';

/** The security settings of the page. Everything is written out, defaults too; a test compares the whole. */
export const pagePreferences = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  disableDialogs: true,
  enableDeprecatedPaste: false,
  webgl: false,
}) satisfies WebPreferences;

/** Pure: what the window is made of. DevTools exist only where the program is not packaged. */
export function windowOptions(o: { preload: string; session: Session; packaged: boolean }): BrowserWindowConstructorOptions {
  return {
    width: 1360,
    height: 860,
    minWidth: 1100,
    minHeight: 700,
    show: false,
    title: '守密台账工作站',
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: { ...pagePreferences, devTools: !o.packaged, preload: o.preload, session: o.session },
  };
}

/**
 * Opens a window in a session of its own: in memory, never used before, with a fresh nonce. A window after a lock therefore
 * shares neither storage nor a renderer process with the one before. (Electron keeps the emptied session object until the end
 * of the program; that is the price, a few kilobytes per lock.)
 * Out: the window at once, and `loaded`, which settles with its page.
 */
export function openWindow(o: { pages: Pages; preload: string; packaged: boolean }): { win: BrowserWindow; loaded: Promise<void> } {
  const own = session.fromPartition(`window-${randomUUID()}`); // no `persist:`, so nothing is stored
  shutSession(own, ORIGIN);
  own.protocol.handle(SCHEME, servePages(o.pages, randomBytes(18).toString('base64')));
  const win = new BrowserWindow(windowOptions({ preload: o.preload, session: own, packaged: o.packaged }));
  win.setContentProtection(true); // other programs and remote sessions see a black rectangle
  win.removeMenu();
  win.once('ready-to-show', () => win.show());
  return { win, loaded: win.loadURL(START_PAGE) };
}

/** Destroys a window and empties its session. */
export async function destroyWindow(win: BrowserWindow): Promise<void> {
  if (win.isDestroyed()) return;
  const own = win.webContents.session;
  win.destroy();
  own.protocol.unhandle(SCHEME);
  await Promise.allSettled([own.clearStorageData(), own.clearCache(), own.closeAllConnections()]);
}
