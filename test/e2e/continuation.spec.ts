import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { people } from '#build/demo/people.ts';
import { readPdf, squeezed } from '#test/electron/printing/support.ts';
import { expect, test } from './demo.ts';
import { fill, press, signIn } from './hands.ts';

test('a register is continued on paper from the print dialog, and its page is checked against the books', async ({ demo, launchApp, dataDir }, info) => {
  test.setTimeout(120_000);
  const app = await launchApp(['--vault', demo.vault]);
  const page = await app.firstWindow();
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, people.clerk.account, people.clerk.password);
  const paper = path.join(dataDir, '续打.pdf');
  await app.evaluate(({ dialog }, to) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath: to })) as unknown as typeof dialog.showSaveDialog;
  }, paper);
  await press(page, 'Ctrl+K');
  await page.keyboard.type('ZT-2026-00002');
  await expect(page.getByRole('option', { name: /ZT-2026-00002/ }).first()).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: /ZT-2026-00002/ })).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('heading', { level: 1, name: /涉密载体台账/ })).toBeVisible();
  await press(page, 'F8');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/打印约 \d+ 页/)).toBeVisible({ timeout: 20_000 });
  await dialog.getByLabel(/续打/).focus({ timeout: 10_000 });
  await press(page, 'Space');
  await expect(dialog.getByText(/页摘要/).first()).toBeVisible({ timeout: 20_000 });
  await fill(page, { purpose: '归档' });
  await page.screenshot({ path: info.outputPath('continue.png') });
  await press(page, 'Ctrl+N');
  await expect(dialog.getByText('文件已写好，纸件印出来了吗？')).toBeVisible({ timeout: 30_000 });
  expect(existsSync(paper) && readFileSync(paper).subarray(0, 4).toString('latin1')).toBe('%PDF');
  const said = (await dialog.getByText(/打印号 DY-2026-\d+/).textContent()) ?? '';
  const number = /DY-2026-\d+/.exec(said)?.[0] ?? '';
  await press(page, 'Enter');
  await expect(dialog.getByText(/打印成功。/)).toBeVisible();
  await press(page, 'Escape');

  // Nothing was entered but the print itself: a second continuation is refused in a sentence.
  await press(page, 'F8');
  await expect(dialog.getByText(/打印约 \d+ 页/)).toBeVisible({ timeout: 20_000 });
  await dialog.getByLabel(/续打/).focus({ timeout: 10_000 });
  await press(page, 'Space');
  await expect(dialog.getByText(/没有可续打的/)).toBeVisible();
  await page.screenshot({ path: info.outputPath('nothing.png') });

  // A sealed page whose sheet was lost comes out once more, word for word, when it is said what became of the sheet.
  await dialog.getByLabel(/补印/).focus({ timeout: 10_000 });
  await press(page, 'Space');
  await expect(dialog.getByText('填写页码后显示该页。')).toBeVisible();
  await fill(page, { lost: '1' });
  await expect(dialog.getByText(/照封页内容补印/)).toBeVisible({ timeout: 20_000 });
  await fill(page, { reason: '装订时损毁，已交回' });
  await page.screenshot({ path: info.outputPath('again.png') });
  const lost = path.join(dataDir, '补印.pdf');
  await app.evaluate(({ dialog: box }, to) => {
    box.showSaveDialog = (async () => ({ canceled: false, filePath: to })) as unknown as typeof box.showSaveDialog;
  }, lost);
  await press(page, 'Ctrl+N');
  await expect(dialog.getByText('文件已写好，纸件印出来了吗？')).toBeVisible({ timeout: 30_000 });
  const sheet = readPdf(readFileSync(lost));
  expect(sheet.pages).toBe(1);
  expect(squeezed(sheet.text[0] ?? '')).toMatch(/补印第1页满页，已封.*原页去向：装订时损毁，已交回/su);
  await press(page, 'Enter');
  await expect(dialog.getByText(/打印成功。/)).toBeVisible();
  await press(page, 'Escape');

  await press(page, 'Ctrl+K');
  await page.keyboard.type(number);
  // The printed sheets, carriers now, bear the same number: the print itself is the one without 打印件.
  await page.getByRole('option', { name: new RegExp(number) }).filter({ hasNotText: '打印件' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: `打印 ${number}` })).toBeVisible();
  const pane = page.getByLabel('核对续打页').first();
  await expect(pane).toBeVisible();
  await pane.getByRole('button', { name: /核对/ }).click();
  await expect(pane.getByText(/台账与打印时相符.*补印过 1 次/)).toBeVisible();
  await fill(page, { code: '0000-0000' });
  await pane.getByRole('button', { name: /核对/ }).click();
  await expect(pane.getByText(/与纸页不符/)).toBeVisible();
  await page.screenshot({ path: info.outputPath('page.png') });
});
