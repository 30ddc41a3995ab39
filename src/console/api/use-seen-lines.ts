/** The last lines that the readers of a cohort got. */
import { useQuery } from '@tanstack/react-query';
import type { SeenLine } from '../../domain/finding.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** Newest first; `null` until they are known. */
export function useSeenLines(cohortId: string): readonly SeenLine[] | null {
  const answer = useQuery({
    queryKey: ['seen-lines', cohortId],
    queryFn: ({ signal }) => call(endpoints.readSeenLines, { params: { id: cohortId }, signal }),
    staleTime: 60_000,
  });
  return answer.data?.lines ?? null;
}
