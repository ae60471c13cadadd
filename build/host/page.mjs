// Parent side of one BrowserWindow: a page of Chromium with the preload in an isolated world.
import { pageScripts } from './inject.mjs';

const INCHES = { A3: [11.7, 16.54], A4: [8.27, 11.7], A5: [5.83, 8.27], Letter: [8.5, 11], Legal: [8.5, 14] };

/** Sends a text into the preload's world of a page. Not `Runtime.evaluate`, which would compile megabytes of source. */
export const deliver = (w, text, world = w.world) =>
  w.cdp
    .send('Runtime.callFunctionOn', { functionDeclaration: 'function (s) { globalThis.__hostReceive(s); }', uniqueContextId: world, arguments: [{ value: text }] })
    .catch(() => {});

async function resize(cdp, bounds) {
  const { windowId } = await cdp.send('Browser.getWindowForTarget');
  await cdp.send('Browser.setWindowBounds', { windowId, bounds }).catch(() => {});
}

/**
 * Makes the page of window `id`. `app` is the app process, `forget` is called when the page closes by itself.
 * Only the preload's world gets the function that reaches the parent; the page sees neither it nor `require` nor `process`.
 */
export async function openPage(id, o, { page, key, app, headless, label, forget }) {
  const cdp = await page.context().newCDPSession(page);
  const w = { id, page, cdp, world: null, loading: null, partition: o.partition, background: o.background };
  const world = `preload${key}`;
  const scripts = pageScripts(key, o.info, o.preload, o.background ? null : label);
  const tell = (name, ...args) => void app.event(id, name, ...args).catch(() => {});
  const top = (await cdp.send('Page.getFrameTree')).frameTree.frame.id;

  cdp.on('Runtime.executionContextCreated', ({ context: c }) => {
    if (c.name === world && c.auxData?.frameId === top) w.world = c.uniqueId;
  });
  cdp.on('Runtime.bindingCalled', async ({ name, payload }) => {
    if (name !== '__hostPost') return;
    const asked = w.world;
    const answer = await app.ipc(id, payload, page.url()).catch(() => null);
    if (answer) await deliver(w, answer, asked);
  });
  cdp.on('Page.windowOpen', (e) => void app.windowOpen(id, e.url, e.userGesture ? 'foreground-tab' : 'new-window').catch(() => {}));
  page.on('load', () => {
    tell('did-finish-load');
    tell('ready-to-show');
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) tell('did-navigate', frame.url());
  });
  page.on('crash', () => tell('render-process-gone', { reason: 'crashed', exitCode: 1 }));
  page.on('close', () => {
    if (forget(id)) void app.closed(id).catch(() => {});
  });

  const steps = [cdp.send('Page.enable'), cdp.send('Runtime.enable')];
  if (o.javascript) {
    steps.push(
      cdp.send('Runtime.addBinding', { name: '__hostPost', executionContextName: world }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: world }),
    );
  } else steps.push(cdp.send('Emulation.setScriptExecutionDisabled', { value: true }));
  if (headless) steps.push(page.setViewportSize({ width: o.width, height: o.height }));
  else steps.push(resize(cdp, o.background ? { windowState: 'minimized' } : { width: o.width, height: o.height }));
  await Promise.all(steps);
  return w;
}

/** Electron's `printToPDF` options to the protocol's; the file comes as a stream, so that size is no matter. */
export async function printPage({ cdp }, o) {
  const [paperWidth, paperHeight] = typeof o.pageSize === 'object' ? [o.pageSize.width, o.pageSize.height] : INCHES[o.pageSize ?? 'Letter'];
  const margins = o.margins ?? {};
  const { stream } = await cdp.send('Page.printToPDF', {
    landscape: o.landscape ?? false,
    displayHeaderFooter: o.displayHeaderFooter ?? false,
    headerTemplate: o.headerTemplate ?? '',
    footerTemplate: o.footerTemplate ?? '',
    printBackground: o.printBackground ?? false,
    scale: o.scale ?? 1,
    paperWidth,
    paperHeight,
    pageRanges: o.pageRanges ?? '',
    preferCSSPageSize: o.preferCSSPageSize ?? false,
    marginTop: margins.top ?? 0.4,
    marginBottom: margins.bottom ?? 0.4,
    marginLeft: margins.left ?? 0.4,
    marginRight: margins.right ?? 0.4,
    generateTaggedPDF: o.generateTaggedPDF ?? false,
    generateDocumentOutline: o.generateDocumentOutline ?? false,
    transferMode: 'ReturnAsStream',
  });
  const parts = [];
  for (let end = false; !end; ) {
    const part = await cdp.send('IO.read', { handle: stream, size: 1 << 20 });
    parts.push(Buffer.from(part.data, part.base64Encoded ? 'base64' : 'utf8'));
    end = part.eof;
  }
  await cdp.send('IO.close', { handle: stream });
  return new Uint8Array(Buffer.concat(parts));
}
