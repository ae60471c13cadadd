import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findPdfBrowser } from '#build/host/pdfEngine.mjs';
import { launchDouble } from '#build/host/launch.mjs';
import { lock } from '#electron/session.ts';
import { atMost, median, showMs } from './figure.ts';
import type { Figure } from './figure.ts';
import { openOffice } from './office.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A program in the same host that shows one empty page with one field, and nothing else. */
const emptyMain = `import { app, BrowserWindow, protocol, session } from 'electron';
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.enableSandbox();
app.whenReady().then(async () => {
  const own = session.fromPartition('window-empty');
  own.protocol.handle('app', () => new Response('<!doctype html><meta charset="utf-8"><input type="password">', { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  const win = new BrowserWindow({ width: 1360, height: 860, show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, session: own } });
  win.once('ready-to-show', () => win.show());
  await win.loadURL('app://bundle/index.html');
});
app.on('window-all-closed', () => app.quit());
`;

/** From the start of the process until a password can be typed. */
async function startUp(entry: string, args: string[]): Promise<number> {
  const from = performance.now();
  const app = await launchDouble({ chromium, entry, args });
  try {
    const page = await app.firstWindow();
    await page.locator('input[type=password]').first().waitFor({ state: 'visible', timeout: 60_000 });
    return performance.now() - from;
  } finally {
    await app.close();
  }
}

/** Cold start until the unlock screen can be used, against an empty page in the same host. */
export async function benchWindow(dir: string, rounds: number, say: (line: string) => void): Promise<Figure[]> {
  say('冷启动');
  const entry = path.join(root, 'dist/electron/main.js');
  if (findPdfBrowser() === null || !existsSync(entry) || !existsSync(path.join(root, 'dist/renderer/index.html'))) {
    say('  没有构建程序（npm run build）或没有可用的浏览器，略去');
    return [];
  }
  const home = path.join(dir, 'start');
  mkdirSync(home, { recursive: true });
  const empty = path.join(home, 'empty.mjs');
  writeFileSync(path.join(home, 'package.json'), '{"name":"empty","type":"module"}');
  writeFileSync(empty, emptyMain);
  const office = await openOffice(home, null, say);
  lock(office.session);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let n = 0; n < rounds + 1; n++) {
    const floor = await startUp(empty, []);
    const whole = await startUp(entry, ['--vault', office.dir]);
    if (n === 0) continue; // the first fills the caches of the file system
    bare.push(floor);
    ours.push(whole);
  }
  const [value, floor] = [median(ours), median(bare)];
  return [atMost(1.5, 2, { name: 'start', titleZh: '冷启动到可以输入口令', value: value / floor, floor, unit: 'x', detail: `${showMs(value)}，同一宿主中的空白页 ${showMs(floor)}` })];
}
