import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shoumi } from '#build/faults/cli.ts';
import type { Calling, Said } from '#build/faults/cli.ts';
import { enterAs, foundGround, must, paper, tidy } from '#build/faults/ground.ts';
import type { LedgerCheck } from '#electron/queries/ask.ts';
import { standingRules } from '#electron/policy/standingRules/index.ts';
import { lock } from '#electron/session.ts';

let vault = '';
beforeAll(async () => {
  vault = await foundGround(2);
  const s = await enterAs(vault);
  await must(s, 'carrier.enter', paper(3, { accessScope: undefined, scopeUnit: '规划科', warnReason: '来文只写到单位' }));
  lock(s);
});
afterAll(tidy);

const call = (args: readonly string[], o: Calling = { who: 'clerk' }): Said => shoumi(['check', ...args, '--vault', vault, '--json'], o);
const told = (said: Said): LedgerCheck => said.document as LedgerCheck;
const scope = `ZT-${new Date().getFullYear()}-00003`;

describe('shoumi check', { timeout: 180_000 }, () => {
  it('ends with 3 and every finding, when something stands that nobody has explained', () => {
    const said = call([]);
    expect([said.code, said.stderr]).toEqual([3, '']);
    expect(told(said)).toMatchObject({ ok: false, counted: { rules: standingRules.length } });
    expect(told(said).findings.filter((f) => f.rule === 'BOOK-SCOPE')).toMatchObject([{ register: 'carriers', number: scope, messageZh: expect.stringMatching(/。$/u) }]);
    const prose = shoumi(['check', '--vault', vault], { who: 'clerk' });
    expect([prose.code, prose.stderr]).toEqual([3, '']);
    expect(prose.stdout).toMatch(/^全面核查发现问题，请逐条处理或说明。\n核查 \d+ 项，\d+ 条登记。\n▲ /u);
    expect(prose.stdout).toContain(scope);
  });

  it('ends with 0 for one rule that finds nothing', () => {
    const said = call(['--rule', 'BOOK-GONE']);
    expect(said.code).toBe(0);
    expect(told(said)).toMatchObject({ ok: true, findings: [], rules: [{ id: 'BOOK-GONE', found: 0 }] });
  });

  it('ends with 0 once everything found is explained, and still shows it', () => {
    for (const f of told(call(['--rule', 'BOOK-SCOPE'])).findings) {
      const done = shoumi(['run', 'finding.explain', '--vault', vault, '--input', '-', '--json'], { who: 'clerk', input: JSON.stringify({ rule: f.rule, register: f.register, record: f.record, explanation: '来文只写到单位，已请示' }) });
      expect(done.code).toBe(0);
    }
    const said = call(['--rule', 'BOOK-SCOPE']);
    expect(said.code).toBe(0);
    expect(told(said)).toMatchObject({ ok: true, rules: [{ id: 'BOOK-SCOPE', found: 1, explained: 1 }], findings: [{ number: scope, explained: { explanation: '来文只写到单位，已请示', by: '欧阳笺' } }] });
    expect(shoumi(['check', '--vault', vault, '--rule', 'BOOK-SCOPE'], { who: 'clerk' }).stdout).toContain('（已说明：来文只写到单位，已请示）');
  });

  it('ends with 2 for a rule that does not exist and for a number that is none', () => {
    expect(call(['--rule', 'BOOK-NOTHING'])).toMatchObject({ code: 2, stderr: '', document: { kind: 'invalid', issues: [{ path: 'rules' }] } });
    expect(call(['--most', 'viele'])).toMatchObject({ code: 2, stderr: '', document: { kind: 'invalid', issues: [{ path: 'most' }] } });
  });

  it('ends with 3 for who does not read the registers and with 4 for a wrong password', () => {
    for (const who of ['auditor', 'secadmin', 'sysadmin'] as const) expect(call([], { who })).toMatchObject({ code: 3, stderr: '', document: { kind: 'policy' } });
    expect(call([], { who: 'clerk', password: 'falsch' }).code).toBe(4);
  });
});
