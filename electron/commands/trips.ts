import { highest } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { enterRecord, fromKey, move } from '../policy/change.ts';
import type { Question } from '../policy/question.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Command, Made } from './define.ts';
import { find, findEach, findPerson } from './find.ts';
import { eachCarrier, itemsOf, numbersOf } from './items.ts';
import { carriersById } from './run.ts';

type Carrier = RecordOf<'carriers'>;
type Person = RecordOf<'persons'>;

const about = (q: Question, made: Made = {}): About | null => {
  const trip = q.facts.trip ?? made['trip'];
  if (trip !== undefined) return { register: 'trips', record: trip.id, number: trip.number };
  const c = itemsOf(q)[0];
  return c === undefined ? null : { register: 'carriers', record: c.id, number: c.number };
};

/** 携带外出: counted and packed by a list, on the persons of those who go, until the day of return (P106 gives it). */
const carryOut = defineCommand({
  name: 'carrier.carryOut',
  load: (db, input) => {
    const carriers = eachCarrier(db, input.carriers);
    if (isRefusal(carriers)) return carriers;
    const people = findEach([input.traveller, ...input.companions], (ref) => findPerson(db, ref));
    if (isRefusal(people)) return people;
    const [person] = people as readonly Person[];
    return { carriers: carriers as readonly Carrier[], people: [...new Map((people as readonly Person[]).map((p) => [p.id, p])).values()], ...(person === undefined ? {} : { person }) };
  },
  plan: (q) => {
    const i = q.input;
    const p = q.facts.person as Person;
    const items = itemsOf(q);
    const others = (q.facts.people ?? []).filter((o) => o.id !== p.id).map((o) => o.name ?? '').filter((n) => n !== '');
    return [
      enterRecord('trip', 'trips', {
        items: items.map((c) => c.id), itemNumbers: numbersOf(items), itemCount: items.length, level: highest(items.map((c) => c.level)), traveller: p.id, travellerName: p.name, companions: others.length === 0 ? null : others, department: p.department, destination: i.destination, purpose: i.purpose, reason: i.reason,
        measures: i.measures ?? null, border: i.border ? 1 : 0, permit: i.permit ?? null, stateRule: i.stateRule?.slice(0, 300) ?? null, keeper: i.keeper ?? null, outAt: q.happenedAt, dueOn: i.dueOn ?? null, countOut: i.counted ?? items.length, approval: q.approval?.record.id ?? null, state: 'out', note: i.note ?? null,
      }),
      ...items.map((c) => move('carriers', c, { state: 'carried_out', holder: p.id, holderName: p.name, place: i.destination, dueOn: i.dueOn ?? null, trip: fromKey('trip', 'id') }, 'carried_out', { reason: i.reason.slice(0, 300) })),
    ];
  },
  about,
  result: (made) => ({ trip: made['trip'] }),
  bind: (i, f) => ({ carriers: (f.carriers ?? []).map((c) => c.id), people: (f.people ?? []).map((p) => p.id), destination: i.destination, purpose: i.purpose, border: i.border, permit: i.permit ?? null, dueOn: i.dueOn ?? null }),
  quantity: (_i, f) => f.carriers?.length ?? 0,
});

/** 外出返回: counted against the packing list. What is not there is being searched for from now on (P106-M opens the cases). */
const checkIn = defineCommand({
  name: 'carrier.checkIn',
  load: (db, input) => {
    const trip = find(db, 'trips', input.trip);
    if (isRefusal(trip)) return trip;
    const named = input.missing === undefined ? [] : eachCarrier(db, input.missing);
    if (isRefusal(named)) return named;
    return { trip, carriers: carriersById(db, trip.items ?? []).filter((c) => c.state === 'carried_out' && c.trip === trip.id), named: named as readonly Carrier[] };
  },
  plan: (q) => {
    const i = q.input;
    const lost = new Set((q.facts.named ?? []).map((c) => c.id));
    const check = [i.pagesChecked === undefined ? '' : i.pagesChecked ? '页数齐全' : '页数不齐', i.remark ?? ''].filter((s) => s !== '').join('；') || null;
    return [
      move('trips', q.facts.trip as RecordOf<'trips'>, { state: 'back', backAt: q.happenedAt, countBack: i.counted, checkedBy: i.checkedBy ?? q.actor.name, checkNote: check, notBack: lost.size === 0 ? null : numbersOf(q.facts.named ?? []).slice(0, 1000) }, 'back'),
      ...itemsOf(q).map((c) => (lost.has(c.id)
        ? move('carriers', c, { state: 'missing', dueOn: null, trip: null }, 'missing', { reason: '外出返回清点时没有带回' })
        : move('carriers', c, { state: 'in_custody', holder: null, holderName: null, place: c.home, dueOn: null, trip: null }, 'checked_in'))),
    ];
  },
  about,
  result: (made, q) => ({ trip: q.facts.trip?.number ?? null, incidents: Object.entries(made).filter(([k]) => k.startsWith('incident')).map(([, m]) => m) }),
});

/** Group 2.7: carrying out and coming back. */
export const tripActs: { readonly [N in 'carrier.carryOut' | 'carrier.checkIn']: Command<N> } = { 'carrier.carryOut': carryOut, 'carrier.checkIn': checkIn };
