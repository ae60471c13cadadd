import { people } from '#build/demo/people.ts';
import { clerkDesk, pushButton } from './clerkDesk.ts';
import { complaints, expect, test } from './demo.ts';
import { fill, lockByKey, press, signIn, walkTo } from './hands.ts';

const next = { account: 'murong', name: '慕容档', password: 'Mu-Rong#2026-demo' } as const;

test('the clerk’s own post is handed over; only then may the new clerk enter anything, keyboard only', async ({ demo, launchApp }, info) => {
  test.setTimeout(200_000);
  let app: Awaited<ReturnType<typeof launchApp>> | undefined;
  const desk = await clerkDesk(async (args) => (app = await launchApp(args)), demo.vault, info);
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
    await expect(page().getByRole('heading', { name: /^移交 YJ-2026-001/ })).toBeVisible();
    await shot('清册');
    expect(await desk.print('F8', '交接清点')).toContain('ZT-2026-00065');
  });
});
