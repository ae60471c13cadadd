import type { LifeEntry } from '../app/answers.ts';
import { dayOf, shiftDay } from './days.ts';

export type Stretch = Readonly<{ kind: 'in' | 'out' | 'late' | 'lost' | 'gone'; from: string; to: string }>;

/** Which events move a carrier, and whereto. All others leave it where it is. */
const moves: Readonly<Record<string, Stretch['kind']>> = {
  entered: 'in', returned: 'in', read: 'in', found: 'in', placed: 'in', transferred: 'in', destroy_cancelled: 'in', delivered: 'in', filed: 'in', taken_back: 'in', notebook_returned: 'in', reshelved: 'in', archive_moved: 'in', checked_in: 'in',
  lent: 'out', reading: 'out', circulating: 'out', consulted: 'out', carried_out: 'out', notebook_issued: 'out', dispatched: 'out', conveyed: 'out', missing: 'lost',
  destroyed: 'gone', acknowledged: 'gone', transferred_out: 'gone', returned_to_issuer: 'gone', withdrawn: 'gone', import_withdrawn: 'gone',
};

/**
 * Cuts the life of a carrier into stretches: in the safe, out, overdue, being searched for, gone. In: the life in any order, today, and the day it
 * should be back while it is out. Out: stretches in order, the last one ending today.
 */
export function stretchesOf(life: readonly LifeEntry[], today: string, dueOn: string | null): Stretch[] {
  const order = [...life].sort((a, b) => a.seq - b.seq).filter((e) => e.kind in moves);
  const out: Stretch[] = [];
  let kind: Stretch['kind'] = 'in';
  let from: string | null = null;
  for (const e of order) {
    const when = e.happenedAt ?? e.at;
    const next = moves[e.kind];
    if (when === null || next === undefined) continue;
    const at = dayOf(new Date(when));
    if (from === null) {
      from = at;
      kind = next;
    } else if (next !== kind) {
      out.push({ kind, from, to: at });
      from = at;
      kind = next;
    }
  }
  if (from === null) return out;
  const end = shiftDay(today, 1);
  if (kind === 'out' && dueOn !== null && dueOn < today) {
    const late = shiftDay(dueOn, 1);
    if (late > from) out.push({ kind: 'out', from, to: late });
    out.push({ kind: 'late', from: late > from ? late : from, to: end });
  } else out.push({ kind, from, to: end });
  return out;
}
