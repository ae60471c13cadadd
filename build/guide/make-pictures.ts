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
import { lock, openSession } from '#electron/session.ts';
import { launchDouble } from '#build/host/launch.mjs';
import { openPdfEngine } from '#build/host/pdfEngine.mjs';
import { people } from '#build/demo/people.ts';
import { seed } from '#build/demo/seed.ts';
import { withPalette } from './palette.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = path.join(import.meta.dirname, 'pictures');
const { clerk } = people;

/**
 * The screens of the manual: the file, the name a person types into Ctrl+K, whether a carrier is scanned, and which button is pressed, the
 * first of these that the seed has put there. Run the script again when the demonstration or a screen has changed.
 */
const screens: readonly Readonly<{ file: string; name: string; scan?: true; press?: readonly string[] }>[] = [
  { file: 'receive', name: '收文' },
  { file: 'dispatch', name: '发文投送', press: ['取印件', '投送', '登记回执'] },
  { file: 'circulation', name: '传阅', press: ['打开'] },
  { file: 'readings', name: registers.readings.title },
  { file: 'copy', name: '复制摘抄', scan: true },
  { file: 'print-room', name: '印制', press: ['办理', '打开', '继续'] },
  { file: 'trips', name: '携带外出', scan: true, press: ['填写外出'] },
  { file: 'notebooks', name: registers.notebooks.title },
  { file: 'recall', name: '清退收缴', press: ['办理'] },
  { file: 'stocktake', name: '清点', press: ['继续'] },
  { file: 'destruction', name: '销毁清退', press: ['新造清册'] },
  { file: 'handover', name: '移交', press: ['打开'] },
  { file: 'levels', name: '定密', press: ['打开'] },
  { file: 'telegrams', name: '密码电报', press: ['打开'] },
  { file: 'missing', name: '报失查找', press: ['续记'] },
  { file: 'ledger-check', name: '全面核查', press: ['开始核查'] },
  { file: 'approvals', name: '审批', press: ['全部'] },
];

/** Presses the first of these buttons that is there; a screen the seed left empty is shown as it is. */
async function pressOne(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const button = page.locator('.main, .centre').getByRole('button', { name: new RegExp(`^${name}($|\\s|\\d|Ctrl|F\\d)`) }).first();
    if (!(await button.isVisible().catch(() => false)) || !(await button.isEnabled())) continue;
    await button.click();
    return;
  }
}

/** The window as a clerk has it: the day's list, the book of carriers, a decision at the desk. */
async function windows(vault: string, carrier: string, dataDir: string): Promise<void> {
  const entry = path.resolve(root, process.env['SHOUMI_DIST'] ?? 'dist', 'electron/main.js');
  const app = await launchDouble({ chromium, entry, args: ['--vault', vault], headless: true, dataDir });
  try {
    const page: Page = await app.firstWindow();
    await page.setViewportSize({ width: 1280, height: 800 });
    const shot = async (name: string): Promise<void> => {
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.waitForTimeout(600);
      writeFileSync(path.join(out, `${name}.png`), withPalette(await page.screenshot()));
    };
    const open = async (name: string): Promise<void> => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(name);
      await page.getByRole('dialog').getByRole('option', { name }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await page.getByText(clerk.name, { exact: false }).first().click();
    await page.getByRole('textbox', { name: /口令/ }).fill(clerk.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /今日/ }).first().waitFor({ timeout: 20_000 });
    await shot('today');
    await open(registers.carriers.title);
    await page.locator('.rg [role=row]').nth(3).waitFor();
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowDown');
    await shot('carriers');
    await open('借还');
    await page.keyboard.press('F7');
    await page.keyboard.type(carrier);
    await page.keyboard.press('Enter');
    const person = page.getByRole('combobox', { name: /借阅人/ });
    await person.waitFor();
    await person.pressSequentially('钟离书');
    await page.waitForTimeout(400);
    await person.press('Enter');
    await page.getByRole('textbox', { name: '借阅事由' }).fill('了解改造方案');
    await page.locator('.dec').waitFor();
    await shot('desk');
    for (const screen of screens) {
      await open(screen.name);
      await page.waitForTimeout(500);
      if (screen.scan === true) {
        const box = page.locator('.main, .centre').getByRole('textbox').or(page.locator('.main, .centre').getByRole('combobox')).first();
        await box.fill(carrier);
        await box.press('Enter');
        await page.waitForTimeout(800);
      }
      await pressOne(page, screen.press ?? []);
      await page.waitForTimeout(screen.file === 'ledger-check' ? 2500 : 300);
      await shot(screen.file);
    }
    await open(registers.carriers.title);
    await page.locator('.rg [role=row]').nth(3).waitFor();
    await page.keyboard.press('F8');
    await page.getByRole('document', { name: '打印预览' }).waitFor({ timeout: 30_000 });
    await shot('print');
  } finally {
    await app.close();
  }
}

/** The first page of the printed ledger, some 900 pixels wide. */
async function paper(vault: string, work: string): Promise<void> {
  const session = await openSession(vault, clerk.account, clerk.password);
  const engine = await openPdfEngine();
  try {
    const made = await printForm(session, { register: 'carriers', view: 'held', purpose: '月末归档' });
    if (!made.ok) throw new Error(made.refusal.messageZh);
    const file = path.join(work, 'ledger.pdf');
    writeFileSync(file, await engine.print(made.value.html));
    execFileSync('pdftoppm', ['-png', '-gray', '-singlefile', '-f', '1', '-l', '1', '-scale-to-x', '900', '-scale-to-y', '-1', file, path.join(out, 'ledger')]);
  } finally {
    await engine.close();
    lock(session);
  }
}

/** A terminal of the product has no network. Where this machine has one, the pictures are made in a space without it. */
function elsewhere(): boolean {
  const outside = Object.values(networkInterfaces()).flat().some((i) => i?.internal === false);
  if (!outside || process.platform !== 'linux' || process.env['WITHOUT_NETWORK'] === '1') return false;
  // Interfaces are read from /sys, so that is looked at anew as well.
  const inside = ['-rnm', 'sh', '-c', 'mount -t sysfs none /sys && exec "$0" "$1"', process.execPath, import.meta.filename];
  return spawnSync('unshare', inside, { stdio: 'inherit', env: { ...process.env, WITHOUT_NETWORK: '1' } }).status === 0;
}

if (!elsewhere()) {
  const work = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  try {
    mkdirSync(out, { recursive: true });
    const vault = path.join(work, 'vault');
    const carrier = await seed(vault, { keys: 'real', persons: false });
    await windows(vault, carrier, path.join(work, 'data'));
    await paper(vault, work);
    for (const name of ['today', 'carriers', 'desk', ...screens.map((screen) => screen.file), 'print', 'ledger']) console.log(`${name}.png ${Math.round(statSync(path.join(out, `${name}.png`)).size / 1024)} KB`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
