/** What people said of the lines of a cohort. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { LineCommentView } from '../../http/contracts/line-acts-routes.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** What others say shows within half a minute; it stops nobody from deciding. */
const refetchMs = 30_000;

/** Comments by the line they are about, oldest first, and the way to read them again. */
export function useComments(cohortId: string) {
  const queries = useQueryClient();
  const queryKey = ['comments', cohortId];
  const answer = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(endpoints.listComments, { params: { id: cohortId }, signal }),
    refetchInterval: refetchMs,
  });
  const byItem = Map.groupBy(answer.data?.data ?? [], ({ itemId }) => itemId);
  return {
    of: (itemId: string): readonly LineCommentView[] => byItem.get(itemId) ?? [],
    refresh: () => queries.invalidateQueries({ queryKey }),
  };
}
