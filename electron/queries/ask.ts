import { isQueryName, queries } from '#shared/contract/queries.ts';
import type { QueryName } from '#shared/contract/queries.ts';
import { isRegisterKey } from '#shared/registers/index.ts';
import { done, invalid, refuse } from '#shared/result.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { shapeProblems } from '#shared/shapeProblems.ts';
import { dayOf } from '#shared/time.ts';
import { barred } from './authorise.ts';
import { checkLedger } from './check.ts';
import type { CheckProgress, LedgerCheck } from './check.ts';
import { Refused } from './define.ts';
import type { ReadDesk } from './define.ts';
import { answers } from './registry.ts';
import { profileFrom } from './standing.ts';

export type { ReadDesk } from './define.ts';
export { listRules as rulesAsListed } from './rules.ts';
export type { CheckProgress, LedgerCheck, LedgerFinding } from './check.ts';
export { verifyBooks } from './verify.ts';
export type { Verification, VerificationCheck } from './verify.ts';

function shaped(name: QueryName, raw: unknown): { input: Record<string, unknown> } | Refusal {
  const parsed = queries[name].input.safeParse(raw);
  if (parsed.success) return { input: parsed.data as Record<string, unknown> };
  return invalid(...shapeProblems(parsed.error.issues, null));
}

/**
 * The only way to look into the books. Validates, authorises (P414: role of the query, readers of the register), reads, shapes.
 * In: the desk, who is signed in (never taken from the page), name and raw input of a query of the contract.
 * Out: the answer as its comment in shared/contract/queries.ts says, or a refusal. Throws only for bugs. Nothing is ever changed.
 */
export function askBooks(desk: ReadDesk, actor: Actor, name: string, raw: unknown): Result<unknown> {
  if (!isQueryName(name)) return refuse(invalid({ path: 'query', messageZh: `没有“${name}”这个查询。` }));
  const read = shaped(name, raw);
  if ('kind' in read) return refuse(read);
  const { input } = read;
  const register = input['register'];
  const opens = typeof register === 'string' && name !== 'audit.list' ? register : null;
  if (opens !== null && !isRegisterKey(opens)) return refuse(invalid({ path: 'register', messageZh: `没有“${opens}”这本台账。` }));
  const refusal = barred(actor, name, opens !== null && isRegisterKey(opens) ? opens : null);
  if (refusal !== null) return refuse(refusal);
  const answer = answers[name] as (typeof answers)[QueryName];
  if (answer === 'elsewhere') throw new Error(`${name} is answered by the session`);
  const at = desk.now();
  try {
    return done(answer({ ...desk, actor, at, today: dayOf(at), profile: profileFrom(desk.db) }, input as never));
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

/**
 * The whole-ledger check in steps, for whoever must stay reachable while it runs (progress, cancel). Same validation, same authority,
 * same answer as asking for it at once. Out: the steps, or a refusal, also for an unknown rule.
 */
export function openLedgerCheck(desk: ReadDesk, actor: Actor, raw: unknown): Generator<CheckProgress, LedgerCheck> | Refusal {
  const read = shaped('ledger.check', raw);
  if ('kind' in read) return read;
  const refusal = barred(actor, 'ledger.check', null);
  if (refusal !== null) return refusal;
  const at = desk.now();
  try {
    return checkLedger({ ...desk, actor, at, today: dayOf(at), profile: profileFrom(desk.db) }, read.input as never);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
