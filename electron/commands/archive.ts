import type { archiveCommands } from '#shared/contract/archive.ts';
import { highest } from '#shared/levels.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import type { Refusal } from '#shared/result.ts';
import { enterRecord, move } from '../policy/change.ts';
import type { Change } from '../policy/change.ts';
import type { Facts, Question } from '../policy/question.ts';
import { recordsWhere } from '../vault/read.ts';
import type { ReadDb } from '../vault/open.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Command, Made } from './define.ts';
import { extractActs } from './extracts.ts';
import { find, findPerson } from './find.ts';
import type { Ref } from './find.ts';
import { bit, eachCarrier, itemsOf, numbersOf, stateAtHome } from './items.ts';
import { carriersById } from './run.ts';
import { tripActs } from './trips.ts';

type Carrier = RecordOf<'carriers'>;

/** The use of the archive that has not ended and holds one of these. */
export const openUseOf = (db: ReadDb, ids: readonly number[]): RecordOf<'archiveUses'> | undefined => recordsWhere(db, 'archiveUses', { state: 'open' }).find((u) => (u.items ?? []).some((id) => ids.includes(id)));

const about = (q: Question, made: Made = {}): About | null => {
  const use = q.facts.archiveUse;
  const m = made['use'];
  if (m !== undefined) return { register: 'archiveUses', record: m.id, number: m.number };
  const first = itemsOf(q)[0];
  if (q.command === 'archive.close' && use !== undefined) return { register: 'archiveUses', record: use.id, number: use.number };
  return first === undefined ? null : { register: 'carriers', record: first.id, number: first.number };
};
const described = (items: readonly Carrier[]) => ({ items: items.map((c) => c.id), itemNumbers: numbersOf(items), itemCount: items.length, level: highest(items.map((c) => c.level)) });

function load(db: ReadDb, refs: readonly Ref[], reader: Ref | undefined): Facts | Refusal {
  const carriers = eachCarrier(db, refs);
  if (isRefusal(carriers)) return carriers;
  const archiveUse = openUseOf(db, (carriers as readonly Carrier[]).map((c) => c.id));
  const person = reader === undefined ? undefined : findPerson(db, reader);
  if (person !== undefined && isRefusal(person)) return person;
  return { carriers: carriers as readonly Carrier[], ...(archiveUse === undefined ? {} : { archiveUse }), ...(person === undefined ? {} : { person }) };
}

/** Read in the room of the archive, by one of the unit or by an outsider with a letter. Who comes to know is entered by P061-A. */
const consult = defineCommand({
  name: 'archive.consult',
  load: (db, input) => load(db, input.items, input.reader),
  plan: (q) => {
    const i = q.input;
    const p = q.facts.person;
    const readerName = p?.name ?? i.readerName ?? null;
    return [
      enterRecord('use', 'archiveUses', {
        kind: 'consult', ...described(itemsOf(q)), reader: p?.id ?? null, readerName, unit: i.unit ?? p?.department ?? null, outsider: i.outsider ? 1 : 0, letter: i.letter ?? null, purpose: i.purpose, range: i.range ?? null, openedAt: q.happenedAt, dueOn: q.today, approval: q.approval?.record.id ?? null, state: 'open',
      }),
      ...itemsOf(q).map((c) => move('carriers', c, { state: 'reading', holder: p?.id ?? null, holderName: readerName, place: i.place ?? '档案查阅室', dueOn: null }, 'consulted', { reason: i.purpose.slice(0, 300) })),
    ];
  },
  about,
  result: (made) => ({ use: made['use'], readings: Object.entries(made).filter(([k]) => k.startsWith('reading')).map(([, m]) => m) }),
  bind: (i, f) => ({ items: (f.carriers ?? []).map((c) => c.id), reader: f.person?.id ?? i.readerName ?? null, outsider: i.outsider, letter: i.letter ?? null, range: i.range ?? null }),
  quantity: (_i, f) => f.carriers?.length ?? 0,
});

/** Out of the room for a while: a line of the archive, and a loan for each item. */
const lendOut = defineCommand({
  name: 'archive.lendOut',
  load: (db, input) => load(db, input.items, input.reader),
  plan: (q) => {
    const i = q.input;
    const p = q.facts.person as RecordOf<'persons'>;
    const dueOn = i.dueOn ?? null;
    return [
      enterRecord('use', 'archiveUses', { kind: 'lend', ...described(itemsOf(q)), reader: p.id, readerName: p.name, unit: p.department, outsider: 0, purpose: i.purpose, openedAt: q.happenedAt, dueOn, approval: q.approval?.record.id ?? null, state: 'open' }),
      ...itemsOf(q).flatMap((c): Change[] => [
        enterRecord(`loan${c.id}`, 'loans', { carrier: c.id, carrierNumber: c.number, title: c.title, level: c.level, borrower: p.id, borrowerName: p.name, department: p.department, reason: i.purpose.slice(0, 300), lentAt: q.happenedAt, dueOn, promisedDueOn: dueOn, extensions: 0, approval: q.approval?.record.id ?? null, state: 'out' }),
        move('carriers', c, { state: 'lent', holder: p.id, holderName: p.name, place: p.department ?? `${p.name ?? ''}处`, dueOn }, 'lent'),
      ]),
    ];
  },
  about,
  result: (made) => ({ use: made['use'], loans: Object.entries(made).filter(([k]) => k.startsWith('loan')).map(([, m]) => m) }),
  bind: (i, f) => ({ items: (f.carriers ?? []).map((c) => c.id), reader: f.person?.id, dueOn: i.dueOn ?? null }),
  quantity: (_i, f) => f.carriers?.length ?? 0,
});

/** Back on the shelf, counted and looked through. What is being searched for stays with its case. */
const close = defineCommand({
  name: 'archive.close',
  load: (db, input) => {
    const archiveUse = find(db, 'archiveUses', input.use);
    if (isRefusal(archiveUse)) return archiveUse;
    const carriers = carriersById(db, archiveUse.items ?? []).filter((c) => c.state === 'lent' || c.state === 'reading');
    return {
      archiveUse, carriers,
      loans: carriers.flatMap((c) => recordsWhere(db, 'loans', { carrier: c.id, state: 'out' })), readings: carriers.flatMap((c) => recordsWhere(db, 'readings', { carrier: c.id, state: 'open' })),
      extractsMade: (archiveUse.items ?? []).flatMap((id) => recordsWhere(db, 'copies', { carrier: id, kind: 'extract' })).filter((x) => archiveUse.openedAt !== null && x.madeAt !== null && x.madeAt >= archiveUse.openedAt),
    };
  },
  plan: (q) => {
    const i = q.input;
    const check = [i.intact === true ? '完好' : '', i.damage ?? ''].filter((s) => s !== '').join('；') || null;
    return [
      move('archiveUses', q.facts.archiveUse as RecordOf<'archiveUses'>, { state: 'closed', closedAt: q.happenedAt, extracts: i.extracts ?? null, extractChecked: bit(i.extractChecked), damage: i.damage ?? null, reshelved: bit(i.reshelved) }, 'closed'),
      ...(q.facts.loans ?? []).map((l) => move('loans', l, { state: 'returned', returnedAt: q.happenedAt, returnCheck: check }, 'returned')),
      ...(q.facts.readings ?? []).map((r) => move('readings', r, { state: 'closed', endedAt: q.happenedAt }, 'closed')),
      ...itemsOf(q).map((c) => move('carriers', c, { state: stateAtHome(c), holder: null, holderName: null, place: c.home, dueOn: null }, 'reshelved')),
    ];
  },
  about,
});

/** Papers that move within the archive or into it, with the count of volumes and who took them over. */
const moveItems = defineCommand({
  name: 'archive.move',
  load: (db, input) => load(db, input.items, undefined),
  plan: (q) => {
    const i = q.input;
    const from = [...new Set(itemsOf(q).map((c) => c.home ?? ''))].filter((p) => p !== '').join('、').slice(0, 300) || null;
    return [
      enterRecord('use', 'archiveUses', { kind: 'move', ...described(itemsOf(q)), readerName: q.actor.name, volumes: i.volumes ?? null, fromPlace: from, toPlace: i.toPlace, receivedBy: i.receivedBy ?? null, damage: i.damage ?? null, openedAt: q.happenedAt, closedAt: q.happenedAt, state: 'closed' }),
      ...itemsOf(q).map((c) => move('carriers', c, { place: i.toPlace, home: i.toPlace }, 'archive_moved', { reason: `接收人${i.receivedBy ?? ''}` })),
    ];
  },
  about,
  result: (made) => ({ use: made['use'] }),
});

/** For other acts on an item: the use that it is in. */
export const useWith = (db: ReadDb, c: Carrier): Pick<Facts, 'archiveUse'> => {
  if (c.state !== 'lent' && c.state !== 'reading') return {};
  const archiveUse = openUseOf(db, [c.id]);
  return archiveUse === undefined ? {} : { archiveUse };
};

/** Groups 2.5 to 2.7: archives, extracts, compilations, carrying out. */
export const archiveActs: { readonly [N in keyof typeof archiveCommands]: Command<N> } = {
  'archive.consult': consult, 'archive.lendOut': lendOut, 'archive.close': close, 'archive.move': moveItems, ...extractActs, ...tripActs,
};
