import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RegisterKey } from '#shared/registers/index.ts';
import { ask, Refused } from '../app/api.ts';
import type { RecordList } from '../app/answers.ts';

export type ListWish = Readonly<{ register: RegisterKey; view: string; search: string; filter: Readonly<Record<string, string>>; sort: Readonly<{ key: string; descending: boolean }> | null; history: boolean }>;

const pageSize = 200;

/** A value that has rested: the list is asked once per word typed, not once per key. */
export function useRested<T>(value: T, ms = 120): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}

/** The entries of a register as far as they were scrolled, 200 at a time; counts of all views come with the first page. */
export function useRegisterPage(wish: ListWish) {
  return useInfiniteQuery<RecordList, Refused>({
    queryKey: ['record.list', wish],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      ask('record.list', {
        register: wish.register,
        view: wish.view,
        ...(wish.search.trim() === '' ? {} : { search: wish.search.trim() }),
        ...(Object.keys(wish.filter).length === 0 ? {} : { filter: wish.filter }),
        ...(wish.sort === null ? {} : { sort: wish.sort.key, descending: wish.sort.descending }),
        ...(wish.history ? { history: true } : {}),
        counts: pageParam === undefined,
        limit: pageSize,
        ...(typeof pageParam === 'string' ? { cursor: pageParam } : {}),
      }),
    getNextPageParam: (last) => last.cursor,
    placeholderData: (former) => former,
  });
}
