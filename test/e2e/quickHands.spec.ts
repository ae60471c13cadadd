import { expect, test } from './demo.ts';
import { clerkDesk, hasCursor } from './clerkDesk.ts';
import { fill, press, walkTo } from './hands.ts';

const mail = { issuer: '示例省青岭厅', level: '机密', period: '10', channel: '机要交通', place: '收发室密码柜' } as const;

test('on a slow machine no Enter of a quick clerk is lost', async ({ demo, launchApp }, info) => {
  test.setTimeout(150_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  await desk.sit('clerk');
  const at = desk.page;
  await press(at(), 'Ctrl+2');
  await expect(at().getByRole('heading', { name: '收文登记' })).toBeVisible();
  await fill(at(), mail);
  await walkTo(at(), 'docNumber', 'Enter');
  await hasCursor(at(), /^docNumber$/);
  const slow = await at().context().newCDPSession(at());
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const posted = at().getByRole('region', { name: '本批已登记' }).getByRole('row');
  // Without a look at the window: the next key is down before the page has answered the one before.
  const strike = (text: string): Promise<unknown>[] => [
    ...[...text].map((char) => slow.send('Input.dispatchKeyEvent', { type: 'keyDown', text: char, key: char })),
    slow.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }),
    slow.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }),
  ];
  const documents = [1, 2, 3, 4, 5, 6];
  for (const n of documents) {
    // The name by its initials, too: Enter comes before the list does.
    const initials = n % 2 === 0;
    await Promise.all([n === 1 ? '示厅函〔2026〕71号' : String(70 + n), String(70 + n), '', '6', '', `关于示范园区第${n}期物资调运的通知（演练）`, initials ? 'ngy' : '南宫砚', ...(initials ? [''] : []), '', ''].flatMap(strike));
  }
  // All typed without a pause: each is registered with its own words, none is left in the form.
  await expect(posted.last()).toContainText('第6期', { timeout: 60_000 });
  for (const n of documents.slice(-4)) {
    const row = posted.filter({ hasText: `第${n}期` });
    await expect(row).toContainText(`示厅函〔2026〕${70 + n}号`);
    await expect(row).toContainText('南宫砚');
  }
  await hasCursor(at(), /^docNumber$/);
  await expect(at().locator('[data-field=docNumber]')).toHaveValue('');
});

test('a key pressed before the next page has come is pressed on that page, not lost and not on the page before', async ({ demo, launchApp }, info) => {
  test.setTimeout(120_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  await desk.sit('clerk');
  const page = desk.page();
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const down = (key: string, code: string, windowsVirtualKeyCode: number): Promise<unknown> => slow.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code, windowsVirtualKeyCode, modifiers: 2 });
  // Both are down before the page of the first has been loaded, let alone drawn.
  await Promise.all([down('4', 'Digit4', 52), down('PageDown', 'PageDown', 34)]);
  await expect(page.getByRole('heading', { level: 1, name: '复制摘抄' })).toBeVisible();
  await expect(page.getByRole('button', { name: '摘抄', exact: true, pressed: true })).toBeVisible();
  // And once more, with the page loaded: both keys are for the page to come.
  await press(page, 'Ctrl+1');
  await expect(page.getByRole('heading', { level: 1, name: /今日/ })).toBeVisible();
  await Promise.all([down('4', 'Digit4', 52), down('PageDown', 'PageDown', 34), down('PageDown', 'PageDown', 34)]);
  await expect(page.getByRole('button', { name: '汇编', exact: true, pressed: true })).toBeVisible();
});

test('quick keys do not walk into the box of a warning that the name just typed has answered', async ({ demo, launchApp }, info) => {
  const desk = await clerkDesk(launchApp, demo.vault, info);
  await desk.sit('clerk');
  const page = desk.page();
  await press(page, 'Ctrl+2');
  await expect(page.getByRole('heading', { name: '收文登记' })).toBeVisible();
  await fill(page, { ...mail, docNumber: '示厅函〔2026〕90号', copySerial: '90', pages: '4', title: '关于粮食储备核查的通知（演练）' });
  // Nobody is named yet: the rules ask for a word, and the box for it stands after the last field.
  await expect(page.locator('.dec [data-field=warnReason]')).toBeVisible();
  await press(page, 'Enter');
  await hasCursor(page, /^accessScope$/);
  const keys = await page.context().newCDPSession(page);
  const enter = (): Promise<unknown> => keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' });
  await Promise.all([...[...'ngy'].map((char) => keys.send('Input.dispatchKeyEvent', { type: 'keyDown', text: char, key: char })), enter(), enter(), enter(), enter()]);
  const row = page.getByRole('region', { name: '本批已登记' }).getByRole('row').filter({ hasText: '粮食储备核查' });
  await expect(row).toContainText('南宫砚');
  await hasCursor(page, /^docNumber$/);
});
