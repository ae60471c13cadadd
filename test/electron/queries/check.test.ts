import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerCheck } from '#electron/queries/ask.ts';
import { openLedgerCheck } from '#electron/queries/ask.ts';
import { commands } from '#shared/contract/commands.ts';
import { correctableFields } from '#shared/registers/define.ts';
import { registers } from '#shared/registers/index.ts';
import { standingRules } from '#electron/policy/standingRules/index.ts';
import { approver, auditor, clerk, openDesk, paper, reader, secadmin } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { furnish } from '#test/helpers/arbitrariesActs.ts';
import { ask, readDesk, told } from './support.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.must('person.register', reader('南宫砚'));
  desk.must('person.register', reader('司寇缺', { trainedOn: undefined }));
  desk.must('carrier.enter', paper('甲'));
  desk.must('carrier.enter', paper('乙', { copySerial: '000004', accessScope: undefined, scopeUnit: '规划科', warnReason: '只到单位' }));
});
afterEach(() => desk.close());

const check = (input: Record<string, unknown> = {}) => told<LedgerCheck>(desk, 'ledger.check', input);
const rule = (c: LedgerCheck, id: string) => c.rules.find((r) => r.id === id);

describe('the whole-ledger check', () => {
  it('asks every rule of every line and tells each finding with its record', () => {
    const c = check();
    expect(c).toMatchObject({ ok: false, counted: { rules: standingRules.length } });
    expect(c.rules.filter((r) => r.found > 0).map((r) => [r.id, r.found, r.explained])).toEqual([['BOOK-SCOPE', 1, 0], ['BOOK-PERSON', 1, 0]]);
    expect(c.findings).toEqual([
      { rule: 'BOOK-SCOPE', register: 'carriers', record: 2, number: 'ZT-2026-00002', titleZh: '乙', messageZh: expect.stringContaining('只到规划科') },
      { rule: 'BOOK-PERSON', register: 'persons', record: 2, number: 'RY-2026-0002', titleZh: '司寇缺', messageZh: expect.stringContaining('没有保密培训记录') },
    ]);
  });

  it('is quiet when every finding is explained, until the record changes again', () => {
    desk.must('finding.explain', { rule: 'BOOK-SCOPE', register: 'carriers', record: 'ZT-2026-00002', explanation: '来文只写到单位，已请示' });
    desk.must('finding.explain', { rule: 'BOOK-PERSON', register: 'persons', record: 2, explanation: '已报名培训' });
    const c = check();
    expect(c.ok).toBe(true);
    expect(c.findings.map((f) => f.explained)).toEqual([{ explanation: '来文只写到单位，已请示', by: '欧阳笺', at: expect.any(String), number: 'SM-2026-0001' }, { explanation: '已报名培训', by: '欧阳笺', at: expect.any(String), number: 'SM-2026-0002' }]);
    desk.must('carrier.correct', { carrier: 'ZT-2026-00002', revision: 1, set: { pages: 39 }, reason: '笔误' });
    const again = check();
    expect(again.ok).toBe(false);
    expect(rule(again, 'BOOK-SCOPE')).toMatchObject({ found: 1, explained: 0 });
    expect(rule(again, 'BOOK-PERSON')).toMatchObject({ found: 1, explained: 1 });
  });

  it('asks again when what it finds has changed, though nobody touched the record', () => {
    desk.must('finding.explain', { rule: 'BOOK-PERSON', register: 'persons', record: 2, explanation: '已报名培训' });
    expect(rule(check(), 'BOOK-PERSON')).toMatchObject({ found: 1, explained: 1 });
    // His vetting runs out too: another finding than the one that was explained.
    desk.at('2029-06-01T09:00:00+08:00');
    const again = check({ rules: ['BOOK-PERSON'] });
    expect(again.findings.find((f) => f.record === 2)).toMatchObject({ messageZh: expect.stringContaining('没有保密培训记录') });
    expect(again.findings.find((f) => f.record === 2)?.explained).toBeUndefined();
    desk.must('finding.explain', { rule: 'BOOK-PERSON', register: 'persons', record: 2, explanation: '复审、培训都已安排' });
    expect(check({ rules: ['BOOK-PERSON'] }).findings.find((f) => f.record === 2)?.explained).toMatchObject({ explanation: '复审、培训都已安排' });
  });

  it('has no act that dismisses a finding: an explanation is entered, stays, and hides nothing', () => {
    const writes = Object.entries(commands).filter(([, c]) => c.register === 'explanations').map(([name]) => name);
    expect(writes).toEqual(['finding.explain']);
    expect(registers.explanations.states.moves).toEqual({ explained: [] });
    expect(correctableFields(registers.explanations)).toEqual(['note']);
    desk.must('finding.explain', { rule: 'BOOK-PERSON', register: 'persons', record: 2, explanation: '已报名培训' });
    expect(desk.do('record.correct', { register: 'explanations', record: 1, revision: 1, set: { explanation: '作罢' }, reason: '笔误' }).ok).toBe(false);
    expect(() => desk.db.exec('DELETE FROM explanations')).toThrow('nothing is erased');
    const c = check({ rules: ['BOOK-PERSON'] });
    expect(rule(c, 'BOOK-PERSON')).toMatchObject({ found: 1, explained: 1 });
    expect(c.findings).toMatchObject([{ rule: 'BOOK-PERSON', record: 2, messageZh: expect.stringContaining('没有保密培训记录') }]);
  });

  it('follows a change of the parameters', () => {
    expect(rule(check(), 'BOOK-CABINET')).toMatchObject({ found: 0 });
    desk.must('policy.change', { key: 'storage.cabinetFor.secret', value: 'code_safe', reason: '从严' }, secadmin);
    expect(rule(check(), 'BOOK-CABINET')).toMatchObject({ found: 2 });
  });

  it('counts all and lists as many as were asked for', () => {
    for (const n of [1, 2, 3]) desk.must('person.register', reader(`缺训${n}`, { trainedOn: undefined }));
    const c = check({ rules: ['BOOK-PERSON'], most: 2 });
    expect(c.rules).toMatchObject([{ id: 'BOOK-PERSON', found: 4 }]);
    expect(c.findings.map((f) => f.titleZh)).toEqual(['司寇缺', '缺训1']);
    // Explained ones do not push aside what nobody has explained.
    desk.must('finding.explain', { rule: 'BOOK-PERSON', register: 'persons', record: 2, explanation: '已报名培训' });
    expect(check({ rules: ['BOOK-PERSON'], most: 1 }).findings.map((f) => f.titleZh)).toEqual(['司寇缺', '缺训1']);
  });

  it('refuses a rule that does not exist and everyone who does not read the registers', () => {
    expect(ask(desk, 'ledger.check', { rules: ['BOOK-NOTHING'] })).toMatchObject({ ok: false, refusal: { kind: 'invalid', issues: [{ path: 'rules' }] } });
    expect(ask(desk, 'ledger.check', {}, approver).ok).toBe(true);
    for (const actor of [secadmin, auditor]) expect(ask(desk, 'ledger.check', {}, actor)).toMatchObject({ ok: false, refusal: { kind: 'policy' } });
    expect(openLedgerCheck(readDesk(desk), auditor, {})).toMatchObject({ kind: 'policy' });
    expect(openLedgerCheck(readDesk(desk), clerk, { rules: ['BOOK-NOTHING'] })).toMatchObject({ kind: 'invalid', issues: [{ path: 'rules' }] });
  });

  it('reports how far it is and may be left at any step', () => {
    const run = openLedgerCheck(readDesk(desk), clerk, {});
    if ('kind' in run) throw new Error(run.messageZh);
    const steps = [];
    let step = run.next();
    for (; step.done !== true; step = run.next()) steps.push(step.value);
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.at(-1)).toMatchObject({ done: steps.at(-1)?.total });
    expect(step.value).toEqual(check());
    const left = openLedgerCheck(readDesk(desk), clerk, {});
    if ('kind' in left) throw new Error(left.messageZh);
    left.next();
    left.return(undefined as never);
    expect(check().ok).toBe(false);
  });

  it('tells beforehand what a new value would find', () => {
    const preview = (key: string, value: unknown) => told<{ findings: { register: string; number: string; messageZh: string }[] }>(desk, 'policy.preview', { key, value }, secadmin).findings;
    expect(preview('storage.cabinetFor.secret', 'code_safe').filter((f) => f.messageZh.includes('应存放在密码保险柜')).map((f) => [f.register, f.number])).toEqual(expect.arrayContaining([['carriers', 'ZT-2026-00001'], ['carriers', 'ZT-2026-00002']]));
    expect(preview('storage.cabinetFor.topSecret', 'code_cabinet')).toEqual([]);
  });
});

describe('books with one record of every kind', () => {
  it('give no rule a line it cannot read', () => {
    const full = openDesk();
    try {
      furnish(full);
      const c = told<LedgerCheck>(full, 'ledger.check');
      expect(c.counted.lines).toBeGreaterThan(40);
      for (const f of c.findings) expect(f.messageZh).not.toMatch(/undefined|null|NaN/);
      // None of these was entered against a rule: what stands in them can only be what lies open.
      expect(c.findings.map((f) => f.rule).filter((r) => ['BOOK-GONE', 'BOOK-LOAN', 'BOOK-STILL-HELD', 'BOOK-DESTROYED', 'BOOK-COPIES', 'BOOK-SUM', 'BOOK-APPROVAL', 'BOOK-TERMINAL', 'BOOK-PERIOD-MAX', 'BOOK-CHILD', 'BOOK-WHEREABOUTS', 'BOOK-MISSING', 'BOOK-READING'].includes(r))).toEqual([]);
    } finally {
      full.close();
    }
  });
});
