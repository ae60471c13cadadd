import type { RecordOf } from '#shared/registers/index.ts';
import { enterRecord, move } from '../policy/change.ts';
import { liesIn } from '../policy/places.ts';
import type { Facts, Question } from '../policy/question.ts';
import { all, heldSql, one, toRecord } from '../vault/read.ts';
import type { ReadDb } from '../vault/open.ts';
import { defineCommand, isRefusal } from './define.ts';
import type { About, Made } from './define.ts';
import { find } from './find.ts';
import type { Ref } from './find.ts';

type Cabinet = RecordOf<'cabinets'>;
const cabinetOf = (q: Question): Cabinet => q.facts.cabinet as Cabinet;
const bit = (b: boolean | undefined): 0 | 1 | null => (b === undefined ? null : b ? 1 : 0);

const about = (q: Question, made: Made = {}): About | null => {
  const c = q.facts.cabinet;
  if (c != null) return { register: 'cabinets', record: c.id, number: c.number };
  const m = made['cabinet'];
  return m === undefined ? null : { register: 'cabinets', record: m.id, number: m.number };
};

/**
 * The cabinet in service at a place. Out: the cabinet; null when the unit registers cabinets and the place is in none of them;
 * undefined when no cabinet is registered at all, or the act says no place.
 */
export function cabinetAt(db: ReadDb, place: unknown): Cabinet | null | undefined {
  if (typeof place !== 'string' || one(db, `SELECT 1 FROM cabinets WHERE state = 'in_service' LIMIT 1`) === undefined) return undefined;
  const rows = all(db, `SELECT * FROM cabinets WHERE state = 'in_service' AND substr(?, 1, length(place)) = place ORDER BY length(place) DESC`, place).map((r) => toRecord('cabinets', r));
  return rows.find((c) => liesIn(place, c.place ?? '')) ?? null;
}

const order = `CASE level WHEN 'top_secret' THEN 3 WHEN 'secret' THEN 2 WHEN 'confidential' THEN 1 ELSE 0 END DESC`;
/** The carrier of the highest level that lies in a cabinet, if anything does. */
function highestIn(db: ReadDb, cabinet: Cabinet): Facts['highestIn'] {
  const place = cabinet.place ?? '';
  const rows = all(db, `SELECT * FROM carriers WHERE (substr(place, 1, length(?)) = ? OR substr(home, 1, length(?)) = ?) AND +state IN ${heldSql} ORDER BY ${order} LIMIT 200`, place, place, place, place).map((r) => toRecord('carriers', r));
  return rows.find((c) => liesIn(c.place ?? '', place) || liesIn(c.home ?? '', place)) ?? null;
}

/** Whether nothing lies in a cabinet or belongs into it. In: the id of one that is in the books. */
export function isEmptyCabinet(db: ReadDb, id: number): boolean {
  const cabinet = find(db, 'cabinets', id);
  return isRefusal(cabinet) || highestIn(db, cabinet) == null;
}

export const registerCabinet = defineCommand({
  name: 'cabinet.register',
  load: (db, input) => {
    const same = one(db, `SELECT * FROM cabinets WHERE place = ? AND state = 'in_service'`, input.place);
    return { cabinetAt: same === undefined ? null : toRecord('cabinets', same) };
  },
  plan: (q) => {
    const { place, kind, room, level, keepers, ordinary, codeChangedOn, note, importBatch } = q.input;
    return [enterRecord('cabinet', 'cabinets', { place, kind, room: room ?? null, level, keepers: keepers ?? null, ordinary: bit(ordinary), codeChangedOn: codeChangedOn ?? null, note: note ?? null, importBatch: importBatch ?? null, state: 'in_service' })];
  },
  about,
  result: (made) => ({ cabinet: made['cabinet'] }),
});

const loadCabinet = (db: ReadDb, ref: Ref): Facts | ReturnType<typeof find> => {
  const cabinet = find(db, 'cabinets', ref);
  return isRefusal(cabinet) ? cabinet : { cabinet, highestIn: highestIn(db, cabinet) ?? null };
};

export const changeCabinet = defineCommand({
  name: 'cabinet.change',
  load: (db, input) => loadCabinet(db, input.cabinet) as Facts,
  plan: (q) => {
    const { level, keepers, ordinary, codeChangedOn, withdrawn, reason } = q.input;
    const set = { level, keepers, codeChangedOn, ordinary: ordinary === undefined ? undefined : bit(ordinary), ...(withdrawn === true ? { state: 'withdrawn' } : {}) };
    return [move('cabinets', cabinetOf(q), Object.fromEntries(Object.entries(set).filter(([, v]) => v !== undefined)), withdrawn === true ? 'withdrawn' : 'changed', { reason })];
  },
  about,
});
