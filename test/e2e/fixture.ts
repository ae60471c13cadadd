// Starts the program for a test and ends it after. `bundle` picks what runs: the built application (`app`), or the small page
// and worker of test/fixtures around the same main process (`fixture`).
import { test as base, chromium, type Page } from '@playwright/test';
import path from 'node:path';
import { launchDouble, type AppHandle, type LaunchOptions } from '#build/host/launch.mjs';

const root = path.resolve(import.meta.dirname, '../..');
// SHOUMI_DIST names another build, so that a test can run while dist/ is being rebuilt.
const dist = path.resolve(root, process.env['SHOUMI_DIST'] ?? 'dist');
const entries = { app: path.join(dist, 'electron/main.js'), fixture: path.join(root, 'test-results/fixture/electron/main.js') } as const;

export type Launch = (args?: string[], more?: Partial<LaunchOptions>) => Promise<AppHandle>;
type Fixtures = {
  bundle: keyof typeof entries;
  /** A folder of this test: user data and, unless `--vault` says otherwise, the vault. */
  dataDir: string;
  /** Any number of times in a test, on the same data. */
  launchApp: Launch;
  app: AppHandle;
  win: Page;
};

export const test = base.extend<Fixtures>({
  bundle: ['app', { option: true }],
  dataDir: async ({}, use, info) => {
    await use(info.outputPath('data'));
  },
  launchApp: async ({ dataDir, bundle }, use) => {
    const started: AppHandle[] = [];
    await use(async (args = ['--vault', path.join(dataDir, 'vault')], more = {}) => {
      const handle = await launchDouble({ chromium, entry: entries[bundle], args, dataDir, headless: process.env['HEADED'] !== '1', ...more });
      handle.process().stderr?.on('data', (text: Buffer) => process.stderr.write(text));
      started.push(handle);
      return handle;
    });
    for (const handle of started) await handle.close().catch(() => undefined);
  },
  app: async ({ launchApp }, use) => {
    await use(await launchApp());
  },
  win: async ({ app }, use) => {
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    await use(page);
  },
});

/** Asks through the bridge, as the page would. */
export const ask = (page: Page, name: string, input: unknown = null): Promise<unknown> =>
  page.evaluate(([n, i]) => window.shoumi.ask(n as string, i), [name, input] as const);

/** What the page tried to load and did not get, and what reached the door to the network (must be nothing). */
export async function requests(app: AppHandle): Promise<{ cancelled: string[]; network: string[] }> {
  const calls = await app.evaluate(({ __calls }) => __calls.filter((c) => c.name === 'cancelled' || c.name === 'network').map((c) => [c.name, String(c.args[1])]));
  const of = (name: string): string[] => calls.filter(([n]) => n === name).map(([, url]) => url ?? '');
  return { cancelled: of('cancelled'), network: of('network') };
}

export { expect } from '@playwright/test';

declare global {
  interface Window {
    shoumi: import('#shared/bridge.ts').Shoumi;
  }
}
