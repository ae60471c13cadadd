import { useQueries } from '@tanstack/react-query';
import type { Decision } from '#shared/decision.ts';
import { ask } from '../../app/api.ts';

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
