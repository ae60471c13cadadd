// One person at the real window of the terminal, for the walks: signs in and out by keys, asks for screens by name, pictures every step.
import type { Page, TestInfo } from '@playwright/test';
import type { AppHandle } from '#build/host/launch.mjs';
import { people } from '#build/demo/people.ts';
import { expect } from './fixture.ts';
import { fill, here, lockByKey, press, signIn, walkTo } from './hands.ts';

export type Person = keyof typeof people;

export type ClerkDesk = Readonly<{
  page: () => Page;
  /** A picture of the window as it stands, numbered in the order of the walk. */
  shot: (name: string) => Promise<void>;
  /** Locks, when somebody sits there, and signs this person in. */
  sit: (who: Person | Readonly<{ account: string; password: string }>) => Promise<void>;
  /** A screen by its name in the search box, with the heading that says it is there. */
  open: (what: string, heading?: string | RegExp) => Promise<void>;
  /** A record by its number, or part of it, in the search box. */
  record: (number: string) => Promise<void>;
  /** The headline of the decision as it stands. */
  verdict: (headline: string | RegExp) => Promise<void>;
  /** Ctrl+S, and what has to be said after. */
  post: (said: string | RegExp) => Promise<void>;
  /** The leader signs in, sees this in the list of what waits, and agrees with one key. */
  leaderAgrees: (about: string | RegExp, picture: string) => Promise<void>;
  /** Opens the print window with this key, prints, says that the paper came out, and goes back. Out: what stands on the paper. */
  print: (key: string, purpose?: string) => Promise<string>;
}>;

/** Opens the window on a vault. In: how the program is started and where pictures and papers go. */
export async function clerkDesk(launchApp: (args: string[]) => Promise<AppHandle>, vault: string, info: TestInfo): Promise<ClerkDesk> {
  const app = await launchApp(['--vault', vault]);
  let page = await app.firstWindow();
  let shots = 0;
  let seated = false;
  await page.setViewportSize({ width: 1280, height: 800 });

  const shot = async (name: string): Promise<void> => {
    shots += 1;
    // A window that has just come may not be ready to be pictured.
    await expect(async () => { await page.screenshot({ path: info.outputPath(`${String(shots).padStart(2, '0')}-${name}.png`) }); }).toPass({ timeout: 20_000 });
  };
  const sit: ClerkDesk['sit'] = async (who) => {
    if (seated) {
      const before = page;
      await lockByKey(page);
      page = await app.nextWindow(before);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
    const { account, password } = typeof who === 'string' ? people[who] : who;
    await signIn(page, account, password);
    seated = true;
  };
  const open = async (what: string, heading: string | RegExp = what): Promise<void> => {
    // Right after signing in the first screen may still be loading and take no key yet; a person would press again.
    await expect(async () => {
      await press(page, 'Ctrl+K');
      await expect(page.getByRole('dialog', { name: '查找' })).toBeVisible({ timeout: 1500 });
    }).toPass({ timeout: 20_000 });
    await page.keyboard.type(what);
    await expect(page.getByRole('option').first()).toContainText(what);
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  };
  const print = async (key: string, purpose?: string): Promise<string> => {
    const dialog = page.getByRole('dialog', { name: /^打印/ });
    // The key works once the line at the foot offers it: what is to be printed may still be on its way.
    await expect(page.getByRole('contentinfo', { name: '可用按键' })).toContainText(key.replaceAll('+', ' '));
    await press(page, key);
    await expect(page.getByText(/打印约 \d+ 页/)).toBeVisible({ timeout: 20_000 });
    if (purpose !== undefined) await fill(page, { purpose });
    const paper = await page.getByRole('document', { name: '打印预览' }).evaluate((el) => el.shadowRoot?.textContent ?? '');
    await shot('打印预览');
    await press(page, 'F8');
    await expect(dialog.getByText('纸出来了吗？')).toBeVisible({ timeout: 30_000 });
    await press(page, 'Enter');
    await expect(dialog.getByText(/打印成功。/)).toBeVisible();
    await press(page, 'Escape');
    await expect(dialog).toHaveCount(0);
    return paper;
  };
  return {
    page: () => page,
    shot, sit, open, print,
    leaderAgrees: async (about, picture) => {
      await sit('leader');
      await press(page, 'Ctrl+2');
      await expect(page.getByText(about).first()).toBeVisible();
      await shot(picture);
      await press(page, 'Ctrl+S');
      await expect(page.getByText(/SP-2026-\d+ 已同意/)).toBeVisible();
    },
    record: async (number) => open(number, new RegExp(number)),
    verdict: async (headline) => expect(page.locator('.dec').getByRole('heading', { name: headline, exact: true })).toBeVisible(),
    post: async (said) => {
      await press(page, 'Ctrl+S');
      await expect(page.getByText(said).first()).toBeVisible();
    },
  };
}

/** What has the cursor is on screen and is not the whole page: focus was not lost. */
export async function hasCursor(page: Page, name?: string | RegExp): Promise<void> {
  if (name !== undefined) await expect.poll(() => here(page)).toMatch(name);
  else await expect.poll(() => page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body)).toBe(true);
}

/** Presses the button that the cursor walks to. */
export async function pushButton(page: Page, name: string | RegExp): Promise<void> {
  await walkTo(page, name);
  await press(page, 'Enter');
}

