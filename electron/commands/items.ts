import type { RecordOf } from '#shared/registers/index.ts';
import type { Refusal } from '#shared/result.ts';
import type { Question } from '../policy/question.ts';
import type { ReadDb } from '../vault/open.ts';
import { isRefusal } from './define.ts';
import { findCarrier, findEach } from './find.ts';
import type { Ref } from './find.ts';

type Carrier = RecordOf<'carriers'>;

export const bit = (b: boolean | undefined): 0 | 1 | null => (b === undefined ? null : b ? 1 : 0);
export const itemsOf = (q: Question): readonly Carrier[] => q.facts.carriers ?? [];
/** ZT-2026-00001、ZT-2026-00002, cut where the column ends. */
export const numbersOf = (items: readonly Carrier[]): string => items.map((c) => c.number ?? '').join('、').slice(0, 4000);
/** Each carrier once, or the first that is not there. */
export function eachCarrier(db: ReadDb, refs: readonly Ref[]): readonly Carrier[] | Refusal {
  const found = findEach(refs, (ref) => findCarrier(db, ref));
  return isRefusal(found) ? found : [...new Map((found as readonly Carrier[]).map((c) => [c.id, c])).values()];
}
/** Where an item goes when it comes back: what was filed goes back to the files. */
export const stateAtHome = (c: Carrier): 'archived' | 'in_custody' => (c.archivedOn === null ? 'in_custody' : 'archived');
