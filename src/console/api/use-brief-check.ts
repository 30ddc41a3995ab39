/** What the service says of a brief while it is written. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BriefCheckView } from '../../http/contracts/brief-routes.ts';
import type { Draft } from '../campaigns/brief/draft.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** How long after the last key the brief is checked. */
const restMs = 350;

/** One check: the draft it was made of, and what it found. */
export type BriefCheck = { readonly of: Draft; readonly found: BriefCheckView };

/**
 * The newest check. `isFresh` says whether it is of this very draft; an answer about an older one never goes before a
 * newer one. `key` names the form.
 */
export function useBriefCheck(key: string, draft: Draft) {
  const [rested, setRested] = useState({ draft, number: 0 });
  useEffect(() => {
    const timer = setTimeout(
      () => setRested((known) => (known.draft === draft ? known : { draft, number: known.number + 1 })),
      restMs,
    );
    return () => clearTimeout(timer);
  }, [draft]);
  const answer = useQuery({
    queryKey: ['brief-check', key, rested.number],
    queryFn: async ({ signal }): Promise<BriefCheck> => ({
      of: rested.draft,
      found: await call(endpoints.checkBrief, { body: JSON.parse(JSON.stringify(rested.draft)), signal }),
    }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const check = answer.data ?? null;
  return {
    check,
    isFresh: check !== null && check.of === draft,
    failure: answer.error,
    retry: () => void answer.refetch(),
  };
}
