import { clerkDesk, pushButton } from './clerkDesk.ts';
import { complaints, expect, test } from './demo.ts';
import { fill, press } from './hands.ts';

test('a missing carrier from the report through search and finding to the closed leak case, keyboard only', async ({ demo, launchApp }, info) => {
  test.setTimeout(200_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  const { shot, open, post, verdict } = desk;
  await desk.sit('clerk');
  const page = desk.page();
  const carrier = 'ZT-2026-00065';
  /** On to this act: between the acts of the screen as between the sheets of a workbook. */
  const act = async (zh: string): Promise<void> => {
    const tab = page.getByRole('group', { name: '办理' }).getByRole('button', { name: zh, exact: true });
    for (let i = 0; i < 12 && (await tab.getAttribute('aria-pressed')) !== 'true'; i += 1) {
      await press(page, 'Ctrl+PageDown');
      await page.waitForTimeout(60);
    }
    await expect(tab).toHaveAttribute('aria-pressed', 'true');
  };

  await test.step('report missing', async () => {
    await open('报失查找');
    await shot('报失查找');
    await fill(page, { subject: carrier });
    await press(page, 'Enter');
    await fill(page, { account: '今日上午清点 3 号柜时未见此件。最后一次见到是昨日下班前，经手人欧阳笺；已查 3 号柜各格和阅文室。' });
    await verdict('可以报失，请说明');
    await shot('报失，没有写报告');
    await fill(page, { reportedTo: '闻人录、保密工作机构' });
    await verdict('可以报失');
    await shot('报失');
    await post(/✔ 已登记 AJ-2026-002/);
    await shot('已报失');
    await expect(page.getByText('下落不明').first()).toBeVisible();
  });

  await test.step('search log', async () => {
    await act('续记查找');
    await expect(page.getByRole('heading', { name: '事件 AJ-2026-002' })).toBeVisible();
    await fill(page, { entry: '查阅文印室交接记录，南宫砚称前日送复印后放在文印室台面。' });
    await verdict('可以续记查找');
    await shot('续记查找');
    await post(/✔ 已登记/);
    await fill(page, { entry: '调看楼道登记，外来维修人员当日进入过文印室。' });
    await post(/✔ 已登记/);
    expect(await desk.print('F7', '查找')).toMatch(/文印室台面.*维修人员/s);
  });

  await test.step('found, where strangers had been', async () => {
    await act('找到');
    await fill(page, { foundWhere: '文印室废纸筐', place: '3号柜1格', account: '下午在文印室废纸筐找到，封面有折痕，页数齐全。' });
    await verdict('可以找到');
    await shot('找到');
    await post(/✔ 已登记/);
    await shot('已找到');
  });

  await test.step('a leak case is opened; today’s list asks for the report within 24 hours', async () => {
    await act('立案');
    await fill(page, { kind: '泄密或可能泄密', carrier, account: '涉密文件在无人看管的文印室过夜，外来维修人员进入过，可能泄密。', remedy: '收回原件，核对页数；约谈维修人员，查看其携带物品。', reportedTo: '闻人录、保密工作机构' });
    await verdict('可以立案');
    await shot('立案');
    await post(/AJ-2026-003/);
    await press(page, 'Ctrl+1');
    await expect(page.getByRole('grid', { name: '待办' })).toContainText('AJ-2026-003');
    await shot('今日，待报告');
  });

  await test.step('by word of mouth first, then in writing: whom, when, what was done', async () => {
    await open('报失查找');
    await pushButton(page, '续记');
    await expect(page.getByRole('heading', { name: '事件 AJ-2026-003' })).toBeVisible();
    await act('报告');
    await shot('报告，空');
    await fill(page, { byWord: '是' });
    await press(page, 'Enter');
    await verdict('可以报告');
    await shot('口头报告');
    await post(/✔ 已登记/);
    await fill(page, { responsible: '南宫砚', course: '前日 16 时送文印室复印，昨日至今日上午无人看管，今日下午找到。', harm: '维修人员可能看到封面和目录，是否拍摄待查。', inquiry: '已约谈两人，调取楼道登记。' });
    await verdict('可以报告');
    await shot('书面报告');
    await post(/✔ 已登记/);
    await shot('已报告');
    expect(await desk.print('F8', '报出')).toMatch(/国家秘密|泄密.*ZT-2026-00065|AJ-2026-003/s);
  });

  await test.step('who answers for it, what came out, and the end', async () => {
    await act('处理');
    await fill(page, { responsible: '南宫砚', sanctions: '南宫砚 警告 党组会', supervisor: '闻人录' });
    await verdict('可以处理');
    await shot('处理');
    await post(/✔ 已登记/);
    await act('报结果');
    await verdict('可以报结果');
    await shot('报结果');
    await post(/✔ 已登记/);
    await act('结案');
    await fill(page, { cause: '复印后没有当面交还，文印室没有值守。' });
    await verdict('不得结案');
    await shot('不得结案');
    await fill(page, { corrected: '文印室加装门禁，复印件当面交接。', educated: '全所通报，南宫砚补训。' });
    await verdict('可以结案');
    await shot('结案');
    await post(/✔ 已登记/);
    await shot('已结案');
  });
  expect((await complaints(page)).filter((c) => !/index\.html/.test(c))).toEqual([]);
});
