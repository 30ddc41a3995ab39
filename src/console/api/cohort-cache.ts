/** What the console knows of cohorts and their lines, kept in step with what was just answered. */
import type { QueryClient } from '@tanstack/react-query';
import type { QueueCohortView, QueueEntryView } from '../../http/contracts/review-routes.ts';

type LinePages = { pages: { data: QueueEntryView[]; nextCursor: string | null }[]; pageParams: unknown[] };

/** Read a cohort and its lines again, and the counts, which tell the queue. */
export async function refreshCohort(queries: QueryClient, id: string): Promise<void> {
  await Promise.all(
    [['cohort', id], ['lines', id], ['counts']].map((queryKey) => queries.invalidateQueries({ queryKey })),
  );
}

/**
 * Put an answered entry in the place of what was known, and change the cohort's counts with it.
 * What is being read at this moment may be older than the answer, so it is let go of.
 */
export async function putEntry(
  queries: QueryClient,
  entry: QueueEntryView,
  recount: (view: QueueCohortView) => QueueCohortView,
): Promise<void> {
  const { id, cohortId } = entry.item;
  await Promise.all(
    [
      ['cohort', cohortId],
      ['lines', cohortId],
    ].map((queryKey) => queries.cancelQueries({ queryKey })),
  );
  queries.setQueryData<QueueCohortView>(['cohort', cohortId], (known) => known && recount(known));
  queries.setQueryData<LinePages>(
    ['lines', cohortId],
    (known) =>
      known && {
        ...known,
        pages: known.pages.map((page) => ({
          ...page,
          data: page.data.map((each) => (each.item.id === id ? entry : each)),
        })),
      },
  );
}
