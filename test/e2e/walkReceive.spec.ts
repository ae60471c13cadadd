import { expect, test } from './demo.ts';
import { clerkDesk, hasCursor } from './clerkDesk.ts';
import { fill, press, walkTo } from './hands.ts';

/** What the clerk types of an incoming document that is nobody else's words. */
const mail = { issuer: '示例省青岭厅', level: '机密', period: '10', channel: '机要交通', place: '收发室密码柜' } as const;
const first = { docNumber: '示厅函〔2026〕61号', copySerial: '21', copies: '2', pages: '14', title: '关于示范园区管网巡查安排的函（演练）' } as const;
const second = { docNumber: '63', copySerial: '31', copies: '1', pages: '8', title: '关于示范园区值守安排的通知（演练）' } as const;
const third = { docNumber: '64', copySerial: '41', copies: '1', pages: '6', title: '关于示范园区物资调运的通知（演练）' } as const;

test('an incoming document from the envelope to the archive, keyboard only', async ({ demo, launchApp }, info) => {
  test.setTimeout(150_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  await desk.sit('clerk');
  const at = desk.page;
  const type = async (...texts: readonly string[]): Promise<void> => {
    for (const text of texts) {
      await at().keyboard.type(text);
      await press(at(), 'Enter');
    }
  };
  const posted = at().getByRole('region', { name: '本批已登记' }).getByRole('row');

  await test.step('the parcel is checked against its list, the document registered', async () => {
    await press(at(), 'Ctrl+2');
    await expect(at().getByRole('heading', { name: '收文登记' })).toBeVisible();
    await fill(at(), mail);
    await press(at(), 'Ctrl+E');
    await expect(at().getByText('清单所列份数')).toBeVisible();
    await walkTo(at(), 'docNumber', 'Enter');
    await type(first.docNumber, first.copySerial, first.copies, first.pages, '', first.title, '南宫砚、慕容档', '');
    await type('南宫砚');
    await hasCursor(at(), /^expectedCopies$/);
    await type('2');
    await hasCursor(at(), /^sealIntact$/);
    await at().keyboard.type('完好');
    await desk.shot('来件核对');
    await expect(at().getByText('清单 2 份，实收 2 份，相符。')).toBeVisible();
    await press(at(), 'Enter');
    await press(at(), 'Enter');
    await expect(posted).toHaveCount(2);
    await expect(posted.nth(1)).toContainText('等 2 件');
    await hasCursor(at(), /^docNumber$/);
    await desk.shot('收文第一份');
  });

  await test.step('the next one takes at most 25 keys beyond its own words', async () => {
    // Counted where they arrive, not where they are sent; the words of the title are the document's own.
    await at().evaluate(() => {
      const w = window as unknown as { keysPressed: number };
      w.keysPressed = 0;
      window.addEventListener('keydown', (e) => {
        if (!['Shift', 'Control', 'Alt'].includes(e.key) && !((e.target as HTMLElement).dataset['field'] === 'title' && e.key !== 'Enter')) w.keysPressed += 1;
      }, { capture: true });
    });
    await type(second.docNumber, second.copySerial, '', second.pages, '', second.title);
    await at().keyboard.type('ngy');
    await expect(at().getByRole('option', { name: '南宫砚' })).toBeVisible();
    await press(at(), 'Enter', 'Enter', 'Enter', 'Enter');
    await expect(posted).toHaveCount(3);
    const keys = await at().evaluate(() => (window as unknown as { keysPressed: number }).keysPressed);
    info.annotations.push({ type: 'keys', description: `收文 ${keys} 键` });
    expect(keys).toBeLessThanOrEqual(25);
    await expect(posted.nth(2)).toContainText(`${keys} 键`);
    await expect(posted.nth(2)).toContainText('示厅函〔2026〕63号');
  });

  await test.step('one copy less than the list says is searched for from now on', async () => {
    await type(third.docNumber, third.copySerial, '', third.pages, '', third.title, '南宫砚', '');
    await hasCursor(at(), /^handler$/);
    await press(at(), 'Ctrl+E');
    await walkTo(at(), 'expectedCopies');
    await at().keyboard.type('2');
    await expect(at().getByText('清单 2 份，实收 1 份，少 1 份，登记时随即立案查找。')).toBeVisible();
    await desk.shot('少一份');
    await press(at(), 'Ctrl+S');
    await expect(posted).toHaveCount(4);
    await hasCursor(at(), /^docNumber$/);
    await desk.shot('少一份，已登记');
    await press(at(), 'Ctrl+1');
    await expect(at().getByRole('heading', { level: 1, name: /今日/ })).toBeVisible();
    await expect(at().getByRole('row', { name: /关于示范园区物资调运的通知/ }).first()).toBeVisible();
    await desk.shot('今日，短缺');
  });

  const choose = async (act: string): Promise<void> => {
    await expect(at().getByRole('button', { name: new RegExp(`^${act}\\s*，`) })).toBeVisible();
    await press(at(), 'F4');
    await walkTo(at(), new RegExp(`^.?${act}，`), 'ArrowDown');
    await press(at(), 'Enter');
  };
  const numbers: string[] = [];
  await test.step('both copies are put on the shelf', async () => {
    await press(at(), 'Ctrl+K');
    await at().keyboard.type('管网巡查');
    await expect(at().getByRole('option', { name: /^ZT-/ })).toHaveCount(2);
    numbers.push(...(await at().getByRole('option', { name: /^ZT-/ }).allTextContents()).map((t) => /ZT-\d{4}-\d{5}/.exec(t)?.[0] ?? ''));
    await press(at(), 'Escape');
    for (const number of numbers) {
      await desk.record(number);
      await desk.shot('一件');
      await choose('存放');
      await fill(at(), { place: '3号柜3格' });
      await desk.verdict('可以存放');
      await desk.shot('存放');
      await press(at(), 'Ctrl+S');
      await expect(at().getByText(/已登记存放/)).toBeVisible();
      await expect(at().getByText('3号柜3格').first()).toBeVisible();
    }
  });

  await test.step('the books add up', async () => {
    await desk.open('全面核查');
    await press(at(), 'F5');
    await expect(at().getByRole('status').filter({ hasText: /核查 \d+ 项、\d+ 条登记/ })).toBeVisible({ timeout: 30_000 });
    await desk.shot('全面核查');
    for (const number of numbers) await expect(at().getByRole('grid').getByText(number)).toHaveCount(0);
  });

  await test.step('both copies go to the archive', async () => {
    for (const [i, number] of numbers.entries()) {
      await desk.record(number);
      await choose('归档');
      await fill(at(), { archiveNumber: `2026-永久-01${i}`, place: '档案库1排2格' });
      await desk.verdict('可以归档');
      await desk.shot('归档');
      await press(at(), 'Ctrl+S');
      await expect(at().getByText(/已登记归档/)).toBeVisible();
      await expect(at().getByText(/已归档/).first()).toBeVisible();
      await hasCursor(at());
    }
    await desk.shot('已归档');
    // With the last copy the document itself is filed: the office is not asked about it any more.
    await press(at(), 'Ctrl+1');
    await expect(at().getByRole('heading', { level: 1, name: /今日/ })).toBeVisible();
    await expect(at().getByRole('row').filter({ hasText: '值守安排' })).not.toHaveCount(0);
    await expect(at().getByRole('row').filter({ hasText: '管网巡查' })).toHaveCount(0);
  });
});
