import { app, type BrowserWindow, type Session, type WebContents } from 'electron';
import { ORIGIN } from './pages.ts';
import { ownSwitches, refusedSwitches } from './start.ts';

/** One thing that is shut, with the reason it is. Applied from the lists below and nowhere else. */
type Restriction<T> = Readonly<{ name: string; because: string; apply: (to: T) => void }>;

/** Addresses a window may load: our own pages, and pictures and fonts that are written into a page. */
const isLocal = (url: string, origin: string): boolean => url.startsWith(`${origin}/`) || /^data:(image|font)\//.test(url);

/** Restrictions of one session. `origin` is the only address it may load from. */
export const sessionRestrictions = (origin: string): readonly Restriction<Session>[] => [
  {
    name: 'requests',
    because: 'Whatever a page tries, a request that is not ours ends here, before any other part of Chromium sees it (5.3).',
    apply: (s) => s.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url, origin) })),
  },
  {
    name: 'permission requests',
    because: 'Camera, microphone, notifications, clipboard reading…: without a handler Electron grants everything (checklist 5).',
    apply: (s) => s.setPermissionRequestHandler((_contents, _permission, answer) => answer(false)),
  },
  { name: 'permission checks', because: 'The same question asked quietly gets the same answer.', apply: (s) => s.setPermissionCheckHandler(() => false) },
  { name: 'devices', because: 'No USB, HID, serial or Bluetooth device is ever offered to a page.', apply: (s) => s.setDevicePermissionHandler(() => false) },
  { name: 'screen capture', because: 'No page may record this screen.', apply: (s) => s.setDisplayMediaRequestHandler(null) },
  { name: 'downloads', because: 'Files leave by an audited act that main writes, never by the browser.', apply: (s) => s.on('will-download', (event) => event.preventDefault()) },
  { name: 'spell checker', because: 'It fetches its dictionaries from the network by itself.', apply: (s) => s.setSpellCheckerEnabled(false) },
  {
    name: 'proxy to nowhere',
    because: 'Should a request ever come past everything else, its only way leads to a closed door.',
    apply: (s) => void s.setProxy({ mode: 'fixed_servers', proxyRules: 'socks5://127.0.0.1:9' }),
  },
  { name: 'offline', because: 'The session itself believes that there is no network.', apply: (s) => s.enableNetworkEmulation({ offline: true }) },
];

/** Restrictions of one page, set for every web contents that comes to life, whoever made it. */
export const contentsRestrictions: readonly Restriction<WebContents>[] = [
  { name: 'navigation', because: 'The page stays where we put it (checklist 13).', apply: (c) => c.on('will-navigate', (event) => event.preventDefault()) },
  { name: 'frame navigation', because: 'So do its frames; there are none.', apply: (c) => c.on('will-frame-navigate', (event) => event.preventDefault()) },
  { name: 'redirects', because: 'A redirect is a navigation that somebody else chose.', apply: (c) => c.on('will-redirect', (event) => event.preventDefault()) },
  { name: 'new windows', because: 'Windows are opened by main only (checklist 14).', apply: (c) => c.setWindowOpenHandler(() => ({ action: 'deny' })) },
  {
    name: 'peer connections',
    because: 'A peer connection asks no permission and no policy; without this it announces itself on the local network.',
    apply: (c) => c.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'),
  },
  { name: 'webviews', because: 'A webview is a page with its own rules (checklist 11, 12).', apply: (c) => c.on('will-attach-webview', (event) => event.preventDefault()) },
];

/** Shuts one session. */
export const shutSession = (s: Session, origin: string): void => sessionRestrictions(origin).forEach((r) => r.apply(s));

/** Shuts every page there will ever be. Called once, before the first window. */
export const shutEveryPage = (): void => {
  app.on('web-contents-created', (_event, contents) => contentsRestrictions.forEach((r) => r.apply(contents)));
};

export type IsolationFinding = Readonly<{ check: string; findingZh: string }>;

/**
 * Runs inside the page and only looks. Returned as text so that nothing of the page's own objects comes back. Code from text is
 * tried as a timer: `eval` itself is allowed to whoever looks in from outside, whatever the page's policy says.
 */
const probe = `(async () => {
  const shut = async (f) => { try { return (await f()) === 'shut'; } catch { return true; } };
  const api = globalThis.shoumi;
  return JSON.stringify({
    node: typeof require === 'undefined' && typeof process === 'undefined' && typeof module === 'undefined',
    bridge: typeof api === 'object' && Object.isFrozen(api) && Object.keys(api).sort().join() === 'ask,do,file,onBell,print,session',
    secure: globalThis.isSecureContext === true,
    requests: await shut(() => fetch('index.html').then(() => 'open', () => 'shut')),
    code: await shut(async () => { setTimeout('globalThis.shoumiProbe = 1'); await new Promise((r) => setTimeout(r, 10)); return 'shoumiProbe' in globalThis ? 'open' : 'shut'; }),
    markup: await shut(async () => { document.createElement('div').innerHTML = '<img src=x>'; return 'open'; }),
  });
})()`;
const sentences: Readonly<Record<string, string>> = {
  node: '页面里出现了系统功能（Node）。',
  bridge: '页面与主程序之间的接口和设计不一致。',
  secure: '页面不在安全环境中运行。',
  requests: '页面可以发出请求。',
  code: '页面可以把文字当程序执行。',
  markup: '页面可以把文字当标记插入。',
};

/**
 * Reads the live window back and says what is not shut. An empty list is the condition for unlocking. Looks at the window as
 * it runs now, not at the options it was made with.
 */
export async function inspectIsolation(win: BrowserWindow): Promise<IsolationFinding[]> {
  const findings: IsolationFinding[] = [];
  const demand = (ok: boolean, check: string, findingZh: string): void => {
    if (!ok) findings.push({ check, findingZh });
  };
  const contents = win.webContents;
  demand(contents.getURL().startsWith(`${ORIGIN}/`), 'address', '窗口显示的不是本程序的页面。');
  demand(!contents.session.isPersistent(), 'session', '窗口会在磁盘上留下浏览数据。');
  // Linux has no such protection to ask for; there the desktop session has to keep recorders out.
  demand(process.platform === 'linux' || win.isContentProtected(), 'capture', '窗口没有防截屏保护。');
  demand(!contents.isDevToolsOpened(), 'devtools', '开发工具处于打开状态。');
  for (const name of refusedSwitches) {
    const own = ownSwitches.find(([n]) => n === name);
    const value = app.commandLine.getSwitchValue(name);
    demand(own === undefined ? !app.commandLine.hasSwitch(name) : value === own[1], `switch ${name}`, `程序以不允许的启动参数运行（${name}）。`);
  }
  let seen: Record<string, unknown> = {};
  try {
    seen = JSON.parse(String(await contents.executeJavaScript(probe))) as Record<string, unknown>;
  } catch {
    demand(false, 'probe', '无法检查窗口的隔离状态。');
    return findings;
  }
  for (const [check, findingZh] of Object.entries(sentences)) demand(seen[check] === true, check, findingZh);
  return findings;
}
