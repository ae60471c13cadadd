import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, recordById } from '#electron/vault/read.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import type { Actor } from '#shared/roles.ts';
import { breaches } from '#test/helpers/arbitrariesBooks.ts';
import { approved, clerk, openDesk, paper, reader, secadmin, sysadmin } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { told } from '../queries/support.ts';

const heir: Actor = { account: 'heir', name: '宗政接', roles: ['clerk'] };
const others = { electronicFiles: 0, devices: 1, media: 0, notebooks: 2, passes: 1, keys: 3, doorRights: 1 };
let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  for (const [account, name] of [['clerk', '欧阳笺'], ['heir', '宗政接']] as const) desk.must('account.create', { account, name, roles: ['clerk'], password: 'Qx7#mwvT2!kk' }, sysadmin);
  desk.must('person.register', reader('南宫砚'));
  for (const n of [3, 4]) desk.must('carrier.enter', paper(`第${n}件`, { copySerial: `00000${n}` }));
});
afterEach(() => {
  expect(breaches(desk)).toEqual([]);
  desk.close();
});

type Line = { rule: string; dueOn: string; titleZh: string };
const dueOf = (rules: readonly string[], actor: Actor = clerk): string[] => told<Line[]>(desk, 'due', { within: 0 }, actor).filter((d) => rules.includes(d.rule)).map((d) => `${d.rule} ${d.dueOn} ${d.titleZh}`);
const livesOf = (register: RegisterKey, record: number): string[] => told<{ sentenceZh: string }[]>(desk, 'record.life', { register, record }).map((e) => e.sentenceZh);
const post = { kind: 'post', cause: '轮岗', giver: '欧阳笺', giverAccount: 'clerk', taker: '宗政接', takerAccount: 'heir', supervisor: '闻人录' };
const close = (counted: number): Record<string, unknown> => ({ handover: 1, counted, others, rightsRevokedOn: '2026-11-20', signedFrom: 'own_password', signedTo: 'own_password' });
const refusalOf = (name: string, input: unknown, actor: Actor, second: Actor | null = null) => {
  const result = desk.do(name, input, actor, second);
  return result.ok ? null : result.refusal;
};

describe('the post of the clerk', () => {
  it('goes over with everything under its name, telegrams too, and the old account is shut', () => {
    desk.must('telegram.receive', { telegramNumber: '示电〔2026〕12号', title: '值守电报', issuer: '示例省青岭厅', level: 'secret', period: { years: 10 }, keeper: '欧阳笺', place: '机要柜1格', accessScope: ['南宫砚'] });
    desk.must('handover.open', post);
    expect(dueOf(['P135-D'])).toEqual(['P135-D 2026-11-20 欧阳笺移交 YJ-2026-001 没有办结']);
    expect(refusalOf('carrier.place', { carrier: 1, place: '5号柜' }, heir)).toMatchObject({ kind: 'policy', decision: { outcome: 'deny' } });
    desk.must('handover.close', { ...close(3), approval: approved(desk, 'handover.close', close(3)) }, clerk, heir);
    expect(all(desk.db, 'SELECT DISTINCT custodian FROM carriers').map((r) => r['custodian'])).toEqual(['宗政接']);
    expect(recordById(desk.db, 'telegrams', 1)?.keeper).toBe('宗政接');
    expect(recordById(desk.db, 'handovers', 1)).toMatchObject({ state: 'closed', itemCount: 3, counted: 3, differenceCount: 0, signedTo: 'own_password' });
    expect(livesOf('carriers', 1)[0]).toContain('责任人由欧阳笺改为宗政接，移交清册 YJ-2026-001');
    expect(livesOf('telegrams', 1)[0]).toContain('保管人由欧阳笺改为宗政接');
    expect(refusalOf('carrier.place', { carrier: 1, place: '5号柜' }, clerk)).toMatchObject({ kind: 'policy', messageZh: expect.stringContaining('已移交保密员岗位') as string });
    desk.must('carrier.place', { carrier: 1, place: '5号柜1格' }, heir);
    expect(dueOf(['P135-D'], heir)).toEqual([]);
    expect(dueOf(['P142-D'], sysadmin)).toEqual(['P142-D 2026-11-20 欧阳笺的账户 clerk 应停用']);
    desk.must('account.revoke', { account: 'clerk', reason: '已移交岗位' }, sysadmin, secadmin);
    expect(dueOf(['P142-D'], sysadmin)).toEqual([]);
    desk.must('carrier.place', { carrier: 1, place: '3号柜1格' }, heir);
  });

  it('may come back to who gave it', () => {
    desk.must('handover.open', post);
    desk.must('handover.close', { ...close(2), approval: approved(desk, 'handover.close', close(2)) }, clerk, heir);
    desk.must('handover.open', { ...post, giver: '宗政接', giverAccount: 'heir', taker: '欧阳笺', takerAccount: 'clerk' }, heir);
    const again = { ...close(2), handover: 2 };
    const asked = desk.must('approval.request', { command: 'handover.close', input: again, reason: '轮岗' }, heir);
    const { id } = (asked.result as { approval: { id: number } }).approval;
    desk.must('approval.decide', { request: id, verdict: 'approved' }, { account: 'leader', name: '闻人录', roles: ['approver'] });
    desk.must('handover.close', { ...again, approval: id }, heir, clerk);
    desk.must('carrier.place', { carrier: 1, place: '5号柜1格' });
    expect(dueOf(['P142-D'], sysadmin)).toEqual(['P142-D 2026-11-20 宗政接的账户 heir 应停用']);
  });

  it('goes on working while it is counted, so that leave for an older list does not fit', () => {
    desk.must('handover.open', post);
    const approval = approved(desk, 'handover.close', close(2));
    desk.must('carrier.enter', paper('又一件', { copySerial: '000009' }));
    const refusal = refusalOf('handover.close', { ...close(3), approval }, clerk, heir);
    expect(refusal).toMatchObject({ kind: 'policy', decision: { outcome: 'deny', reasons: expect.arrayContaining([expect.objectContaining({ rule: 'APPROVAL-BOUND' })]) as unknown } });
    expect(recordById(desk.db, 'handovers', 1)?.state).toBe('open');
  });

  it('owes its handover when the earlier account was closed without one', () => {
    desk.must('account.revoke', { account: 'clerk', reason: '突然离职' }, sysadmin, secadmin);
    expect(refusalOf('carrier.place', { carrier: 1, place: '5号柜' }, heir)).toMatchObject({ messageZh: expect.stringContaining('前任保密员欧阳笺名下') as string });
    desk.must('handover.open', { ...post, giver: '欧阳笺' }, heir);
    const input = { ...close(2), signedFrom: 'ink' };
    const { id } = (desk.must('approval.request', { command: 'handover.close', input, reason: '突然离职' }, heir).result as { approval: { id: number } }).approval;
    const leader: Actor = { account: 'leader', name: '闻人录', roles: ['approver'] };
    desk.must('approval.decide', { request: id, verdict: 'approved' }, leader);
    desk.must('handover.close', { ...input, approval: id }, heir, leader);
    desk.must('carrier.place', { carrier: 1, place: '5号柜1格' }, heir);
  });
});

describe('a holder who leaves', () => {
  it('is called on for what he holds until it is back, then cleared', () => {
    const lend = { carrier: 1, borrower: '南宫砚', reason: '编制方案' };
    desk.must('carrier.lend', { ...lend, approval: approved(desk, 'carrier.lend', lend) });
    desk.must('person.leavePost', { person: '南宫砚', reason: '调离' });
    expect(dueOf(['P137'])).toEqual(['P137 2026-11-20 南宫砚手中和名下还有 1 件']);
    desk.must('handover.open', { kind: 'holder', cause: '调离', person: '南宫砚', giver: '南宫砚', taker: '欧阳笺' });
    const out = { handover: 1, counted: 0, others, signedFrom: 'ink', signedTo: 'ink', rightsRevokedOn: '2026-11-20', keptPrivately: false };
    expect(refusalOf('handover.close', out, clerk)).toMatchObject({ kind: 'policy', decision: { reasons: [{ rule: 'P134' }] } });
    desk.must('carrier.giveBack', { carrier: 1, pagesChecked: true, intact: true });
    expect(dueOf(['P137'])).toEqual([]);
    desk.must('handover.close', out);
    expect(livesOf('handovers', 1)[0]).toContain('清点 0 件，移交人纸面签名、接收人纸面签名，权限 2026-11-20 取消');
  });
});

describe('a cipher telegram', () => {
  it('ends with its batch when it is destroyed', () => {
    desk.must('telegram.receive', { telegramNumber: '示电〔2026〕12号', title: '值守电报', issuer: '示例省青岭厅', level: 'secret', period: { years: 10 }, keeper: '欧阳笺', place: '机要柜1格', accessScope: ['南宫砚'] });
    for (const name of ['慕容档', '钟离书']) desk.must('person.register', reader(name));
    const list = { carriers: [3], reason: '用毕', method: 'shred', place: 'authority_facility' };
    desk.must('carrier.destroy.propose', { ...list, approval: approved(desk, 'carrier.destroy.propose', list) });
    desk.must('carrier.destroy.execute', { destruction: 1, countBefore: 1, countAfter: 1, executor: '司马执', witness1: '慕容档', witness2: '钟离书', escorts: ['慕容档', '钟离书'], receiptNumber: 'HZ-1', unrecoverable: true }, clerk, { account: 'zhongli', name: '钟离书', roles: ['approver'] });
    expect([recordById(desk.db, 'telegrams', 1)?.state, recordById(desk.db, 'carriers', 3)?.state]).toEqual(['destroyed', 'destroyed']);
    expect(livesOf('telegrams', 1)[0]).toContain('随销毁批次 XH-2026-001 销毁');
  });
});
