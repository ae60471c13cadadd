// HTML → PDF through an installed Chromium, where Electron is absent (command line, tests). Spoken to over a pipe: no
// port is opened, and the browser can reach nothing.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const CANDIDATES = process.platform === 'win32'
  ? ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe']
  : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge'];

// The resolver rule is the one flag that keeps Chromium itself off the network. The last two keep what is printed in
// memory: no file cache, and shared memory instead of files below /tmp (see ignoreDefaultArgs).
const FLAGS = ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking', '--no-pings', '--disk-cache-size=1', '--disable-gpu-shader-disk-cache'];

const READY = 'Promise.all([...document.fonts].map((face) => face.load())).then(() => document.fonts.ready).then(() => document.fonts.size)';
const CHUNK = 1 << 20;

/** The first installed browser of the Chromium family, or null. */
export function findPdfBrowser() {
  return CANDIDATES.find((path) => existsSync(path)) ?? null;
}

/** See pdfEngine.d.mts. */
export async function openPdfEngine({ executablePath, sandbox = 'auto' } = {}) {
  const path = executablePath ?? findPdfBrowser();
  if (path === null) throw new Error('没有找到可用的 Chromium 内核浏览器，因此不能生成 PDF。请先安装 Chromium，或改用安装版程序打印。');
  // Chromium refuses its sandbox to root. That is so on build machines only; the product never passes this switch.
  const chromiumSandbox = sandbox === 'auto' ? process.getuid?.() !== 0 : sandbox;
  const browser = await chromium.launch({ executablePath: path, chromiumSandbox, args: FLAGS, ignoreDefaultArgs: ['--disable-dev-shm-usage'], handleSIGINT: false });
  let closing = null;
  return {
    print: (html) => print(browser, html),
    close: () => (closing ??= browser.close()),
  };
}

async function print(browser, html) {
  const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block', offline: true });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const { frameTree } = await cdp.send('Page.getFrameTree');
    await cdp.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
    // Scripts of the document are off; this asks from outside it. A slice that fails to load rejects here.
    const { exceptionDetails } = await cdp.send('Runtime.evaluate', { expression: READY, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error('打印字体没有全部载入，因此没有生成 PDF。请重新安装程序，或与管理员联系。');
    const { stream } = await cdp.send('Page.printToPDF', {
      printBackground: true, preferCSSPageSize: true, displayHeaderFooter: false,
      // Tags double the time and multiply the size of a long register.
      generateTaggedPDF: false, generateDocumentOutline: false, transferMode: 'ReturnAsStream',
    });
    const parts = [];
    for (;;) {
      const part = await cdp.send('IO.read', { handle: stream, size: CHUNK });
      parts.push(Buffer.from(part.data, part.base64Encoded ? 'base64' : 'utf8'));
      if (part.eof) break;
    }
    await cdp.send('IO.close', { handle: stream });
    return Buffer.concat(parts);
  } finally {
    await context.close();
  }
}
