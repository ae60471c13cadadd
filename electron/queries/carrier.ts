import { commands } from '#shared/contract/commands.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { isStateSecret, levelFrom, levelZh, markOf, rankOf } from '#shared/levels.ts';
import { carrierStates, mediumClassOf } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { registers } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { missing } from '#shared/result.ts';
import { addDays, dayOf, daysBetween, showInstant } from '#shared/time.ts';
import type { Outcome } from '#shared/decision.ts';
import { decide } from '../policy/decide.ts';
import { isHandedOut } from '../policy/places.ts';
import type { Question } from '../policy/question.ts';
import { all, numberOf, one, recordById, recordsWhere } from '../vault/read.ts';
import type { ReadDb } from '../vault/open.ts';
import { Refused } from './define.ts';
import type { Asking, Query } from './define.ts';
import { recordOf } from './list.ts';

type Carrier = RecordOf<'carriers'>;

function carrierOf(db: ReadDb, ref: number | string): Carrier {
  const found = recordOf(db, 'carriers', ref);
  if (found === null) throw new Refused(missing(`没有找到载体 ${String(ref)}。请核对编号，或在台账中查找。`));
  return found as unknown as Carrier;
}

type Offer = Readonly<{ command: CommandName; in: readonly CarrierState[]; when?: (c: Carrier) => boolean; key?: string; input: (c: Carrier, a: Asking) => Record<string, unknown> }>;

const kept: readonly CarrierState[] = ['in_custody', 'in_use'];
const out: readonly CarrierState[] = ['lent', 'reading', 'out_for_repair'];
const outWithReader: readonly CarrierState[] = [...out, 'circulating', 'carried_out'];
const held: readonly CarrierState[] = [...kept, 'archived', ...outWithReader, 'in_transit', 'destroy_pending'];
/** What is not known yet is assumed to be filled in properly: the answer is about the carrier, the person is judged at the desk. */
const given = '—';
const placeFor = (c: Carrier, a: Asking): string => (c.level === 'top_secret' ? (a.profile.list('reading.places.topSecret')[0] ?? given) : given);

const leveled = (c: Carrier): boolean => c.provisional !== 1 && (isStateSecret(c.level) || c.grade !== null);
/** Whoever may decide about this level, and the notice that another organ's secret needs. */
const decision = (c: Carrier, a: Asking): Record<string, unknown> => {
  const officers = a.profile.list('classification.officers').map((line) => line.split(' '));
  const officer = officers.find(([, level]) => rankOf(levelFrom(level ?? '')) >= rankOf(c.level))?.[0] ?? given;
  return { decider: officer, deciderOffice: officer, basis: given, noticeNumber: given };
};

const offers: readonly Offer[] = [
  { command: 'carrier.giveBack', in: out, key: 'F7', input: (c) => ({ place: c.home ?? given, remark: given }) },
  { command: 'carrier.read', in: [...kept, 'lent', 'reading'], key: 'F7', input: (c, a) => ({ reader: 0, purpose: given, place: placeFor(c, a) }) },
  { command: 'carrier.lend', in: [...kept, 'lent', 'reading'], key: 'F7', input: (c, a) => ({ borrower: 0, reason: given, dueOn: a.today, place: placeFor(c, a) }) },
  { command: 'carrier.extendLoan', in: ['lent'], input: (_c, a) => ({ dueOn: addDays(a.today, 1), reason: given }) },
  { command: 'carrier.copy', in: [...kept, 'archived', 'lent'], input: () => ({ kind: 'copy', quantity: 1, reason: given, operator: given }) },
  { command: 'carrier.extract', in: [...kept, 'archived', 'lent', 'reading', 'circulating'], input: () => ({ by: 0, reason: given, content: given, full: false }) },
  { command: 'carrier.carryOut', in: ['in_custody'], input: (_c, a) => ({ traveller: 0, companions: [], destination: given, purpose: 'work', reason: given, measures: given, border: false, keeper: given, dueOn: a.today, counted: 1 }) },
  { command: 'archive.consult', in: ['archived'], input: (c, a) => ({ reader: 0, purpose: given, range: given, place: placeFor(c, a), outsider: false, related: true }) },
  { command: 'archive.lendOut', in: ['archived'], input: (_c, a) => ({ reader: 0, purpose: given, dueOn: a.today, related: true }) },
  { command: 'archive.close', in: ['lent', 'reading'], when: (c) => c.archivedOn !== null || c.carrierKind === 'archive', input: () => ({ intact: true, reshelved: true }) },
  { command: 'carrier.checkIn', in: ['carried_out'], input: () => ({ counted: 1, pagesChecked: true, remark: given }) },
  { command: 'archive.move', in: ['archived'], input: () => ({ volumes: 1, toPlace: given, receivedBy: given }) },
  { command: 'knowledge.record', in: held, input: () => ({ readers: [], how: 'told', place: given }) },
  { command: 'scope.widen', in: held, input: () => ({ add: [], reason: given }) },
  { command: 'carrier.place', in: kept, input: () => ({ place: given }) },
  { command: 'carrier.transfer', in: [...kept, 'archived'], input: () => ({ to: given, place: given, receivedBy: given }) },
  { command: 'carrier.returnToIssuer', in: [...kept, 'archived'], input: () => ({ receivedBy: given }) },
  { command: 'carrier.destroy.propose', in: [...kept, 'archived', ...out], input: (c, a) => ({ reason: given, place: 'authority_facility', method: a.profile.list(`destruction.method.${mediumClassOf[c.carrierKind ?? 'other']}`)[0] ?? 'physical' }) },
  { command: 'carrier.dispatch', in: ['in_custody'], input: (_c, a) => ({ recipient: given, outside: true, handler: given, addressee: given, checkedBy: `${a.actor.name}${given}`, urgency: 'normal', finalList: false }) },
  { command: 'carrier.convey', in: ['in_custody'], input: () => ({ recipient: given, channel: 'confidential_transport', couriers: [], sealed: true, envelope: given, itemsListed: true }) },
  { command: 'carrier.file', in: ['in_custody'], input: () => ({ archiveNumber: given }) },
  { command: 'carrier.circulate', in: ['in_custody'], when: (c) => c.circulation !== null, input: (c, a) => ({ circulation: c.circulation, reader: 0, signature: 'ink', place: placeFor(c, a) }) },
  { command: 'circulation.takeBack', in: ['circulating'], input: (c) => ({ circulation: c.circulation, pagesChecked: true, signature: 'ink', remark: given, place: c.home ?? given }) },
  { command: 'carrier.route', in: ['in_custody', 'lent', 'reading'], when: (c) => c.circulation === null, input: () => ({ readers: [] }) },
  { command: 'notebook.issue', in: ['in_custody'], when: (c) => c.carrierKind === 'notebook', input: (_c, a) => ({ holder: 0, pages: 1, dueOn: a.today }) },
  { command: 'notebook.giveBack', in: ['in_use'], when: (c) => c.carrierKind === 'notebook', input: (c) => ({ pages: 0, used: 0, remark: given, place: c.home ?? given }) },
  { command: 'carrier.hold', in: ['lent', 'circulating'], input: (_c, a) => ({ until: addDays(a.today, 1), reason: given }) },
  { command: 'classification.propose', in: held, when: (c) => c.grade === null && (c.provisional === 1 || !isStateSecret(c.level)), input: (c, a) => ({ regime: 'state_secret', kind: 'provisional', level: a.terminal.level, period: { years: 1 }, accessScope: [given], proposer: given, carrier: c.id }) },
  { command: 'classification.change', in: held, when: leveled, input: (c, a) => ({ level: c.level ?? undefined, grade: c.grade ?? undefined, ...decision(c, a) }) },
  { command: 'classification.extend', in: held, when: (c) => leveled(c) && c.periodEndsOn !== null, input: (c, a) => ({ period: { until: addDays(c.periodEndsOn ?? a.today, 1) }, periodBasis: given, ...decision(c, a) }) },
  { command: 'classification.release', in: held, when: leveled, input: (c, a) => ({ reason: c.periodEndsOn !== null && c.periodEndsOn < a.today ? 'ended' : 'decided', extensionChecked: true, ...decision(c, a) }) },
  { command: 'classification.suggestRelease', in: held, when: (c) => isStateSecret(c.level) && c.provisional !== 1, input: () => ({ to: given, reason: given }) },
  { command: 'label.print', in: held, when: (c) => isStateSecret(c.level) || c.oldMark !== null, input: () => ({}) },
  { command: 'label.applied', in: held, when: (c) => c.markApplied !== 1 && (isStateSecret(c.level) || c.oldMark !== null), input: () => ({}) },
  { command: 'carrier.find', in: ['missing'], input: () => ({ foundWhere: given, place: given }) },
  { command: 'carrier.reportMissing', in: held, input: () => ({ discoveredBy: given, account: given, reportedTo: given }) },
  { command: 'carrier.correct', in: [...held, 'missing'], key: 'F2', input: (c) => ({ revision: c.revision, set: {}, reason: given }) },
];

/** Acts that take a list of carriers. */
const onMany: readonly CommandName[] = ['classification.propose', 'classification.change', 'classification.extend', 'classification.release', 'label.print', 'label.applied', 'carrier.destroy.propose', 'carrier.dispatch', 'carrier.convey', 'carrier.carryOut', 'archive.consult', 'archive.lendOut', 'archive.move'];
const closed: readonly unknown[] = ['destroyed', 'transferred', 'returned', 'withdrawn'];

/**
 * What may be done with a carrier as it stands, by the rule book with everything about persons left open. The decision on the
 * actual act comes from `decide`. Out: nothing for a carrier that is closed.
 */
export const acts: Query<'carrier.acts'> = (a, input) => {
  const c = carrierOf(a.db, input.carrier);
  if (closed.includes(c.state)) return [];
  const loan = recordsWhere(a.db, 'loans', { carrier: c.id, state: 'out' }).at(-1) ?? null;
  const circulation = c.circulation === null ? null : (recordById(a.db, 'circulations', c.circulation));
  const sheet = circulation === null ? {} : { circulation, steps: recordsWhere(a.db, 'circulationSteps', { circulation: circulation.id }) };
  const notebook = recordsWhere(a.db, 'notebooks', { carrier: c.id, state: 'out' }).at(-1) ?? null;
  const archiveUse = c.state === 'lent' || c.state === 'reading' ? recordsWhere(a.db, 'archiveUses', { state: 'open' }).find((u) => u.items?.includes(c.id) === true) : undefined;
  const trip = c.state === 'carried_out' && c.trip !== null ? recordById(a.db, 'trips', c.trip) : null;
  return offers.filter((o) => o.in.includes(c.state as CarrierState) && (o.when === undefined || o.when(c))).map((offer) => {
    const question: Question = {
      command: offer.command, input: offer.input(c, a), actor: { ...a.actor, roles: ['clerk'] }, second: null, facts: { carrier: c, loan, notebook, ...(archiveUse === undefined ? {} : { archiveUse }), ...(trip === null ? {} : { trip }), ...(/^(carrier\.circulate|circulation\.)/.test(offer.command) ? sheet : {}), ...(onMany.includes(offer.command) ? { carriers: [c] } : {}) },
      profile: a.profile, now: a.at, today: a.today, happenedAt: a.at, terminal: a.terminal, approval: null, historical: false,
    };
    const decision = decide(question);
    const first = decision.reasons.find((r) => r.satisfied !== true);
    const outcome: Outcome = decision.outcome;
    return { command: offer.command, titleZh: commands[offer.command].titleZh, outcome, ...(outcome === 'allow' || first === undefined ? {} : { reasonZh: first.messageZh, rule: first.rule }), ...(offer.key === undefined ? {} : { key: offer.key }) };
  });
};

const howZh = registers.readings.fields.how.of;

/** The copy of the same run on which typists and printers are entered (L027): they know every copy. null for what no run made. */
function firstOfRun(db: ReadDb, c: Carrier): number | null {
  const children = c.production === null ? undefined : one(db, 'SELECT children FROM productions WHERE id = ?', c.production)?.['children'];
  return typeof children === 'string' ? ((JSON.parse(children) as number[])[0] ?? null) : null;
}

/** Everyone who came to know a carrier, however: readings, and loans below the level where readings are kept. First knowledge first. */
export const knowers: Query<'carrier.knowers'> = (a, input) => {
  const c = carrierOf(a.db, input.carrier);
  type Known = { name: string; personId: number | null; hows: Set<string>; firstAt: string; times: number; inScope: boolean; signature: string | null };
  const known = new Map<string, Known>();
  const add = (name: string, personId: number | null, how: string, at: string, inScope: boolean, signature: string | null): void => {
    const key = personId === null ? `name:${name}` : `id:${personId}`;
    const before = known.get(key);
    if (before === undefined) known.set(key, { name, personId, hows: new Set([how]), firstAt: at, times: 1, inScope, signature });
    else {
      before.hows.add(how);
      before.times++;
      if (at < before.firstAt) before.firstAt = at;
      before.inScope &&= inScope;
      // One missing signature is what matters about a person.
      if (signature === 'pending' || before.signature === null) before.signature = signature;
    }
  };
  const withLoan = new Set<number>();
  for (const r of all(a.db, `SELECT reader, readerName, how, startedAt, inScope, signature, loan FROM readings WHERE (carrier = ? OR (carrier = ? AND how = 'typed')) AND state IS NOT 'withdrawn' ORDER BY id`, c.id, firstOfRun(a.db, c))) {
    if (typeof r['loan'] === 'number') withLoan.add(r['loan']);
    add(String(r['readerName'] ?? ''), r['reader'] as number | null, howZh[String(r['how']) as keyof typeof howZh] ?? '', String(r['startedAt'] ?? ''), r['inScope'] === 1, r['signature'] as string | null);
  }
  const scope = c.accessScope ?? [];
  for (const r of all(a.db, 'SELECT id, borrower, borrowerName, lentAt FROM loans WHERE carrier = ? ORDER BY id', c.id)) {
    if (!withLoan.has(r['id'] as number)) add(String(r['borrowerName'] ?? ''), r['borrower'] as number | null, howZh.loan, String(r['lentAt'] ?? ''), scope.length === 0 || scope.includes(String(r['borrowerName'])), null);
  }
  // Below the level where readings are kept, the line of the circulation is what says that somebody has read.
  for (const r of all(a.db, 'SELECT reader, readerName, outAt, signature FROM circulationSteps WHERE carrier = ? AND outAt IS NOT NULL AND reading IS NULL ORDER BY id', c.id)) {
    add(String(r['readerName'] ?? ''), r['reader'] as number | null, howZh.circulated, String(r['outAt']), scope.length === 0 || scope.includes(String(r['readerName'])), r['signature'] as string | null);
  }
  return [...known.values()].sort((x, y) => x.firstAt.localeCompare(y.firstAt)).map(({ hows, ...k }) => ({ ...k, how: [...hows].join('、') }));
};

/** Where one carrier is, who has it, since when and until when: one line without its number. */
export function whereIs(a: Pick<Asking, 'db' | 'today'>, c: Carrier): string {
  const parts: string[] = [];
  const due = c.dueOn === null ? '' : c.dueOn < a.today ? `，应于 ${c.dueOn} 归还，已超 ${daysBetween(c.dueOn, a.today)} 日` : `，应于 ${c.dueOn} 归还`;
  const loan = recordsWhere(a.db, 'loans', { carrier: c.id, state: 'out' }).at(-1);
  const since = loan?.lentAt ?? one(a.db, `SELECT startedAt FROM readings WHERE carrier = ? AND state = 'open' ORDER BY id DESC LIMIT 1`, c.id)?.['startedAt'];
  const from = typeof since === 'string' ? `，${dayOf(since) === a.today ? showInstant(since).slice(11) : dayOf(since)} 起` : '';
  const who = `${c.holderName ?? ''}${loan?.department == null ? '' : `（${loan.department}）`}`;
  switch (c.state as CarrierState) {
    case 'in_custody': parts.push(`在库，${c.place ?? '存放位置未填'}`); break;
    case 'in_use': parts.push(!isHandedOut(c) ? `在用，${c.place ?? '位置未填'}` : `在用，由${c.holderName ?? ''}领用，${c.place ?? '位置未填'}${due.replace('归还', '交回')}`); break;
    case 'lent': parts.push(`借出，在${who === '' ? (c.place ?? '外') : `${who}处`}${c.place !== null && who !== '' ? `，${c.place}` : ''}${from}${due}`); break;
    case 'reading': parts.push(`${who === '' ? '' : who}正在${c.place ?? '阅文室'}阅读${from}${due}`); break;
    case 'circulating': {
      const sheet = c.circulation === null ? undefined : one(a.db, 'SELECT number FROM circulations WHERE id = ?', c.circulation);
      parts.push(`传阅中，在${who === '' ? (c.place ?? '传阅人处') : `${who}处`}${c.place !== null && who !== '' ? `，${c.place}` : ''}${from}${due.replace('归还', '退还')}${sheet === undefined ? '' : `，传阅单 ${String(sheet['number'])}`}`);
      break;
    }
    case 'carried_out': {
      const trip = c.trip === null ? undefined : one(a.db, 'SELECT number FROM trips WHERE id = ?', c.trip);
      parts.push(`携带外出，由${c.holderName ?? ''}带往${c.place ?? '外'}${due.replace('归还', '返回')}${trip === undefined ? '' : `，外出登记 ${String(trip['number'])}`}`);
      break;
    }
    case 'archived': parts.push(`已归档，${c.place ?? '存放位置未填'}${c.archiveNumber === null ? '' : `，归档号 ${c.archiveNumber}`}`); break;
    case 'in_transit': parts.push(`在途，${c.place ?? '去向未填'}`); break;
    case 'out_for_repair': parts.push(`外送维修，在${c.place ?? '外'}`); break;
    case 'destroy_pending': parts.push(`待销毁，${c.place ?? ''}`); break;
    case 'missing': {
      const i = one(a.db, `SELECT number, discoveredAt, lastHolder FROM incidents WHERE carrier = ? AND state IN ('searching', 'reported', 'leak') ORDER BY id DESC LIMIT 1`, c.id);
      parts.push(i === undefined ? '下落不明，查找中' : `下落不明，查找中，${dayOf(String(i['discoveredAt']))} 发现，事件 ${String(i['number'])}${i['lastHolder'] === null ? '' : `，最后持有人${String(i['lastHolder'])}`}`);
      break;
    }
    default: parts.push(`${carrierStates[c.state as CarrierState]}${c.place === null ? '' : `，${c.place}`}`);
  }
  if (!closed.includes(c.state)) {
    if (c.returnBy !== null) parts.push(`应于 ${c.returnBy} 清退或收回`);
    if (c.custodian !== null) parts.push(`责任人${c.custodian}`);
    const known = numberOf(a.db, `SELECT count(DISTINCT COALESCE(reader, readerName)) FROM readings WHERE (carrier = ? OR (carrier = ? AND how = 'typed')) AND state IS NOT 'withdrawn'`, c.id, firstOfRun(a.db, c));
    parts.push(known === 0 ? '尚无知悉登记' : `已有 ${known} 人知悉`);
  }
  return parts.join('；');
}

export const where: Query<'carrier.where'> = (a, input) => {
  const c = carrierOf(a.db, input.carrier);
  const head = `${c.number ?? ''}${c.level === null ? '' : ` ${markOf(c.level, c.secrecyPeriod) ?? levelZh[c.level]}`}`;
  return { carrier: c.number, answerZh: `${head} ${whereIs(a, c)}。` };
};
