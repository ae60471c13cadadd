import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approved, approver, auditor, clerk, openDesk, paper, reader, secadmin, sysadmin } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { dueRulesFor } from '#electron/policy/due.ts';
import type { DueItem } from '#electron/policy/due.ts';
import { queryNames } from '#shared/contract/queries.ts';
import { ask, told } from './support.ts';

type Line = { seq: number; kind: string; kindZh: string; sentenceZh: string; actor: string; reason?: string; rules?: string[]; lateReason?: string; changes: { field: string; labelZh: string; from: unknown; to: unknown }[] };
let desk: Desk;
const life = (register: string, record: number | string) => told<Line[]>(desk, 'record.life', { register, record });

beforeAll(() => {
  desk = openDesk('secret', '2026-11-02T09:00:00+08:00');
  desk.must('account.create', { account: 'clerk', name: '欧阳笺', roles: ['clerk'], password: 'Desk-Clerk#2026' }, sysadmin);
  desk.must('account.confirm', { account: 'clerk' }, secadmin);
  desk.must('person.register', reader('南宫砚'));
  desk.must('person.register', reader('申屠简', { department: '财务科' }));
  desk.must('carrier.enter', paper('防汛预案', { basisDocument: '依据', accessScope: ['南宫砚', '申屠简'] }));
  desk.must('carrier.enter', paper('人员名册', { basisDocument: '依据', copySerial: '000004', level: 'confidential', period: { years: 5 } }));
  desk.do('carrier.lend', { carrier: 1, borrower: '南宫砚', reason: '办文' });
  const input = { carrier: 1, borrower: '南宫砚', reason: '办文', dueOn: '2026-11-05' };
  desk.must('carrier.lend', { ...input, approval: approved(desk, 'carrier.lend', input) });
  desk.must('carrier.correct', { carrier: 1, revision: 2, set: { pages: 40 }, reason: '页数登错' });
});
afterAll(() => desk.close());

describe('record.life', () => {
  it('tells who did what, newest first, refusals with their rules and corrections with the struck value', () => {
    const lines = life('carriers', 'ZT-2026-00001');
    expect(lines.map((l) => l.kindZh)).toEqual(['更正', '借出', '拒绝', '登记']);
    expect(lines[0]).toMatchObject({ actor: '欧阳笺', reason: '页数登错', changes: [{ field: 'pages', labelZh: '页数', from: 38, to: 40 }] });
    expect(lines[1]?.sentenceZh).toBe('欧阳笺借给南宫砚，在规划科使用，应于 2026-11-05 归还。');
    expect(lines[1]?.changes).toContainEqual({ field: 'state', labelZh: '状态', from: '在库', to: '借出' });
    expect(lines[2]).toMatchObject({ kind: 'refused', rules: ['P073'], changes: [] });
    expect(lines[2]?.sentenceZh).toContain('规则 P073');
    expect(lines[3]?.sentenceZh).toBe('欧阳笺登记载体，来源收文，责任人欧阳笺，存放3号柜1格。');
  });

  it('names the people of an act that has them in another register', () => {
    desk.must('knowledge.record', { carrier: 1, readers: ['申屠简'], how: 'told', place: '第二会议室' });
    expect(life('carriers', 1)[0]).toMatchObject({ kindZh: '知悉', sentenceZh: '欧阳笺登记知悉：申屠简。' });
    desk.must('violation.record', { kind: 'spoken', account: '走廊谈论', reason: '不慎', carrier: 1 });
    expect(life('carriers', 1)[0]?.sentenceZh).toBe('欧阳笺登记违规：WG-2026-001。');
  });

  it('has a sentence for each register and leaves no code in it', () => {
    for (const [register, record] of [['loans', 1], ['readings', 1], ['approvals', 1], ['persons', 1], ['violations', 1]] as const) {
      for (const line of life(register, record)) {
        expect(line.sentenceZh, `${register} ${line.kind}`).toMatch(/[。：]/);
        expect(line.sentenceZh).not.toMatch(/undefined|null|[a-z]_[a-z]|pending|loan\b/);
      }
    }
  });

  it('is refused for a record that is not there', () => {
    expect(ask(desk, 'record.life', { register: 'carriers', record: 99 })).toMatchObject({ ok: false, refusal: { kind: 'missing' } });
  });
});

describe('a carrier', () => {
  const where = (carrier: number) => told<{ answerZh: string }>(desk, 'carrier.where', { carrier }).answerZh;
  const acts = (carrier: number) => Object.fromEntries(told<{ command: string; outcome: string; reasonZh?: string }[]>(desk, 'carrier.acts', { carrier }).map((a) => [a.command, a.outcome]));

  it('says in one line where it is and who has it', () => {
    desk.at('2026-11-04T15:00:00');
    expect(where(1)).toMatch(/^ZT-2026-00001 机密★10年 借出，在南宫砚（规划科）处，规划科，2026-11-02 起，应于 2026-11-05 归还；责任人欧阳笺；已有 2 人知悉。$/);
    desk.at('2026-11-08T15:00:00');
    expect(where(1)).toContain('已超 3 日');
    expect(where(2)).toBe('ZT-2026-00002 秘密★5年 在库，3号柜1格；责任人欧阳笺；尚无知悉登记。');
  });

  it('offers what the rules allow in its state', () => {
    expect(acts(2)).toMatchObject({ 'carrier.lend': 'needs_approval', 'carrier.read': 'allow', 'carrier.copy': 'needs_approval', 'carrier.destroy.propose': 'needs_approval', 'carrier.transfer': 'allow' });
    expect(acts(2)).not.toHaveProperty('carrier.giveBack');
    expect(acts(1)).toMatchObject({ 'carrier.giveBack': 'allow', 'carrier.lend': 'deny', 'carrier.copy': 'deny', 'carrier.destroy.propose': 'deny' });
    desk.must('carrier.returnToIssuer', { carrier: 2, receivedBy: '百里章' });
    expect(acts(2)).toEqual({});
    expect(where(2)).toContain('已清退');
  });

  it('knows who knows it, once each, with how and since when', () => {
    const known = told<{ name: string; how: string; times: number; inScope: boolean; signature: string | null }[]>(desk, 'carrier.knowers', { carrier: 1 });
    expect(known).toMatchObject([{ name: '南宫砚', how: '借阅', times: 1, inScope: true, signature: 'pending' }, { name: '申屠简', how: '传达', times: 1, inScope: true }]);
  });
});

describe('search and completion', () => {
  type Groups = { groups: { kind: string; hits: { number: string; titleZh: string }[] }[] };
  const first = (text: string) => told<Groups>(desk, 'search', { text }).groups[0];

  it.each([['ZT-2026-00001', 'carriers'], ['zt202600001', 'carriers'], ['南宫砚', 'persons'], ['nangong', 'none'], ['ngy', 'carriers'], ['防', 'carriers'], ['fxya', 'carriers'], ['示厅函[2026] 27号', 'carriers'], ['SP-2026-0001', 'approvals']])('%s finds %s first', (text, kind) => {
    expect(first(text)?.kind ?? 'none').toBe(kind);
  });

  it('takes the tail of a number', () => {
    expect(first('1')?.hits[0]?.number).toBe('ZT-2026-00001');
    expect(first('00002')?.hits[0]?.number).toBe('ZT-2026-00002');
  });

  it('opens no book that the role may not read', () => {
    expect(ask(desk, 'search', { text: '防汛' }, auditor).ok).toBe(false);
    expect(told<Groups>(desk, 'search', { text: '防汛' }, approver).groups.map((g) => g.kind)).toContain('carriers');
  });

  it('survives anything that is typed', () => {
    for (const text of ['"', "'", '* OR', 'NEAR(', '（）', '𠀀', 'a'.repeat(100), '%', '\u0000']) expect(ask(desk, 'search', { text }).ok, text).toBe(true);
  });

  it('completes by characters and by initials, the most used first', () => {
    for (let i = 0; i < 3; i++) desk.must('carrier.enter', paper(`纪要${i}`, { basisDocument: '依据', copySerial: `1${i}`, issuer: '示例省档案局' }));
    expect(told(desk, 'suggest', { field: 'issuer', text: 'sls' })).toEqual(['示例省档案局', '示例省青岭厅']);
    expect(told(desk, 'suggest', { field: 'issuer', text: '青岭' })).toEqual(['示例省青岭厅']);
    expect(told(desk, 'suggest', { field: 'person', text: 'ng' })).toEqual(['南宫砚']);
    expect(told(desk, 'suggest', { field: 'issuer', text: '没有' })).toEqual([]);
  });

  it('finds the same 文号 with whatever brackets, and one copy of it', () => {
    const found = (docNumber: string, copySerial?: string) => told<{ duplicates: { number: string }[] }>(desk, 'receipt.duplicates', { docNumber, ...(copySerial === undefined ? {} : { copySerial }) }).duplicates.map((x) => x.number);
    for (const docNumber of ['示厅函〔2026〕27号', '示厅函[2026]27号', '示厅函（2026）27 号']) expect(found(docNumber, '000003'), docNumber).toEqual(['ZT-2026-00001']);
    expect(found('示厅函〔2026〕27号').length).toBe(5);
    expect(found('示厅函〔2026〕2号')).toEqual([]);
  });
});

describe('the day', () => {
  const due = (input: Record<string, unknown> = {}, actor = clerk) => told<DueItem[]>(desk, 'due', input, actor);

  it('lists from the books what the rules want, as the headless contract shapes it', () => {
    const loan = due().find((i) => i.rule === 'P075');
    expect(Object.keys(loan ?? {}).toSorted()).toEqual(['detailZh', 'dueOn', 'hard', 'id', 'kind', 'level', 'number', 'overdueDays', 'record', 'register', 'rule', 'titleZh']);
    expect(loan).toMatchObject({ register: 'carriers', record: 1, number: 'ZT-2026-00001', dueOn: '2026-11-05', overdueDays: 3 });
    expect(due().map((i) => i.rule)).toEqual(expect.arrayContaining(['P062', 'P075']));
    expect(due({}, auditor).map((i) => i.rule)).toContain('VIOLATION-REVIEW');
  });

  it('looks from another day when asked', () => {
    expect(due({ on: '2026-11-04', within: 0 }).find((i) => i.rule === 'P075')).toMatchObject({ overdueDays: 0 });
    expect(due({ on: '2036-11-01', within: 0 }).map((i) => i.rule)).toEqual(expect.arrayContaining(['P005', 'P233', 'P065', 'P212']));
  });

  it('loads every source that a rule of any role names', () => {
    for (const actor of [clerk, approver, sysadmin, secadmin, auditor]) {
      const rules = new Set(dueRulesFor(actor.roles).map((r) => r.id));
      for (const item of due({ within: 3650 }, actor)) expect(rules).toContain(item.rule);
    }
  });

  it('follows an incident from the first hour to the sixtieth day', () => {
    desk.must('carrier.reportMissing', { carrier: 3, discoveredBy: '欧阳笺', account: '清点未见', warnReason: '正在报告' });
    expect(due().filter((i) => i.register === 'incidents').map((i) => i.rule)).toEqual(['P153-I', 'P153', 'P151']);
    expect(due({ on: '2026-12-10', within: 0 }).filter((i) => i.register === 'incidents').map((i) => i.rule)).toEqual(['P153-I', 'P153', 'P151', 'P152']);
  });

  it('gives today with the holdings to those who keep the books, and without them to the administrators', () => {
    const today = (actor = clerk) => told<{ holdings: { level: string | null; in: number; out: number }[]; ageing: { bin: string; count: number }[]; newViolations: number; chain: { code: string }; anchorDays: number | null }>(desk, 'today', {}, actor);
    expect(today().holdings.find((h) => h.level === 'secret')).toEqual({ level: 'secret', in: 2, out: 2 });
    expect(today().ageing.find((b) => b.bin === '超期')?.count).toBe(1);
    expect(today(auditor)).toMatchObject({ holdings: [], ageing: [], newViolations: 1 });
    expect(today().anchorDays).toBeNull();
    desk.must('audit.anchor', {});
    expect(today().anchorDays).toBe(0);
  });
});

describe('what stands about the house', () => {
  it('marks a register by the highest level and its longest period', () => {
    expect(told(desk, 'register.mark', { register: 'carriers' })).toEqual({ mark: '机密★10年', level: 'secret', period: '10年' });
    expect(told(desk, 'register.mark', { register: 'carriers', filter: { level: 'confidential' } })).toEqual({ mark: '秘密★5年', level: 'confidential', period: '5年' });
    expect(told(desk, 'register.mark', { register: 'carriers', filter: { title: { contains: '名册' } } })).toEqual({ mark: '秘密★5年', level: 'confidential', period: '5年' });
    expect(told(desk, 'register.mark', { register: 'persons' })).toEqual({ mark: null, level: null, period: null });
  });

  it('lists every rule once with its parameters resolved, due rules among them', () => {
    const rules = told<{ id: string; matrix: string[]; outcome: string; parameters: { key: string; value: unknown; default: unknown }[]; commands: string[]; sentenceZh: string }[]>(desk, 'rules');
    expect(new Set(rules.map((r) => r.id)).size).toBe(rules.length);
    for (const r of rules) expect(r.sentenceZh, r.id).toMatch(/。$/);
    expect(rules.map((r) => r.id)).toEqual(expect.arrayContaining(['P075', 'P233', 'P255', 'P313', 'L040-R', 'P008']));
    desk.must('policy.change', { key: 'loan.days', value: 5, reason: '从严' }, secadmin);
    const days = (key: string) => told<typeof rules>(desk, 'rules').find((r) => r.id === 'P075')?.parameters.find((p) => p.key === key);
    expect(days('loan.days')).toMatchObject({ value: 5, default: 7, min: 1, max: 30, unit: '日' });
    expect(told<{ key: string; value: unknown; changedBy?: string; reason?: string }[]>(desk, 'policy').find((p) => p.key === 'loan.days')).toMatchObject({ value: 5, changedBy: '令狐策', reason: '从严' });
  });

  it('says on the page of parameters from which year on no holidays are known', () => {
    const title = () => told<{ key: string; titleZh: string }[]>(desk, 'policy').find((p) => p.key === 'calendar.holidays')?.titleZh;
    expect(title()).toBe('节假日安排（2027 年起未载入，只按周末推算）');
    desk.must('policy.change', { key: 'calendar.holidays', value: ['程序内置', '2027-01-01休'], reason: '放假通知' }, secadmin);
    expect(title()).toBe('节假日安排（2028 年起未载入，只按周末推算）');
  });

  it('previews what a new value newly flags and changes nothing', () => {
    const preview = (key: string, value: unknown) => told<{ findings: { register: string; number: string; messageZh: string }[] }>(desk, 'policy.preview', { key, value }, secadmin).findings;
    expect(preview('training.validMonths', 12)).toEqual([]);
    expect(preview('training.validMonths', 6).map((f) => f.messageZh.slice(0, 20))).toEqual(['上次 2026-05-10，还有 2 日', '上次 2026-05-10，还有 2 日']);
    desk.at('2026-11-15T09:00:00');
    expect(preview('training.validMonths', 6).some((f) => f.messageZh.includes('保密培训（2026-05-10）已过期'))).toBe(true);
    const { result } = desk.must('carrier.enter', paper('十年件', { copySerial: '000099' }));
    const { number } = (result as { carrier: { number: string } }).carrier;
    expect(preview('period.maxYears.secret', 5)).toContainEqual(expect.objectContaining({ register: 'carriers', number, titleZh: '载体' }));
    expect(preview('period.maxYears.secret', 10)).toEqual([]);
    expect(preview('backup.everyDays', 1).map((f) => f.register)).toEqual(['backups']);
    desk.at('2026-12-05T09:00:00');
    const missing = preview('missing.days.secret', 20);
    expect(missing.some((f) => f.register === 'incidents')).toBe(true);
    expect(JSON.stringify(missing)).not.toContain('纪要');
    expect(ask(desk, 'policy.preview', { key: 'no.such', value: 1 }, secadmin)).toMatchObject({ ok: false, refusal: { kind: 'missing' } });
  });

  it('lists accounts without anything secret', () => {
    const accounts = told<{ account: string; rolesZh: string; stateZh: string }[]>(desk, 'accounts', {}, sysadmin);
    expect(accounts).toMatchObject([{ account: 'clerk', name: '欧阳笺', rolesZh: '保密员', stateZh: '可用', failures: 0 }]);
    expect(JSON.stringify(accounts)).not.toContain('Desk-Clerk');
  });

  it('lists backups with what is really there', () => {
    desk.must('backup.make', { file: desk.file, bytes: 1, sha256: 'a'.repeat(64), chainSeq: 1, chainHash: 'b'.repeat(64), seconds: 1 });
    desk.must('backup.make', { file: `${desk.file}.gone`, bytes: 1, sha256: 'a'.repeat(64), chainSeq: 1, chainHash: 'b'.repeat(64), seconds: 1 });
    expect(told(desk, 'backups')).toMatchObject([{ number: 'BF-2026-0002', present: false }, { number: 'BF-2026-0001', present: true }]);
  });

  it('has an answer for every query of the contract', () => {
    for (const name of queryNames) if (name !== 'decide' && name !== 'isolation') expect(() => ask(desk, name, {})).not.toThrow();
  });
});
