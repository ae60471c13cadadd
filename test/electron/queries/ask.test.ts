import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queries, queryNames } from '#shared/contract/queries.ts';
import { registerKeys, registerOf } from '#shared/registers/index.ts';
import type { Actor, Role } from '#shared/roles.ts';
import { approver, auditor, clerk, openDesk, paper, reader, secadmin, sysadmin } from '#test/helpers/desk.ts';
import type { Desk } from '#test/helpers/desk.ts';
import { numberOf } from '#electron/vault/read.ts';
import { ask, told } from './support.ts';

const actors: readonly Actor[] = [clerk, approver, sysadmin, secadmin, auditor];
const inputs: Record<string, unknown> = {
  'record.list': { register: 'parameters' }, 'record.get': { register: 'parameters', record: 1 }, 'record.life': { register: 'carriers', record: 1 }, 'carrier.acts': { carrier: 1 }, 'carrier.knowers': { carrier: 1 }, 'carrier.where': { carrier: 1 }, 'person.knowledge': { person: 1 }, 'stocktake.left': { stocktake: 1 },
  search: { text: '青岭' }, suggest: { field: 'issuer', text: '' }, 'receipt.duplicates': { docNumber: '示厅函〔2026〕27号' }, 'policy.preview': { key: 'loan.days', value: 5 }, 'audit.checkPaper': { seq: 1, code: 'x' }, 'print.pageCheck': { register: 'receipts', page: 1 }, 'register.mark': { register: 'parameters' },
};
const elsewhere = ['decide', 'isolation'];

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.must('person.register', reader('南宫砚'));
  desk.must('carrier.enter', paper('甲', { basisDocument: '示保〔2026〕1号' }));
  desk.must('stocktake.open', { counter: '欧阳笺', checker: '闻人录' });
});
afterEach(() => desk.close());

describe('P414: every query', () => {
  it.each(queryNames.filter((n) => !elsewhere.includes(n)))('%s is answered to its roles and refused to the others', (name) => {
    for (const actor of actors) {
      const result = ask(desk, name, inputs[name] ?? {}, actor);
      const may = (queries[name].roles as readonly Role[]).includes(actor.roles[0] as Role);
      expect(result.ok, `${name} as ${actor.account}: ${JSON.stringify(result).slice(0, 200)}`).toBe(may);
      if (!result.ok) expect(result.refusal).toMatchObject({ kind: 'policy', decision: { outcome: 'deny', reasons: [{ rule: 'P414' }] } });
    }
  });

  it.each(registerKeys)('%s opens to its readers only', (register) => {
    for (const actor of actors) {
      for (const [name, input] of [['record.list', { register }], ['record.get', { register, record: 1 }], ['register.mark', { register }]] as const) {
        expect(ask(desk, name, input, actor).ok, `${name} ${register} as ${actor.account}`).toBe(registerOf(register).readers.includes(actor.roles[0] as Role));
      }
    }
  });

  it('shows on the shelf only the books of the role', () => {
    const keys = (actor: Actor) => told<{ key: string }[]>(desk, 'shelf', {}, actor).map((b) => b.key);
    for (const actor of actors) expect(keys(actor)).toEqual(registerKeys.filter((k) => registerOf(k).readers.includes(actor.roles[0] as Role)));
    expect(keys(auditor)).not.toContain('carriers');
  });
});

describe('what is asked', () => {
  it('is refused when the query, the register or a field of the input is unknown', () => {
    expect(ask(desk, 'record.drop')).toMatchObject({ ok: false, refusal: { kind: 'invalid', issues: [{ path: 'query' }] } });
    expect(ask(desk, 'constructor')).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    expect(ask(desk, 'record.list', { register: 'audit' })).toMatchObject({ ok: false, refusal: { kind: 'invalid', issues: [{ path: 'register' }] } });
    expect(ask(desk, 'record.list', { register: 'toString' })).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    expect(ask(desk, 'record.list', { register: 'carriers', extra: 1 })).toMatchObject({ ok: false, refusal: { kind: 'invalid', issues: [{ path: 'extra' }] } });
  });

  it('changes nothing, whatever it is', () => {
    const state = () => [numberOf(desk.db, 'SELECT max(seq) FROM audit'), numberOf(desk.db, 'SELECT max(id) FROM event'), numberOf(desk.db, 'SELECT total_changes()')];
    const before = state();
    for (const name of queryNames) if (!elsewhere.includes(name)) for (const actor of actors) ask(desk, name, inputs[name] ?? {}, actor);
    expect(state()).toEqual(before);
  });

  it('is a bug when it belongs to the session', () => {
    expect(() => ask(desk, 'decide', { command: 'carrier.lend', input: {} })).toThrow('answered by the session');
  });
});
