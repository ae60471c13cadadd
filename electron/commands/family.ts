import type { RecordOf } from '#shared/registers/index.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, heldSql, toRecord } from '../vault/read.ts';


/**
 * What bears the same secret as a carrier and is still here: the other copies of its own run, and copies, extracts and
 * prints made of any of them. Out: the carrier first, then the others by id. A change of the level reaches all of them.
 */
export function familyOf(db: ReadDb, carrier: RecordOf<'carriers'>): readonly RecordOf<'carriers'>[] {
  const rows = all(db, `WITH RECURSIVE kin(id) AS (
      SELECT id FROM carriers WHERE id = ? OR (production IS NOT NULL AND production = ?)
      UNION SELECT c.id FROM carriers c JOIN kin ON c.parent = kin.id)
    SELECT * FROM carriers WHERE id IN (SELECT id FROM kin) AND id <> ? AND +state IN ${heldSql} AND level IS ? AND grade IS ? ORDER BY id`, carrier.id, carrier.production, carrier.id, carrier.level, carrier.grade);
  return [carrier, ...rows.map((r) => toRecord('carriers', r))];
}

/** The families of several carriers, each carrier once. */
export function familiesOf(db: ReadDb, carriers: readonly RecordOf<'carriers'>[]): readonly RecordOf<'carriers'>[] {
  const found = new Map<number, RecordOf<'carriers'>>();
  for (const carrier of carriers) for (const c of familyOf(db, carrier)) found.set(c.id, c);
  return [...found.values()];
}
