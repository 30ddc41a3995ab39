/** One approved line with where it was used and what it hangs on, and taking it back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** The record of a line. */
export function useLibraryLine(id: string) {
  const answer = useQuery({
    queryKey: ['library-line', id],
    queryFn: ({ signal }) => call(endpoints.readLibraryLine, { params: { id }, signal }),
  });
  return { record: answer.data ?? null, failure: answer.error, retry: () => void answer.refetch() };
}

/** Where something of an approved line is shown. */
function shownOf(id: string): readonly (readonly string[])[] {
  return [['library-line', id], ['library'], ['cohort'], ['lines'], ['counts'], ['history']];
}

/** Recalls the line; what is shown of it is read anew whether or not it could be. */
export function useRecall(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => call(endpoints.recall, { params: { id }, body: { reason } }),
    onSettled: () => Promise.all(shownOf(id).map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
