// Starting the system's Chromium over a pipe; nothing listens on TCP.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The one flag that keeps Chromium itself off the network: without it even a routed request asks the resolver. */
const quiet = ['--host-resolver-rules=MAP * ~NOTFOUND'];
/** Of several lists of features the last one wins, so the app's would drop Playwright's. */
const isFeatureList = (flag) => /^--(en|dis)able-features=/.test(flag);
const contextOptions = { serviceWorkers: 'block', acceptDownloads: false, locale: 'zh-CN' };

/**
 * Starts the browser with the switches the app set. Returns `contextFor(partition)`, `release(partition)`, `version`, `browser`
 * (null when headed) and `close`. Headless: one context for each partition, so storage and renderer processes are apart as in
 * Electron. Headed: one profile, because only a profile can show a window without tabs.
 * `--no-sandbox` is added by Playwright when the process runs as root (Chromium refuses to start otherwise), never by the product.
 */
export async function startChromium({ chromium, executablePath, headless, switches, more, folder, onContext }) {
  const sandboxed = process.getuid?.() !== 0;
  const args = ['--test-type', ...quiet, ...switches.filter((s) => !isFeatureList(s)), ...more];
  const common = { executablePath, headless, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false, chromiumSandbox: sandboxed };

  if (!headless) {
    const profile = path.join(folder, 'chromium');
    const preferences = path.join(profile, 'Default', 'Preferences');
    mkdirSync(path.dirname(preferences), { recursive: true });
    // Else a bubble offers to translate Chinese pages.
    if (!existsSync(preferences)) writeFileSync(preferences, JSON.stringify({ translate: { enabled: false } }));
    const context = await chromium.launchPersistentContext(profile, { ...common, ...contextOptions, viewport: null, args: ['--app=data:text/html,.', ...args] });
    await onContext(context);
    return { contextFor: async () => context, release: async () => {}, version: context.browser()?.version() ?? '', browser: null, close: () => context.close() };
  }

  const browser = await chromium.launch({ ...common, args });
  const contexts = new Map();
  const open = async () => {
    const context = await browser.newContext({ ...contextOptions, viewport: { width: 800, height: 600 } });
    await onContext(context);
    return context;
  };
  return {
    contextFor(partition) {
      if (!contexts.has(partition)) contexts.set(partition, open());
      return contexts.get(partition);
    },
    async release(partition) {
      const context = contexts.get(partition);
      contexts.delete(partition);
      await (await context)?.close().catch(() => {});
    },
    version: browser.version(),
    browser,
    close: () => browser.close(),
  };
}
