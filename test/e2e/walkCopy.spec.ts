import { clerkDesk, hasCursor } from './clerkDesk.ts';
import { expect, test } from './demo.ts';
import { fill, press, walkTo } from './hands.ts';

const request = { quantity: '2', operator: '欧阳笺', reason: '演练分发', machine: '涉密复印机 FY-01', place: '本单位文印室' } as const;

test('copies approved on paper: printed form, result entered, the approved number and not one more, keyboard only', async ({ demo, launchApp }, info) => {
  test.setTimeout(150_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  const at = desk.page;
  await desk.sit('clerk');
  const choose = async (key: 'Ctrl+4' | 'Ctrl+N' = 'Ctrl+4'): Promise<void> => {
    await press(at(), key);
    await expect(at().getByRole('heading', { level: 1, name: '复制摘抄' })).toBeVisible();
    await hasCursor(at(), /^subject$/);
    await press(at(), 'Ctrl+A');
    await at().keyboard.type('应急演练脚本');
    await press(at(), 'Enter');
    // The original and its two copies bear one title: the right one is chosen with the arrows.
    await hasCursor(at(), /^ZT-/);
    await walkTo(at(), /^ZT-2026-00067/, 'ArrowDown');
    await press(at(), 'Enter');
    await hasCursor(at(), /^(kind|pages)$/);
  };
  let number = '';

  await test.step('asked for, and the numbered form printed for signature', async () => {
    await choose();
    await desk.shot('母件');
    await fill(at(), request);
    await desk.verdict('需审批后复制');
    await desk.shot('复制，需审批');
    const form = await desk.print('F8');
    number = /SP-\d{4}-\d{4}/.exec(form)?.[0] ?? '';
    expect(number).not.toBe('');
    expect(form).toContain('复印审批表');
    expect(form).toMatch(/2\s*份/);
    await desk.shot('已打印待签');
    await expect(at().getByText(`审批单 ${number}`)).toBeVisible();
  });

  await test.step('it waits for its signature among the approvals; the signed result is entered', async () => {
    await press(at(), 'Ctrl+8');
    await expect(at().getByRole('heading', { level: 1, name: '审批' })).toBeVisible();
    const row = at().getByRole('grid', { name: '审批单' }).getByRole('row').filter({ hasText: number });
    await expect(row).toContainText('待签字');
    await desk.shot('审批，待签');
    for (let i = 0; i < 12 && !((await row.getAttribute('aria-selected')) === 'true'); i += 1) await press(at(), 'ArrowDown');
    await fill(at(), { verdict: '同意', signedBy: '闻人录', signedOn: '0', opinion: '同意复制两份。', paperFile: '审批单 2026 年第 2 册' });
    await desk.verdict('可以录入');
    await desk.shot('录入纸面结果');
    await press(at(), 'Ctrl+S');
    await expect(at().getByText(`${number} 纸面结果已录入`)).toBeVisible();
    await desk.shot('已录入');
    await hasCursor(at());
  });

  const withApproval = async (key: 'Ctrl+4' | 'Ctrl+N', quantity: string): Promise<void> => {
    await choose(key);
    await fill(at(), { ...request, quantity, stamped: '是' });
    await walkTo(at(), 'approval');
    await at().keyboard.type(number);
  };

  await test.step('one more than approved is refused', async () => {
    await withApproval('Ctrl+4', '3');
    await desk.verdict('不得复制');
    await expect(at().locator('.dec')).toContainText('批准 2 份');
    await desk.shot('多一份');
  });

  await test.step('the approved number is registered, each copy a carrier of its own', async () => {
    // The cursor is still in the box of the number; the quantity is put right on the same form.
    await hasCursor(at(), /^approval$/);
    await walkTo(at(), 'quantity');
    await press(at(), 'Ctrl+A');
    await at().keyboard.type('2');
    await desk.verdict('可以复制');
    await desk.shot('可以复制');
    await press(at(), 'Ctrl+S');
    await expect(at().getByRole('status').filter({ hasText: /已登记 .*ZT-\d{4}-\d{5}、ZT-/ })).toBeVisible();
    await desk.shot('已登记复制');
  });

  await test.step('the approval is used up', async () => {
    await withApproval('Ctrl+N', '2');
    await expect(at().locator('.dec')).not.toContainText('可以复制');
    await desk.shot('审批单已用');
    await expect(at().getByText(/已使用|已用/).first()).toBeVisible();
  });
});
