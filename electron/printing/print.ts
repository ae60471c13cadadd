import { BrowserWindow, session, type BrowserWindowConstructorOptions, type Session, type WebPreferences } from 'electron';
import { shutSession } from '../isolation.ts';
import { headersFor, notFound, paperPolicy, SCHEME } from '../pages.ts';

const PAPER_ORIGIN = 'app://paper';
const PAPER_PAGE = `${PAPER_ORIGIN}/document.html`;

/** The window a document passes through on its way to paper: no script, no preload, never shown. */
export const paperPreferences = Object.freeze({
  javascript: false,
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
  devTools: false,
  webgl: false,
}) satisfies WebPreferences;

/** Pure. `skipTaskbar` beside `show: false`: the window must not even flash. */
export const paperOptions = (own: Session): BrowserWindowConstructorOptions => ({
  width: 900,
  height: 1200,
  show: false,
  skipTaskbar: true,
  webPreferences: { ...paperPreferences, session: own },
});

/**
 * Fonts load when a letter first needs them, and letters in page margins (`content: "…"` of `@page`) are first needed while
 * printing, when it is too late: they come out in a stand-in face. So the page gets an invisible line with the margin texts,
 * once for each face the document brings along.
 */
export function withWarmFonts(html: string): string {
  const faces = new Set<string>();
  for (const [face] of html.matchAll(/@font-face\s*\{[^}]*?font-family:[^}]*\}/g)) {
    const family = /font-family:\s*(['"]?)([^'";}]+)\1/.exec(face)?.[2]?.trim();
    const weight = /font-weight:\s*(\d+|bold|normal)/.exec(face)?.[1] ?? '400';
    if (family !== undefined && /^[\w -]+$/.test(family)) faces.add(`font:${weight} 9pt '${family}'`);
  }
  const texts = [...html.matchAll(/content:\s*([^;}]+)/g)].flatMap(([, value]) => [...(value ?? '').matchAll(/"([^"]*)"|'([^']*)'/g)].map((m) => m[1] ?? m[2] ?? ''));
  if (faces.size === 0) return html;
  const text = [...new Set(`0123456789${texts.join('')}`)].filter((c) => !'<>&"\\'.includes(c)).join('');
  const lines = [...faces].map((style) => `<div style="${style}">${text}</div>`).join('');
  const block = `<div aria-hidden="true" style="visibility:hidden;position:absolute;top:0;left:0;width:0;height:0;overflow:hidden">${lines}</div>`;
  return html.includes('</body>') ? html.replace('</body>', `${block}</body>`) : html + block;
}

let queue: Promise<unknown> = Promise.resolve();

/** Lets one document after the other through the hidden window and destroys it each time. */
function onPaper<T>(html: string, use: (win: BrowserWindow) => Promise<T>): Promise<T> {
  const turn = queue.then(async () => {
    const own = session.fromPartition('paper'); // in memory; one for all documents, one document at a time
    shutSession(own, PAPER_ORIGIN);
    const body = withWarmFonts(html);
    own.protocol.handle(SCHEME, (request) =>
      request.method === 'GET' && request.url === PAPER_PAGE ? new Response(body, { headers: headersFor('text/html; charset=utf-8', paperPolicy) }) : notFound(),
    );
    const win = new BrowserWindow(paperOptions(own));
    try {
      await win.loadURL(PAPER_PAGE); // resolves after `load`, which waits for the fonts that the page uses
      return await use(win);
    } finally {
      if (!win.isDestroyed()) win.destroy();
      own.protocol.unhandle(SCHEME);
    }
  });
  queue = turn.catch(() => undefined);
  return turn;
}

/**
 * A complete HTML document in, the bytes of a PDF out. Paper size and margins come from the document's own `@page`.
 * Tagging is off: it doubles the time of a long ledger and makes it five times as large (host design 6).
 */
export const printToPdf = (html: string): Promise<Uint8Array> =>
  onPaper(html, (win) => win.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: false, generateDocumentOutline: false }));

/** The same document to a printer, through the system's own dialog. Says whether a print job was really handed over. */
export const printPaper = (html: string, copies = 1): Promise<{ printed: boolean }> =>
  onPaper(
    html,
    (win) =>
      new Promise((resolve) => {
        win.webContents.print({ silent: false, printBackground: true, copies, margins: { marginType: 'default' } }, (printed) => resolve({ printed }));
      }),
  );
