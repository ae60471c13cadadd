import { defineConfig } from '@playwright/test';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** End-to-end tests on the double: two workers for two cores; a fresh program for every test. */
export default defineConfig({
  testDir: path.join(root, 'test/e2e'),
  outputDir: path.join(root, 'test-results/e2e'),
  globalSetup: path.join(root, 'build/host/buildFixture.mjs'),
  workers: 2,
  // On the gate's machine one second try; a test that needs it is listed as flaky in the output.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
