/** All that happened to one line, its edits among it. */
import { useQueries, useQuery } from '@tanstack/react-query';
import type { CandidateHistoryView } from '../../http/contracts/compliance-routes.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** `edits` are the histories of the texts that people approved in its place, as far as they are known by now. */
export function useLineHistory(candidateId: string) {
  const answer = useQuery(historyQuery(candidateId));
  const history = answer.data ?? null;
  const cohortId = history?.candidate.cohortId ?? '';
  const cohort = useQuery({
    queryKey: ['cohort', cohortId],
    queryFn: ({ signal }) => call(endpoints.readCohort, { params: { id: cohortId }, signal }),
    enabled: cohortId !== '',
  });
  const edits = useQueries({ queries: editsOf(history).map(historyQuery) });
  return {
    history,
    /** `null` until it is known. */
    cohort: cohort.data ?? null,
    edits: edits.flatMap(({ data }) => data ?? []),
    failure: answer.error ?? edits.find(({ error }) => error !== null)?.error ?? null,
    retry: () => void answer.refetch(),
  };
}

function historyQuery(id: string) {
  return {
    queryKey: ['history', id],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      call(endpoints.readCandidate, { params: { id }, signal }),
  };
}

function editsOf(history: CandidateHistoryView | null): string[] {
  if (!history) return [];
  const decisions = [...history.undone, ...history.firstApprovals, ...(history.decision ? [history.decision] : [])];
  const ids = decisions.flatMap(({ candidateId }) => candidateId ?? []);
  return [...new Set(ids)].filter((id) => id !== history.candidate.id);
}
