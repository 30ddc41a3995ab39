/** Cohorts with their live lines and what waits for a person. */
import { openStates } from '../domain/review-states.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { CohortCase } from '../ports/brief-store.ts';
import { among } from './among.ts';
import { cohortCounts } from './cohort-counts.ts';
import type { Reading } from './database.ts';
import { queueEntries } from './queue-reads.ts';
import { lineOf } from './review-rows.ts';

/** The cases of cohorts, in their order. */
export async function cohortCases(db: Reading, cohorts: readonly RequestCohort[]): Promise<CohortCase[]> {
  const cohortIds = cohorts.map(({ id }) => id);
  const countsOf = await cohortCounts(db, { cohortIds });
  const lines = await db
    .selectFrom('approvedLines')
    .selectAll()
    .where('cohortId', 'in', among(cohortIds))
    .where('state', '=', 'live')
    .orderBy('id')
    .execute();
  const items = await db
    .selectFrom('reviewItems')
    .selectAll()
    .where('cohortId', 'in', among(cohortIds))
    .where('state', 'in', openStates)
    .orderBy('id')
    .execute();
  const linesOf = Map.groupBy(lines.map(lineOf), ({ cohortId }) => cohortId);
  const pendingOf = Map.groupBy(await queueEntries(db, items), ({ item }) => item.cohortId);
  return cohorts.map((cohort) => ({
    cohort,
    counts: countsOf(cohort.id),
    lines: linesOf.get(cohort.id) ?? [],
    pending: pendingOf.get(cohort.id) ?? [],
  }));
}
