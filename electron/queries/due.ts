import { dueItems, dueRulesFor, horizonOf } from '../policy/due.ts';
import type { DueItem, DueRow, DueRows, DueRule, DueSource } from '../policy/due.ts';
import { heldStates } from '#shared/registers/carriers.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { addDays, dayOf } from '#shared/time.ts';
import { all, heldSql, inHandsSql, numberOf, one, statement, toRecord } from '../vault/read.ts';
import type { Asking, Query } from './define.ts';
import { lastCountedOn, lastOutsideCountOn } from './counting.ts';
import { checklists } from '#shared/checklists.ts';
import type { Checklist } from '#shared/checklists.ts';
import { tallyOf } from './tally.ts';
import { trailDays } from './trailDays.ts';

/** So many rows of one source at most; an office that has more due has other worries than the rest of the list. */
const MOST = 3000;

const rows = <K extends RegisterKey>(a: Asking, register: K, where: string, ...bound: unknown[]) => all(a.db, `SELECT * FROM ${register} WHERE ${where} LIMIT ${MOST}`, ...bound).map((r) => toRecord(register, r));

const isHeld: ReadonlySet<string | null> = new Set(heldStates);

/** How many carriers the unit holds, from the tally: no row is touched. */
function heldCount(db: Asking['db']): number {
  let n = 0;
  for (const { state, count } of tallyOf(db, 'carriers').kinds()) if (isHeld.has(state)) n += count;
  return n;
}

/** Held carriers whose day in this column comes up to `until`. Ids come from the index and states from the tally: what is long destroyed costs no row. */
function heldUntil(a: Asking, column: 'returnBy' | 'periodEndsOn', until: string, also = '1') {
  const tally = tallyOf(a.db, 'carriers');
  const ids = statement(a.db, `SELECT id FROM carriers WHERE ${column} <= ? ORDER BY ${column}`).pluck().all(until) as unknown as number[];
  return rows(a, 'carriers', `id IN (SELECT value FROM json_each(?)) AND ${also}`, JSON.stringify(ids.filter((id) => isHeld.has(tally.stateAt(id))).slice(0, MOST)));
}

/** Where a carrier can still be fetched from: not lost, not on its way to another unit. */
const athand = heldSql.replace(`, 'in_transit'`, '').replace(`, 'missing'`, '');
/** What a leaver still has to give back; what is lost is searched for (P150, P151). */
const toCollect = heldSql.replace(`, 'missing'`, '');
/** Whoever is off the post: what they hold is collected as a whole (P137), whatever day each thing was promised for. */
const offPost = `(SELECT id FROM persons WHERE status IN ('left', 'cooling_off', 'suspended'))`;
/** Loans that go on longer than a person may keep things: called back by P053-L, from that day and not from the one they were extended to. */
const overextended = (days: number): string => `l.state = 'out' AND l.extensions > 0 AND l.dueOn > date(l.lentAt, '+8 hours', '+${days} days')`;

/** How the rows of each source are found, up to a day. */
const sources: { readonly [S in DueSource]: (a: Asking, until: string) => readonly DueRow<S>[] } = {
  carriersOut: (a, until) => rows(a, 'carriers', `dueOn <= ? AND +state IN ('lent', 'reading', 'circulating') AND (holder IS NULL OR holder NOT IN ${offPost})
    AND NOT EXISTS (SELECT 1 FROM loans l WHERE l.carrier = carriers.id AND carriers.holdUntil IS NULL AND ${overextended(a.profile.number('personalHold.maxDays'))}) ORDER BY dueOn`, until),
  carriersBack: (a, until) => heldUntil(a, 'returnBy', until, `state IN ${athand} AND NOT EXISTS (SELECT 1 FROM recalls r WHERE r.id = carriers.recall AND r.state = 'open')`),
  carriersEnding: (a, until) => heldUntil(a, 'periodEndsOn', until),
  receiptsToRoute: (a, until) => rows(a, 'receipts', `routeDueOn <= ? AND routeDueOn IS NOT NULL AND routedOn IS NULL AND archivedOn IS NULL AND +state = 'registered'
    AND (NOT EXISTS (SELECT 1 FROM carriers c WHERE c.receipt = receipts.id) OR EXISTS (SELECT 1 FROM carriers c WHERE c.receipt = receipts.id AND +c.state IN ${heldSql}))
    AND NOT EXISTS (SELECT 1 FROM approvals p, json_each(p.carriers) i JOIN carriers c ON c.id = i.value WHERE p.state = 'pending' AND +p.command = 'carrier.route' AND c.receipt = receipts.id) ORDER BY routeDueOn`, until),
  circulationsOpen: (a) => rows(a, 'circulations', `state = 'routed' ORDER BY id`).map((c) => ({
    ...c, outWith: (one(a.db, `SELECT readerName FROM circulationSteps WHERE circulation = ? AND state = 'out'`, c.id)?.['readerName'] ?? null) as string | null,
    waiting: numberOf(a.db, `SELECT count(*) FROM circulationSteps WHERE circulation = ? AND state = 'waiting'`, c.id),
  })),
  instructionsOpen: (a, until) => rows(a, 'circulations', 'followUpDueOn <= ? AND followUpDueOn IS NOT NULL AND followUpDoneOn IS NULL ORDER BY followUpDueOn', until),
  carriersKept: (a, until) => rows(a, 'carriers', `holdUntil <= ? AND +state IN ('lent', 'circulating') AND (holder IS NULL OR holder NOT IN ${offPost}) ORDER BY holdUntil`, until),
  loansExtended: (a) => rows(a, 'loans', `state = 'out' AND extensions > 0 AND (borrower IS NULL OR borrower NOT IN ${offPost}) AND EXISTS (SELECT 1 FROM carriers c WHERE c.id = loans.carrier AND c.holdUntil IS NULL) ORDER BY id`),
  notebooksOut: (a) => rows(a, 'notebooks', `state = 'out' AND dueOn IS NOT NULL AND (holder IS NULL OR holder NOT IN ${offPost}) ORDER BY dueOn`),
  refusalsUnreported: (a) => rows(a, 'refusals', `state = 'recorded' ORDER BY id`),
  archiveUsesOpen: (a) => rows(a, 'archiveUses', `state = 'open' ORDER BY id`),
  tripsOut: (a, until) => rows(a, 'trips', `state = 'out' AND dueOn <= ? AND (traveller IS NULL OR traveller NOT IN ${offPost}) ORDER BY dueOn`, until),
  classificationsOpen: (a) => {
    const open = rows(a, 'classifications', `state IN ('proposed', 'decided', 'submitted') ORDER BY id`);
    // One mark is put on, the last one.
    const last = new Map(open.filter((r) => r.state === 'decided' && r.newMark !== null && r.markedOn === null).map((r) => [r.carrier, r.id]));
    return open.map((r) => (r.carrier !== null && last.has(r.carrier) && last.get(r.carrier) !== r.id ? { ...r, superseded: true } : r));
  },
  // From the changes, which are few, to what was derived before them; CROSS keeps SQLite to that order.
  derivedBehind: (a) => all(a.db, `SELECT c.*, s.number AS sourceNumber, s.markText AS sourceMark, k.decidedOn AS changedOn FROM classifications k CROSS JOIN classifications m ON m.sourceCarrier = k.carrier
      JOIN carriers c ON c.id = m.carrier JOIN carriers s ON s.id = m.sourceCarrier
    WHERE k.kind IN ('change', 'extension', 'release', 'notice') AND k.suspended IS NOT 1 AND +k.decidedOn IS NOT NULL
      AND k.id = (SELECT max(id) FROM classifications WHERE carrier = k.carrier AND kind IN ('change', 'extension', 'release', 'notice') AND suspended IS NOT 1)
      AND m.kind = 'derived' AND m.state = 'done' AND c.level IN ('confidential', 'secret', 'top_secret') AND c.state IN ${heldSql}
      AND k.id > (SELECT max(id) FROM classifications WHERE carrier = c.id AND kind IS NOT 'suggestion') LIMIT ${MOST}`)
    .map(({ sourceNumber, sourceMark, changedOn, ...c }) => ({ ...toRecord('carriers', c), sourceNumber, sourceMark, changedOn })) as unknown as DueRow<'derivedBehind'>[],
  levelReview: (a) => {
    const own = one(a.db, `SELECT count(*) AS items, min(coalesce(reviewedOn, issuedOn, receivedOn)) AS oldestOn FROM carriers WHERE source IN ('produced', 'compiled') AND level IN ('confidential', 'secret', 'top_secret') AND provisional IS NOT 1 AND (issuer IS NULL OR issuer = ?) AND +state IN ${heldSql}`, a.terminal.organisation);
    const filed = one(a.db, `SELECT max(listFiledOn) AS listFiledOn FROM classifications WHERE kind = 'review' AND listFiledOn IS NOT NULL`);
    const begunOn = trailDays(a.db).begunOn ?? a.today;
    const oldest = own?.['oldestOn'];
    return [{ items: Number(own?.['items'] ?? 0), oldestOn: typeof oldest !== 'string' ? null : oldest.length === 7 ? `${oldest}-01` : oldest, listFiledOn: (filed?.['listFiledOn'] ?? null) as string | null, begunOn }];
  },
  incidentsOpen: (a) => rows(a, 'incidents', `state IN ('searching', 'reported', 'leak') ORDER BY id`),
  resultsOwed: (a) => rows(a, 'incidents', `resultDueOn IS NOT NULL AND resultReportedOn IS NULL ORDER BY id`),
  handoversOpen: (a) => rows(a, 'handovers', `state = 'open' ORDER BY id`),
  leaversHolding: (a) => rows(a, 'persons', `status IN ('left', 'cooling_off', 'suspended') ORDER BY id`).map((p) => ({
    ...p, since: p.coolingOffFrom,
    held: numberOf(a.db, `SELECT count(*) FROM carriers WHERE ${inHandsSql} AND +state IN ${toCollect}`, p.id, p.name) + (p.name === null ? 0 : numberOf(a.db, `SELECT count(*) FROM carriers WHERE custodian = ? AND NOT coalesce(${inHandsSql}, 0) AND +state IN ${toCollect}`, p.name, p.id, p.name)),
  })).filter((p) => p.held > 0),
  accountsOfLeavers: (a) => all(a.db, `SELECT a.*, (SELECT h.closedOn FROM handovers h WHERE h.kind = 'post' AND h.state = 'closed' AND h.giverAccount = a.account ORDER BY h.id DESC LIMIT 1) AS handedOn,
      (SELECT coalesce(p.coolingOffFrom, '') FROM persons p WHERE (p.id = a.person OR p.name = a.name) AND p.status IN ('left', 'cooling_off') LIMIT 1) AS leftOn FROM accounts a WHERE a.state IS NOT 'revoked' ORDER BY a.id LIMIT ${MOST}`)
    .map((r) => {
      const { handedOn, leftOn, ...row } = r;
      return { row, handedOn, leftOn };
    })
    .filter(({ row, handedOn, leftOn }) => leftOn !== null || (handedOn !== null && one(a.db, `SELECT 1 FROM handovers WHERE kind = 'post' AND state = 'closed' AND takerAccount = ? AND id > (SELECT max(id) FROM handovers WHERE kind = 'post' AND state = 'closed' AND giverAccount = ?)`, row['account'], row['account']) === undefined))
    .map(({ row, handedOn, leftOn }) => ({ ...toRecord('accounts', row), since: typeof handedOn === 'string' ? handedOn : typeof leftOn === 'string' && leftOn !== '' ? leftOn : null })),
  readingsUnsigned: (a) => rows(a, 'readings', `signature = 'pending' ORDER BY id`),
  approvalsPending: (a) => rows(a, 'approvals', `state = 'pending' ORDER BY id`),
  usageOpen: (a) => rows(a, 'usageLogs', `state = 'open' ORDER BY id`),
  usageYears: (a) => all(a.db, `SELECT y.computer, y.year, c.number, c.assetNumber, c.level FROM (SELECT DISTINCT year, computer FROM usageLogs WHERE year < ? AND computer IS NOT NULL) y JOIN computers c ON c.id = y.computer
    WHERE NOT EXISTS (SELECT 1 FROM usageBooks b WHERE b.computer = y.computer AND b.year = y.year) ORDER BY y.year, y.computer LIMIT ${MOST}`, Number(a.today.slice(0, 4))) as unknown as DueRow<'usageYears'>[],
  persons: (a) => rows(a, 'persons', `status IN ('on_post', 'cooling_off') ORDER BY id`),
  violationsNew: (a) => rows(a, 'violations', `state = 'recorded' ORDER BY id`),
  productionsOpen: (a) => rows(a, 'productions', `state = 'made' OR (wasteDueOn IS NOT NULL AND wasteDestroyedAt IS NULL) ORDER BY id`),
  consignmentsOpen: (a) => rows(a, 'consignments', `state IN ('out', 'exception') ORDER BY id`),
  dispatchesOpen: (a) => rows(a, 'dispatches', `state IN ('registered', 'sent') ORDER BY id`),
  recallsOpen: (a) => rows(a, 'recalls', `state = 'open' ORDER BY dueOn`).map((r) => ({ ...r, left: numberOf(a.db, `SELECT count(*) FROM carriers WHERE recall = ? AND state IN ${heldSql}`, r.id) })),
  recallYear: (a) => {
    const year = Number(a.today.slice(0, 4));
    const opened = one(a.db, `SELECT 1 FROM recalls WHERE kind = 'annual' AND openedOn >= ? LIMIT 1`, `${year}-01-01`) !== undefined;
    return [{ year, opened, dueDays: all(a.db, `SELECT dueOn FROM recalls WHERE dueOn >= ? ORDER BY dueOn LIMIT 100`, `${year - 1}-01-01`).map((r) => String(r['dueOn'])), begunOn: trailDays(a.db).begunOn ?? a.today }];
  },
  stocktaking: (a) => {
    const stock = heldCount(a.db);
    return [{ held: stock, lastOn: lastCountedOn(a.db, stock), lastOutsideOn: lastOutsideCountOn(a.db), begunOn: trailDays(a.db).begunOn ?? a.today }];
  },
  checklists: (a) => Object.values<Checklist>(checklists).flatMap((l) => (l.everyMonths === undefined ? [] : [{
    key: l.key, titleZh: l.titleZh, everyMonths: l.everyMonths, lastOn: (one(a.db, 'SELECT max(checkedOn) AS lastOn FROM checks WHERE checklist = ?', l.key)?.['lastOn'] ?? null) as string | null, begunOn: trailDays(a.db).begunOn ?? a.today,
  }])),
  checksOpen: (a) => rows(a, 'checks', `state = 'open' ORDER BY correctBy`),
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
