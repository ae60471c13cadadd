import { useQueries } from '@tanstack/react-query';
import type { Decision } from '#shared/decision.ts';
import { ask } from '../../app/api.ts';

/** Judged with the list as a whole, when manner and place are chosen: no word about one carrier. */
const ofTheList = new Set(['P126', 'P127', 'L023']);

/** Why this carrier cannot stand on any list, or null: what it may be destroyed by and where is asked of the whole list. */
export const blockOf = (verdict: Decision | undefined): string | null => verdict?.reasons.find((r) => r.outcome === 'deny' && !ofTheList.has(r.rule))?.messageZh ?? null;

/** What the rules say of each carrier alone, so that a blocked row can say why. In: ids. Out: decision by id, as far as answered. */
export function useVerdicts(ids: readonly number[]): ReadonlyMap<number, Decision> {
  const answers = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['decide', 'carrier.destroy.propose', id],
      queryFn: () => ask('decide', { command: 'carrier.destroy.propose', input: { carriers: [id], reason: '造册前核对', method: 'pulp', place: 'authority_facility' } }),
    })),
  });
  return new Map(ids.flatMap((id, i) => {
    const decision = answers[i]?.data;
    return decision === undefined ? [] : [[id, decision] as const];
  }));
}
