// What somebody types who does not know the screens yet: the words of everyday speech, one digit of a number.
import { clerkDesk } from './clerkDesk.ts';
import { expect, test } from './demo.ts';
import { press } from './hands.ts';

test('a screen is found by everyday words, and a digit that means several carriers leads to them', async ({ launchApp, demo }, info) => {
  const desk = await clerkDesk(launchApp, demo.vault, info);
  await desk.sit('clerk');
  const page = desk.page();

  for (const [word, screen] of [['复印', '复制摘抄'], ['交接', '移交'], ['备份与恢复', '备份与恢复']] as const) {
    await expect(async () => {
      await press(page, 'Ctrl+K');
      await expect(page.getByRole('dialog', { name: '查找' })).toBeVisible({ timeout: 1500 });
    }).toPass({ timeout: 20_000 });
    await page.keyboard.type(word);
    await expect(page.getByRole('option').first()).toBeVisible();
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
  }

  await desk.open('复制摘抄');
  await page.keyboard.type('1');
  await press(page, 'Enter');
  await expect(page.getByText(/找到 \d+ 项，↑↓ 选，Enter 取用。/)).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByText('请先选定母件。')).toBeHidden();

  await desk.open('销毁清退');
  await press(page, 'Ctrl+N');
  await expect(page.getByText('扫入载体后填写原因、方式和地点。')).toBeVisible();
  await page.keyboard.type('2');
  await press(page, 'Enter');
  await expect(page.getByText(/“2”不止一件：ZT-\d{4}-\d{5}、.*请多输几位，或输入完整编号。/)).toBeVisible();
});
