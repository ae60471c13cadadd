import { clerkDesk, pushButton } from './clerkDesk.ts';
import { complaints, expect, test } from './demo.ts';
import { fill, press, walkTo } from './hands.ts';

const next = { account: 'murong', name: '慕容档', password: 'Mu-Rong#2026-demo' } as const;

test('the clerk’s own post is handed over; only then may the new clerk enter anything, keyboard only', async ({ demo, launchApp }, info) => {
  test.setTimeout(200_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  const { shot, open } = desk;
  const page = () => desk.page();
  const verdict = desk.verdict;

  await test.step('two administrators make the account of the new clerk', async () => {
    await desk.sit('system');
    await press(page(), 'Ctrl+2');
    await fill(page(), { account: next.account, name: next.name });
    await walkTo(page(), '保密员');
    await press(page(), 'Space');
    await fill(page(), { password: next.password, again: next.password });
    await shot('建立账户');
    await press(page(), 'Ctrl+S');
    await expect(page().getByText(/账户 murong 已建立/)).toBeVisible();
    await desk.sit('security');
    await press(page(), 'Ctrl+3');
    await pushButton(page(), next.account);
    await pushButton(page(), '确认账户');
    await expect(page().getByText(/已确认，可以登录/)).toBeVisible();
    await shot('已确认');
  });

  await test.step('the clerk opens the handover and prints the list', async () => {
    await desk.sit('clerk');
    await open('移交');
    await fill(page(), { taker: next.name, takerAccount: next.account, supervisor: '闻人录', cause: '轮岗' });
    await press(page(), 'Enter');
    await verdict('可以开始移交');
    await shot('开始移交');
    await press(page(), 'Ctrl+S');
    await expect(page().getByRole('heading', { name: /^移交 YJ-2026-002/ })).toBeVisible();
    await shot('清册');
    expect(await desk.print('F8', '交接清点')).toContain('ZT-2026-00065');
  });

  /** Something to enter, as far as the verdict: a new cabinet. */
  const cabinet = async (): Promise<void> => {
    await open('保密柜');
    await fill(page(), { place: '9号柜', kind: '密码文件柜' });
    await press(page(), 'Enter');
  };

  await test.step('before it is done the new clerk cannot enter anything', async () => {
    await desk.sit(next);
    await cabinet();
    await expect(page().locator('.dec')).toContainText('没有办结，接收人还不能登记');
    await shot('接收人不得登记');
    await press(page(), 'Ctrl+S');
    await expect(page().getByText(/9号柜.*在用/)).toHaveCount(0);
  });

  await test.step('counted, with a list of what is not there; sent to the leader', async () => {
    await desk.sit('clerk');
    await open('移交');
    await pushButton(page(), '打开');
    await expect(page().getByRole('heading', { name: '清点办结' })).toBeVisible();
    // The printed list is a carrier too, and is handed over with the rest: 23, not 22.
    await fill(page(), { counted: '22' });
    await press(page(), 'Enter');
    await verdict('不得办结');
    await expect(page().locator('.dec')).toContainText('两数不符');
    await shot('两数不符');
    await fill(page(), { counted: '23', rightsRevokedOn: '0' });
    await press(page(), 'Enter');
    await expect(page().locator('.dec')).toContainText('ZT-2026-00070');
    await shot('没有差异说明');
    await fill(page(), { differences: 'ZT-2026-00070 下落不明，移交后由慕容档继续查找。' });
    await verdict('需审批后办结');
    await walkTo(page(), 'approvalReason');
    await page().keyboard.type('轮岗交接');
    await shot('待审签');
    await press(page(), 'Ctrl+S');
    await expect(page().getByText(/已送审，审批单 SP-/)).toBeVisible();
    await desk.leaderAgrees('轮岗交接', '领导审签');
  });

  await test.step('both confirm by password; the list with its differences is printed', async () => {
    await desk.sit('clerk');
    await expect(page().getByText(/未完成的登记/)).toHaveCount(0);
    await press(page(), 'Ctrl+8');
    await expect(page().getByRole('heading', { level: 1, name: '审批' })).toBeVisible();
    await press(page(), 'Ctrl+PageDown');
    await verdict('需第二人在场');
    await shot('照批准的办结');
    await press(page(), 'Ctrl+S');
    await expect(page().getByRole('dialog', { name: '需第二人在场' })).toBeVisible();
    await page().keyboard.type(next.account);
    await press(page(), 'Tab');
    await page().keyboard.type(next.password);
    await press(page(), 'Enter');
    await expect(page().getByText(/已照批准的办理/)).toBeVisible();
    await shot('已办结');
    await desk.record('YJ-2026-002');
    await expect(page().getByText('ZT-2026-00070').first()).toBeVisible();
    await shot('移交记录');
  });

  await test.step('afterwards the old clerk cannot, the new one can', async () => {
    await cabinet();
    await expect(page().locator('.dec')).toContainText('欧阳笺已移交保密员岗位');
    await shot('移交人不得登记');
    await desk.sit(next);
    await cabinet();
    await verdict('可以登记');
    await press(page(), 'Ctrl+S');
    await expect(page().getByText(/✔ 已登记/)).toBeVisible();
    await shot('接收人已登记');
    await desk.record('ZT-2026-00065');
    await expect(page().getByText('慕容档').first()).toBeVisible();
    await shot('责任人已换');
  });
  expect((await complaints(page())).filter((c) => !/index\.html/.test(c))).toEqual([]);
});
