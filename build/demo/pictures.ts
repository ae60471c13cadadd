import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { launchDouble } from '#build/host/launch.mjs';
import { people } from './day.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Opens the demonstration vault in the real window (over the host double, headless), signs in and takes pictures at 1280x800. Out: their paths. */
export async function pictures(vault: string, out: string, carrier: string, say: (line: string) => void): Promise<string[]> {
  const entry = path.join(root, 'dist/electron/main.js');
  if (!existsSync(entry)) {
    say('没有构建过的程序，略过窗口截图。请先运行 npm run build。');
    return [];
  }
  mkdirSync(out, { recursive: true });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'shoumi-demo-'));
  const app = await launchDouble({ chromium, entry, args: ['--vault', vault], headless: true, dataDir });
  const taken: string[] = [];
  try {
    const page: Page = await app.firstWindow();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.waitForLoadState('load');
    const shot = async (name: string): Promise<void> => {
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.waitForTimeout(500);
      const file = path.join(out, `${name}.png`);
      await page.screenshot({ path: file });
      taken.push(`screens/${name}.png`);
    };
    await page.getByRole('textbox', { name: /口令/ }).first().waitFor({ timeout: 15_000 });
    await shot('01-解锁');
    const choice = page.getByText(people.clerk.name, { exact: false }).first();
    if (await choice.isVisible().catch(() => false)) await choice.click();
    await page.getByRole('textbox', { name: /口令/ }).first().fill(people.clerk.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /今日/ }).first().waitFor({ timeout: 20_000 });
    await shot('02-今日');
    for (const [name, address] of [['03-载体台账', '/register/carriers'], ['04-收文', '/receive'], ['05-借还', '/desk'], ['06-机时登记', '/usage'], ['07-阅读知悉', '/register/readings'], ['08-人员', '/register/persons'], ['09-销毁', '/destruction'], ['10-审批', '/approvals'], ['11-本机', '/terminal']] as const) {
      await page.evaluate((to) => { window.location.hash = `#${to}`; }, address);
      await shot(name);
    }
    await page.evaluate(() => { window.location.hash = '#/register/carriers'; });
    await page.waitForTimeout(300);
    void carrier;
    await page.keyboard.press('Enter');
    await shot('12-载体一生');
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  say(`窗口截图 ${taken.length} 张（1280x800）`);
  return taken;
}
