/** Overrides of blocks: the list, and what is said to one. */
import { useQueryClient } from '@tanstack/react-query';
import type { Override } from '../../domain/override.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';
import { usePages } from './use-pages.ts';
import { pollMs } from './use-queue-counts.ts';

/** Those of a state, newest first; `refresh` asks again, and for the queue that a granted one adds to. */
export function useOverrides(brand: string | null, state: Override['state']) {
  const queries = useQueryClient();
  const { entries: overrides, ...list } = usePages({
    queryKey: ['overrides', brand, state],
    read: (page, signal) =>
      call(endpoints.listOverrides, { query: { state, limit: 20, ...(brand && { brand }), ...page }, signal }),
    everyMs: pollMs,
  });
  return {
    overrides,
    ...list,
    refresh: async () => {
      await Promise.all([['overrides'], ['queue']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  };
}
