import { describe, expect, it } from 'vitest';
import { commands } from '#shared/contract/commands.ts';
import { toInput } from '../../../renderer/screens/parts/fields.ts';
import { explainFields, findingsOf, rulesFound, verdictZh, withExplained } from '../../../renderer/screens/check/found.ts';
import type { LedgerCheck, LedgerFinding } from '../../../renderer/app/answers.ts';

const told = { explanation: '已请示', by: '欧阳笺', at: '2026-11-20T01:00:00.000Z', number: 'SM-2026-0001' };
const finding = (rule: string, record: number, more: Partial<LedgerFinding> = {}): LedgerFinding => ({ rule, register: 'carriers', record, number: `ZT-2026-0000${record}`, titleZh: '方案', messageZh: '没有份号。', ...more });
const ruleOf = (id: string, found: number, explained: number) => ({ id, titleZh: id, sentenceZh: '……。', register: 'carriers', registerZh: '涉密载体台账', matrix: [], found, explained });
const check: LedgerCheck = { ok: false, counted: { rules: 3, lines: 12_000 }, rules: [ruleOf('A', 3, 2), ruleOf('B', 2, 0), ruleOf('C', 0, 0)], findings: [finding('A', 1, { explained: told }), finding('A', 2), finding('B', 3), finding('B', 4)] };

describe('the whole-ledger check on the screen', () => {
  it('puts the rules with most to do first and leaves out those in order', () => expect(rulesFound(check).map((r) => r.id)).toEqual(['B', 'A']));
  it('lists what nobody has explained before what somebody has', () => {
    expect(findingsOf(check, null).map((f) => f.record)).toEqual([2, 3, 4, 1]);
    expect(findingsOf(check, 'A').map((f) => f.record)).toEqual([2, 1]);
  });
  it('says how much is left to do', () => {
    expect(verdictZh(check)).toBe('核查 3 项、12,000 条登记，有 3 处待处理，另有 2 处已说明。逐条处理，一时处理不了的按 F2 说明。');
    expect(verdictZh({ ...check, rules: [ruleOf('A', 2, 2)] })).toBe('核查 3 项、12,000 条登记，2 处都已说明。');
    expect(verdictZh({ ...check, rules: [ruleOf('A', 0, 0)] })).toBe('核查 3 项、12,000 条登记，没有发现问题。');
  });
  it('shows an explanation at once and is at ease when it was the last', () => {
    const next = withExplained(check, finding('A', 2), told);
    expect(next.ok).toBe(false);
    expect(findingsOf(next, 'A').map((f) => f.explained?.number)).toEqual(['SM-2026-0001', 'SM-2026-0001']);
    const one = { ...check, rules: [ruleOf('A', 1, 0)], findings: [finding('A', 2)] };
    expect(withExplained(one, finding('A', 2), told).ok).toBe(true);
  });
  it('sends what the contract takes', () => {
    const input = { ...toInput(explainFields, { explanation: '已请示' }, '2026-11-20'), rule: 'BOOK-SCOPE', register: 'carriers', record: 3 };
    expect(commands['finding.explain'].input.safeParse(input).success).toBe(true);
  });
});
