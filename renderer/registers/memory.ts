import { client } from '../app/api.ts';

/** How a table was left: it is found again the same way. Lives with the answers and goes with them at the lock. */
export type ListMemory = Readonly<{
  view: string;
  search: string;
  filter: Readonly<Record<string, string>>;
  sort: Readonly<{ key: string; descending: boolean }> | null;
  history: boolean;
  focused: string | null;
  /** The records of the list in their order, for PgUp and PgDn on the record page. */
  walk: readonly number[];
}>;

client.setQueryDefaults(['list-memory'], { gcTime: Infinity });

export const recall = (register: string): ListMemory | undefined => client.getQueryData<ListMemory>(['list-memory', register]);
export const remember = (register: string, memory: ListMemory): void => void client.setQueryData(['list-memory', register], memory);
