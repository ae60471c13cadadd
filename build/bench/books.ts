import type { Level } from '#shared/levels.ts';
import type { AnyRecord, RegisterKey } from '#shared/registers/index.ts';
import { addDays, dayOf, yearOf } from '#shared/time.ts';
import { apply } from '#electron/commands/apply.ts';
import type { Door } from '#electron/commands/door.ts';
import { append, eventsDigest, nextSeq } from '#electron/commands/trail.ts';
import { enterRecord, fromKey, move } from '#electron/policy/change.ts';
import type { Change } from '#electron/policy/change.ts';
import { numberOf, recordById } from '#electron/vault/read.ts';
import { booksBeside, kindOf, leavingOf } from './lives.ts';
import { departmentOf, docNumberOf, issuerOf, mixed, nameOf, placeOf, titleOf } from './words.ts';

export type Filling = Readonly<{ carriers: number; entries: number; persons: number; from: string; until: string }>;

const levels: readonly Level[] = ['confidential', 'confidential', 'secret', 'secret', 'secret', 'internal'];
/** So many acts share a transaction; through the door each would have one of its own. */
const AT_ONCE = 4000;

const carrier = (n: number, day: string): Record<string, unknown> => {
  const level = levels[mixed(n, 20) % levels.length] as Level;
  const years = mixed(n, 21) % 400 === 0 ? 1 : [5, 10, 20][mixed(n, 22) % 3] ?? 10;
  return {
    title: titleOf(n), carrierKind: mixed(n, 23) % 9 === 0 ? 'optical' : 'paper', level, regime: level === 'internal' ? 'internal' : 'state_secret', ...(level === 'internal' ? {} : { secrecyPeriod: `${years}年`, periodForm: 'years', periodEndsOn: `${Number(day.slice(0, 4)) + years}${day.slice(4)}` }),
    issuer: issuerOf(n), docNumber: docNumberOf(n), copySerial: String(n % 1_000_000).padStart(6, '0'), copies: 1, pages: 4 + (mixed(n, 24) % 90), issuedOn: day, receivedOn: day, source: 'received', accessScope: [nameOf(n % 200), nameOf((n + 7) % 200)], custodian: '欧阳笺', home: placeOf(n), place: placeOf(n),
    cabinetKind: 'code_cabinet', state: 'in_custody', ...(mixed(n, 25) % 700 === 0 ? { returnBy: addDays(day, 400) } : {}), ...kindOf(n),
  };
};

/**
 * Takes the guards of the tables away while the books are filled, and puts the very same ones back: each of them makes the store put
 * the search index in order after every row, which is right for a day's work and would take an hour here. The rows are the same.
 */
function withoutGuards(db: Door['db'], work: () => void): void {
  const guards = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as { name: string; sql: string }[];
  db.exec(guards.map((g) => `DROP TRIGGER ${g.name}`).join(';'));
  db.pragma('cache_size = -200000');
  work();
  db.pragma('cache_size = -16000');
  db.exec(guards.map((g) => g.sql).join(';'));
}

/**
 * Fills books with invented years of work: persons, carriers, loans with their return, readings, destructions, looks at records.
 * Rows, events and entries are made by the functions the door uses, so chain, digests and numbers are genuine; only the judging and the
 * single transactions are left out. Ends with `entries` in the trail, or more when the lives of the carriers alone need more.
 */
export function fillBooks(door: Door, f: Filling, say: (line: string) => void): { entries: number; events: number } {
  const { db, trailKey, generation } = door;
  const begun = nextSeq(db).seq - 1;
  const start = Date.parse(f.from);
  let written = 0;

  // What happens to the carrier numbered n; the looks at records fill up what is missing to the wanted number of entries.
  const lent = (n: number): boolean => n % 10 < 2;
  const read = (n: number): boolean => n % 10 >= 6 && n % 10 < 9;
  // Some hundred of the newest are still out, most of them overdue.
  const back = (n: number): boolean => n < f.carriers - 1000 || n % 10 > 0;
  let planned = f.persons + 2 * Math.floor(f.carriers / 100);
  for (let n = 0; n < f.carriers; n++) planned += 1 + (lent(n) ? (back(n) ? 2 : 1) : 0) + (read(n) ? 1 : 0);
  const total = Math.max(planned, f.entries - begun);
  const looks = total - planned;
  const step = (Date.parse(f.until) - start) / total;

  const enter = (act: string, changes: readonly Change[], about: { register: RegisterKey; record: number; number: string | null } | null = null) => {
    const at = new Date(start + step * written).toISOString();
    const { seq } = nextSeq(db);
    const { made, events } = apply(db, seq, changes, yearOf(at));
    const first = events[0];
    append(db, trailKey, generation, { at, happenedAt: null, lateReason: null, actor: 'clerk', second: null, act, outcome: 'done', register: about?.register ?? first?.register ?? null, record: about?.record ?? first?.record ?? null, number: about?.number ?? null, rules: [], eventsDigest: eventsDigest(events), note: null });
    written++;
    return { made, at };
  };
  const record = <K extends RegisterKey>(register: K, id: number): AnyRecord => recordById(db, register, id) as unknown as AnyRecord;

  db.transaction(() => {
    for (let n = 0; n < f.persons; n++) {
      enter('person.register', [enterRecord('person', 'persons', { name: nameOf(n), department: departmentOf(n), post: '规划岗', personnelClass: 'important', employment: 'staff', status: 'on_post', screenedOn: '2026-03-01', screeningResult: 'passed', trainedOn: '2026-05-10', undertakingOn: '2026-03-05', ...leavingOf(n, dayOf(f.until)) })]);
    }
  }).immediate();
  const firstPerson = numberOf(db, 'SELECT MIN(id) FROM persons') || 1;

  const one = (n: number): void => {
    const day = dayOf(new Date(start + step * written).toISOString());
    const values = carrier(n, day);
    const beside = booksBeside(n, day, values, n >= f.carriers - 1000);
    const { made } = enter('carrier.enter', [...beside.before, enterRecord('carrier', 'carriers', { ...values, ...(beside.receipt ? { receipt: fromKey('receipt', 'id') } : {}) }), ...beside.after]);
    const m = made['carrier'];
    if (m === undefined) throw new Error('no carrier was made');
    const about = { register: 'carriers' as const, record: m.id, number: m.number };
    const person = firstPerson + (mixed(n, 30) % f.persons);
    const who = nameOf(person - firstPerson);
    if (lent(n)) {
      const c = record('carriers', m.id);
      const due = addDays(day, 7);
      const out = enter('carrier.lend', [
        enterRecord('loan', 'loans', { carrier: m.id, carrierNumber: m.number, title: c['title'], level: c['level'], borrower: person, borrowerName: who, department: departmentOf(n), reason: '编制方案', lentAt: new Date(start + step * written).toISOString(), dueOn: due, promisedDueOn: due, extensions: 0, state: 'out' }),
        move('carriers', c, { state: 'lent', holder: person, holderName: who, place: departmentOf(n), dueOn: due }, 'lent'),
      ], about);
      if (back(n)) {
        const loan = out.made['loan'];
        enter('carrier.giveBack', [
          move('loans', record('loans', loan?.id ?? 0), { state: 'returned', returnedAt: out.at, returnCheck: '页数齐全，无涂改' }, 'returned'),
          move('carriers', record('carriers', m.id), { state: 'in_custody', holder: null, holderName: null, place: c['home'], dueOn: null }, 'returned'),
        ], about);
      }
    } else if (read(n)) {
      const c = record('carriers', m.id);
      const at = new Date(start + step * written).toISOString();
      enter('carrier.read', [
        enterRecord('reading', 'readings', { carrier: m.id, carrierNumber: m.number, title: c['title'], level: c['level'], secrecyPeriod: c['secrecyPeriod'], copySerial: c['copySerial'], reader: person, readerName: who, department: departmentOf(n), personnelClass: 'important', how: 'read', startedAt: at, endedAt: at, place: '阅文室', purpose: '编制方案', inScope: 1, signature: 'ink', signedAt: at, state: 'closed' }),
        move('carriers', c, {}, 'read'),
      ], about);
    }
    if (n % 100 === 99) {
      const items = Array.from({ length: 10 }, (_, k) => m.id - 60 + k * 5).filter((id) => id > 0).map((id) => record('carriers', id)).filter((c) => c['state'] === 'in_custody');
      const proposed = enter('carrier.destroy.propose', [
        enterRecord('batch', 'destructions', { items: items.map((c) => c.id), itemCount: items.length, level: 'secret', reason: '已无保存价值', method: 'shred', place: 'authority_facility', proposedOn: day, state: 'proposed' }),
        ...items.map((c) => move('carriers', c, { state: 'destroy_pending', destruction: fromKey('batch', 'id') }, 'destroy_proposed')),
      ]);
      const batch = proposed.made['batch'];
      enter('carrier.destroy.execute', [
        move('destructions', record('destructions', batch?.id ?? 0), { state: 'destroyed', countBefore: items.length, countAfter: items.length, executor: '百里封', witness1: '慕容档', witness2: '南宫砚', destroyedAt: proposed.at }, 'destroyed'),
        ...items.map((c) => move('carriers', record('carriers', c.id), { state: 'destroyed', place: '销毁机构' }, 'destroyed')),
      ]);
    }
    const share = Math.floor(((n + 1) * looks) / f.carriers) - Math.floor((n * looks) / f.carriers);
    for (let k = 0; k < share; k++) enter('record.view', [], { register: 'carriers', record: 1 + (mixed(n * 7 + k, 31) % m.id), number: m.number });
  };

  const many = db.transaction((from: number, to: number) => {
    for (let n = from; n < to; n++) one(n);
  });
  const each = Math.max(1, Math.floor((AT_ONCE * f.carriers) / Math.max(1, total)));
  let told = 0;
  withoutGuards(db, () => {
    for (let n = 0; n < f.carriers; n += each) {
      many.immediate(n, Math.min(f.carriers, n + each));
      if (Math.floor((n * 5) / f.carriers) > told) say(`  造数 ${(told = Math.floor((n * 5) / f.carriers)) * 20}%`);
    }
  });
  return { entries: begun + written, events: numberOf(db, 'SELECT COALESCE(MAX(id), 0) FROM event') };
}
