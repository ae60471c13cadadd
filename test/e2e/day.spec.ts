import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixture.ts';
import { fill, here, lockByKey, press, signIn, walkTo } from './hands.ts';

const people = [
  { role: '保密员', name: '欧阳笺', account: 'ouyang', password: 'Ou-Yang#2026x' },
  { role: '审批领导', name: '闻人录', account: 'wenren', password: 'Wen-Ren#2026x' },
  { role: '系统管理员', name: '司空栈', account: 'sikong', password: 'Si-Kong#2026x' },
  { role: '安全保密管理员', name: '令狐策', account: 'linghu', password: 'Ling-Hu#2026x' },
  { role: '安全审计员', name: '端木核', account: 'duanmu', password: 'Duan-Mu#2026x' },
] as const;

test('a day of the secrecy clerk from an empty terminal to the auditor’s check, keyboard only', async ({ app, win, dataDir }, info) => {
  test.setTimeout(300_000);
  let page = win;
  const backups = path.join(dataDir, 'backups');
  mkdirSync(backups, { recursive: true });
  let shots = 0;
  const shot = async (name: string): Promise<void> => {
    shots += 1;
    // A window that has just come may not be ready to be pictured.
    await expect(async () => { await page.screenshot({ path: info.outputPath(`${String(shots).padStart(2, '0')}-${name}.png`) }); }).toPass({ timeout: 20_000 });
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
    await lockByKey(page);
    page = await app.nextWindow(before);
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  const open = async (what: string): Promise<void> => {
    await press(page, 'Ctrl+K');
    await page.keyboard.type(what);
    await expect(page.getByRole('option', { name: what }).first()).toBeVisible();
    await press(page, 'Enter');
  };

  const headline = (text: string) => page.locator('.dec').getByRole('heading', { name: text, exact: true });

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
      await expect(headline('可以登记')).toBeVisible();
      await shot(`登记人员${name}`);
      await press(page, 'Ctrl+S');
      await expect(page.getByText(/✔ 已登记 /)).toBeVisible();
    }
  });

  const documents = [
    { docNumber: '示厅函〔2026〕31号', copySerial: '12', pages: '14', title: '关于示范园区供水管网改造的函（演练）' },
    { docNumber: '33', copySerial: '12', pages: '8', title: '关于园区应急演练安排的通知（演练）' },
  ] as const;
  await test.step('receive two documents, the second in at most 25 keys', async () => {
    await press(page, 'Ctrl+2');
    await expect(page.getByRole('heading', { name: '收文登记' })).toBeVisible();
    await fill(page, { issuer: '示例省青岭厅', level: '机密', period: '10', channel: '机要交通', place: '3号柜1格' });
    await walkTo(page, 'docNumber', 'Enter');
    const [first, second] = documents;
    const typeIn = async (text: string): Promise<void> => {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    for (const text of [first.docNumber, first.copySerial, '', first.pages, '', first.title]) await typeIn(text);
    await page.keyboard.type('夏侯简');
    await page.waitForTimeout(300);
    await press(page, 'Enter');
    await walkTo(page, 'handler', 'Enter');
    await page.waitForTimeout(500);
    await shot('收文');
    await press(page, 'Enter');
    const posted = page.getByRole('region', { name: '本批已登记' }).getByRole('row');
    await expect(posted).toHaveCount(2);
    await expect.poll(() => here(page)).toBe('docNumber');

    // Counted where they arrive, not where they are sent; the words of the title are the document's own.
    await page.evaluate(() => {
      const w = window as unknown as { keysPressed: number };
      w.keysPressed = 0;
      window.addEventListener('keydown', (e) => {
        if (!['Shift', 'Control', 'Alt'].includes(e.key) && !((e.target as HTMLElement).dataset['field'] === 'title' && e.key !== 'Enter')) w.keysPressed += 1;
      }, { capture: true });
    });
    for (const text of [second.docNumber, second.copySerial, '', second.pages, '', second.title]) await typeIn(text);
    await page.keyboard.type('xhj');
    await expect(page.getByRole('option', { name: '夏侯简' })).toBeVisible();
    await press(page, 'Enter', 'Enter', 'Enter', 'Enter');
    await expect(posted).toHaveCount(3);
    const keys = await page.evaluate(() => (window as unknown as { keysPressed: number }).keysPressed);
    info.annotations.push({ type: 'keys', description: `收文 ${keys} 键` });
    expect(keys).toBeLessThanOrEqual(25);
    await expect(posted.nth(2)).toContainText(`${keys} 键`);
    await expect(posted.nth(2)).toContainText('示厅函〔2026〕33号');
    await expect(posted.nth(2)).toContainText('夏侯简');
    await shot('收文第二份');
  });

  const bring = async (tail: string, person: string): Promise<void> => {
    // Right after signing in the first screen may still be loading and take no key yet; a person would press again.
    await expect(async () => {
      await press(page, 'Ctrl+3');
      await expect(page.getByRole('heading', { name: '借还' }).first()).toBeVisible({ timeout: 1500 });
    }).toPass({ timeout: 20_000 });
    await press(page, 'F7');
    await page.keyboard.type(tail);
    await press(page, 'Enter');
    await expect.poll(() => here(page)).toBe('person');
    await page.keyboard.type(person);
    await page.waitForTimeout(300);
    await press(page, 'Enter');
  };


  await test.step('refuse who is not in the scope, and who is not eligible', async () => {
    await bring('00001', '上官策');
    await fill(page, { reason: '了解情况' });
    await expect(page.locator('.dec')).toContainText(/《.+》.*第.+条/);
    await shot('借还，范围外');
    await press(page, 'Escape');
    await bring('00001', '钟离柜');
    await fill(page, { reason: '了解情况' });
    await expect(headline('不得借出')).toBeVisible();
    await shot('借还，脱密期');
    await press(page, 'Escape');
  });

  await test.step('request, approve, lend', async () => {
    await bring('00001', '夏侯简');
    await fill(page, { reason: '编制改造方案', place: '规划科' });
    await expect(headline('需审批后借出')).toBeVisible();
    await shot('借还，需审批');
    await press(page, 'Ctrl+S');
    await expect(page.getByText(/已送审，审批单 SP-/)).toBeVisible();
    await shot('已送审');
    await lock();
    await shot('锁定');
    await unlock(1);
    await press(page, 'Ctrl+2');
    await expect(page.getByText('编制改造方案').first()).toBeVisible();
    await shot('审批');
    await press(page, 'Ctrl+S');
    await expect(page.getByText(/SP-2026-\d+ 已同意/)).toBeVisible();
    await lock();
    await unlock(0);
    await bring('00001', '夏侯简');
    await fill(page, { reason: '编制改造方案', place: '规划科' });
    await walkTo(page, 'approval');
    await page.keyboard.type('SP-2026-0001');
    await expect(headline('可以借出')).toBeVisible();
    await shot('借还，已批');
    await press(page, 'Ctrl+S');
    await expect(page.getByText(/✔ 已登记借出/)).toBeVisible();
    await shot('已借出');
  });

  await test.step('return', async () => {
    await press(page, 'F7');
    await page.keyboard.type('00001');
    await press(page, 'Enter');
    await expect(headline('可以归还')).toBeVisible();
    await shot('归还');
    await press(page, 'Ctrl+S');
    await expect(page.getByText(/✔ 已登记归还/)).toBeVisible();
  });

  await test.step('a computer: registered, commissioned, a session opened and closed', async () => {
    await open('登记计算机');
    await fill(page, { assetNumber: 'JSJ-301', level: '机密', filingNumber: '备〔2026〕301', diskSerial: 'WD-0301', brandModel: '台式机', room: '301 室', custodian: '欧阳笺', department: '办公室' });
    await expect(headline('可以登记')).toBeVisible();
    await shot('登记计算机');
    await press(page, 'Ctrl+S');
    await expect(page.getByText(/✔ 已登记/)).toBeVisible();
    await walkTo(page, '启用');
    await press(page, 'Space');
    await walkTo(page, 'subject');
    await page.keyboard.type('JSJ-301');
    await press(page, 'Enter');
    await fill(page, { checkReport: '检测〔2026〕301' });
    await expect(headline('可以启用')).toBeVisible();
    await press(page, 'Ctrl+S');
    await expect(page.getByText(/✔ 已登记/)).toBeVisible();
    await press(page, 'Ctrl+5');
    await walkTo(page, /^JSJ-301/);
    await press(page, 'Space');
    await fill(page, { user: '夏侯简', level: '机密', work: '编制改造方案' });
    await expect(headline('可以开机')).toBeVisible();
    await press(page, 'Ctrl+S');
    await expect(page.getByRole('button', { name: /JSJ-301.*使用中/ })).toBeVisible();
    await fill(page, { outputs: '无', abnormal: '无' });
    await expect(headline('可以关机')).toBeVisible();
    await shot('关机');
    await press(page, 'Ctrl+S');
    await expect(page.getByRole('button', { name: /JSJ-301.*空闲/ })).toBeVisible();
  });

  await test.step('correct a record; the former wording stays, struck through', async () => {
    await press(page, 'Ctrl+K');
    await page.keyboard.type('ZT-2026-00002');
    await expect(page.getByRole('option', { name: /ZT-2026-00002/ }).first()).toBeVisible();
    await press(page, 'Enter');
    await expect(page.getByText(documents[1].title).first()).toBeVisible();
    await press(page, 'F2');
    await fill(page, { pages: '9' });
    await expect(headline('可以更正')).toBeVisible();
    await shot('更正');
    await press(page, 'Ctrl+S');
    await expect(page.getByText(/第 2 稿/).first()).toBeVisible();
    await shot('更正后');
    await press(page, 'Escape');
    await walkTo(page, '显示旧稿');
    await press(page, 'Space');
    await expect(page.locator('.rg .gr.old')).toHaveCount(1);
    await expect(page.locator('.rg .gr.old .cut').first()).toHaveCSS('text-decoration-line', /line-through/);
    await shot('台账，旧稿');
  });

  const ledger = path.join(dataDir, '台账.pdf');
  await test.step('print the register to a PDF', async () => {
    await app.evaluate(({ dialog }, to) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath: to })) as unknown as typeof dialog.showSaveDialog;
    }, ledger);
    await press(page, 'F8');
    await expect(page.getByText(/打印约 \d+ 页/)).toBeVisible({ timeout: 20_000 });
    await fill(page, { purpose: '月末归档' });
    await shot('打印');
    await press(page, 'Ctrl+N');
    await expect(page.getByText('文件已写好，纸件印出来了吗？')).toBeVisible({ timeout: 30_000 });
    expect(readFileSync(ledger).subarray(0, 4).toString('latin1')).toBe('%PDF');
    await expect(page.getByText(/打印号 DY-2026-\d+/)).toBeVisible();
    await press(page, 'Enter');
    await expect(page.getByText(/打印成功。/)).toBeVisible();
    await shot('打印成功');
    await press(page, 'Escape');
  });

  await test.step('back up to the folder of the first run', async () => {
    await open('备份');
    await expect(page.getByRole('heading', { name: '备份与恢复' })).toBeVisible();
    await press(page, 'Ctrl+S');
    await expect(page.getByText(/✔ 备份完成并已核验/)).toBeVisible({ timeout: 30_000 });
    expect(readdirSync(backups).length).toBeGreaterThan(0);
    await shot('备份');
  });

  await test.step('the auditor reads and verifies', async () => {
    await lock();
    await unlock(4);
    await press(page, 'Ctrl+2');
    await expect(page.getByRole('grid', { name: '审计记录' }).getByRole('row').nth(5)).toBeVisible();
    await expect(page.getByText('✕ 拒绝')).toHaveCount(0);
    await shot('审计记录');
    await press(page, 'Ctrl+3');
    await expect(page.getByRole('heading', { level: 1, name: /核验/ })).toBeVisible();
    await press(page, 'F5');
    await expect(page.getByRole('heading', { name: /未发现登记被改动/ })).toBeVisible({ timeout: 30_000 });
    await shot('核验');
    await lock();
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  });
});
