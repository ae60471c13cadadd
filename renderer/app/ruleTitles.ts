import { useMemo } from 'react';
import { useAsk } from './api.ts';

/** Titles of the rules by their name, for those that have no number. Empty until the answer is there. */
export function useRuleTitles(): ReadonlyMap<string, string> {
  const rules = useAsk('rules', {});
  return useMemo(() => new Map((rules.data ?? []).map((r) => [r.id, r.titleZh])), [rules.data]);
}
