import { queries } from '#shared/contract/queries.ts';
import type { QueryName } from '#shared/contract/queries.ts';
import type { Decision } from '#shared/decision.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import type { Refusal } from '#shared/result.ts';
import { roleZh } from '#shared/roles.ts';
import type { Actor, Role } from '#shared/roles.ts';
import { REG } from '../policy/question.ts';

const titleZh = '各角色各司其职';

/** The refusal of P414 for looking: who may, and on what ground. */
function notYours(what: string, may: readonly Role[]): Refusal {
  const messageZh = `不得查阅。${what}由${may.map((r) => roleZh[r]).join('、')}查阅，依据${REG}第三十四条（规则 P414）。`;
  const nextStepZh = `请${may.map((r) => roleZh[r]).join('或')}登录后查阅。`;
  const decision: Decision = {
    outcome: 'deny',
    reasons: [{ rule: 'P414', titleZh, outcome: 'deny', messageZh, nextStepZh, source: { seed: '003-11（一）3(4)；004-4（三）', law: `${REG}第三十四条` }, parameters: {} }],
    checks: [{ rule: 'P414', titleZh, passed: false }],
  };
  return { kind: 'policy', decision, messageZh };
}

/**
 * P414 for every query: each role sees what its office needs.
 * In: who asks, what, and the register it would open, if any. Out: null when allowed, else the refusal.
 */
export function barred(actor: Actor, name: QueryName, register: RegisterKey | null): Refusal | null {
  const may: readonly Role[] = queries[name].roles;
  if (!actor.roles.some((r) => may.includes(r))) return notYours(queries[name].titleZh, may);
  if (register === null) return null;
  const spec = registerOf(register);
  return actor.roles.some((r) => spec.readers.includes(r)) ? null : notYours(`《${spec.title}》`, spec.readers);
}
