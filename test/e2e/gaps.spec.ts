import { cpSync, mkdirSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { AppHandle } from '#build/host/launch.mjs';
import { people } from '#build/demo/people.ts';
import { expect, test } from './demo.ts';
import { ask } from './fixture.ts';
import { fill, lockByKey, press, signIn, walkTo } from './hands.ts';

/** The next folder dialogs answer these, in this order. */
const answerFolders = (app: AppHandle, folders: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, list) => {
    const left = [...list];
    dialog.showOpenDialog = (async () => ({ canceled: left.length === 0, filePaths: left.splice(0, 1) })) as unknown as typeof dialog.showOpenDialog;
  }, [...folders]);

const sized = async (page: Page): Promise<Page> => {
  await page.setViewportSize({ width: 1280, height: 800 });
  return page;
};

/** Both persons of the restore dialog, typed one after the other. */
async function bothPersons(page: Page): Promise<void> {
  await page.getByLabel('第一人账户').fill(people.system.account);
  await page.getByLabel('第一人口令').fill(people.system.password);
  await page.getByLabel('第二人账户').fill(people.security.account);
  await page.getByLabel('第二人口令').fill(people.security.password);
}

test('a backup is restored into a new folder by two persons, and the window says what it lacks', async ({ demo, launchApp, dataDir }, info) => {
  const app = await launchApp(['--vault', demo.vault]);
  const page = await sized(await app.firstWindow());
  const backups = path.join(dataDir, 'copies');
  const fresh = path.join(dataDir, 'restored');
  for (const dir of [backups, fresh]) mkdirSync(dir, { recursive: true });
  await signIn(page, people.system.account, people.system.password);
  await answerFolders(app, [backups, backups, fresh, demo.vault]);
  await page.locator('.rail a[href="/backups"]').first().click();
  await expect(page.getByRole('heading', { level: 1, name: '备份与恢复' })).toBeVisible();
  await press(page, 'Ctrl+N');
  await expect(page.getByText(/备份完成并已核验/)).toBeVisible({ timeout: 30_000 });

  await press(page, 'Ctrl+O');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: '从备份恢复到新文件夹' })).toBeVisible();
  await dialog.getByRole('button', { name: /选择备份所在的文件夹/ }).click();
  await expect(dialog.getByText(/须按纸面登记补登|没有更新的登记/)).toBeVisible();
  await dialog.getByRole('button', { name: /选择空文件夹/ }).click();
  await expect(dialog.getByText(fresh)).toBeVisible();
  // One person twice is not two.
  await page.getByLabel('第一人账户').fill(people.system.account);
  await page.getByLabel('第一人口令').fill(people.system.password);
  await page.getByLabel('第二人账户').fill(people.system.account);
  await page.getByLabel('第二人口令').fill(people.system.password);
  await page.screenshot({ path: info.outputPath('restore.png') });
  await press(page, 'Ctrl+S');
  await expect(dialog.getByRole('alert')).toContainText('第二人');
  expect(readdirSync(fresh)).toEqual([]);
  await bothPersons(page);
  await press(page, 'Ctrl+S');
  await expect(dialog.getByText(/已恢复并核验/)).toBeVisible({ timeout: 30_000 });
  await page.screenshot({ path: info.outputPath('restored.png') });
  expect(existsSync(path.join(fresh, 'store.db'))).toBe(true);
  // The books that are open stay as they are.
  expect(await ask(page, 'verify', { pages: true })).toMatchObject({ ok: true, value: { ok: true } });
});

test('a store older than its anchor is settled by two officers after sign-in, and everybody else reads on', async ({ demo, launchApp, dataDir }, info) => {
  const before = path.join(dataDir, 'before');
  mkdirSync(before);
  for (const name of ['store.db', 'header.json']) cpSync(path.join(demo.vault, name), path.join(before, name));
  const first = await launchApp(['--vault', demo.vault]);
  const page = await first.firstWindow();
  await signIn(page, people.clerk.account, people.clerk.password);
  const enter = await page.evaluate(() => window.shoumi.do('carrier.enter', { title: '换回旧库之前的登记', level: 'confidential', period: { years: 5 }, place: '3号柜', custodian: '欧阳笺', cabinetKind: 'code_cabinet', source: 'received', docNumber: '青研函〔2026〕888号', copySerial: '000888', accessScope: ['南宫砚'] }));
  expect(enter).toMatchObject({ ok: true });
  await lockByKey(page);
  await first.nextWindow(page);
  await first.close();
  // Somebody puts the older files back.
  for (const name of ['store.db', 'header.json']) cpSync(path.join(before, name), path.join(demo.vault, name));

  const app = await launchApp(['--vault', demo.vault], { dataDir: `${dataDir}-again` });
  let win = await sized(await app.firstWindow());
  const open = async (who: (typeof people)[keyof typeof people]): Promise<void> => {
    await win.getByRole('radio', { name: new RegExp(who.account) }).check();
    await win.getByLabel('口令').fill(who.password);
    await press(win, 'Enter');
    await expect(win.getByRole('heading', { level: 1, name: '台账库比本机锚点旧' })).toBeVisible({ timeout: 20_000 });
  };
  await open(people.clerk);
  await win.screenshot({ path: info.outputPath('older-clerk.png') });
  await press(win, 'Escape');
  await expect(win.getByRole('heading', { level: 1, name: /今日/ })).toBeVisible();
  await expect(win.locator('.bar-line').getByText(/台账库转为只读/)).toBeVisible();
  await win.screenshot({ path: info.outputPath('older-reading.png') });
  const old = win;
  await lockByKey(win);
  win = await sized(await app.nextWindow(old));

  await open(people.security);
  await win.getByLabel('原因').fill('硬盘故障后放回了上一份文件，已与纸质锚点单核对');
  await press(win, 'Ctrl+S');
  await win.getByLabel('第二人账户').fill(people.audit.account);
  await win.getByRole('dialog').getByLabel('口令').fill(people.audit.password);
  await win.screenshot({ path: info.outputPath('older-accept.png') });
  await press(win, 'Enter');
  await expect(win.getByRole('heading', { level: 1, name: /今日/ })).toBeVisible({ timeout: 20_000 });
  await expect(win.getByText(/台账库转为只读/)).toHaveCount(0);
});

test('what was being filled in at a lock is offered once to the same account, and is nowhere in clear', async ({ demo, launchApp }, info) => {
  const app = await launchApp(['--vault', demo.vault]);
  let page = await sized(await app.firstWindow());
  await signIn(page, people.clerk.account, people.clerk.password);
  await press(page, 'Ctrl+2');
  await expect(page.getByRole('heading', { name: '收文登记' })).toBeVisible();
  await fill(page, { issuer: '示例省青岭厅', title: '锁定时还没有登记的来文' });
  await page.waitForTimeout(700);
  const lock = async (): Promise<void> => {
    const old = page;
    await lockByKey(page);
    page = await sized(await app.nextWindow(old));
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  };
  await lock();
  await expect(page.getByText('有 1 份未完成的登记。')).toBeVisible();
  expect(await page.locator('body').innerText()).not.toContain('锁定时还没有登记的来文');
  await page.screenshot({ path: info.outputPath('lock-draft.png') });
  for (const name of readdirSync(demo.vault, { recursive: true, withFileTypes: true })) if (name.isFile()) expect(readFileSync(path.join(name.parentPath, name.name)).includes('锁定时还没有登记的来文'), name.name).toBe(false);

  // Somebody else is not told.
  await signIn(page, people.leader.account, people.leader.password);
  await expect(page.getByText(/未完成的登记/)).toHaveCount(0);
  await lock();
  await signIn(page, people.clerk.account, people.clerk.password);
  await expect(page.getByText(/有 1 份未完成的登记：收文登记/)).toBeVisible();
  await page.screenshot({ path: info.outputPath('draft-offer.png') });
  await page.getByRole('button', { name: '继续填' }).click();
  await expect(page.getByRole('heading', { name: '收文登记' })).toBeVisible();
  await expect(page.locator('[data-field=title]')).toHaveValue('锁定时还没有登记的来文');
  await expect(page.locator('[data-field=issuer]')).toHaveValue('示例省青岭厅');
  await page.screenshot({ path: info.outputPath('draft-taken-up.png') });
  // Left behind, it is forgotten.
  await walkTo(page, 'title');
  await press(page, 'Ctrl+1');
  await expect(page.getByRole('heading', { level: 1, name: /今日/ })).toBeVisible();
  await lock();
  await expect(page.getByText(/未完成的登记/)).toHaveCount(0);
});

test('a ledger that is not of the chosen book is refused with the columns it has, not as a fault of the program', async ({ demo, launchApp }, info) => {
  const app = await launchApp(['--vault', demo.vault]);
  const page = await sized(await app.firstWindow());
  await signIn(page, people.clerk.account, people.clerk.password);
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [file] })) as unknown as typeof dialog.showOpenDialog;
  }, path.resolve(import.meta.dirname, '../../build/sample/涉密载体台账（样例）.csv'));
  await page.locator('.rail a[href="/import"]').first().click();
  await press(page, 'Ctrl+N');
  await expect(page.locator('.notice.bad, .notice')).toContainText(/没有“标题”一列.*现有各列：序号、载体编号/);
  await expect(page.getByText('程序出错')).toHaveCount(0);
  await page.screenshot({ path: info.outputPath('other-book.png') });
});

test('an old register of loans is taken into its book: what broke the rules is said on the line, what cannot be comes back', async ({ demo, launchApp }, info) => {
  const file = info.outputPath('旧借阅登记簿.csv');
  writeFileSync(file, [
    '2012年借阅登记簿,,,,,,,,', '序号,文件编号,文件名称,密级,借阅人姓名,部门,借阅日期,预计归还日期,实际归还日期,借阅目的',
    '1,示厅发[2011]8号,《关于供水的通知》,机密,诸葛存,规划科,2012.3.1,2012.3.8,2012.3.6,起草',
    '2,示厅发[2011]9号,另一通知,秘密,南宫砚,规划科,2012年3月1日,,２０１２．６．３０,起草',
    '3,示厅发[2011]10号,找不到的一件,秘密,南宫砚,规划科,2012.7.1,,,编制',
  ].join('\n'));
  const app = await launchApp(['--vault', demo.vault]);
  const page = await sized(await app.firstWindow());
  await signIn(page, people.clerk.account, people.clerk.password);
  await app.evaluate(({ dialog }, name) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [name] })) as unknown as typeof dialog.showOpenDialog;
  }, file);
  await page.locator('.rail a[href="/import"]').first().click();
  await fill(page, { register: '借阅' });
  await press(page, 'Enter');
  await press(page, 'Ctrl+N');
  await expect(page.getByRole('status', { name: '读入结果' })).toContainText(/可登记 1.*存疑 1.*退回 1/);
  await expect(page.getByText('借期 121 日，超过规定的 7 日（规则 P075）').last()).toBeVisible();
  await page.screenshot({ path: info.outputPath('old-loans.png') });
  // Where the rows that came back could not be kept, the books say nonetheless what they took.
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = (() => Promise.reject(new Error('no dialog'))) as unknown as typeof dialog.showSaveDialog;
  });
  await press(page, 'Ctrl+S');
  await expect(page.getByText(/已登记 2 条.*退回 1.*退回的行没有存成文件/)).toBeVisible();
  await expect(page.getByText('程序出错')).toHaveCount(0);
  await page.screenshot({ path: info.outputPath('old-loans-taken.png') });
  // The same file again: nothing twice.
  await press(page, 'Ctrl+N');
  await expect(page.getByRole('status', { name: '读入结果' })).toContainText(/可登记 0.*存疑 0.*退回 3/);
  await page.screenshot({ path: info.outputPath('old-loans-again.png') });
});
