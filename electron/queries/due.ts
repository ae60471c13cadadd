import { dueItems, dueRulesFor, horizonOf } from '../policy/due.ts';
import type { DueItem, DueRow, DueRows, DueRule, DueSource } from '../policy/due.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { addDays, dayOf } from '#shared/time.ts';
import { all, one, toRecord } from '../vault/read.ts';
import type { Asking, Query } from './define.ts';
import { trailDays } from './trailDays.ts';

/** So many rows of one source at most; an office that has more due has other worries than the rest of the list. */
const MOST = 3000;

const rows = <K extends RegisterKey>(a: Asking, register: K, where: string, ...bound: unknown[]) => all(a.db, `SELECT * FROM ${register} WHERE ${where} LIMIT ${MOST}`, ...bound).map((r) => toRecord(register, r));

const held = `('in_custody', 'lent', 'reading', 'in_use', 'out_for_repair', 'destroy_pending', 'missing')`;

/** How the rows of each source are found, up to a day. */
const sources: { readonly [S in DueSource]: (a: Asking, until: string) => readonly DueRow<S>[] } = {
  carriersOut: (a, until) => rows(a, 'carriers', `dueOn <= ? AND +state IN ('lent', 'reading') ORDER BY dueOn`, until),
  carriersBack: (a, until) => rows(a, 'carriers', `returnBy <= ? AND +state IN ${held} ORDER BY returnBy`, until),
  carriersEnding: (a, until) => rows(a, 'carriers', `periodEndsOn <= ? AND +state IN ${held} ORDER BY periodEndsOn`, until),
  incidentsOpen: (a) => rows(a, 'incidents', `state IN ('searching', 'reported', 'leak') ORDER BY id`),
  readingsUnsigned: (a) => rows(a, 'readings', `signature = 'pending' ORDER BY id`),
  approvalsPending: (a) => rows(a, 'approvals', `state = 'pending' ORDER BY id`),
  usageOpen: (a) => rows(a, 'usageLogs', `state = 'open' ORDER BY id`),
  usageYears: (a) => all(a.db, `SELECT y.computer, y.year, c.number, c.assetNumber, c.level FROM (SELECT DISTINCT year, computer FROM usageLogs WHERE year < ? AND computer IS NOT NULL) y JOIN computers c ON c.id = y.computer
    WHERE NOT EXISTS (SELECT 1 FROM usageBooks b WHERE b.computer = y.computer AND b.year = y.year) ORDER BY y.year, y.computer LIMIT ${MOST}`, Number(a.today.slice(0, 4))) as unknown as DueRow<'usageYears'>[],
  persons: (a) => rows(a, 'persons', `status IN ('on_post', 'cooling_off') ORDER BY id`),
  violationsNew: (a) => rows(a, 'violations', `state = 'recorded' ORDER BY id`),
  backup: (a) => {
    const last = one(a.db, `SELECT number, madeAt FROM backups WHERE madeAt IS NOT NULL AND kind IS NOT 'restored' ORDER BY madeAt DESC LIMIT 1`);
    return [{ lastOn: last === undefined ? null : dayOf(String(last['madeAt'])), number: (last?.['number'] ?? null) as string | null, begunOn: trailDays(a.db).begunOn ?? a.today }];
  },
  me: (a) => rows(a, 'accounts', 'account = ?', a.actor.account),
  trail: (a) => {
    const { anchorAt, verifiedAt, begunOn } = trailDays(a.db);
    return [{ anchorOn: anchorAt === null ? null : dayOf(anchorAt), verifiedOn: verifiedAt === null ? null : dayOf(verifiedAt), begunOn: begunOn ?? a.today }];
  },
};

/** Loads what the rules want, each source once and no further ahead than the farthest rule looks. */
export function dueRowsFor(a: Asking, rules: readonly DueRule[], within: number): DueRows {
  const ahead = new Map<DueSource, number>();
  for (const rule of rules) ahead.set(rule.from, Math.max(ahead.get(rule.from) ?? 0, horizonOf(rule, a.profile, within)));
  return Object.fromEntries([...ahead].map(([source, days]) => [source, sources[source](a, addDays(a.today, days))])) as DueRows;
}

/** Everything due for this person, as the headless contract shapes it. */
export function dueFor(a: Asking, within: number): DueItem[] {
  const rules = dueRulesFor(a.actor.roles);
  return dueItems(dueRowsFor(a, rules, within), { today: a.today, now: a.at, profile: a.profile, terminalLevel: a.terminal.level }, within, rules);
}

export const due: Query<'due'> = (a, input) => {
  if (input.on === undefined) return dueFor(a, input.within);
  // Asked for another day: that day's end, so that clocks in hours are past as well.
  return dueFor({ ...a, today: input.on, at: input.on === a.today ? a.at : new Date(`${input.on}T23:59:59+08:00`).toISOString() }, input.within);
};
