import type { LifeEntry } from '../app/answers.ts';
import { dayOf, shiftDay } from './days.ts';

export type Stretch = Readonly<{ kind: 'in' | 'out' | 'late' | 'gone'; from: string; to: string }>;

const leaves = /lend|lent|read(?!y)|repair/i;
const comes = /receive|enter|giveBack|returned$|imported|find|found/i;
const ends = /destroy\.execute|destroyed|transfer|returnToIssuer|withdraw/i;
const refused = /refus|denied|propose|violat/i;

/**
 * Cuts the life of a carrier into stretches: in the safe, out, overdue, gone. In: the life in any order, today, and the day it
 * should be back while it is out. Out: stretches in order, the last one ending today.
 */
export function stretchesOf(life: readonly LifeEntry[], today: string, dueOn: string | null): Stretch[] {
  const order = [...life].sort((a, b) => a.seq - b.seq).filter((e) => !refused.test(e.kind));
  const out: Stretch[] = [];
  let kind: Stretch['kind'] = 'in';
  let from: string | null = null;
  for (const e of order) {
    const at = dayOf(new Date(e.happenedAt ?? e.at));
    const next: Stretch['kind'] | null = ends.test(e.kind) ? 'gone' : comes.test(e.kind) ? 'in' : leaves.test(e.kind) ? 'out' : null;
    if (from === null) {
      from = at;
      kind = next ?? 'in';
    } else if (next !== null && next !== kind) {
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
