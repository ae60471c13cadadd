import type { Page } from 'playwright-core';
import type { AppHandle } from '#build/host/launch.mjs';

/** What is done at the window to bring a screen into the middle of a piece of work before it is pictured. */
export type Hands = Readonly<{
  page: Page;
  /** The number of a carrier with a long life, for the desks that begin with a scan. */
  carrier: string;
  /** A screen, by the name a person types into the search box. */
  open: (name: string) => Promise<void>;
  /** The first button whose words begin so; a picture without it would show nothing, so it has to be there. */
  button: (name: string, line?: string) => Promise<void>;
  /** Types into fields, one after the other, and leaves the last one. */
  put: (fields: Readonly<Record<string, string>>) => Promise<void>;
  /** Types into the scanning box, as a scanner does. */
  scan: (code: string) => Promise<void>;
  keys: (...keys: readonly string[]) => Promise<void>;
  /** From now on whoever asks for a file gets this one. */
  choosing: (file: string) => Promise<void>;
  /** Waits until these words are on the screen. */
  see: (words: string | RegExp) => Promise<void>;
}>;

export function handsAt(app: AppHandle, page: Page, carrier: string): Hands {
  const centre = page.locator('.main, .centre');
  const keys: Hands['keys'] = async (...all) => {
    for (const key of all) await page.keyboard.press(key);
  };
  return {
    page, carrier, keys,
    open: async (name) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(name);
      await page.getByRole('dialog').getByRole('option', { name }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.waitForTimeout(500);
    },
    button: async (name, line) => {
      const inside = line === undefined ? centre : centre.locator('li').filter({ hasText: line }).first();
      await inside.getByRole('button', { name: new RegExp(`^${name}($|\\s|\\d|Ctrl|F\\d)`) }).first().click();
      await page.waitForTimeout(300);
    },
    put: async (fields) => {
      for (const [name, text] of Object.entries(fields)) {
        const field = page.locator(`[data-field="${name}"]`).first();
        await field.focus();
        await page.keyboard.press('Control+a');
        await page.keyboard.type(text);
        await page.keyboard.press('Tab');
      }
    },
    scan: async (code) => {
      const box = centre.getByRole('textbox').or(centre.getByRole('combobox')).first();
      await box.fill(code);
      await box.press('Enter');
      await page.waitForTimeout(700);
    },
    choosing: async (file) => {
      await app.evaluate(({ dialog }, from) => {
        dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [from] })) as unknown as typeof dialog.showOpenDialog;
      }, file);
    },
    see: async (words) => page.getByText(words).first().waitFor({ timeout: 15_000 }),
  };
}
