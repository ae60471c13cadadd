// The procedures of 使用手册 that no walk goes through, in the order and with the keys that the manual gives.
import { clerkDesk, pushButton } from './clerkDesk.ts';
import type { ClerkDesk } from './clerkDesk.ts';
import { expect, test } from './demo.ts';
import { fill, press, walkTo } from './hands.ts';

/** Sends what is filled in for approval, has the leader agree, and does it as approved. */
async function asApproved(desk: ClerkDesk, reason: string): Promise<void> {
  await walkTo(desk.page(), 'approvalReason');
  await desk.page().keyboard.type(reason);
  await desk.post(/已送审，审批单 SP-/);
  await desk.sit('leader');
  await press(desk.page(), 'Ctrl+2');
  await expect(desk.page().getByText(reason).first()).toBeVisible();
  await desk.shot('领导同意');
  await desk.post(/SP-2026-\d+ 已同意/);
  await desk.sit('clerk');
  await press(desk.page(), 'Ctrl+8');
  await expect(desk.page().getByRole('heading', { level: 1, name: '审批' })).toBeVisible();
  await press(desk.page(), 'Ctrl+PageDown');
  await expect(desk.page().locator('.dec')).toBeVisible();
  await desk.shot('照批准的办');
  await desk.post(/已照批准的办理/);
}

/** An act of a carrier's own page, by F4 and the arrows. */
async function choose(desk: ClerkDesk, act: string): Promise<void> {
  await expect(desk.page().getByRole('button', { name: new RegExp(`^${act}\\s*，`) })).toBeVisible();
  await press(desk.page(), 'F4');
  await walkTo(desk.page(), new RegExp(`^.?${act}，`), 'ArrowDown');
  await press(desk.page(), 'Enter');
}

test('sections 6 and 2: a run is approved, printed, its waste destroyed, two copies go by courier and the receipt comes back', async ({ demo, launchApp }, info) => {
  test.setTimeout(240_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  await desk.sit('clerk');
  const at = desk.page;
  await desk.open('印制');
  await press(at(), 'Ctrl+N');
  await fill(at(), { title: '示范园区用水定额（演示）', docNumber: '青研〔2026〕19号', level: '秘密', period: '5', basisDocument: '示厅函〔2026〕27号', accessScope: '南宫砚、慕容档', copies: '3', noReturn: '是', drafter: '南宫砚', department: '规划科', machine: 'JSJ-301', operator: '南宫砚' });
  await walkTo(at(), 'distribution', 'Tab');
  await at().keyboard.type('示例省青岭厅 2');
  await walkTo(at(), 'signed');
  await at().keyboard.type('科室负责人 钟离书\n主管领导 闻人录\n单位负责人 公孙批');
  await press(at(), 'Tab');
  await desk.verdict('需审批后送印');
  await desk.shot('印制登记');
  await asApproved(desk, '印发有关单位');

  await desk.open('印制');
  await pushButton(at(), '打开');
  await fill(at(), { copiesMade: '3', filedCopies: '1', pages: '8', typist: '南宫砚', proofreader: '慕容档', proofs: '2', wasteSheets: '3', master: '已清除', custodian: '欧阳笺', place: '4号柜2格', cabinetKind: '密码文件柜' });
  await desk.verdict('可以印制完成');
  await desk.shot('印制完成');
  await desk.post('存档、余存');
  await expect(at().getByRole('heading', { name: '销毁废页' })).toBeVisible();
  await fill(at(), { sheets: '5', executor: '东方簿', witness: '闻人录' });
  await desk.verdict('可以销毁废页');
  await press(at(), 'Ctrl+S');
  await expect(at().getByRole('heading', { name: '销毁废页' })).toHaveCount(0);
  await desk.shot('废页已销毁');

  await press(at(), 'F7');
  // The copy that is filed stays here.
  await expect(at().getByText('已列 2 件')).toBeVisible();
  await press(at(), 'Ctrl+N');
  await fill(at(), { recipient: '示例省青岭厅', addressee: '司徒收', checkedBy: '东方簿' });
  await desk.shot('发文登记');
  await desk.post(/已登记 FW-/);
  expect(await desk.print('F8', '交付')).toContain('青研〔2026〕19号');
  await press(at(), 'Ctrl+PageDown');
  await pushButton(at(), '投送');
  await fill(at(), { channel: '专人', envelope: '青研机字第2号', sealed: '是', itemsListed: '是', couriers: '南宫砚', route: '沿湖东路直达', vehicle: '公务车', measures: '密码箱' });
  await desk.shot('机要投送');
  await desk.post(/已登记 TS-/);
  await press(at(), 'Ctrl+PageDown');
  // The list has the button; the choice of acts above bears the same words.
  await at().getByRole('button', { name: '登记回执' }).nth(1).focus();
  await press(at(), 'Enter');
  await fill(at(), { receivedBy: '司徒收', count: '2', receiptNumber: '回字第9号' });
  await desk.shot('登记回执');
  await press(at(), 'Ctrl+S');
  await expect(at().getByText('没有未回执的投送。')).toBeVisible();
});

test('sections 8 and 5: a notebook is registered, issued, written into, counted back', async ({ demo, launchApp }, info) => {
  test.setTimeout(240_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  await desk.sit('clerk');
  const at = desk.page;
  await desk.open('登记载体');
  await fill(at(), { title: '保密本', carrierKind: '保密本', level: '机密', period: '10', copySerial: '1', pages: '100', accessScope: '慕容档', custodian: '欧阳笺', place: '4号柜1格', cabinetKind: '密码文件柜' });
  await desk.shot('登记保密本');
  await desk.verdict('可以登记');
  await press(at(), 'Ctrl+S');
  const said = at().getByText(/✔ 已登记 ZT-2026-\d{5}/);
  await expect(said).toBeVisible();
  const number = /ZT-2026-\d{5}/.exec((await said.textContent()) ?? '')?.[0] ?? '';
  expect(number).not.toBe('');
  await desk.record(number);
  await choose(desk, '领用保密本');
  await fill(at(), { holder: '慕容档', pages: '100', dueOn: '+30' });
  await desk.shot('领用保密本');
  await desk.post(/已登记领用保密本/);

  await press(at(), 'Ctrl+4', 'Ctrl+PageDown');
  await walkTo(at(), 'subject');
  await at().keyboard.type('ZT-2026-00065');
  await press(at(), 'Enter');
  await fill(at(), { by: '慕容档', notebook: number, pages: '2', reason: '编制年度计划', content: '第三部分第二段' });
  await desk.verdict('需审批后摘抄');
  await desk.shot('摘抄');
  await asApproved(desk, '编制年度计划');

  await desk.record(number);
  await expect(at().getByText('慕容档').first()).toBeVisible();
  await choose(desk, '交回保密本');
  await fill(at(), { pages: '99', used: '2' });
  await expect(at().locator('.dec')).toContainText(/缺|少|页/);
  await desk.shot('缺页');
  await fill(at(), { pages: '100' });
  await desk.post(/已登记交回保密本/);
  await desk.open('保密本领用登记簿');
  await desk.shot('保密本领用登记簿');
});

test('sections 9 and 14: papers called in are returned one by one; a telegram is received, read, answered and sent back', async ({ demo, launchApp }, info) => {
  test.setTimeout(240_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  await desk.sit('clerk');
  const at = desk.page;
  await desk.open('清退收缴');
  await pushButton(at(), '办理');
  await expect(at().getByText('还在册')).toBeVisible();
  expect(await desk.print('F8', '清退')).toContain('ZT-2026-00079');
  await pushButton(at(), '清退');
  await fill(at(), { to: '示例省青岭厅', noticeNumber: '示厅函〔2026〕90号', receivedBy: '司徒收' });
  await desk.shot('清退一件');
  await desk.post(/已登记清退/);
  await desk.open('清退收缴');
  await pushButton(at(), '办理');
  await expect(at().getByText('都已清退、归档或销毁。')).toBeVisible();
  await fill(at(), { checkedBy: '东方簿' });
  await desk.shot('办结清退');
  await press(at(), 'Ctrl+S');
  await expect(at().getByText('没有未办结的清退。')).toBeVisible();

  await desk.open('密码电报');
  await fill(at(), { telegramNumber: '示电〔2026〕15号', title: '关于应急供水的电报（演示）', issuer: '示例省青岭厅', level: '秘密', period: '5', keeper: '欧阳笺', place: '机要柜1格', accessScope: '南宫砚、东方簿' });
  await desk.verdict('可以登记');
  await desk.shot('收电');
  await press(at(), 'Ctrl+S');
  await expect(at().getByRole('heading', { name: /^MD-2026-0002/ })).toBeVisible();
  await fill(at(), { reader: '南宫砚', purpose: '值守安排', place: '机要室', signature: '纸面签名' });
  await desk.verdict('可以阅读');
  await desk.shot('阅读');
  await press(at(), 'Ctrl+S');
  await expect(at().locator('dl.kv').filter({ hasText: '阅读人' })).toContainText('南宫砚');
  await press(at(), 'Ctrl+PageDown', 'Ctrl+PageDown');
  await fill(at(), { channel: '明' });
  await press(at(), 'Tab');
  await desk.verdict('不得复电');
  await desk.shot('明复密电');
  await press(at(), 'Ctrl+PageDown');
  await fill(at(), { receivedBy: '司徒收' });
  await desk.verdict('可以退还');
  await desk.shot('退还');
  await desk.post('这份电报已退还或销毁。');
});

test('section 13: a level is decided, another changed by notice, the people told, the new mark printed and put on', async ({ demo, launchApp }, info) => {
  test.setTimeout(240_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  await desk.sit('clerk');
  const at = desk.page;
  await desk.open('定密');
  await press(at(), 'Ctrl+PageDown', 'Ctrl+PageDown');
  await at().keyboard.type('ZT-2026-00071');
  await press(at(), 'Enter');
  await expect(at().getByText('扫齐后按 Ctrl+N 填写。')).toBeVisible();
  await press(at(), 'Ctrl+N');
  await fill(at(), { notice: '变更密级或期限', noticeNumber: '示厅密〔2026〕9号', noticeFrom: '示例省青岭厅', noticeOn: '0', decidedOn: '-1', level: '秘密', period: '3年' });
  await desk.shot('收到通知');
  await desk.post(/✔ 已登记 1 件/);
  await press(at(), 'Ctrl+PageUp', 'Ctrl+PageUp');
  await desk.shot('未办结');
  await pushButton(at(), '打开');
  await desk.shot('打开');
  expect(await desk.print('F8', '归档')).toContain('示厅密〔2026〕9号');
  await walkTo(at(), 'notifiedOn');
  await desk.verdict('可以登记通知');
  await press(at(), 'Ctrl+S');
  await expect(at().getByRole('heading', { name: '登记通知' })).toHaveCount(0);
  // F7 goes on to the mark with this carrier on the pile.
  await press(at(), 'F7');
  for (const made of [false, true]) {
    if (made) {
      await press(at(), 'Ctrl+PageDown');
      await at().keyboard.type('ZT-2026-00071');
      await press(at(), 'Enter');
    }
    await expect(at().getByText('扫齐后按 Ctrl+N 填写。')).toBeVisible();
    await press(at(), 'Ctrl+N');
    // The second form has one box, with today in it: an Enter there would already be the entry.
    if (!made) await fill(at(), { change: '是' });
    if (!made) await press(at(), 'Enter');
    await expect(at().locator('.dec').getByRole('heading').first()).toContainText(/^可以/);
    await desk.shot('标志');
    await press(at(), 'Ctrl+S');
    await expect(at().getByText(made ? '已登记 1 件' : '请打印标签，贴好后在“作好标志”登记。')).toBeVisible();
    if (!made) expect(await desk.print('F8', '贴标')).toContain('秘密★3年');
  }
  await desk.record('ZT-2026-00071');
  await expect(at().getByText('秘密★3年').first()).toBeVisible();
  await desk.shot('新标志');
});

test('sections 16 and 20: a parameter is changed after a preview, the whole ledger is checked, a finding is explained', async ({ demo, launchApp }, info) => {
  test.setTimeout(240_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  await desk.sit('security');
  await press(desk.page(), 'Ctrl+2');
  await fill(desk.page(), { find: 'loan.days', value: '31' });
  await expect(desk.page().getByText(/1–30/).first()).toBeVisible();
  await fill(desk.page(), { reason: '保密委会议定' });
  await expect(desk.page().locator('.dec')).toContainText(/不得|30/);
  await desk.shot('超出法定范围');
  await fill(desk.page(), { value: '1' });
  await expect(desk.page().getByText(/^变更后/).first()).toBeVisible();
  await fill(desk.page(), { reason: '保密委会议定' });
  await desk.shot('变更前先看影响');
  await desk.post(/✔ 已变更/);
  await desk.sit('clerk');
  const at = desk.page;
  await desk.open('全面核查');
  await press(at(), 'F5');
  await expect(at().getByText(/核查 \d+ 项、\d+ 条登记，有 \d+ 处待处理/)).toBeVisible({ timeout: 30_000 });
  await press(at(), 'F2');
  await fill(at(), { explanation: '已发函查询原定密机关，收到答复后办理。' });
  await desk.verdict('可以说明');
  await desk.shot('说明');
  await press(at(), 'Ctrl+S');
  await expect(at().getByText(/已说明/).first()).toBeVisible();
  await desk.shot('已说明');
});

test('section 12: a person who leaves hands over what he holds, and the clearance sheet says so', async ({ demo, launchApp }, info) => {
  test.setTimeout(240_000);
  const desk = await clerkDesk(launchApp, demo.vault, info);
  await desk.sit('clerk');
  const at = desk.page;
  await desk.open('移交');
  await pushButton(at(), '打开');
  expect(await desk.print('F7', '离岗清退')).toContain('司徒印');
  await fill(at(), { counted: '7' });
  await press(at(), 'Enter');
  await desk.verdict('不得办结');
  await desk.shot('两数不符');
  await fill(at(), { counted: '8', rightsRevokedOn: '0' });
  await press(at(), 'Enter');
  await expect(at().locator('.dec').getByRole('heading').first()).toContainText(/办结/);
  await desk.shot('两数相符');
});
