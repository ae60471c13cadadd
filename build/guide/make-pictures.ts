// `node build/guide/make-pictures.ts`: the pictures of the read-me and of the manual, from a fresh demonstration vault in the real window (1280x800) and from
// the printed ledger. Needs `npm run build`, a browser of the Chromium family and pdftoppm.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { registers } from '#shared/registers/index.ts';
import { printForm } from '#electron/paper.ts';
import type { PrintRequest } from '#electron/printing/compose/request.ts';
import { lock, openSession } from '#electron/session.ts';
import { launchDouble } from '#build/host/launch.mjs';
import { openPdfEngine } from '#build/host/pdfEngine.mjs';
import { people } from '#build/demo/people.ts';
import { askedAs } from '#build/demo/lives.ts';
import type { Papers } from '#build/demo/lives.ts';
import { seed } from '#build/demo/seed.ts';
import { handsAt } from './hands.ts';
import { withPalette } from './palette.ts';
import { screens, sheets } from './screens.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = path.join(import.meta.dirname, 'pictures');
const { clerk } = people;

/** The window of the clerk, and of whoever else a screen belongs to: the day's list, the book of carriers, each procedure half done. */
async function windows(vault: string, carrier: string, dataDir: string): Promise<void> {
  const entry = path.resolve(root, process.env['SHOUMI_DIST'] ?? 'dist', 'electron/main.js');
  const app = await launchDouble({ chromium, entry, args: ['--vault', vault], headless: true, dataDir });
  try {
    let page: Page = await app.firstWindow();
    const shot = async (name: string): Promise<void> => {
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.waitForTimeout(600);
      writeFileSync(path.join(out, `${name}.png`), withPalette(await page.screenshot()));
    };
    const sit = async (who: keyof typeof people): Promise<void> => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.getByText(people[who].name, { exact: false }).first().click();
      await page.getByRole('textbox', { name: /口令/ }).fill(people[who].password);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /今日/ }).first().waitFor({ timeout: 20_000 });
    };
    await sit('clerk');
    await shot('today');
    let at = handsAt(app, page, carrier);
    await at.open(registers.carriers.title);
    await page.locator('.rg [role=row]').nth(3).waitFor();
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowDown');
    await shot('carriers');
    await page.keyboard.press('F8');
    await page.getByRole('document', { name: '打印预览' }).waitFor({ timeout: 30_000 });
    await shot('print');
    await page.keyboard.press('Escape');
    let seated: keyof typeof people = 'clerk';
    for (const screen of screens) {
      const who = screen.who ?? 'clerk';
      if (who !== seated) {
        const before = page;
        await page.keyboard.press('Control+l').catch(() => undefined);
        page = await app.nextWindow(before);
        at = handsAt(app, page, carrier);
        await sit(who);
        seated = who;
      }
      await at.open(screen.name);
      await screen.prepare?.(at);
      await shot(screen.file);
      await page.keyboard.press('Escape');
    }
  } finally {
    await app.close();
  }
}

/** First pages, in grey: the printed ledger some 900 pixels wide, the forms narrower. Out: the files. */
async function paper(vault: string, work: string, papers: Papers): Promise<string[]> {
  const session = await openSession(vault, clerk.account, clerk.password);
  const engine = await openPdfEngine();
  const draw = async (name: string, request: PrintRequest, wide: number): Promise<string> => {
    const made = await printForm(session, { ...request, purpose: '月末归档' });
    if (!made.ok) throw new Error(`${name}: ${made.refusal.messageZh}`);
    const file = path.join(work, `${name}.pdf`);
    writeFileSync(file, await engine.print(made.value.html));
    execFileSync('pdftoppm', ['-png', '-gray', '-singlefile', '-f', '1', '-l', '1', '-scale-to-x', String(wide), '-scale-to-y', '-1', file, path.join(out, name)]);
    return name;
  };
  try {
    const names = [await draw('ledger', { register: 'carriers', view: 'held' }, 900)];
    for (const { file, form, paper: title } of sheets) {
      const given = papers.find(([name]) => name === title);
      names.push(await draw(file, given === undefined ? { form } : askedAs(given), 640));
    }
    return names;
  } finally {
    await engine.close();
    lock(session);
  }
}

/** A terminal of the product has no network. Where this machine has one, the pictures are made in a space without it. */
function elsewhere(): boolean {
  const outside = Object.values(networkInterfaces()).flat().some((i) => i?.internal === false);
  if (!outside || process.platform !== 'linux' || process.env['WITHOUT_NETWORK'] === '1') return false;
  if (spawnSync('unshare', ['-rnm', 'true']).status !== 0) return false;
  // Interfaces are read from /sys, so that is looked at anew as well.
  const inside = ['-rnm', 'sh', '-c', 'mount -t sysfs none /sys && exec "$0" "$1"', process.execPath, import.meta.filename];
  process.exitCode = spawnSync('unshare', inside, { stdio: 'inherit', env: { ...process.env, WITHOUT_NETWORK: '1' } }).status ?? 1;
  return true;
}

if (!elsewhere()) {
  const work = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  try {
    mkdirSync(out, { recursive: true });
    const vault = path.join(work, 'vault');
    const { carrier, papers } = await seed(vault, { keys: 'real', persons: false, underWay: true });
    const printed = await paper(vault, work, papers);
    await windows(vault, carrier, path.join(work, 'data'));
    for (const name of ['today', 'carriers', 'print', ...screens.map((screen) => screen.file), ...printed]) console.log(`${name}.png ${Math.round(statSync(path.join(out, `${name}.png`)).size / 1024)} KB`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
