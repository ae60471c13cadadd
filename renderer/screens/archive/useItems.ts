import { useEffect, useState } from 'react';
import type { Entry } from '../../app/answers.ts';
import { ask } from '../../app/api.ts';

const refOf = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);

/** The pile of carriers an act is about, beginning with the one the address names. */
export function useItems(named: string | null): readonly [readonly Entry[], (items: readonly Entry[]) => void] {
  const [items, setItems] = useState<readonly Entry[]>([]);
  const [first] = useState(named);
  useEffect(() => {
    if (first === null) return;
    void ask('record.get', { register: 'carriers', record: refOf(first) }).then((entry) => { if (entry !== null) setItems((old) => (old.some((o) => o.id === entry.id) ? old : [entry, ...old])); });
  }, [first]);
  return [items, setItems];
}

/** Id of what an act brought into being, as the answer names it. */
export function idIn(result: unknown, name: string): number | null {
  const made = typeof result === 'object' && result !== null ? (result as Readonly<Record<string, unknown>>)[name] : undefined;
  const id = typeof made === 'object' && made !== null ? (made as { id?: unknown }).id : undefined;
  return typeof id === 'number' ? id : null;
}
