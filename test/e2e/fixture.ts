// Starts the program for a test and ends it after. `bundle` picks what runs: the built application (`app`), or the small page
// and worker of test/fixtures around the same main process (`fixture`).
import { _electron, test as base, chromium, type ElectronApplication, type Page } from '@playwright/test';
import { once } from 'node:events';
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

/**
 * HOST=electron runs the same bodies on the real program, where its binary is installed and there is a display:
 * `HOST=electron npx playwright test -c build/playwright.config.ts`. What the double adds to Playwright's own handle is made here.
 */
async function launchElectron(entry: string, args: string[], dataDir: string): Promise<AppHandle> {
  const app: ElectronApplication = await _electron.launch({ args: [entry, `--user-data-dir=${dataDir}`, ...args] });
  const child = app.process();
  const more = {
    dataDir,
    exited: once(child, 'exit') as Promise<[number | null, string | null]>,
    nextWindow: async (before: Page): Promise<Page> => app.windows().find((w) => w !== before) ?? (await app.waitForEvent('window')),
    rendererPids: (): Promise<number[]> => app.evaluate(({ app: program }) => program.getAppMetrics().filter((m) => m.type === 'Tab').map((m) => m.pid)),
  };
  return new Proxy(app, { get: (target, key) => (key in more ? more[key as keyof typeof more] : typeof target[key as keyof ElectronApplication] === 'function' ? (target[key as keyof ElectronApplication] as () => unknown).bind(target) : target[key as keyof ElectronApplication]) }) as unknown as AppHandle;
}

export const test = base.extend<Fixtures>({
  bundle: ['app', { option: true }],
  dataDir: async ({}, use, info) => {
    await use(info.outputPath('data'));
  },
  launchApp: async ({ dataDir, bundle }, use) => {
    const started: AppHandle[] = [];
    await use(async (args = ['--vault', path.join(dataDir, 'vault')], more = {}) => {
      const handle = process.env['HOST'] === 'electron' ? await launchElectron(entries[bundle], args, more.dataDir ?? dataDir) : await launchDouble({ chromium, entry: entries[bundle], args, dataDir, headless: process.env['HEADED'] !== '1', ...more });
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
