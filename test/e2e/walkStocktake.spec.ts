import { people } from '#build/demo/people.ts';
import { labelDigits } from '#shared/printing.ts';
import { clerkDesk, hasCursor } from './clerkDesk.ts';
import { complaints, expect, test } from './demo.ts';
import { fill, press, walkTo } from './hands.ts';

test('a stocktake of one cabinet: found, misplaced, missing and unexpected, by scanner and by ticking, keyboard only', async ({ demo, launchApp }, info) => {
  test.setTimeout(200_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  const { shot, open, post } = desk;
  await desk.sit('clerk');
  const page = desk.page();
  const told = (text: string | RegExp) => expect(page.locator('.scan-last')).toContainText(text);
  /** As a scanner at the keyboard plug: all digits of the label at once, then Enter. */
  const scan = async (code: string): Promise<void> => {
    await page.keyboard.type(code);
    await press(page, 'Enter');
  };

  await test.step('open the count of cabinet 3: five should be there', async () => {
    await open('清点');
    await hasCursor(page);
    await shot('清点');
    await fill(page, { kind: '部分清点', checker: '闻人录', place: '3号柜' });
    await press(page, 'Enter');
    await desk.verdict('可以开始');
    await shot('范围');
    await press(page, 'Ctrl+S');
    await expect(page.getByText('应有 5 件')).toBeVisible();
    await shot('开始');
  });

  await test.step('by scanner: where it should be, in another compartment, from another cabinet, not in the books', async () => {
    await fill(page, { place: '3号柜1格' });
    await press(page, 'F7');
    await scan(labelDigits(1, 2026, 65));
    await told('ZT-2026-00065');
    await told('相符');
    await shot('扫到一件');
    await scan(labelDigits(1, 2026, 65));
    await told('已清点过');
    await shot('重扫');
    await scan(labelDigits(1, 2026, 67));
    await told('位置不符');
    await scan(labelDigits(1, 2026, 68));
    await told('多出');
    await scan('旧 0099');
    await told('多出');
    await expect(page.getByText('还有 3 件')).toBeVisible();
    await shot('四种结果');
  });

  await test.step('by ticking: what is in the hands of a borrower, off the sheet that he signed', async () => {
    await press(page, 'Ctrl+PageDown');
    await expect(page.getByRole('grid', { name: '还没有清点的' }).getByRole('row')).toHaveCount(4);
    await shot('逐件勾选');
    await fill(page, { person: '东方簿' });
    await press(page, 'Enter');
    await expect(page.getByText('勾选 0 件，还有 1 件')).toBeVisible();
    expect(await desk.print('F8', '签字核对')).toMatch(/东方簿.*ZT-2026-00066/s);
    await walkTo(page, /还没有清点的/);
    await press(page, 'Space');
    await shot('已勾选');
    await press(page, 'Ctrl+S');
    await expect(page.getByText('✔ 已清点 ZT-2026-00066')).toBeVisible();
    await shot('勾选登记');
  });

  await test.step('one copy is in the cabinet, the other is nowhere', async () => {
    await press(page, 'Ctrl+PageUp');
    await fill(page, { place: '3号柜2格' });
    await press(page, 'F7');
    await scan('ZT-2026-00071');
    await told('相符');
    await press(page, 'Ctrl+PageDown', 'Ctrl+PageDown');
    await fill(page, { scanned: 'ZT-2026-00067', place: '3号柜1格', explanation: '放错格，已放回 2 格。' });
    await desk.verdict('可以清点');
    await shot('逐件说明');
    await post('✔ 已登记');
    expect(await desk.print('F8', '核对')).toContain('ZT-2026-00072');
  });

  await test.step('the end: the supervisor types his password, what is missing becomes a case', async () => {
    await press(page, 'Ctrl+PageDown');
    await fill(page, { action: '多出的光盘放回 5 号柜；旧件查明来源后补登。' });
    await expect(page.locator('.dec')).toContainText('ZT-2026-00072');
    await shot('结束清点');
    await walkTo(page, 'warnReason');
    await page.keyboard.type('各柜再查一遍没有，经手人不知去向。');
    await desk.verdict('需第二人在场');
    await press(page, 'Ctrl+S');
    const dialog = page.getByRole('dialog', { name: '需第二人在场' });
    await expect(dialog).toBeVisible();
    await page.keyboard.type(people.leader.account);
    await press(page, 'Tab');
    await page.keyboard.type(people.leader.password);
    await shot('监督人口令');
    await press(page, 'Enter');
    await expect(page.getByText(/PD-2026-002 已结束/)).toBeVisible();
    await shot('已结束');
    await expect(page.getByText('相符 3　不符 1　缺少 1　多出 2')).toBeVisible();
  });

  await test.step('the result is printed from its record', async () => {
    await desk.record('PD-2026-002');
    const paper = await desk.print('Shift+F8', '存档');
    for (const word of ['清点结果', 'ZT-2026-00072', 'ZT-2026-00067', '放错格']) expect(paper).toContain(word);
    await shot('清点结果已打印');
  });

  await test.step('the case is on the books and on today’s list', async () => {
    await open('报失查找');
    await expect(page.getByText('AJ-2026-002')).toBeVisible();
    await expect(page.getByText(/ZT-2026-00072/).first()).toBeVisible();
    await shot('已立案');
    await desk.record('ZT-2026-00072');
    await expect(page.getByText('下落不明').first()).toBeVisible();
    await shot('载体下落不明');
  });
  expect((await complaints(page)).filter((c) => !/index\.html/.test(c))).toEqual([]);
});
