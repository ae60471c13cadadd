// What a clerk's hands do: keys, and nothing else. No function here touches the mouse or a handler of the page.
import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** The name of what has the cursor: a field's own name, else what a reader for the blind would say. */
export const here = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement)) return '';
    const label = (at as HTMLInputElement).labels?.[0]?.textContent ?? '';
    return at.dataset['field'] ?? at.closest<HTMLElement>('[data-field-box]')?.dataset['fieldBox'] ?? at.getAttribute('aria-label') ?? (label.trim() || (at.textContent ?? '').trim());
  });

/** Keys one after the other, as in 'Ctrl+S' or 'Enter'. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key.replace(/^Ctrl\+/, 'Control+').replace(/^Control\+([A-Z])$/, (_, c: string) => `Control+${c.toLowerCase()}`));
}

/** Locks with the key. The page goes with the session, often before the key is up: that is no failure. */
export async function lockByKey(page: Page): Promise<void> {
  await press(page, 'Ctrl+L').catch((error: unknown) => {
    if (!/has been closed/.test(String(error))) throw error;
  });
}

/**
 * One key that moves the cursor, and the eye that waits for it: a key pressed while names are on their way is put aside and moves the
 * cursor when they have come. A key that moves nothing costs this patience.
 */
async function step(page: Page, key: string): Promise<void> {
  const from = await page.evaluateHandle(() => document.activeElement);
  await page.keyboard.press(key);
  await page.evaluate(async (at) => {
    const until = performance.now() + 1500;
    while (document.activeElement === at && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
  }, from);
  await from.dispose();
}

/** Walks with Tab, or another key, until the cursor is where `name` says; fails after one round. */
export async function walkTo(page: Page, name: string | RegExp, key: 'Tab' | 'Enter' | 'ArrowDown' = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let i = 0; i < 90; i += 1) {
    const at = await here(page);
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    seen.push(at);
    await step(page, key);
  }
  throw new Error(`the keyboard does not reach ${String(name)}; it passed ${[...new Set(seen)].join(' | ')}`);
}

/** Types into fields in their order on screen, walking with Tab. */
export async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    await walkTo(page, name);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  }
}

/** Chooses the account by arrows, types the passphrase, waits for the first page. */
export async function signIn(page: Page, account: string, password: string): Promise<void> {
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  const order = await page.locator('input[name=account]').evaluateAll((all) => all.map((one) => one.closest('label')?.textContent ?? ''));
  const at = order.findIndex((text) => text.includes(account));
  expect(at, `account ${account} on the sign-in page`).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Space');
  for (let i = 0; i < at; i += 1) await page.keyboard.press('ArrowDown');
  await walkTo(page, /口令/);
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /今日/ })).toBeVisible({ timeout: 20_000 });
}
