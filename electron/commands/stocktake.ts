import type { CommandInput } from '#shared/contract/commands.ts';
import { highest, levelZh } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { carrierStates, heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { missing } from '#shared/result.ts';
import type { Refusal } from '#shared/result.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import { isOut, samePlace } from '../policy/places.ts';
import type { Facts, Question } from '../policy/question.ts';
import { all, numberOf, recordById, recordsWhere } from '../vault/read.ts';
import type { ReadDb } from '../vault/open.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Made } from './define.ts';
import { find, findCarrier, findEach } from './find.ts';
import { carrierOfCode } from './scanned.ts';

/** More than this is counted in parts: one sheet, one afternoon, one list that the books keep whole. */
const MOST = 20_000;

type Line = RecordOf<'stocktakeLines'>;
type Carrier = RecordOf<'carriers'>;
const stocktakeOf = (q: Question): RecordOf<'stocktakes'> => q.facts.stocktake as RecordOf<'stocktakes'>;
const about = (q: Question, made: Made = {}): About | null => {
  const s = q.facts.stocktake;
  if (s !== undefined) return { register: 'stocktakes', record: s.id, number: s.number };
  const m = made['stocktake'];
  return m === undefined ? null : { register: 'stocktakes', record: m.id, number: m.number };
};

/** States in which a carrier should be found. Those already reported missing have their own case. */
const countable = heldStates.filter((s) => s !== 'missing');
const stateList = countable.map((s) => `'${s}'`).join(', ');

/** What should be there, by the scope of the input, frozen as it stands now. */
function expectedOf(db: ReadDb, input: CommandInput<'stocktake.open'>): NonNullable<Facts['expected']> | Refusal {
  const where = [`state IN (${stateList})`];
  const bound: unknown[] = [];
  const scope: string[] = [];
  const add = (sql: string, zh: string, ...values: unknown[]): void => { where.push(sql); bound.push(...values); scope.push(zh); };
  if (input.custodian !== undefined) add('(custodian = ? OR holderName = ?)', `${input.custodian}保管和持有`, input.custodian, input.custodian);
  if (input.place !== undefined) add('(substr(place, 1, length(?)) = ? OR substr(home, 1, length(?)) = ?)', `存放在${input.place}`, input.place, input.place, input.place, input.place);
  if (input.level !== undefined) add('level = ?', levelZh[input.level], input.level);
  if (input.department !== undefined) add('(custodian IN (SELECT name FROM persons WHERE department = ?) OR holder IN (SELECT id FROM persons WHERE department = ?) OR (holder IS NULL AND holderName IN (SELECT name FROM persons WHERE department = ?)))', input.department, input.department, input.department, input.department);
  const text = where.join(' AND ');
  const found = numberOf(db, `SELECT count(*) FROM carriers WHERE ${text}`, ...bound);
  if (found > MOST && input.kind !== 'sample') return missing(`应有 ${found} 件，一次清点最多 ${MOST} 件。请按存放位置或保管人分几次清点。`);
  const order = input.kind === 'sample' ? 'random()' : 'id';
  const rows = all(db, `SELECT id, level, custodian FROM carriers WHERE ${text} ORDER BY ${order} LIMIT ?`, ...bound, input.kind === 'sample' ? (input.sampleSize ?? MOST) : MOST);
  const scopeZh = [scope.length === 0 ? '全部在册载体' : scope.join('、'), input.kind === 'sample' ? `抽查 ${rows.length} 件` : ''].filter((s) => s !== '').join('，');
  return {
    ids: rows.map((r) => r['id'] as number).sort((a, b) => a - b), level: highest(rows.map((r) => r['level'] as Level | null)),
    keepers: [...new Set(rows.map((r) => r['custodian'] as string | null))].filter((k): k is string => k !== null), scopeZh,
  };
}

/**
 * The account of who is to confirm the count with a password. Out: null when the name has none that is in force; undefined for books
 * without any account, whose acts are entered by a program that says itself who stands there.
 */
const accountNamed = (db: ReadDb, name: string): RecordOf<'accounts'> | null | undefined => recordsWhere(db, 'accounts', { name }).findLast((a) => a.state !== 'revoked') ?? (numberOf(db, 'SELECT count(*) FROM accounts') === 0 ? undefined : null);

export const open = defineCommand({
  name: 'stocktake.open',
  load: (db, input) => {
    const expected = expectedOf(db, input);
    if (isRefusal(expected)) return expected;
    const handover = input.handover === undefined ? undefined : find(db, 'handovers', input.handover);
    if (handover !== undefined && isRefusal(handover)) return handover;
    return { expected, checkerAccount: accountNamed(db, input.checker), ...(handover === undefined ? {} : { handover }) };
  },
  plan: (q) => {
    const { custodian, place, level, department, sampleSize, kind, counter, checker } = q.input;
    const e = q.facts.expected as NonNullable<Facts['expected']>;
    return [enterRecord('stocktake', 'stocktakes', {
      kind, scopeZh: e.scopeZh.slice(0, 300), scope: Object.fromEntries(Object.entries({ custodian, place, level, department, sampleSize }).filter(([, v]) => v !== undefined)), expected: e.ids, expectedCount: e.ids.length, keepers: e.keepers.slice(0, 2000), level: e.level,
      counter, checker, openedAt: q.happenedAt, handover: q.facts.handover?.id ?? null, state: 'open',
    })];
  },
  about,
  result: (made, q) => ({ stocktake: made['stocktake'], expected: q.facts.expected?.ids.length ?? 0 }),
});

/** The carriers that a count names: one by its code, or several from a sheet. An unknown code is counted too, as something that should not be there. */
function namedOf(db: ReadDb, input: CommandInput<'stocktake.count'>): readonly Carrier[] | Refusal {
  if (input.carriers !== undefined) return findEach([...new Set(input.carriers)], (ref) => findCarrier(db, ref)) as readonly Carrier[] | Refusal;
  if (input.scanned === undefined) return missing('没有写明清点了哪一件。请扫码或填写载体编号。');
  const found = carrierOfCode(db, input.scanned);
  if (found !== null && isRefusal(found)) return found;
  return found === null ? [] : [found];
}

/** What the count says about one carrier. In: the session, the carrier as it stands, where it was seen, whether its holder showed it. */
function bucketOf(s: RecordOf<'stocktakes'>, c: Carrier, place: string | undefined, withHolder: boolean): Line['bucket'] {
  if (!(s.expected ?? []).includes(c.id) || !heldStates.includes(c.state as CarrierState) || c.state === 'missing') return 'unexpected';
  if (withHolder) return 'found';
  // The books say somebody has it, and here it lies.
  if (isOut(c)) return 'misplaced';
  return place === undefined || samePlace(place, c.place ?? c.home ?? place) ? 'found' : 'misplaced';
}
const bucketZh: Readonly<Record<NonNullable<Line['bucket']>, string>> = { found: '相符', misplaced: '位置不符', missing: '缺少', unexpected: '多出', unconfirmed: '在外未核实' };

const described = (s: RecordOf<'stocktakes'>, c: Carrier): Record<string, unknown> => ({
  stocktake: s.id, stocktakeNumber: s.number, carrier: c.id, carrierNumber: c.number, title: c.title, level: c.level, expectedPlace: isOut(c) ? c.home : (c.place ?? c.home), expectedHolder: c.holderName ?? c.custodian,
});

export const count = defineCommand({
  name: 'stocktake.count',
  load: (db, input) => {
    const stocktake = find(db, 'stocktakes', input.stocktake);
    if (isRefusal(stocktake)) return stocktake;
    const carriers = namedOf(db, input);
    if (isRefusal(carriers)) return carriers;
    const one = carriers.length === 1 ? carriers[0] : undefined;
    const stocktakeLines = one === undefined
      ? (carriers.length === 0 ? recordsWhere(db, 'stocktakeLines', { stocktake: stocktake.id, carrier: null, scanned: input.scanned ?? null }) : recordsWhere(db, 'stocktakeLines', { stocktake: stocktake.id }))
      : recordsWhere(db, 'stocktakeLines', { stocktake: stocktake.id, carrier: one.id });
    return { stocktake, carriers, stocktakeLines };
  },
  plan: (q) => {
    const s = stocktakeOf(q);
    const { place, scanned, explanation } = q.input;
    const withHolder = q.input.withHolder === true;
    const lines = new Map((q.facts.stocktakeLines ?? []).map((l) => [l.carrier, l]));
    const seen = { scanned: scanned ?? null, countedAt: q.happenedAt, explanation: explanation ?? null };
    const carriers = q.facts.carriers ?? [];
    if (carriers.length === 0) return [enterRecord('line', 'stocktakeLines', { stocktake: s.id, stocktakeNumber: s.number, carrier: null, bucket: 'unexpected', foundPlace: place ?? null, ...seen, state: 'counted' })];
    return carriers.flatMap((c, i): Change[] => {
      const bucket = bucketOf(s, c, place, withHolder);
      const foundPlace = withHolder ? (c.holderName ?? c.place) : (place ?? (isOut(c) ? null : c.place));
      const old = lines.get(c.id);
      const line = old === undefined
        ? enterRecord(`line${i}`, 'stocktakeLines', { ...described(s, c), bucket, foundPlace, ...seen, state: 'counted' })
        : move('stocktakeLines', old, { bucket, foundPlace, ...seen }, 'recounted');
      return [line, move('carriers', c, {}, 'counted', { reason: `${s.number ?? ''} ${bucketZh[bucket ?? 'found']}` })];
    });
  },
  about: (q) => {
    const only = q.facts.carriers?.length === 1 ? q.facts.carriers[0] : undefined;
    return only === undefined ? about(q) : { register: 'carriers', record: only.id, number: only.number };
  },
  result: (_made, q) => {
    const s = stocktakeOf(q);
    const carriers = q.facts.carriers ?? [];
    const told = carriers.slice(0, 50).map((c) => {
      const bucket = bucketOf(s, c, q.input.place, q.input.withHolder === true) ?? 'found';
      return { number: c.number, title: c.title, level: c.level, bucket, bucketZh: bucketZh[bucket], stateZh: carrierStates[c.state as CarrierState], expectedPlace: c.place ?? c.home };
    });
    return { stocktake: s.number, counted: Math.max(1, carriers.length), lines: carriers.length === 0 ? [{ number: null, title: null, level: null, bucket: 'unexpected', bucketZh: '多出', stateZh: '台账没有', expectedPlace: null }] : told };
  },
});

/** What was put somewhere after it had been seen: the books know better than the sheet where it lies now. */
const movedSince = (db: ReadDb, stocktake: number): readonly number[] => all(db, `SELECT l.carrier AS id FROM stocktakeLines l WHERE l.stocktake = ? AND l.bucket = 'misplaced' AND EXISTS (SELECT 1 FROM event e
    WHERE e.register = 'carriers' AND e.record = l.carrier AND e.id > (SELECT MAX(c.id) FROM event c WHERE c.register = 'carriers' AND c.record = l.carrier AND c.kind = 'counted') AND json_type(e.body, '$.set.place') IS NOT NULL)`, stocktake).map((r) => r['id'] as number);

export const close = defineCommand({
  name: 'stocktake.close',
  load: (db, input) => {
    const stocktake = find(db, 'stocktakes', input.stocktake);
    if (isRefusal(stocktake)) return stocktake;
    const stocktakeLines = recordsWhere(db, 'stocktakeLines', { stocktake: stocktake.id });
    const counted = new Set(stocktakeLines.map((l) => l.carrier));
    const misplaced = stocktakeLines.filter((l) => l.bucket === 'misplaced' && l.carrier !== null);
    const load = (ids: readonly (number | null)[]): Carrier[] => ids.map((id) => (id === null ? null : recordById(db, 'carriers', id))).filter((c): c is Carrier => c !== null);
    return { stocktake, stocktakeLines, movedSince: movedSince(db, stocktake.id), carriers: load((stocktake.expected ?? []).filter((id) => !counted.has(id))), named: load(misplaced.map((l) => l.carrier)) };
  },
  plan: (q) => {
    const s = stocktakeOf(q);
    const lines = q.facts.stocktakeLines ?? [];
    const tally = { found: 0, misplaced: 0, missing: 0, unexpected: 0, unconfirmed: 0 };
    for (const l of lines) if (l.bucket !== null) tally[l.bucket] += 1;
    const rest = (q.facts.carriers ?? []).map((c, i) => {
      const bucket = uncountedAs(c);
      tally[bucket] += 1;
      const explanation = bucket === 'found' ? `清点期间已办理，现为“${carrierStates[c.state as CarrierState]}”` : bucket === 'unconfirmed' ? `账面${carrierStates[c.state as CarrierState]}，在${c.holderName ?? c.place ?? '外'}，没有核实` : c.state === 'missing' ? '清点期间已报失' : null;
      return enterRecord(`rest${i}`, 'stocktakeLines', { ...described(s, c), bucket, foundPlace: null, scanned: null, countedAt: null, explanation, state: 'settled' });
    });
    const at = new Map(lines.map((l) => [l.carrier, l.foundPlace]));
    // The books follow what was seen; where it belongs stays as it was, so that it is put back.
    const since = new Set(q.facts.movedSince ?? []);
    const seen = (q.facts.named ?? []).filter((c) => !since.has(c.id) && !isOut(c) && heldStates.includes(c.state as CarrierState) && at.get(c.id) != null && at.get(c.id) !== c.place);
    return [
      ...rest,
      ...seen.map((c) => move('carriers', c, { place: at.get(c.id) }, 'seen_elsewhere', { reason: s.number ?? '' })),
      move('stocktakes', s, { ...tally, checkerAccount: q.second?.account ?? null, closedAt: q.happenedAt, action: q.input.action ?? null, state: 'closed' }, 'closed'),
    ];
  },
  about,
  result: (made, q) => ({ stocktake: stocktakeOf(q).number, incidents: Object.entries(made).filter(([k]) => k.startsWith('incident')).map(([, m]) => m) }),
});

/** What became of an expected carrier that nobody counted. */
export const uncountedAs = (c: Carrier): 'found' | 'missing' | 'unconfirmed' => (!heldStates.includes(c.state as CarrierState) ? 'found' : isOut(c) ? 'unconfirmed' : 'missing');

export const cancel = defineCommand({
  name: 'stocktake.cancel',
  load: (db, input) => {
    const stocktake = find(db, 'stocktakes', input.stocktake);
    return isRefusal(stocktake) ? stocktake : { stocktake };
  },
  plan: (q) => [move('stocktakes', stocktakeOf(q), { state: 'cancelled', closedAt: q.happenedAt }, 'cancelled', { reason: q.input.reason })],
  about,
});
