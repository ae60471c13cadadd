import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixture.ts';
import { fill, here, press, signIn, walkTo } from './hands.ts';

const people = [
  { role: '保密员', name: '欧阳笺', account: 'ouyang', password: 'Ou-Yang#2026x' },
  { role: '审批领导', name: '闻人录', account: 'wenren', password: 'Wen-Ren#2026x' },
  { role: '系统管理员', name: '司空栈', account: 'sikong', password: 'Si-Kong#2026x' },
  { role: '安全保密管理员', name: '令狐策', account: 'linghu', password: 'Ling-Hu#2026x' },
  { role: '安全审计员', name: '端木核', account: 'duanmu', password: 'Duan-Mu#2026x' },
] as const;

test('a day of the secrecy clerk from an empty terminal to the auditor’s check, keyboard only', async ({ app, win, dataDir }, info) => {
  test.setTimeout(180_000);
  let page = win;
  const backups = path.join(dataDir, 'backups');
  mkdirSync(backups, { recursive: true });
  let shots = 0;
  const shot = async (name: string): Promise<void> => {
    shots += 1;
    await page.screenshot({ path: info.outputPath(`${String(shots).padStart(2, '0')}-${name}.png`) });
  };
  await page.setViewportSize({ width: 1280, height: 800 });

  await test.step('first run', async () => {
    await expect(page.getByRole('heading', { name: '存放位置' })).toBeVisible();
    await shot('存放位置');
    await press(page, 'Enter');
    await page.keyboard.type('青岭研究所');
    await press(page, 'Enter');
    await page.keyboard.type('03');
    await shot('单位与终端');
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name: '终端密级' })).toBeVisible();
    await press(page, 'Space', 'ArrowDown');
    await shot('终端密级');
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name: '人员' })).toBeVisible();
    await shot('人员');
    for (const p of people) {
        await walkTo(page, `${p.role}姓名`);
      await page.keyboard.type(p.name);
      await press(page, 'Enter');
      await press(page, 'Ctrl+A');
      await page.keyboard.type(p.account);
      await press(page, 'Enter');
    }
    await expect(page.getByRole('heading', { name: '口令' })).toBeVisible();
    for (const p of people) {
      await page.keyboard.type(p.password);
      await press(page, 'Enter');
      await page.keyboard.type(p.password);
      await press(page, 'Enter');
    }
    await shot('备份位置');
    await page.keyboard.type(backups);
    await press(page, 'Enter');
    await shot('核对');
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name: /恢复单/ })).toBeVisible({ timeout: 30_000 });
    await shot('恢复单');
    await expect(page.getByRole('region', { name: /恢复单第 [12] 张/ })).toHaveCount(2);
    await press(page, 'Space', 'Ctrl+S');
  });

  const unlock = async (who: 0 | 1 | 2 | 3 | 4): Promise<void> => signIn(page, people[who].account, people[who].password);
  const lock = async (): Promise<void> => {
    const before = page;
    await press(page, 'Ctrl+L');
    page = await app.nextWindow(before);
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  const open = async (what: string): Promise<void> => {
    await press(page, 'Ctrl+K');
    await page.keyboard.type(what);
    await expect(page.getByRole('option', { name: what }).first()).toBeVisible();
    await press(page, 'Enter');
  };

  await test.step('unlock', async () => {
    await unlock(0);
    await shot('今日，空库');
  });

  await test.step('import the ledger of persons', async () => {
    const sample = path.resolve('build/sample/涉密人员台账（样例）.csv');
    await app.evaluate(({ dialog }, [from, to]) => {
      dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [from] })) as unknown as typeof dialog.showOpenDialog;
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath: to })) as unknown as typeof dialog.showSaveDialog;
    }, [sample, path.join(dataDir, '退回.xlsx')] as const);
    await open('导入');
    await expect(page.getByRole('heading', { name: '导入台账' })).toBeVisible();
    await fill(page, { register: '人员' });
    await press(page, 'Enter', 'Ctrl+N');
    await expect(page.getByRole('status', { name: '读入结果' })).toBeVisible({ timeout: 20_000 });
    await shot('导入预览');
    await press(page, 'Ctrl+S');
    await expect(page.getByText(/✔ 已登记 \d+ 条，批次/)).toBeVisible({ timeout: 20_000 });
    await shot('导入完成');
  });

  await test.step('register two persons', async () => {
    await open('登记人员');
    for (const name of ['夏侯简', '上官策']) {
      await fill(page, { name, department: '规划科', post: '规划岗', personnelClass: '重要', status: '在岗', employment: '在编', screenedOn: '-200', screeningResult: '合格', trainedOn: '-100', undertakingOn: '-190' });
      await page.waitForTimeout(400);
      await shot(`登记人员${name}`);
      await press(page, 'Ctrl+S');
      await expect(page.getByText(/✔ 已登记 /)).toBeVisible();
    }
  });
});
