import { people } from '#build/demo/people.ts';
import { expect, test } from './demo.ts';
import { ask, requests } from './fixture.ts';
import { signIn } from './hands.ts';
import { giveOutlets } from './outlets.ts';

// isolation.spec.ts tries everything on a small page; here the page that ships, signed in and with register content on it.
test('the shipped page, signed in, reaches nothing and gets nothing', async ({ demo, launchApp }) => {
  const app = await launchApp(['--vault', demo.vault]);
  const page = await app.firstWindow();
  await signIn(page, people.clerk.account, people.clerk.password);
  const before = page.url();

  await page.evaluate(giveOutlets);
  const tried = await page.evaluate(async () => {
    const url = 'https://net.example/';
    const { attempt, element, results } = window.outlets;
    await Promise.all([
      attempt('fetch', () => fetch(url).then(() => 'open')),
      attempt('fetch own', () => fetch('index.html').then(() => 'open')),
      attempt('socket', () => new Promise((resolve, reject) => { const s = new WebSocket('wss://net.example/'); s.onopen = () => resolve('open'); s.onerror = reject; })),
      attempt('image', () => element('img', { src: url })),
      attempt('frame', () => element('iframe', { src: url }).then((r) => (document.querySelector('iframe')?.contentDocument?.body.childElementCount ? r : 'refused'))),
      attempt('import', () => import(url).then(() => 'open')),
      attempt('worker', () => { new Worker(url); return 'open'; }),
      attempt('markup', () => { document.body.insertAdjacentHTML('beforeend', '<img src=x>'); return 'open'; }),
      attempt('code', () => { const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.head.append(s); return 'ran' in window ? 'open' : 'refused'; }),
      attempt('beacon', () => { navigator.sendBeacon(url, 'x'); return 'nothing'; }),
    ]);
    return results;
  });
  expect(Object.entries(tried).filter(([, result]) => result === 'open')).toEqual([]);

  const granted = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi', 'local-fonts'];
    const states = await Promise.all(names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then((p) => p.state, () => 'denied')));
    return names.filter((_, i) => states[i] === 'granted');
  });
  expect(granted).toEqual([]);

  await page.evaluate(async () => {
    const wait = (): Promise<void> => new Promise((r) => setTimeout(r, 120));
    for (const url of ['https://evil.example/', 'file:///etc/passwd', 'data:text/html,x', '/other.html']) {
      try { location.href = url; } catch { /* refused */ }
      await wait();
      try { window.open(url); } catch { /* refused */ }
      await wait();
    }
  });
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
  expect((await requests(app)).network).toEqual([]);
  // Still the program: the page that tried all this is where it was and signed in.
  expect(await page.evaluate(() => document.querySelector('.main h1')?.textContent)).toContain('今日');
});

test('the bridge of the shipped page answers only by name and never says more than the role may know', async ({ demo, launchApp }) => {
  const app = await launchApp(['--vault', demo.vault]);
  const page = await app.firstWindow();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  expect(await ask(page, 'record.list', { register: 'carriers' })).toMatchObject({ ok: false, refusal: { kind: 'locked' } });
  await signIn(page, people.audit.account, people.audit.password);
  for (const [name, input] of [['__proto__', {}], ['toString', {}], ['no.such', {}], ['record.list', { register: 'carriers' }], ['record.list', { register: 'carriers; DROP TABLE carriers' }]] as const) {
    expect(await ask(page, name, input), name).toMatchObject({ ok: false });
  }
  const done = await page.evaluate(() => window.shoumi.do('carrier.enter', { title: 'x' }));
  expect(done).toMatchObject({ ok: false });
});
