import type { RecordOf } from '#shared/registers/index.ts';
import type { Profile } from '../parameters.ts';
import { liesIn } from '../places.ts';
import type { BookReader, StandingContext, Terminal } from './declare.ts';

/** First or only line per key. */
function byKey<T>(rows: readonly T[], keyOf: (row: T) => number | null): Map<number, T> {
  const found = new Map<number, T>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null && !found.has(key)) found.set(key, row);
  }
  return found;
}

const idsIn = (rows: readonly Readonly<{ items: readonly number[] | null }>[]): Set<number> => new Set(rows.flatMap((r) => r.items ?? []));

/** A value worked out when first asked for, and kept. */
function once<T>(work: () => T): () => T {
  let done: { value: T } | null = null;
  return () => (done ??= { value: work() }).value;
}

/**
 * The context of one check: everything open is read once, when a rule first asks for it, closed lines only where one names them.
 * In: the day, the parameters and the books as a reader. Memory grows with what is open, not with what was ever entered.
 */
export function standingContext(of: Readonly<{ today: string; now: string; profile: Profile; terminal: Terminal }>, books: BookReader): StandingContext {
  const loans = once(() => byKey(books.where('loans', 'state', 'out'), (l) => l.carrier));
  const circulations = once(() => byKey(books.where('circulations', 'state', 'routed'), (c) => c.carrier));
  const notebooks = once(() => byKey(books.where('notebooks', 'state', 'out'), (n) => n.carrier));
  const trips = once(() => idsIn(books.where('trips', 'state', 'out')));
  const onTheWay = once(() => idsIn(['out', 'exception'].flatMap((s) => books.where('consignments', 'state', s))));
  const batches = once(() => idsIn(books.where('destructions', 'state', 'proposed')));
  const cabinets = once(() => [...books.where('cabinets', 'state', 'in_service')].sort((a, b) => (b.place?.length ?? 0) - (a.place?.length ?? 0)));
  const persons = new Map<number, RecordOf<'persons'> | null>();
  const named = new Map<string, RecordOf<'persons'> | null>();
  const places = new Map<string, RecordOf<'cabinets'> | null>();
  const kept = <K, V>(store: Map<K, V>, key: K, work: () => V): V => {
    let found = store.get(key);
    if (found === undefined) store.set(key, (found = work()));
    return found;
  };
  return {
    ...of,
    person: (id) => (id === null ? null : kept(persons, id, () => books.byId('persons', id))),
    personNamed: (name) => (name === null ? null : kept(named, name, () => {
      const all = books.where('persons', 'name', name);
      return all.length === 1 ? (all[0] ?? null) : null;
    })),
    carrier: (id) => (id === null ? null : books.byId('carriers', id)),
    computer: (id) => (id === null ? null : books.byId('computers', id)),
    openLoan: (carrier) => loans().get(carrier) ?? null,
    casesOf: (carrier) => books.where('incidents', 'carrier', carrier),
    openCirculation: (carrier) => circulations().get(carrier) ?? null,
    openNotebook: (carrier) => notebooks().get(carrier) ?? null,
    isOnTrip: (carrier) => trips().has(carrier),
    isOnTheWay: (carrier) => onTheWay().has(carrier),
    isListedForDestruction: (carrier) => batches().has(carrier),
    readingsOf: (carrier) => books.where('readings', 'carrier', carrier),
    cabinetAt: (place) => (place === null ? null : kept(places, place, () => cabinets().find((x) => x.place !== null && liesIn(place, x.place)) ?? null)),
    copiesOfRun: (production) => books.where('carriers', 'production', production),
    linesOfRun: (production) => books.where('dispatches', 'production', production).filter((d) => d.state !== 'withdrawn'),
  };
}
