import { oneName } from '#shared/names.ts';
import { missing } from '#shared/result.ts';
import type { Refusal } from '#shared/result.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { RecordOf, RegisterKey } from '#shared/registers/index.ts';
import type { ReadDb } from '../vault/open.ts';
import { all, one, recordById, recordByNumber, toRecord } from '../vault/read.ts';

export type Ref = number | string;

/** A record by id or number. Out: the record, or a refusal that names what was looked for. */
export function find<K extends RegisterKey>(db: ReadDb, register: K, ref: Ref): RecordOf<K> | Refusal {
  const found = typeof ref === 'number' ? recordById(db, register, ref) : recordByNumber(db, register, ref.toUpperCase());
  return found ?? missing(`没有找到${registerOf(register).record} ${String(ref)}。请核对编号，或在台账中查找。`);
}

/** A carrier by id, number, or the number it had in an old ledger when that is unique. */
export function findCarrier(db: ReadDb, ref: Ref): RecordOf<'carriers'> | Refusal {
  const direct = find(db, 'carriers', ref);
  if (!('kind' in direct && 'messageZh' in direct) || typeof ref === 'number') return direct;
  const old = all(db, 'SELECT * FROM carriers WHERE oldNumber = ? LIMIT 2', ref);
  return old.length === 1 ? toRecord('carriers', old[0] as Record<string, unknown>) : direct;
}

/** A person by id, number, or name when only one bears it. A name stored before names were written one way is found as it was written. */
export function findPerson(db: ReadDb, ref: Ref): RecordOf<'persons'> | Refusal {
  const direct = find(db, 'persons', ref);
  if (!('kind' in direct && 'messageZh' in direct) || typeof ref === 'number') return direct;
  const name = oneName(ref);
  const named = all(db, `SELECT * FROM persons WHERE name IN (?, ?) AND +status IS NOT 'left' LIMIT 3`, name, ref);
  if (named.length > 1) return missing(`人员“${ref}”有 ${named.length} 位同名。请用人员编号指明。`);
  const only = named[0] ?? one(db, 'SELECT * FROM persons WHERE name IN (?, ?) ORDER BY id DESC LIMIT 1', name, ref);
  return only === undefined ? missing(`没有找到人员“${ref}”。请先在涉密人员台账登记。`) : toRecord('persons', only);
}

/** A computer by id, number or asset number. */
export function findComputer(db: ReadDb, ref: Ref): RecordOf<'computers'> | Refusal {
  const direct = find(db, 'computers', ref);
  if (!('kind' in direct && 'messageZh' in direct) || typeof ref === 'number') return direct;
  const row = one(db, 'SELECT * FROM computers WHERE assetNumber = ? ORDER BY id DESC LIMIT 1', ref);
  return row === undefined ? missing(`没有找到计算机 ${ref}。请核对设备编号。`) : toRecord('computers', row);
}

/** Finds each, or the first refusal. */
export function findEach<T extends object>(refs: readonly Ref[], look: (ref: Ref) => T | Refusal): readonly T[] | Refusal {
  const found: T[] = [];
  for (const ref of refs) {
    const x = look(ref);
    if ('kind' in x && 'messageZh' in x) return x as Refusal;
    found.push(x as T);
  }
  return found;
}

/** Same 文号 and 份号 in the ledger or the receipts. A copy with another 份号 is another copy. */
export function duplicatesOf(db: ReadDb, docNumber: string | undefined, serials: readonly string[], level: string | null): { register: RegisterKey; number: string; id: number; copySerial: string | null }[] {
  if (docNumber === undefined) return [];
  if (serials.length > 0) {
    return serials.flatMap((s) => all(db, `SELECT id, number, copySerial FROM carriers WHERE docNumber = ? AND copySerial = ? AND +state IS NOT 'withdrawn' LIMIT 1`, docNumber, s)).map((r) => ({ register: 'carriers', number: r['number'] as string, id: r['id'] as number, copySerial: r['copySerial'] as string | null }));
  }
  return all(db, `SELECT id, number, copySerials FROM receipts WHERE docNumber = ? AND +level IS ? AND +state = 'registered' AND copySerials IS NULL LIMIT 1`, docNumber, level).map((r) => ({ register: 'receipts', number: r['number'] as string, id: r['id'] as number, copySerial: null }));
}
