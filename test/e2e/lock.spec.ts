import { people } from '#build/demo/people.ts';
import { expect, test } from './demo.ts';
import { ask } from './fixture.ts';
import { press, signIn } from './hands.ts';

const clerk = people.clerk;

test('the page goes with its renderer, when nobody touches the terminal', async ({ demo, launchApp }) => {
  const app = await launchApp(['--vault', demo.vault]);
  const page = await app.firstWindow();
  // The five minutes of the program are six seconds of this test: its clock for long waits runs faster, everything else is as it ships.
  await app.evaluate(() => {
    const usual = globalThis.setTimeout;
    const hurried = (run: () => void, ms?: number): unknown => usual(run, ms !== undefined && ms >= 250_000 && ms <= 300_000 ? (ms - 240_000) / 10 : ms);
    globalThis.setTimeout = hurried as unknown as typeof setTimeout;
  });
  await signIn(page, clerk.account, clerk.password);
  const before = await app.rendererPids();
  await page.evaluate(() => { (window as unknown as { left: string }).left = 'behind'; });
  await expect(page.getByText(/\d+ 秒后锁定，按任意键继续。/)).toBeVisible();
  const next = await app.nextWindow(page);
  await expect(next.getByRole('heading', { name: '登录' })).toBeVisible();
  expect(page.isClosed()).toBe(true);
  expect((await app.rendererPids()).filter((pid) => before.includes(pid))).toEqual([]);
  expect(await next.evaluate(() => 'left' in window)).toBe(false);
  expect(await ask(next, 'today', {})).toMatchObject({ ok: false, refusal: { kind: 'locked' } });
  // Nothing of the content is in what is shown.
  expect(await next.locator('body').innerText()).not.toMatch(/ZT-2026|SW-2026/);
});

test('a wrong passphrase is said so, and repeated ones lock the account and name who can lift it', async ({ demo, launchApp }) => {
  test.setTimeout(180_000);
  const app = await launchApp(['--vault', demo.vault]);
  const page = await app.firstWindow();
  const tell = page.locator('.row-field .err');
  const unlock = (password: string): Promise<{ ok: boolean; refusal?: { waitSeconds?: number; messageZh: string } }> => page.evaluate(([account, given]) => window.shoumi.session('unlock', { account, password: given }) as never, [clerk.account, password] as const);
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await press(page, 'Space', 'Tab');
  await page.keyboard.type('Wrong#2026-word');
  await press(page, 'Enter');
  await expect(tell).toContainText('口令');
  const said: string[] = [];
  for (let i = 0; i < 12 && !said.some((s) => s.includes('锁定')); i += 1) {
    const reply = await unlock('Wrong#2026-word');
    expect(reply.ok).toBe(false);
    said.push(reply.refusal?.messageZh ?? '');
    await page.waitForTimeout(Math.min(12, reply.refusal?.waitSeconds ?? 0) * 1000 + 50);
  }
  expect(said.at(-1)).toMatch(/锁定.*安全保密管理员/);
  // The right one no longer opens either.
  expect((await unlock(clerk.password)).ok).toBe(false);
});

test('a second start opens no second window', async ({ demo, launchApp }) => {
  const app = await launchApp(['--vault', demo.vault]);
  const page = await app.firstWindow();
  await signIn(page, clerk.account, clerk.password);
  await app.evaluate(({ app: program }) => void program.emit('second-instance', {}, [], ''));
  await page.waitForTimeout(300);
  expect(app.windows()).toHaveLength(1);
  // Another program on the same books is refused while these are open.
  const second = await launchApp(['--vault', demo.vault], { dataDir: `${demo.vault}-other` });
  const other = await second.firstWindow();
  const reply = await other.evaluate(([account, password]) => window.shoumi.session('unlock', { account, password }), [clerk.account, clerk.password] as const);
  expect(reply).toMatchObject({ ok: false });
  expect(JSON.stringify(reply)).toMatch(/另一|已在|打开|占用/);
});

test('nothing that was acknowledged is lost, when the program is killed in the middle of work', async ({ demo, launchApp }) => {
  const app = await launchApp(['--vault', demo.vault]);
  const page = await app.firstWindow();
  await signIn(page, clerk.account, clerk.password);
  const acknowledged: string[] = [];
  let sent = 0;
  const post = (n: number): Promise<unknown> =>
    page.evaluate((i) => window.shoumi.do('carrier.enter', { title: `断电前登记之${i}`, level: 'confidential', period: { years: 5 }, place: '3号柜', custodian: '欧阳笺', cabinetKind: 'code_cabinet', source: 'received', docNumber: `青研函〔2026〕${500 + i}号`, copySerial: '000001', accessScope: ['南宫砚'] }), n);
  const writing = (async () => {
    for (; sent < 400; ) {
      const reply = (await post(sent)) as { ok: boolean; refusal?: { messageZh: string } };
      if (!reply.ok) throw new Error(reply.refusal?.messageZh);
      acknowledged.push(`断电前登记之${sent}`);
      sent += 1;
    }
  })().catch(() => undefined);
  await expect.poll(() => acknowledged.length).toBeGreaterThan(10);
  app.process().kill('SIGKILL');
  await Promise.race([writing, app.exited]);
  const count = acknowledged.length;

  const again = await launchApp(['--vault', demo.vault], { dataDir: `${demo.vault}-again` });
  const reopened = await again.firstWindow();
  await signIn(reopened, clerk.account, clerk.password);
  const list = (await ask(reopened, 'record.list', { register: 'carriers', search: '断电前登记', limit: 500 })) as { value: { entries: { values: { title: string } }[] } };
  const titles = new Set(list.value.entries.map((e) => e.values.title));
  expect(acknowledged.slice(0, count).filter((t) => !titles.has(t))).toEqual([]);
  expect(await ask(reopened, 'verify', { pages: true })).toMatchObject({ ok: true, value: { ok: true } });
});
