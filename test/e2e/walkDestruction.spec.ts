import { people } from '#build/demo/people.ts';
import { clerkDesk, pushButton } from './clerkDesk.ts';
import { complaints, expect, test } from './demo.ts';
import { fill, press } from './hands.ts';

const listed = ['ZT-2026-00049', 'ZT-2026-00068'] as const;

test('a destruction batch from the list to the printed certificate, two witnesses, one with his password, keyboard only', async ({ demo, launchApp }, info) => {
  test.setTimeout(200_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  const { shot, open, verdict } = desk;
  await desk.sit('clerk');
  const page = () => desk.page();
  const scanned = page().locator('.scan-last');

  const build = async (): Promise<void> => {
    await press(page(), 'Ctrl+7');
    await expect(page().getByRole('heading', { level: 1, name: '销毁清退' })).toBeVisible();
    await press(page(), 'Ctrl+N');
    for (const number of listed) {
      await page().keyboard.type(number);
      await press(page(), 'Enter');
      await expect(page().locator('.scan-last')).toContainText(number);
    }
  };
  const about = { reason: '载体损坏，已无保存价值', method: '物理销毁', place: '保密行政管理部门', placeName: '示例市保密行政管理部门销毁中心' } as const;

  await test.step('the list: what may not be destroyed stays visible with its reason and is left out', async () => {
    await open('销毁清退');
    await shot('销毁批次');
    await build();
    await page().keyboard.type('ZT-2026-00066');
    await press(page(), 'Enter');
    await expect(scanned).toContainText('ZT-2026-00066');
    await expect(page().locator('li.blocked')).toContainText('东方簿');
    await expect(page().getByText('可列入 2 件，不得列入 1 件')).toBeVisible();
    await fill(page(), { reason: about.reason, method: '化浆' });
    await press(page(), 'Enter');
    await verdict('不得造册');
    await shot('造册，方式不符');
    await fill(page(), about);
    await verdict('需审批后造册');
    await shot('造册，需审批');
    await press(page(), 'Ctrl+S');
    await expect(page().getByText(/已送审，审批单 SP-/)).toBeVisible();
    await shot('已送审');
  });

  await test.step('the leader approves', async () => {
    await desk.leaderAgrees(about.reason, '审批');
  });

  await test.step('approved, the list is entered and printed; what stands on it is locked', async () => {
    await desk.sit('clerk');
    // What was sent for approval is kept by the request: it is not offered as unfinished.
    await expect(page().getByText(/未完成的登记/)).toHaveCount(0);
    await press(page(), 'Ctrl+8');
    await expect(page().getByRole('heading', { level: 1, name: '审批' })).toBeVisible();
    await press(page(), 'Ctrl+PageDown');
    await expect(page().getByText(about.reason).first()).toBeVisible();
    await expect(page().locator('.dec h2, .dec h3').first()).toContainText('可以');
    await shot('照批准的办理');
    await press(page(), 'Ctrl+S');
    await expect(page().getByText(/已照批准的办理/)).toBeVisible();
    await press(page(), 'Ctrl+7');
    await pushButton(page(), /^打开$/);
    await expect(page().getByRole('heading', { name: /XH-2026-002/ })).toBeVisible();
    await shot('已造册');
    expect(await desk.print('F8', '出库清点')).toMatch(/ZT-2026-00049.*ZT-2026-00068/s);
    await desk.record('ZT-2026-00068');
    await expect(page().getByText('待销毁').first()).toBeVisible();
    await press(page(), 'F7');
    await expect(page().getByRole('heading', { level: 1, name: '借还' })).toBeVisible();
    await shot('待销毁不得借出');
  });

  await test.step('out, counted by kind, destroyed before two witnesses: three counts must agree', async () => {
    await press(page(), 'Ctrl+7');
    await pushButton(page(), /^打开/);
    await expect(page().getByText('XH-2026-002').first()).toBeVisible();
    await fill(page(), { countBefore: '2', countAfter: '1', tally: '移动硬盘 1、光盘 1', executor: '钟离书', witness1: '东方簿', witness2: '闻人录', escorts: '钟离书、司徒印', receiptNumber: '销毁回执 2026-12', unrecoverable: '是' });
    await press(page(), 'Enter');
    await verdict('不得销毁');
    await shot('三数不符');
    await fill(page(), { countAfter: '2', witness1: '欧阳笺' });
    await verdict('不得销毁');
    await expect(page().locator('.dec')).toContainText('欧阳笺是本批保管人');
    await shot('监销人不符');
    await fill(page(), { witness1: '东方簿' });
    await verdict('需第二人在场');
    await shot('待监销人口令');
    await press(page(), 'Ctrl+S');
    await expect(page().getByRole('dialog', { name: '需第二人在场' })).toBeVisible();
    await page().keyboard.type(people.leader.account);
    await press(page(), 'Tab');
    await page().keyboard.type(people.leader.password);
    await shot('监销人口令');
    await press(page(), 'Enter');
    await expect(page().getByText('打印销毁证明').first()).toBeVisible();
    await shot('已销毁');
  });

  await test.step('the certificate is printed with its number', async () => {
    expect(await desk.print('F7', '归档')).toMatch(/销毁证明.*XH-2026-002/s);
    await desk.record('ZT-2026-00068');
    await expect(page().getByText('已销毁').first()).toBeVisible();
    await shot('载体已销毁');
  });
  expect((await complaints(page())).filter((c) => !/index\.html/.test(c))).toEqual([]);
});
