import type { RecordOf } from '#shared/registers/index.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, heldSql, inHandsSql, recordById, recordsWhere, toRecord } from '../vault/read.ts';
import { isRefusal } from './define.ts';
import { findPerson } from './find.ts';

/** The carriers of a list of ids, in its order; ids that are gone are left out. */
export const carriersById = (db: ReadDb, ids: readonly number[]): RecordOf<'carriers'>[] => ids.map((id) => recordById(db, 'carriers', id)).filter((c): c is RecordOf<'carriers'> => c !== null);

/** What one person has in his hands, and the unit answers for: every one of it, however many passed through his hands before. */
export const inHandsOf = (db: ReadDb, person: RecordOf<'persons'>): RecordOf<'carriers'>[] => all(db, `SELECT * FROM carriers WHERE ${inHandsSql} AND +state IN ${heldSql} ORDER BY id`, person.id, person.name).map((row) => toRecord('carriers', row));

/** Lines of 发文登记 that wait to be sent with any of these carriers. */
export const waitingLines = (db: ReadDb, carriers: readonly RecordOf<'carriers'>[]): RecordOf<'dispatches'>[] => recordsWhere(db, 'dispatches', { state: 'registered' }).filter((d) => carriers.some((c) => d.carriers?.includes(c.id) === true));

/** Those of the names that stand in the ledger of persons, each once. A name that is not there, or that two people bear, is left out. */
export function peopleNamed(db: ReadDb, names: readonly (string | undefined)[]): RecordOf<'persons'>[] {
  return [...new Set(names)].flatMap((name) => {
    const found = name === undefined ? null : findPerson(db, name);
    return found === null || isRefusal(found) ? [] : [found];
  });
}
