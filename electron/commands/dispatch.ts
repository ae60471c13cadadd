import { highest } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { addDays, dayOf, toInstant } from '#shared/time.ts';
import { invalid } from '#shared/result.ts';
import { enterRecord, fromKey, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { arrivedAt, awaited } from '../policy/rules/dispatch.ts';
import type { ReadDb } from '../vault/open.ts';
import { recordById, recordsWhere } from '../vault/read.ts';
import { carriersById, peopleNamed, waitingLines } from './run.ts';
import { defineCommand, isRefusal } from './define.ts';
import { find, findCarrier, findEach, findPerson } from './find.ts';

type Carrier = RecordOf<'carriers'>;
const joined = (parts: readonly (string | null)[], max: number): string | null => [...new Set(parts.filter((p) => p !== null))].join('、').slice(0, max) || null;
/** 《甲》, or 《甲》等 3 件 when several documents go together. */
const titleOf = (items: readonly Carrier[]): string => {
  const titles = [...new Set(items.map((c) => c.title))];
  return titles.length > 1 ? `${(titles[0] ?? '').slice(0, 480)} 等 ${titles.length} 种` : (titles[0] ?? '');
};

/** A carrier that was lost on the way and found again still stands on the list of its first consignment, until that has its receipt. */
function openConsignment(db: ReadDb, carriers: readonly Carrier[]): { consignment?: RecordOf<'consignments'> } {
  const before = carriers.map((c) => (c.consignment === null ? null : recordById(db, 'consignments', c.consignment))).find((s) => s !== null && s.state !== 'receipted');
  return before == null ? {} : { consignment: before };
}

/** 发文登记: one line for each recipient. With a channel it goes at once; without, it waits for 机要投送 or for a signature over the counter. */
export const dispatch = defineCommand({
  name: 'carrier.dispatch',
  load: (db, input) => {
    const carriers = findEach([...new Set(input.carriers)], (ref) => findCarrier(db, ref));
    if (isRefusal(carriers)) return carriers;
    const handler = input.handler === undefined ? undefined : findPerson(db, input.handler);
    if (handler !== undefined && isRefusal(handler)) return handler;
    const runs = [...new Set(carriers.map((c) => c.production))];
    const ref = input.production ?? (runs.length === 1 ? (runs[0] ?? undefined) : undefined);
    const production = ref === undefined ? undefined : find(db, 'productions', ref);
    if (production !== undefined && isRefusal(production)) return production;
    // Also what was sent: a copy that was lost on the way and found again still stands on the line of its first dispatch.
    const waiting = [...recordsWhere(db, 'dispatches', { state: 'registered' }), ...recordsWhere(db, 'dispatches', { state: 'sent' })].filter((d) => carriers.some((c) => d.carriers?.includes(c.id) === true));
    const ofRun = production === undefined ? [] : recordsWhere(db, 'dispatches', { production: production.id }).filter((d) => d.state !== 'withdrawn');
    return {
      carriers, dispatches: [...ofRun, ...waiting.filter((d) => !ofRun.some((o) => o.id === d.id))], people: peopleNamed(db, [input.addressee]), ...openConsignment(db, carriers),
      ...(handler === undefined ? {} : { person: handler }), ...(production === undefined ? {} : { production, copiesOfRun: carriersById(db, production.children ?? []) }),
    };
  },
  plan: (q) => {
    const i = q.input;
    const items = q.facts.carriers ?? [];
    const on = i.sentOn ?? dayOf(q.happenedAt);
    const channel = i.channel === undefined ? null : i.channel;
    const changes: Change[] = [enterRecord('dispatch', 'dispatches', {
      sentOn: on, recipient: i.recipient, addressee: i.addressee ?? null, docNumber: i.docNumber ?? joined(items.map((c) => c.docNumber), 300), title: i.title ?? titleOf(items), level: highest(items.map((c) => c.level)), secrecyPeriod: items[0]?.secrecyPeriod ?? null, urgency: i.urgency,
      outside: i.outside ? 1 : 0, copies: items.length, copySerials: joined(items.map((c) => c.copySerial), 2000), carriers: items.map((c) => c.id), carrierNumbers: joined(items.map((c) => c.number), 4000), production: q.facts.production?.id ?? null, envelope: i.envelope ?? null, channel,
      handler: q.facts.person?.name ?? q.actor.name, checkedBy: i.checkedBy ?? null, state: channel === null ? 'registered' : 'sent', note: i.note ?? null,
    })];
    changes.push(...items.map((c) => move('carriers', c, channel === null ? {} : { state: 'in_transit', consignment: null, place: `送往${i.recipient}`.slice(0, 300) }, channel === null ? 'dispatch_registered' : 'dispatched', { reason: i.recipient })));
    if (i.finalList && q.facts.production !== undefined) changes.push(move('productions', q.facts.production, { counted: 1 }, 'distributed'));
    return changes;
  },
  about: (_q, made) => (made['dispatch'] === undefined ? null : { register: 'dispatches', record: made['dispatch'].id, number: made['dispatch'].number }),
  result: (made) => ({ dispatch: made['dispatch'] }),
});

/** A line that was entered by mistake: it keeps its number and what it said, its copies stay where they lie, and a run that was closed with it is open again. */
export const withdraw = defineCommand({
  name: 'dispatch.withdraw',
  load: (db, input) => {
    const line = find(db, 'dispatches', input.dispatch);
    if (isRefusal(line)) return line;
    const production = line.production === null ? null : recordById(db, 'productions', line.production);
    return { dispatch: line, carriers: carriersById(db, line.carriers ?? []), ...(production === null ? {} : { production }) };
  },
  plan: (q) => {
    const line = q.facts.dispatch as RecordOf<'dispatches'>;
    const run = q.facts.production;
    const { reason } = q.input;
    return [
      move('dispatches', line, { state: 'withdrawn' }, 'withdrawn', { reason }),
      ...(q.facts.carriers ?? []).map((c) => move('carriers', c, {}, 'dispatch_withdrawn', { reason: `${line.number ?? ''}，${reason}`.slice(0, 300) })),
      ...(run?.counted === 1 ? [move('productions', run, { counted: 0 }, 'distribution_reopened', { reason: line.number ?? '' })] : []),
    ];
  },
  about: (q) => (q.facts.dispatch === undefined ? null : { register: 'dispatches', record: q.facts.dispatch.id, number: q.facts.dispatch.number }),
});

/** 机要投送: sealed, listed, handed to those who carry it. The lines of 发文登记 that wait with these carriers go with it. */
export const convey = defineCommand({
  name: 'carrier.convey',
  load: (db, input) => {
    const carriers = findEach([...new Set(input.carriers)], (ref) => findCarrier(db, ref));
    if (isRefusal(carriers)) return carriers;
    const people = findEach([...new Set(input.couriers)], (ref) => findPerson(db, ref));
    if (isRefusal(people)) return people;
    const named = findEach([...new Set(input.dispatches ?? [])], (ref) => find(db, 'dispatches', ref));
    if (isRefusal(named)) return named;
    return { carriers, people, dispatches: [...named, ...waitingLines(db, carriers).filter((w) => !named.some((n) => n.id === w.id))], ...openConsignment(db, carriers) };
  },
  plan: (q) => {
    const i = q.input;
    const items = q.facts.carriers ?? [];
    const on = dayOf(q.happenedAt);
    return [
      enterRecord('consignment', 'consignments', {
        sentAt: q.happenedAt, recipient: i.recipient, items: items.map((c) => c.id), itemNumbers: joined(items.map((c) => c.number), 4000), itemCount: items.length, level: highest(items.map((c) => c.level)), envelope: i.envelope ?? null, sealed: i.sealed === undefined ? null : i.sealed ? 1 : 0,
        channel: i.channel, couriers: (q.facts.people ?? []).map((p) => p.name ?? ''), route: i.route ?? null, vehicle: i.vehicle ?? null, measures: i.measures ?? null, dueOn: i.dueOn ?? addDays(on, q.profile.number('conveyance.receiptDays')), state: 'out',
      }),
      ...(q.facts.dispatches ?? []).map((d) => move('dispatches', d, { state: 'sent', sentOn: on, channel: i.channel, envelope: d.envelope ?? i.envelope ?? null, consignment: fromKey('consignment', 'id') }, 'sent')),
      ...items.map((c) => move('carriers', c, { state: 'in_transit', consignment: fromKey('consignment', 'id'), place: `送往${i.recipient}`.slice(0, 300) }, 'conveyed', { reason: i.recipient })),
    ];
  },
  about: (_q, made) => (made['consignment'] === undefined ? null : { register: 'consignments', record: made['consignment'].id, number: made['consignment'].number }),
  result: (made) => ({ consignment: made['consignment'] }),
});

/** 登记回执: the other side counted and signed. Fewer than were sent: the movement stays open as an exception, P054-A opens the case. */
export const acknowledge = defineCommand({
  name: 'carrier.acknowledge',
  load: (db, input) => {
    if ((input.consignment === undefined) === (input.dispatch === undefined)) return invalid({ path: 'consignment', messageZh: '请填写投送号或发文号，二者取一。' });
    if (input.consignment !== undefined) {
      const consignment = find(db, 'consignments', input.consignment);
      if (isRefusal(consignment)) return consignment;
      return { consignment, carriers: carriersById(db, consignment.items ?? []), dispatches: recordsWhere(db, 'dispatches', { consignment: consignment.id }) };
    }
    const line = find(db, 'dispatches', input.dispatch as number | string);
    if (isRefusal(line)) return line;
    const consignment = line.consignment === null ? null : recordById(db, 'consignments', line.consignment);
    // The last line of a consignment closes it; before that it stays open for the rest.
    const last = consignment !== null && carriersById(db, consignment.items ?? []).every((c) => line.carriers?.includes(c.id) === true || c.state !== 'in_transit');
    return { dispatch: line, dispatches: [line], carriers: carriersById(db, line.carriers ?? []), ...(last ? { consignment } : {}) };
  },
  plan: (q) => {
    const i = q.input;
    const items = awaited(q);
    const receivedAt = i.receivedAt === undefined ? q.happenedAt : toInstant(i.receivedAt);
    const { consignment, dispatches = [] } = q.facts;
    const signed = { receivedBy: i.receivedBy, receivedAt, receiptNumber: i.receiptNumber ?? null };
    if (i.count !== undefined && i.count < items.length) {
      return [
        ...(consignment === undefined ? [] : [move('consignments', consignment, { ...signed, receivedCount: i.count, problem: i.problem ?? `发出 ${items.length} 件，实收 ${i.count} 件`, state: 'exception' }, 'exception')]),
        ...dispatches.map((d) => move('dispatches', d, {}, 'exception', { reason: `${i.receivedBy}实收 ${i.count ?? 0} 件` })),
      ];
    }
    return [
      ...(consignment === undefined ? [] : [move('consignments', consignment, { ...signed, receivedCount: i.dispatch === undefined ? items.length : consignment.itemCount, ...(i.problem === undefined ? {} : { problem: i.problem }), state: 'receipted' }, 'receipted')]),
      ...dispatches.map((d) => move('dispatches', d, { ...signed, state: 'receipted' }, 'receipted')),
      ...items.map((c) => move('carriers', c, arrivedAt(q, c), arrivedAt(q, c)['state'] === 'in_custody' ? 'delivered' : 'acknowledged', { reason: i.receivedBy })),
    ];
  },
  about: (q: Question) => {
    const { consignment, dispatch: line } = q.facts;
    if (consignment !== undefined) return { register: 'consignments', record: consignment.id, number: consignment.number };
    return line === undefined ? null : { register: 'dispatches', record: line.id, number: line.number };
  },
});
