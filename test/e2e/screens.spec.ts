import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { people } from '#build/demo/people.ts';
import { complaints, expect, test } from './demo.ts';
import { press, signIn } from './hands.ts';

// The addresses and who may open them, read from where they are written down.
const source = readFileSync(path.resolve('renderer/app/routes.tsx'), 'utf8');
const named: Readonly<Record<string, readonly string[]>> = { everyone: Object.values(people).flatMap((p) => [...p.roles]), registersOf: ['clerk', 'approver'], clerk: ['clerk'] };
const routes = [...source.matchAll(/\{ path: '([^']+)', titleZh: '([^']+)', roles: ([^,[]+|\[[^\]]+\]),/g)].map(([, address = '', titleZh = '', roles = '']) => ({ address, titleZh, roles: named[roles] ?? [...roles.matchAll(/'(\w+)'/g)].map((m) => m[1] ?? '') }));

/** What the search box calls a screen, where that is not its own title. */
const calledBy: Readonly<Record<string, string>> = { accounts: '改口令', policy: '制度与规则' };

/** /register/carriers/12?x → register/:id/:record */
function patternOf(href: string): string {
  const parts = href.replace(/\?.*$/, '').split('/').filter((p) => p !== '');
  const fits = routes.filter((r) => r.address.split('/').length === parts.length && r.address.split('/').every((p, i) => p.startsWith(':') || p === parts[i]));
  return (fits.find((r) => !r.address.includes(':')) ?? fits[0])?.address ?? href;
}

test('the list of addresses is read whole', () => {
  expect(routes.length).toBe([...source.matchAll(/\{ path: '/g)].length - 2);
  expect(routes.every((r) => r.roles.length > 0)).toBe(true);
});

/** What one test walks: the clerk has so many books that they are a walk of their own. */
const walks = Object.entries(people).flatMap(([who, person]) => (who === 'clerk' ? (['screens', 'books'] as const) : (['all'] as const)).map((part) => ({ who, person, part })));
const ofBooks = (address: string): boolean => address.includes(':');

/** What has a screen of its own on which it is dealt with, and a book in which it is found. */
const dealings = [
  ['涉密人员台账', '/people/1'], ['涉密计算机台账', '/computers/1'], ['销毁登记簿', '/destruction/1'], ['制作印制登记簿', '/print-room/1'], ['文件传阅登记簿', '/circulation/1'],
  ['定密变更解密登记簿', '/levels/1'], ['清点核对记录', '/stocktake/1'], ['清退登记簿', '/recall/1'], ['移交清册', '/handover/1'], ['密码电报登记簿', '/telegrams/1'],
] as const;

for (const { who, person, part } of walks) {
  test(`every screen of ${person.name} is reached, readable and quiet: ${who}, ${part}`, async ({ demo, launchApp }, info) => {
    test.setTimeout(400_000);
    const app = await launchApp(['--vault', demo.vault]);
    const page = await app.firstWindow();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => {
      const w = window as unknown as { violated: string[] };
      w.violated = [];
      document.addEventListener('securitypolicyviolation', (e) => w.violated.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
    });
    const reached = new Set<string>();
    const found: string[] = [];
    let shots = 0;
    const look = async (name: string, address: string): Promise<void> => {
      reached.add(patternOf(address));
      await expect(page.locator('.skeleton, [aria-busy=true]')).toHaveCount(0);
      await page.waitForTimeout(150);
      shots += 1;
      await page.screenshot({ path: info.outputPath(`${String(shots).padStart(2, '0')}-${name.replaceAll('/', '_')}.png`) });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      for (const v of violations) if (v.impact === 'serious' || v.impact === 'critical') found.push(`${name}: ${v.id} ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
    };
    await look('登录', '/');
    await signIn(page, person.account, person.password);

    for (const href of await hrefs(page, '.rail a')) {
      if (part === 'books' && !href.startsWith('/shelf/')) continue;
      await page.locator(`.rail a[href="${href}"]`).first().click();
      await expect(page.locator('.main h1')).toBeVisible();
      await look(href.slice(1).replaceAll('?', '_'), href);
      if (part === 'screens' || !href.startsWith('/shelf/')) continue;
      for (const book of await hrefs(page, '.main a[href^="/register/"]')) {
        await page.locator(`.main a[href="${book}"]`).first().click();
        await expect(page.locator('.main h1')).toBeVisible();
        await look(book.slice(1), book);
        await showAll(page);
        if ((await page.locator('.rg [role=row].gr:not(.gh)').count()) > 0) {
          await page.locator('.rg-body').first().focus();
          await press(page, 'Enter');
          await expect(page.locator('.rg-body')).toHaveCount(0);
          await look(`${book.slice(1)}-1`, `${book}/1`);
        }
        await page.locator(`.rail a[href="${href}"]`).first().click();
      }
    }
    // What has no place in the rail is asked for by name.
    const byName = routes.filter((r) => r.roles.includes(person.roles[0]) && !ofBooks(r.address) && part !== 'books' && !reached.has(r.address));
    for (const r of byName) {
      await press(page, 'Ctrl+K');
      const name = calledBy[r.address] ?? r.titleZh;
      await page.keyboard.type(name);
      await expect(page.getByRole('option').first()).toContainText(name);
      await press(page, 'Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await look(r.titleZh, `/${r.address}`);
    }
    await press(page, 'F1');
    await look('按键', '/today');
    await press(page, 'Escape');

    // The screens of one person, machine or batch: from its record, by what can be done with it.
    if (part === 'books') {
      for (const [book, address] of dealings) {
        await press(page, 'Ctrl+K');
        await page.keyboard.type(book);
        await expect(page.getByRole('option').first()).toContainText(book);
        await press(page, 'Enter');
        await expect(page.getByRole('heading', { level: 1, name: book })).toBeVisible();
        await showAll(page);
        await expect(page.locator('.rg [role=row].gr:not(.gh)').first()).toBeVisible();
        await page.locator('.rg-body').first().focus();
        await press(page, 'Enter');
        await expect(page.locator('.rg-body')).toHaveCount(0);
        await press(page, 'Ctrl+N');
        await expect(page.locator('.idbar')).toHaveCount(0);
        await look(`${book}，办理`, address);
      }
    }

    const wanted = routes.filter((r) => r.roles.includes(person.roles[0]) && (part === 'all' || ofBooks(r.address) === (part === 'books'))).map((r) => r.address);
    expect({ missing: wanted.filter((a) => !reached.has(a)), found }).toEqual({ missing: [], found: [] });
    // At sign-in the program itself tries whether the page can fetch its own file: exactly that one, refused, is wanted.
    const violated = await page.evaluate(() => (window as unknown as { violated: string[] }).violated);
    expect(violated.filter((v) => !/^connect-src \S+\/index\.html $/.test(v))).toEqual([]);
    expect((await complaints(page)).filter((c) => !/index\.html.*connect-src|connect-src.*index\.html|Fetch API cannot load/s.test(c))).toEqual([]);
  });
}

const hrefs = (page: Page, selector: string): Promise<string[]> => page.locator(selector).evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute('href') ?? ''))].filter((h) => h !== ''));

/** A book whose first view is empty may have lines in the last one: 全部. */
async function showAll(page: Page): Promise<void> {
  const all = page.getByRole('tab', { name: /^全部/ });
  if ((await page.locator('.rg [role=row].gr:not(.gh)').count()) > 0 || (await all.count()) === 0) return;
  await all.click();
  await page.waitForTimeout(300);
}
