import { afterAll, describe, expect, it } from 'vitest';
import { dueFor } from '#electron/queries/due.ts';
import { profileFrom } from '#electron/commands/door.ts';
import { all, one } from '#electron/vault/read.ts';
import { search } from '#electron/queries/search.ts';
import { labelDigits } from '#shared/printing.ts';
import { life } from '#electron/queries/life.ts';
import { personKnowledge } from '#electron/queries/knowledge.ts';
import { knowers, where } from '#electron/queries/carrier.ts';
import type { Asking } from '#electron/queries/define.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { dayOf } from '#shared/time.ts';
import { breaches } from '#test/helpers/arbitrariesBooks.ts';
import { approved, clerk, openDesk, paper, reader } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';

const CARRIER = 'ZT-2026-00001';
const desks: Desk[] = [];
afterAll(() => { for (const d of desks) d.close(); });

/** A desk with two readers and one received paper that both may read. */
function received(more: Record<string, unknown> = {}): Desk {
  const desk = openDesk();
  desks.push(desk);
  for (const name of ['南宫砚', '慕容档']) desk.must('person.register', reader(name));
  desk.must('carrier.receive', { title: '关于报送年度计划的通知', level: 'secret', period: { years: 10 }, issuer: '示例省青岭厅', docNumber: '示厅函〔2026〕31号', copySerials: ['000007'], accessScope: ['南宫砚', '慕容档'], custodian: '欧阳笺', place: '3号柜1格', signedBy: '欧阳笺', counted: true, ...more });
  return desk;
}
const route = (desk: Desk, more: Record<string, unknown> = {}): void => {
  const input: Record<string, unknown> = { ...('receipt' in more ? {} : { carrier: CARRIER }), readers: ['南宫砚', '慕容档'], ...more };
  desk.must('carrier.route', { ...input, approval: approved(desk, 'carrier.route', input) });
};
const hand = (desk: Desk, name: string): void => void desk.must('carrier.circulate', { circulation: 'CY-2026-0001', reader: name, signature: 'ink', place: '阅文室' });
const take = (desk: Desk, more: Record<string, unknown> = {}): void => void desk.must('circulation.takeBack', { circulation: 'CY-2026-0001', pagesChecked: true, signature: 'ink', ...more });
const askingOf = (desk: Desk): Asking => {
  const at = desk.now();
  return { db: desk.db, actor: clerk, at, today: dayOf(at), profile: profileFrom(desk.db), terminal: desk.terminal } as unknown as Asking;
};
// What the terminal itself owes (anchors, backups) is not looked at here.
const dueOf = (desk: Desk): string[] => dueFor(askingOf(desk), 0).filter((i) => i.register !== null).map((i) => `${i.rule} ${i.dueOn}`);
const eventsOf = (desk: Desk, register: RegisterKey, record: number | string): string[] => (life(askingOf(desk), { register, record }) as { sentenceZh: string }[]).map((e) => e.sentenceZh.replaceAll('clerk', '欧阳笺')).reverse();

describe('a circulation', () => {
  it('goes from the clerk to each reader and back, and the carrier’s life tells it', () => {
    const desk = received();
    expect(dueOf(desk)).toEqual([]);
    desk.at('2026-11-23T09:00:00');
    expect(dueOf(desk)).toEqual(['P038 2026-11-23']);
    route(desk);
    expect(dueOf(desk)).toEqual([]);
    hand(desk, '南宫砚');
    expect(dueOf(desk)).toEqual(['P042-C 2026-11-23']);
    expect((where(askingOf(desk), { carrier: CARRIER }) as { answerZh: string }).answerZh).toMatch(/传阅中，在南宫砚处，阅文室，.* 起，应于 2026-11-23 退还，传阅单 CY-2026-0001；责任人欧阳笺；已有 2 人知悉/);
    take(desk, { instructions: '请规划科提出意见', followUpDueOn: '2026-11-24' });
    hand(desk, '慕容档');
    take(desk, { opinion: '已阅' });
    desk.at('2026-11-24T10:00:00');
    expect(dueOf(desk)).toEqual(['P058 2026-11-24']);
    desk.must('circulation.followUp', { circulation: 1, text: '已提出意见', done: true });
    desk.must('circulation.finish', { circulation: 1, archiveNumber: '2026-3-12' });
    expect(dueOf(desk)).toEqual([]);
    expect(eventsOf(desk, 'carriers', CARRIER)).toEqual([
      expect.stringMatching(/^欧阳笺登记载体/),
      '欧阳笺登记送批办，传阅单 CY-2026-0001，传阅人南宫砚、慕容档。',
      '欧阳笺送南宫砚阅看，在阅文室，应于 2026-11-23 退还。',
      '南宫砚阅退，欧阳笺收回，放回3号柜1格。',
      '欧阳笺送慕容档阅看，在阅文室，应于 2026-11-23 退还。',
      '慕容档阅退，欧阳笺收回，放回3号柜1格。',
      '欧阳笺登记本件传阅结束。',
    ]);
    expect(eventsOf(desk, 'circulations', 1)).toEqual(['闻人录批定南宫砚、慕容档传阅，应于 2026-11-30 前结束，由欧阳笺登记。', expect.stringMatching(/^领导批示：南宫砚（2026-11-23）：请规划科提出意见，应于 2026-11-24 办结。$/), expect.stringMatching(/^批示办结：.*欧阳笺：已提出意见$/), '欧阳笺登记归卷，归卷号 2026-3-12。']);
    expect((knowers(askingOf(desk), { carrier: CARRIER }) as { name: string; how: string }[]).map((k) => [k.name, k.how])).toEqual([['欧阳笺', '拆封清点'], ['南宫砚', '传阅'], ['慕容档', '传阅']]);
    expect(breaches(desk)).toEqual([]);
  });

  it('is bound to the agreed readers: an approval for one does not serve for two', () => {
    const desk = received();
    const approval = approved(desk, 'carrier.route', { carrier: CARRIER, readers: ['南宫砚'] });
    const result = desk.do('carrier.route', { carrier: CARRIER, readers: ['南宫砚', '慕容档'], approval });
    expect(result.ok ? null : result.refusal.kind === 'policy' && result.refusal.decision.reasons.map((r) => r.rule)).toEqual(['APPROVAL-BOUND', 'P039']);
    expect(all(desk.db, 'SELECT id FROM circulations')).toEqual([]);
  });

  it('leaves the list of the day while the request lies with the leader', () => {
    const desk = received();
    desk.at('2026-11-23T09:00:00');
    desk.must('approval.request', { command: 'carrier.route', input: { carrier: CARRIER, readers: ['南宫砚'] }, reason: '送批办' });
    expect(dueOf(desk)).toEqual([]);
  });

  it('finds the one paper of a receipt, and asks which when there are several', () => {
    const one_ = received();
    route(one_, { receipt: 'SW-2026-0001' });
    expect(one(one_.db, 'SELECT carrier, receipt FROM circulations')).toEqual({ carrier: 1, receipt: 1 });
    expect(one(one_.db, 'SELECT routedOn, circulation FROM receipts')).toEqual({ routedOn: '2026-11-20', circulation: 1 });
    const two = received({ copies: 2, copySerials: ['000007', '000008'] });
    const asked = two.do('carrier.route', { receipt: 'SW-2026-0001', readers: ['南宫砚'] });
    expect(asked.ok ? '' : asked.refusal.messageZh).toContain('有 2 份载体');
    const none = two.do('carrier.route', { readers: ['南宫砚'] });
    expect(none.ok ? '' : none.refusal.messageZh).toContain('没有写明传阅哪一件');
  });

  it('names as approver whom the unit’s parameter names', () => {
    const desk = received();
    desk.must('approval.request', { command: 'carrier.route', input: { carrier: CARRIER, readers: ['南宫砚'] }, reason: '送批办' });
    expect(one(desk.db, 'SELECT approver FROM approvals')).toEqual({ approver: '办公室负责人' });
    desk.must('policy.change', { key: 'circulation.routerRole', value: 'leaderInCharge', reason: '本单位制度' }, { account: 'secadmin', name: '令狐策', roles: ['security_administrator'] });
    desk.must('approval.request', { command: 'carrier.route', input: { carrier: CARRIER, readers: ['慕容档'] }, reason: '送批办' });
    expect(one(desk.db, 'SELECT approver FROM approvals WHERE id = 2')).toEqual({ approver: '主管领导' });
  });

  it('is found by its number, its title and the code on its slip', () => {
    const desk = received();
    route(desk);
    const found = (text: string): string[] => (search(askingOf(desk), { text, limit: 8 }) as { groups: { kind: string; hits: { number: string | null }[] }[] }).groups.filter((g) => g.kind === 'circulations').flatMap((g) => g.hits.map((h) => h.number ?? ''));
    for (const text of ['CY-2026-0001', '年度计划', labelDigits(3, 2026, 1)]) expect(found(text)).toEqual(['CY-2026-0001']);
  });

  it('lists a reader once who was named twice', () => {
    const desk = received();
    route(desk, { readers: ['南宫砚', 1] });
    expect(all(desk.db, 'SELECT readerName FROM circulationSteps')).toEqual([{ readerName: '南宫砚' }]);
  });
});

describe('what people keep', () => {
  it('is called back when the agreed term ends, and the note goes when it is back', () => {
    const desk = received();
    const lend = { carrier: CARRIER, borrower: '南宫砚', reason: '编制方案' };
    desk.must('carrier.lend', { ...lend, approval: approved(desk, 'carrier.lend', lend) });
    const hold = { carrier: CARRIER, until: '2026-11-25', reason: '赶写报告' };
    desk.must('carrier.hold', { ...hold, approval: approved(desk, 'carrier.hold', hold) });
    desk.at('2026-11-25T09:00:00');
    // The mail was never routed: that stays on the list beside.
    expect(dueOf(desk)).toEqual(['P062 2026-11-20', 'P038 2026-11-23', 'P053 2026-11-25']);
    desk.must('carrier.giveBack', { carrier: CARRIER, pagesChecked: true, intact: true });
    expect(one(desk.db, 'SELECT holdUntil, holdReason, dueOn, state FROM carriers')).toEqual({ holdUntil: null, holdReason: null, dueOn: null, state: 'in_custody' });
    expect(breaches(desk)).toEqual([]);
  });

  it('is listed when loans were extended beyond what a person may keep', () => {
    const desk = received();
    const lend = { carrier: CARRIER, borrower: '南宫砚', reason: '编制方案' };
    desk.must('carrier.lend', { ...lend, approval: approved(desk, 'carrier.lend', lend) });
    desk.at('2026-11-26T09:00:00');
    const extend = { carrier: CARRIER, dueOn: '2026-12-02', reason: '未办完' };
    desk.must('carrier.extendLoan', { ...extend, approval: approved(desk, 'carrier.extendLoan', extend) });
    desk.at('2026-11-27T09:00:00');
    expect(dueOf(desk)).toContain('P053-L 2026-11-27');
  });
});

describe('a notebook', () => {
  it('is counted out and in, and its missing pages are searched for', () => {
    const desk = openDesk();
    desks.push(desk);
    desk.must('person.register', reader('南宫砚'));
    desk.must('carrier.enter', paper('保密本', { carrierKind: 'notebook', docNumber: undefined }));
    desk.must('notebook.issue', { carrier: CARRIER, holder: '南宫砚', pages: 100, dueOn: '2026-12-31' });
    expect((where(askingOf(desk), { carrier: CARRIER }) as { answerZh: string }).answerZh).toContain('在用，由南宫砚领用，规划科，应于 2026-12-31 交回');
    const done = desk.must('notebook.giveBack', { carrier: CARRIER, pages: 99, used: 20, remark: '本人称撕去废页' });
    expect(done.result).toMatchObject({ incident: { number: 'AJ-2026-001' } });
    expect(one(desk.db, 'SELECT account FROM incidents')).toEqual({ account: `保密本 ${CARRIER} 领用时 100 页，交回 99 页，缺 1 页。本人称撕去废页` });
    expect(eventsOf(desk, 'notebooks', 1)).toEqual(['南宫砚领用保密本，共 100 页，应于 2026-12-31 交回，由欧阳笺登记。', '南宫砚交回，清点 99 页，已写 20 页，本人称撕去废页，由欧阳笺登记。']);
    expect(breaches(desk)).toEqual([]);
  });
});

describe('what a person came to know', () => {
  it('is summed up by level from readings, loans and circulations, with what is still in his hands', () => {
    const desk = received();
    route(desk);
    hand(desk, '南宫砚');
    take(desk);
    desk.must('carrier.enter', paper('秘密件', { level: 'confidential', docNumber: '示厅函〔2026〕40号', copySerial: '000011' }));
    const sheet = { carrier: 2, readers: ['南宫砚'] };
    desk.must('carrier.route', { ...sheet, approval: approved(desk, 'carrier.route', sheet) });
    desk.must('carrier.circulate', { circulation: 2, reader: '南宫砚', signature: 'ink' });
    desk.must('circulation.takeBack', { circulation: 2, pagesChecked: true, signature: 'ink' });
    desk.at('2026-11-23T09:00:00');
    const lend = { carrier: 2, borrower: '南宫砚', reason: '编制方案' };
    desk.must('carrier.lend', { ...lend, approval: approved(desk, 'carrier.lend', lend) });
    expect(personKnowledge(askingOf(desk), { person: 1 })).toMatchObject({
      name: '南宫砚',
      totals: [{ level: 'secret', levelZh: '机密', items: 1, times: 1, firstOn: '2026-11-20', lastOn: '2026-11-20' }, { level: 'confidential', items: 1, times: 2, firstOn: '2026-11-20', lastOn: '2026-11-23' }],
      held: [{ number: 'ZT-2026-00002', state: 'lent' }],
    });
    expect(personKnowledge(askingOf(desk), { person: 2 })).toMatchObject({ totals: [], held: [] });
  });
});

describe('a refusal', () => {
  it('stays on the list of the day until it is reported upward', () => {
    const desk = received();
    desk.must('refusal.record', { askedBy: '某科长', asked: '要求把文件带回家', rules: '不得带回住所', carrier: CARRIER, refusedAt: '2026-11-20T08:30:00' });
    expect(one(desk.db, 'SELECT refusedAt, state FROM refusals')).toEqual({ refusedAt: '2026-11-20T00:30:00.000Z', state: 'recorded' });
    expect(dueOf(desk)).toEqual(['P057 2026-11-20']);
    desk.must('refusal.reported', { refusal: 1, reportedTo: '主管领导' });
    expect(dueOf(desk)).toEqual([]);
    expect(desk.do('refusal.reported', { refusal: 1, reportedTo: '主管领导' }).ok).toBe(false);
    expect(eventsOf(desk, 'carriers', CARRIER).at(-1)).toBe('欧阳笺登记一件涉及本件的拒绝办理：JJ-2026-001。');
  });
});
