// `npm start` where Electron's own binary is not installed: the same built files in a Chromium window, marked as a preview.
// Environment: SHOT=file.png takes one picture and ends; HEADLESS=1 shows no window; CHROMIUM_PATH names another Chromium.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { launchDouble } from './launch.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const entry = path.join(root, 'dist/electron/main.js');
const shot = process.env.SHOT;
const headless = process.env.HEADLESS === '1' || (shot !== undefined && process.env.HEADLESS !== '0') || !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function run() {
  if (!existsSync(entry)) {
    console.error('还没有构建程序，不能预览。请先运行 npm run build。');
    return 6;
  }
  if (headless && shot === undefined) console.error('没有找到显示器，程序在后台运行，看不到窗口。请在有桌面的环境中打开，或用 SHOT=文件.png 截一张图。');
  console.error('这是预览：没有安装 Electron 运行环境，窗口由 Chromium 显示，不能用来登记真实的涉密事项。');
  const dataDir = path.join(root, '.preview-data');
  mkdirSync(dataDir, { recursive: true });
  const app = await launchDouble({ chromium, entry, args: process.argv.slice(2), headless, stdio: 'inherit', label: '预览', env: { HOST_DIALOGS: 'default' }, dataDir });
  process.once('SIGINT', () => void app.close());
  process.once('SIGTERM', () => void app.close());
  if (shot !== undefined) {
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForTimeout(800);
    await page.screenshot({ path: shot });
    await app.close();
  }
  const [code] = await app.exited;
  return code ?? 1;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await run();
