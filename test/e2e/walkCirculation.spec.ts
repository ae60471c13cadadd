import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { circulated, readers } from './circulated.ts';
import { clerkDesk, hasCursor } from './clerkDesk.ts';
import { expect, test } from './fixture.ts';
import { fill, press, walkTo } from './hands.ts';

test('a circulation of five readers, back to the clerk after each, one overdue, keyboard only', async ({ launchApp, dataDir }, info) => {
  test.setTimeout(150_000);
  process.umask(0o077); // the program warns when others may read the folder
  mkdirSync(dataDir, { recursive: true });
  const vault = path.join(dataDir, 'vault');
  execFileSync(process.execPath, [path.resolve(import.meta.dirname, 'pastCirculation.ts'), vault], { stdio: ['ignore', 'ignore', 'inherit'] });
  const desk = await clerkDesk(launchApp, vault, info);
  const at = desk.page;
  await desk.sit('clerk');
  const line = (name: string) => at().getByRole('row').filter({ hasText: name });

  await test.step('Today leads with what was not brought back', async () => {
    const late = at().getByRole('row').filter({ hasText: '当日退还' });
    await expect(late).toContainText('超 2 日');
    await expect(late).toContainText(readers[1]);
    await desk.shot('今日，超期');
    await hasCursor(at());
    for (let i = 0; i < 12 && (await late.getAttribute('aria-selected')) !== 'true'; i += 1) await press(at(), 'ArrowDown');
    await expect(late).toHaveAttribute('aria-selected', 'true');
    await press(at(), 'Enter');
    await expect(at().getByRole('heading', { level: 1, name: '传阅' })).toBeVisible();
    await expect(line(readers[0])).toContainText('已退回');
    await expect(line(readers[1])).toContainText('超 2 日');
  });

  const takeBack = async (reader: string, late: boolean): Promise<void> => {
    await desk.verdict(late ? '可以退阅，请说明' : '可以退阅');
    await fill(at(), { opinion: `${reader}已阅` });
    if (late) {
      await desk.shot('退阅，逾期');
      // Late: the way is not free before it is said why.
      await press(at(), 'Ctrl+S');
      await hasCursor(at(), /^warnReason$/);
      await at().keyboard.type('当日开会未及退还，已由保密员上门取回');
    }
    await press(at(), 'Ctrl+S');
    await expect(line(reader).first()).toContainText('已退回');
  };

  await test.step('the late one is taken back with its reason', async () => {
    await desk.shot('传阅单');
    await takeBack(readers[1], true);
    await desk.shot('已退回');
  });

  for (const [i, reader] of readers.entries()) {
    if (i < 2) continue;
    await test.step(`out to reader ${i + 1} and back`, async () => {
      // The next in turn stands in the box already.
      await desk.verdict('可以送阅');
      await fill(at(), { place: '阅文室' });
      if (i === 2) await desk.shot('送阅');
      await press(at(), 'Ctrl+S');
      await expect(line(reader).first()).toContainText('在阅');
      await takeBack(reader, false);
    });
  }

  await test.step('the circulation ends and is filed', async () => {
    await desk.verdict('可以结束传阅');
    const slip = await desk.print('F7');
    for (const reader of readers) expect(slip).toContain(reader);
    await fill(at(), { archiveNumber: '2026-传阅-03' });
    await desk.shot('结束传阅');
    await press(at(), 'Ctrl+S');
    await expect(at().getByText('本件传阅已归卷').first()).toBeVisible();
    await desk.shot('已归卷');
    await press(at(), 'Ctrl+1');
    await expect(at().getByRole('heading', { level: 1, name: /今日/ })).toBeVisible();
    await expect(at().getByRole('row').filter({ hasText: circulated })).toHaveCount(0);
    await desk.shot('今日，已无此件');
  });
  await walkTo(at(), '待办');
});
