import { clerkDesk, hasCursor, pushButton } from './clerkDesk.ts';
import { expect, test } from './demo.ts';
import { fill, press, walkTo } from './hands.ts';

const going = { traveller: '南宫砚', destination: '示例市会展中心', dueOn: '+1', reason: '参加示范园区方案评审', measures: '密码箱，随身携带，不离人', counted: '2' } as const;

test('carried out with approval and a packing list in two copies, counted on return, keyboard only', async ({ demo, launchApp }, info) => {
  test.setTimeout(150_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  const at = desk.page;
  await desk.sit('clerk');
  const pack = async (): Promise<void> => {
    await desk.open('携带外出');
    for (const tail of ['00065', '00068']) {
      await walkTo(at(), '逐件扫码，或输编号尾数');
      await at().keyboard.type(tail);
      await press(at(), 'Enter');
      await expect(at().getByRole('listitem').filter({ hasText: `ZT-2026-${tail}` })).toBeVisible();
    }
    await press(at(), 'Ctrl+N');
    await fill(at(), going);
  };

  await test.step('asked for on the screen', async () => {
    await pack();
    await desk.verdict('需审批后外出');
    // A disc goes too: the rules want somebody named who keeps it, and the key leads there.
    await expect(at().locator('.dec')).toContainText('须填写');
    await desk.shot('外出，还缺一项');
    await press(at(), 'Ctrl+S');
    await hasCursor(at(), /^keeper$/);
    await at().keyboard.type('南宫砚');
    await expect(at().locator('.dec')).not.toContainText('须填写');
    await desk.shot('外出，需审批');
    await desk.post(/已送审，审批单 SP-/);
    await desk.shot('已送审');
  });

  let number = '';
  await test.step('approved by the leader', async () => {
    number = /SP-\d{4}-\d{4}/.exec(await at().getByText(/已送审，审批单 SP-/).first().innerText())?.[0] ?? '';
    await desk.sit('leader');
    await press(at(), 'Ctrl+2');
    await expect(at().getByText('参加示范园区方案评审').first()).toBeVisible();
    // The leader reads where it goes and how it is guarded, in words.
    for (const words of [going.destination, going.measures, '公务', '应返回日期']) await expect(at().getByText(words, { exact: true }).first()).toBeVisible();
    await desk.shot('领导审批');
    await desk.post(`${number} 已同意`);
    await desk.sit('clerk');
  });

  await test.step('packed and out, the list printed in two copies', async () => {
    await pack();
    await fill(at(), { keeper: '南宫砚' });
    await walkTo(at(), 'approval');
    await at().keyboard.type(number);
    await desk.verdict('可以外出');
    await desk.shot('可以外出');
    await desk.post('已登记外出');
    await expect(at().getByText('有 1 份未完成的登记')).toHaveCount(0);
    await desk.shot('已登记外出');
    const list = await desk.print('F8', '随箱');
    expect(list).toContain('随箱联');
    expect(list).toContain('留存联');
    for (const tail of ['00065', '00068']) expect(list.split(`ZT-2026-${tail}`).length).toBe(3);
    expect(list).toContain('共 2 件');
    await hasCursor(at());
  });

  await test.step('counted when it comes back', async () => {
    await desk.open('携带外出');
    await pushButton(at(), '返回');
    await fill(at(), { counted: '1' });
    await expect(at().locator('.dec')).toContainText('不得');
    await desk.shot('少一件');
    await fill(at(), { counted: '2' });
    await desk.verdict('可以返回');
    await desk.shot('返回清点');
    await desk.post(/已登记 WC-\d{4}-\d{4} 返回/);
    await desk.shot('已返回');
    await expect(at().getByText('没有携带外出的载体。')).toBeVisible();
  });
});
