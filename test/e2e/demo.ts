// The tests that begin in the middle of a clerk's year: every test gets its own copy of the demonstration's vault.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { test as base } from './fixture.ts';

type Worker = { seeded: string };
type PerTest = { demo: { vault: string } };

export const test = base.extend<PerTest, Worker>({
  seeded: [async ({}, use, info) => {
    const folder = path.resolve(info.project.outputDir, `../e2e-seed-${info.parallelIndex}`);
    rmSync(folder, { recursive: true, force: true });
    execFileSync(process.execPath, [path.resolve(import.meta.dirname, '../../build/demo/seed.ts'), path.join(folder, 'vault')], { stdio: ['ignore', 'ignore', 'inherit'] });
    await use(folder);
  }, { scope: 'worker', timeout: 120_000 }],
  demo: async ({ seeded, dataDir }, use) => {
    process.umask(0o077); // the program warns when others may read the folder
    cpSync(seeded, dataDir, { recursive: true });
    await use({ vault: path.join(dataDir, 'vault') });
  },
});

/** What the page complained about, from its first line on: nothing is expected. */
export async function complaints(page: Page): Promise<string[]> {
  const said = await page.consoleMessages();
  const errors = await page.pageErrors();
  return [...said.filter((m) => ['error', 'warning'].includes(m.type())).map((m) => `${m.type()}: ${m.text()}`), ...errors.map((e) => `thrown: ${e.message}`)];
}

export { expect } from './fixture.ts';
