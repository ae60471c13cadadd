import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { launchDouble } from '#build/host/launch.mjs';
import { registers } from '#shared/registers/index.ts';
import { people } from './people.ts';

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
    // Addresses live in the page's memory: the way to a screen is the one a person takes, by name through the search box.
    const open = async (name: string): Promise<void> => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(name);
      await page.getByRole('option', { name }).first().waitFor();
      await page.keyboard.press('Enter');
    };
    for (const [picture, name] of [['03-载体台账', registers.carriers.title], ['04-收文', '收文'], ['05-借还', '借还'], ['06-机时登记', '机时登记'], ['07-阅读知悉', registers.readings.title], ['08-人员', registers.persons.title], ['09-销毁', '销毁清退'], ['10-审批', '审批'], ['11-本机', '本机'], ['12-载体一生', carrier], ['13-传阅', '传阅'], ['14-印制', '印制'], ['15-清点', '清点'], ['16-移交', '移交'], ['17-定密', '定密'], ['18-全面核查', '全面核查']] as const) {
      await open(name);
      await shot(picture);
    }
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  say(`窗口截图 ${taken.length} 张（1280x800）`);
  return taken;
}
