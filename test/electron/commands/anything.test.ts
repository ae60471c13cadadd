import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandName } from '#shared/contract/commands.ts';
import { commandNames } from '#shared/contract/commands.ts';
import type { Actor } from '#shared/roles.ts';
import { furnish, sampleInputs } from '#test/helpers/arbitrariesActs.ts';
import { breaches, contentOf, trailLength } from '#test/helpers/arbitrariesBooks.ts';
import { approved, approver, auditor, clerk, paper, reader, secadmin, sysadmin } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { withBooks } from '#test/helpers/rulesCases.ts';

type Step = Readonly<{ who: Actor; act: Act; minutes: number; approval: number; asked: boolean; second: boolean }>;
type Act = Readonly<{ name: string; input: Record<string, unknown> }>;

const one = fc.constantFrom;
const carrier = fc.oneof({ arbitrary: one<number | string>(1, 2, 3, 4, 5, 'ZT-2026-00001'), weight: 15 }, { arbitrary: one<number | string>(6, 'ZT-2026-09999'), weight: 1 });
const person = one('南宫砚', '南宫砚', '慕容档', '独孤默', 1);
const day = one('2026-11-20', '2026-11-21', '2026-11-27', '2026-12-01', '2027-02-01');
const perhaps = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 2 });
const mostly = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 10 });
const made = (name: CommandName, shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Act> => fc.record(shape).map((input) => ({ name, input: Object.fromEntries(Object.entries(input).filter(([, v]) => v !== undefined)) }));
const level = one('top_secret', 'secret', 'confidential', 'internal', null);
const text = one('甲', '保密室', '3号柜1格');

/** One paper that circulates, one notebook that is issued. */
const circulation: fc.Arbitrary<Act> = fc.oneof(
  made('carrier.route', { carrier, readers: fc.array(person, { minLength: 1, maxLength: 2 }), dueOn: perhaps(day) }),
  made('carrier.circulate', { circulation: one(1, 2, 2, 2), reader: one('南宫砚', '慕容档', 1), signature: one('ink', 'ink', 'ink', 'pending'), dueOn: one(undefined, undefined, '2026-11-20', '2026-11-27'), passedBy: one(undefined, undefined, undefined, '慕容档') }),
  made('circulation.takeBack', { circulation: one(1, 1, 1, 2), pagesChecked: one(true, true, false), signature: one('ink', 'ink', 'pending'), remark: mostly(text), warnReason: mostly(text), instructions: perhaps(text), followUpDueOn: perhaps(day) }),
  made('circulation.finish', { circulation: one(1, 1, 2), reason: mostly(text), archiveNumber: perhaps(one('2026-3-12')) }),
  made('circulation.addReaders', { circulation: one(1, 2), readers: fc.array(person, { minLength: 1, maxLength: 2 }) }), made('circulation.followUp', { circulation: one(1, 2), text, done: fc.boolean() }),
  made('carrier.hold', { carrier, until: day, reason: text }),
  made('notebook.issue', { carrier: one(6, 6, 1), holder: person, pages: one(100), dueOn: mostly(day), warnReason: perhaps(text) }), made('notebook.giveBack', { carrier: one(6, 6, 1), pages: one(100, 100, 98), used: one(20), remark: mostly(text) }),
  made('refusal.record', { askedBy: text, asked: text, rules: mostly(text), carrier: perhaps(carrier) }), made('refusal.reported', { refusal: one(1, 2), reportedTo: text }),
);

/** Acts on a few carriers, people and machines; many make no sense, and that is the point. */
const acts: fc.Arbitrary<Act> = fc.oneof(
  made('carrier.enter', { title: text, level, period: mostly(one({ years: 10 }, { years: 40 }, { unmarked: true }, { months: 3 })), accessScope: perhaps(one(['南宫砚'], ['慕容档', '独孤默'])), copySerial: perhaps(one('000001', '000002')), docNumber: perhaps(one('示厅函〔2026〕27号')), custodian: one('欧阳笺', '慕容档'), place: text, source: one('received', 'produced'), warnReason: mostly(one('来文如此')), copyingForbidden: perhaps(fc.boolean()), returnRequired: perhaps(fc.boolean()) }),
  made('carrier.receive', { title: text, level, period: mostly(one({ years: 5 })), copies: one(1, 2), copySerials: perhaps(one(['1'], ['1', '2'])), custodian: mostly(one('欧阳笺')), place: perhaps(text), signedBy: mostly(one('欧阳笺')), expectedCopies: perhaps(one(2)), warnReason: mostly(one('来文如此')), accessScope: perhaps(one(['南宫砚'])) }),
  made('carrier.lend', { carrier, borrower: person, reason: mostly(one('编制方案')), dueOn: perhaps(day), place: perhaps(text) }),
  made('carrier.read', { carrier, reader: person, purpose: mostly(one('编制方案')), place: perhaps(text), endedAt: perhaps(one('2026-11-20T09:30:00')) }),
  circulation, circulation, circulation,
  made('carrier.giveBack', { carrier, pagesChecked: mostly(fc.boolean()), intact: perhaps(fc.boolean()), remark: mostly(one('说明')), warnReason: mostly(one('说明')) }),
  made('carrier.extendLoan', { carrier, dueOn: day, reason: one('未办完') }),
  made('carrier.copy', { carrier, quantity: one(1, 2), reason: mostly(one('会议用')), operator: mostly(one('欧阳笺')), kind: one('copy', 'electronic'), stamped: mostly(one(true)), wasteSheets: mostly(one(0)) }),
  made('carrier.place', { carrier, place: text, cabinetKind: perhaps(one('code_safe', 'iron_cabinet')), happenedAt: perhaps(one('2026-11-19T09:00:00', '2026-11-20T09:00:01', '2030-01-01T00:00:00')), lateReason: perhaps(one('停电')) }),
  made('carrier.transfer', { carrier, to: one('慕容档'), toUnit: perhaps(one('示例省档案馆')), place: mostly(text), receivedBy: mostly(one('慕容档')) }),
  made('carrier.returnToIssuer', { carrier, receivedBy: mostly(one('司徒收')) }),
  made('carrier.destroy.propose', { carriers: fc.array(carrier, { minLength: 1, maxLength: 3 }), reason: one('过期'), method: one('shred', 'degauss'), place: one('authority_facility', 'scrap_sale') }),
  made('carrier.destroy.execute', { destruction: one(1, 1, 1, 2), countBefore: one(1, 1, 1, 1, 2), countAfter: one(1, 1, 1, 1, 2), executor: one('司马执'), witness1: one('慕容档', '慕容档', '慕容档', '欧阳笺', undefined), witness2: one(auditor.name, auditor.name, auditor.name, '独孤默'), escorts: mostly(one(['慕容档', '独孤默'])), receiptNumber: mostly(one('HZ-01')), unrecoverable: one(true) }),
  made('carrier.destroy.cancel', { destruction: one(1, 2), reason: one('改送') }),
  made('carrier.reportMissing', { carrier, discoveredBy: one('欧阳笺'), account: text, reportedTo: mostly(one('主管领导')) }),
  made('carrier.find', { carrier, foundWhere: text }),
  made('carrier.correct', { carrier, revision: one(1, 2, 3), set: one({ pages: 12 }, { state: 'destroyed' }, { title: '改名' }), reason: one('笔误') }),
  made('knowledge.record', { carrier, readers: fc.array(person, { minLength: 1, maxLength: 2 }), how: one('handled', 'told'), place: perhaps(text) }),
  made('scope.set', { carrier, accessScope: one(['南宫砚'], ['慕容档']), basis: one('来文') }),
  made('scope.widen', { carrier, add: one(['慕容档']), reason: one('参加编制') }),
  made('person.suspend', { person, reason: one('审查') }), made('person.activate', { person }), made('person.leavePost', { person, reason: one('调离') }),
  made('incident.close', { incident: one(1, 2), cause: mostly(text), handled: mostly(text), corrected: mostly(text), educated: mostly(text) }),
  made('violation.record', { kind: one('other'), account: text, reason: text, carrier: perhaps(carrier), possibleLeak: perhaps(fc.boolean()) }),
  made('approval.decide', { request: one(1, 2, 3), verdict: one('approved', 'refused') }), made('approval.void', { request: one(1, 2, 3), reason: one('不办了') }),
  made('computer.withdraw', { computer: one('SM-001'), reason: one('老化') }),
  made('usageLog.open', { computer: one('SM-001', 'SM-002', 'SM-002'), user: one('南宫砚', '慕容档'), work: mostly(one('起草')), level: one('secret', 'confidential', null), media: perhaps(fc.array(carrier, { maxLength: 1 })) }),
  made('usageLog.close', { usage: one(1, 2), outputs: mostly(one('无')), abnormal: mostly(one('无')) }),
  made('register.print', { form: one('ledger'), title: text, rows: one(3), level, secrecyPeriod: one('10年', null), digest: one('a'.repeat(64)), purpose: mostly(text) }),
  made('policy.change', { key: one('loan.days', 'reading.recordFrom', 'incident.reportWithinHours'), value: one(3, 99, 'confidential'), reason: one('从严') }),
);
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ who: fc.oneof({ arbitrary: one(clerk), weight: 8 }, { arbitrary: one(approver, auditor, secadmin, sysadmin), weight: 2 }), act: acts, minutes: fc.oneof({ arbitrary: one(0, 1, 7, 60, 1440, 10_000), weight: 14 }, { arbitrary: one(-1, -30), weight: 1 }), approval: fc.oneof({ arbitrary: one(0), weight: 8 }, { arbitrary: one(1, 2, 77), weight: 1 }), asked: fc.boolean(), second: fc.boolean() }), { minLength: 4, maxLength: 14 });

function begin(desk: Desk): void {
  desk.must('person.register', reader('南宫砚'));
  desk.must('person.register', reader('慕容档', { personnelClass: 'general' }));
  desk.must('person.register', reader('独孤默', { personnelClass: 'core', trainedOn: undefined }));
  desk.must('person.register', reader(auditor.name));
  desk.must('carrier.enter', paper('甲'));
  desk.must('carrier.enter', paper('乙', { level: 'confidential', copySerial: '000004', accessScope: ['慕容档'] }));
  for (const n of [5, 6, 7]) desk.must('carrier.enter', paper(`第${n}件`, { copySerial: `00000${n}` }));
  const lend = { carrier: 3, borrower: '南宫砚', reason: '编制方案' };
  desk.must('carrier.lend', { ...lend, approval: approved(desk, 'carrier.lend', lend) });
  const list = { carriers: [4], reason: '过期', method: 'shred', place: 'authority_facility' };
  desk.must('carrier.destroy.propose', { ...list, approval: approved(desk, 'carrier.destroy.propose', list) });
  desk.must('carrier.reportMissing', { carrier: 5, discoveredBy: '欧阳笺', account: '未见', reportedTo: '主管领导' });
  desk.must('approval.request', { command: 'carrier.lend', input: { ...lend, carrier: 1 }, reason: '工作需要' });
  desk.must('computer.register', { assetNumber: 'SM-001', level: 'secret', filingNumber: 'BA-1', room: '301', custodian: '欧阳笺' });
  desk.must('computer.commission', { computer: 'SM-001', checkReport: 'JC-1' });
  desk.must('computer.register', { assetNumber: 'SM-002', level: 'secret', filingNumber: 'BA-2', room: '302', custodian: '欧阳笺' });
  desk.must('computer.commission', { computer: 'SM-002', checkReport: 'JC-2' });
  desk.must('usageLog.open', { computer: 'SM-001', user: '南宫砚', work: '起草', level: 'secret' });
  desk.must('carrier.enter', paper('保密本', { carrierKind: 'notebook', docNumber: undefined, copySerial: undefined, level: 'confidential' }));
  for (const n of [8, 9]) desk.must('carrier.enter', paper(`传阅件${n}`, { level: 'confidential', copySerial: `00000${n}`, accessScope: ['南宫砚', '慕容档'] }));
  for (const id of [7, 8]) {
    const sheet = { carrier: id, readers: ['南宫砚', '慕容档'] };
    desk.must('carrier.route', { ...sheet, approval: approved(desk, 'carrier.route', sheet) });
  }
  desk.must('carrier.circulate', { circulation: 1, reader: '南宫砚', signature: 'ink' });
}

/** Every command that was really done in the course of the run. */
const worked = new Set<string>();
const clock = (desk: Desk): number => Date.parse(desk.now());

/** One step: perhaps asks for approval first, has it agreed, then acts. Out: how many lines the trail should have grown. */
function take(desk: Desk, step: Step): void {
  desk.at(new Date(clock(desk) + step.minutes * 60_000).toISOString());
  let { input } = step.act;
  if (step.asked) {
    const asked = desk.do('approval.request', { command: step.act.name, input, reason: '工作需要' });
    if (asked.ok) {
      const { id } = (asked.value.result as { approval: { id: number } }).approval;
      desk.do('approval.decide', { request: id, verdict: 'approved' }, approver);
      input = { ...input, approval: id };
    }
  } else if (step.approval > 0) input = { ...input, approval: step.approval };
  const before = { content: contentOf(desk), trail: trailLength(desk) };
  const result = desk.do(step.act.name, input, step.who, step.second ? auditor : null);
  const grown = trailLength(desk) - before.trail;
  if (result.ok) {
    expect(grown).toBe(1);
    worked.add(step.act.name);
    return;
  }
  expect(contentOf(desk)).toBe(before.content);
  expect({ kind: result.refusal.kind, grown }).toEqual({ kind: result.refusal.kind, grown: result.refusal.kind === 'policy' ? 1 : 0 });
}

describe('whatever is tried', () => {
  it('leaves the books whole: one holder, listed moves, one entry per act, an unbroken chain, rows that follow from their events', () => {
    fc.assert(fc.property(steps, (list) => {
      withBooks('secret', (desk) => {
        begin(desk);
        for (const step of list) take(desk, step);
        expect(breaches(desk)).toEqual([]);
      });
    }), { numRuns: 180, seed: 20261120 });
    // A property that only ever saw refusals would prove little.
    expect([...worked].sort()).toEqual(expect.arrayContaining(['carrier.circulate', 'carrier.copy', 'carrier.destroy.execute', 'carrier.destroy.propose', 'carrier.enter', 'carrier.find', 'carrier.giveBack', 'carrier.lend', 'carrier.read', 'carrier.receive', 'carrier.reportMissing', 'carrier.transfer', 'circulation.takeBack', 'notebook.issue', 'usageLog.close', 'usageLog.open']));
    expect(worked.size).toBeGreaterThan(25);

  });

  it('keeps a leader’s refusal, which moves an approval, apart from a refused act, which moves nothing', () => {
    withBooks('secret', (desk) => {
      begin(desk);
      desk.must('approval.decide', { request: 3, verdict: 'refused' }, approver);
      desk.do('approval.decide', { request: 3, verdict: 'approved' }, approver);
      expect(breaches(desk)).toEqual([]);
    });
  });

  it('gives every command an answer, whatever is put into its input', () => {
    const junk = one<unknown>(null, 0, -1, '', 'x', '９', '\u0000', [], {}, true, 1e21, 'ZT-2026-00001', ['南宫砚'], '2026-02-30', 'a'.repeat(5000));
    fc.assert(fc.property(one(...commandNames), fc.nat(), junk, one(clerk, approver, auditor, secadmin, sysadmin), (name, at, value, who) => {
      withBooks('secret', (desk) => {
        begin(desk);
        const keys = Object.keys(sampleInputs[name]);
        const key = keys[at % Math.max(1, keys.length)] ?? 'extra';
        const before = contentOf(desk);
        const result = desk.do(name, { ...sampleInputs[name], [key]: value }, who);
        if (!result.ok) {
          expect(result.refusal.messageZh).toMatch(/\p{Script=Han}/u);
          expect(contentOf(desk)).toBe(before);
        }
      });
    }), { numRuns: 80 });
  });

  it('makes every command work once where everything is furnished, or refuse with a sentence', () => {
    for (const name of commandNames) {
      withBooks('secret', (desk) => {
        furnish(desk);
        for (const who of [clerk, approver, auditor, secadmin, sysadmin]) desk.do(name, sampleInputs[name], who, auditor);
        expect(breaches(desk)).toEqual([]);
      });
    }
  });
});
