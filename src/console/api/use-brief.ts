/** Reading a brief, and sending it: the first time, and again changed. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type { Brief } from '../../domain/brief.ts';
import type { Draft } from '../campaigns/brief/draft.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** The revision in force of a brief; `id` is `null` where none is wanted. */
export function useBrief(id: string | null) {
  const answer = useQuery({
    queryKey: ['brief', id],
    queryFn: ({ signal }) => call(endpoints.readBrief, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
    // An answer that comes while somebody types would change nothing they see.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return { revision: answer.data ?? null, failure: answer.error, retry: () => void answer.refetch() };
}

/** Sending briefs; everything that was read is read anew after. */
export function useSending() {
  const queries = useQueryClient();
  return {
    create: async (draft: Draft, key: string) => {
      const request = await call(endpoints.createRequest, { body: bodyOf(draft), key });
      void queries.invalidateQueries();
      return request;
    },
    /** With `isDryRun` nothing is saved. Throws `precondition-failed` where another revision is in force. */
    replace: async (id: string, draft: Draft, revision: number, isDryRun: boolean) => {
      const outcome = await call(endpoints.replaceBrief, {
        params: { id },
        query: { dryRun: isDryRun ? 'true' : 'false' },
        body: bodyOf(draft),
        ifMatch: revision,
      });
      if (!isDryRun) void queries.invalidateQueries();
      return outcome;
    },
    /** The revision in force, and who wrote it. */
    newest: async (id: string) => {
      const { data } = await call(endpoints.listRevisions, { params: { id }, query: { limit: 1 } });
      return data[0] ?? null;
    },
  };
}

/** Taken at its type: whether it is a brief is for the service to say. */
function bodyOf(draft: Draft): z.input<typeof Brief> {
  return JSON.parse(JSON.stringify(draft));
}
