import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Unit and property tests. The end-to-end tests (`test/e2e/*.spec.ts`) belong to Playwright.
 * Forks, not threads: a test may change its umask, its working folder or die of a signal without harm to its neighbours.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // A retried test hides a race: never at the desk, once on the gate's machine, where a loaded disk is no fault of the code.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    allowOnly: false,
  },
});
