import type { Level } from '#shared/levels.ts';
import { carrierStates, heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { missing } from '#shared/result.ts';
import { isOut } from '../policy/places.ts';
import { all, recordsWhere, toRecord } from '../vault/read.ts';
import { Refused } from './define.ts';
import type { Query } from './define.ts';
import { recordOf } from './list.ts';

/**
 * What a running stocktake still lacks (P116): the expected carriers that nobody has counted, and whose they are, for ticking them off
 * a signed sheet. In: the stocktake, one keeper or holder when only his are wanted. Out: every keeper and holder with the number
 * expected of him and left, the number left of all, the lines asked for. Refuses (missing) an unknown stocktake.
 */
export const stocktakeLeft: Query<'stocktake.left'> = ({ db }, input) => {
  const stocktake = recordOf(db, 'stocktakes', input.stocktake);
  if (stocktake === null) throw new Refused(missing(`没有找到清点 ${String(input.stocktake)}。请核对编号。`));
  const expected = (stocktake as unknown as { expected: readonly number[] | null }).expected ?? [];
  const counted = new Set(recordsWhere(db, 'stocktakeLines', { stocktake: stocktake.id }).map((l) => l.carrier));
  const carriers = all(db, 'SELECT * FROM carriers WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id', JSON.stringify(expected)).map((row) => toRecord('carriers', row));
  const people = new Map<string, { name: string; expected: number; left: number }>();
  const lines = [];
  let left = 0;
  for (const c of carriers) {
    // What was destroyed, returned or reported missing meanwhile is nothing to look for here.
    const open = !counted.has(c.id) && heldStates.includes(c.state as CarrierState) && c.state !== 'missing';
    if (open) left++;
    const names = new Set([c.custodian, c.holderName].filter((n) => n !== null));
    for (const name of names) {
      const person = people.get(name) ?? { name, expected: 0, left: 0 };
      people.set(name, { name, expected: person.expected + 1, left: person.left + (open ? 1 : 0) });
    }
    if (!open || lines.length >= input.limit || (input.person !== undefined && !names.has(input.person))) continue;
    lines.push({ id: c.id, number: c.number, title: c.title, level: c.level as Level | null, place: isOut(c) ? c.home : (c.place ?? c.home), keeper: c.custodian, holder: isOut(c) ? c.holderName : null, out: isOut(c), stateZh: carrierStates[c.state as CarrierState] });
  }
  return { left, people: [...people.values()], lines };
};
