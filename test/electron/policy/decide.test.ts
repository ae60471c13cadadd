import { describe, expect, it } from 'vitest';
import { decide, followUp } from '#electron/policy/decide.ts';
import { profileOf } from '#electron/policy/parameters.ts';
import { passwordFindings } from '#electron/policy/passwords.ts';
import { deny, needsApproval, needsSecond, warn } from '#electron/policy/question.ts';
import type { Finding, Question, Rule } from '#electron/policy/question.ts';

const question: Question = Object.freeze({
  command: 'carrier.place', input: {}, actor: { account: 'clerk', name: '欧阳笺', roles: ['clerk'] }, second: null, facts: {}, profile: profileOf(new Map()), now: '2026-11-20T01:00:00.000Z', today: '2026-11-20', happenedAt: '2026-11-20T01:00:00.000Z',
  terminal: { level: 'secret', organisation: '青岭研究所', training: true }, approval: null, historical: false,
} as const);
const rule = (id: string, found: Finding | null, more: Partial<Rule> = {}): Rule => ({ id, titleZh: id, matrix: [], outcome: 'deny', source: {}, parameters: [], commands: ['carrier.place'], sentenceZh: '', judge: () => found, ...more });

describe('deciding', () => {
  it('refuses when the book is empty', () => {
    expect(decide(question, []).outcome).toBe('deny');
  });

  it('lets the worst word head and keeps the others', () => {
    const decision = decide(question, [rule('W', warn('甲。', '乙。')), rule('A', needsApproval('甲。', '乙。')), rule('D', deny('甲。', '乙。')), rule('S', needsSecond('甲。', '乙。')), rule('N', null)]);
    expect(decision.outcome).toBe('deny');
    expect(decision.reasons.map((r) => r.rule)).toEqual(['D', 'A', 'S', 'W']);
    expect(decision.checks.map((c) => [c.rule, c.passed])).toEqual([['W', false], ['A', false], ['D', false], ['S', false], ['N', true]]);
  });

  it('takes a reason for an answer to a warning only', () => {
    const q: Question = { ...question, input: { warnReason: '已核对' } };
    expect(decide(q, [rule('W', warn('甲。', '乙。'))])).toMatchObject({ outcome: 'allow', reasons: [{ rule: 'W', satisfied: true }] });
    for (const found of [deny('甲。', '乙。'), needsApproval('甲。', '乙。'), needsSecond('甲。', '乙。')]) expect(decide(q, [rule('X', found)]).outcome).toBe(found.outcome);
  });

  it('takes an approval for an answer only where it names the rule', () => {
    const approval = { record: { number: 'SP-2026-0001' }, fits: true, coversRules: ['A'] } as unknown as NonNullable<Question['approval']>;
    expect(decide({ ...question, approval }, [rule('A', needsApproval('甲。', '乙。'))]).outcome).toBe('allow');
    expect(decide({ ...question, approval }, [rule('B', needsApproval('甲。', '乙。'))]).outcome).toBe('needs_approval');
    expect(decide({ ...question, approval: { ...approval, fits: false } }, [rule('A', needsApproval('甲。', '乙。'))]).outcome).toBe('deny');
    expect(decide({ ...question, approval }, [rule('A', deny('甲。', '乙。'))]).outcome).toBe('deny');
  });

  it('asks no rule of another command and no rule of queries', () => {
    const other = rule('O', deny('甲。', '乙。'), { commands: ['carrier.lend'] });
    const queries = rule('Q', deny('甲。', '乙。'), { commands: 'every query' });
    expect(decide(question, [other, queries])).toMatchObject({ outcome: 'allow', checks: [] });
  });

  it('lets an exception through to the door', () => {
    expect(() => decide(question, [rule('X', null, { judge: () => { throw new Error('bug'); } })])).toThrow('bug');
  });

  it('gives the same answer to the same question, and leaves it alone', () => {
    const frozen = Object.freeze({ ...question, input: Object.freeze({ carrier: 1 }), facts: Object.freeze({}) });
    expect(JSON.stringify(decide(frozen))).toBe(JSON.stringify(decide(frozen)));
  });

  it('gives the values the rule looked at', () => {
    expect(decide(question, [rule('P', warn('甲。', '乙。'), { parameters: ['loan.days', 'terminal.level'] })]).reasons[0]?.parameters).toEqual({ 'loan.days': 7, 'terminal.level': 'secret' });
  });

  it('lets effects follow in the order of the book', () => {
    const add = (id: string): Rule => rule(id, null, { effect: (_q, planned) => [...planned, { kind: 'enter', key: id, register: 'readings', values: {}, event: 'entered' }] });
    expect(followUp(question, [], [add('one'), add('two')]).map((c) => (c.kind === 'enter' ? c.key : ''))).toEqual(['one', 'two']);
  });
});

describe('passwords', () => {
  it.each([['Aa1!aaaaaa', []], ['aa1!aaaaaa', ['缺大写字母']], ['AA1!AAAAAA', ['缺小写字母']], ['Aaa!aaaaaa', ['缺数字']], ['Aa1aaaaaaa', ['缺符号']], ['', ['缺大写字母', '缺小写字母', '缺数字', '缺符号']]] as const)('%j lacks %j', (password, lacks) => {
    expect(passwordFindings(password, 'somebody')).toEqual(lacks);
  });

  it('notices a password that is the account in another case', () => {
    expect(passwordFindings('CHANGsun#1', 'changsun')).toEqual(['除账户名外所剩太少']);
    expect(passwordFindings('Changsun#1xQ7z', 'changsun')).toEqual([]);
  });

  it('never says the password', () => {
    expect(passwordFindings('geheim', 'geheim').join('')).not.toContain('geheim');
  });
});
