/** How many lines of a cohort stand where. */
import { openStates } from '../domain/review-states.ts';
import type { CohortCounts } from '../domain/variant-request.ts';
import { among } from './among.ts';
import type { Reading } from './database.ts';

/** Whose counts: all cohorts of a request, or some cohorts. */
type Counted = { readonly requestId: string } | { readonly cohortIds: readonly string[] };

const none: CohortCounts = {
  candidates: 0,
  blocked: 0,
  duplicates: 0,
  pending: 0,
  approvedOnce: 0,
  approved: 0,
  rejected: 0,
};

/**
 * Counts by cohort, in three grouped queries however many cohorts there are; a cohort without lines counts 0.
 * A blocked duplicate counts as a duplicate alone, so that blocked, duplicates and what went to review never overlap.
 */
export async function cohortCounts(db: Reading, counted: Counted): Promise<(cohortId: string) => CohortCounts> {
  const drafted = await db
    .selectFrom('candidates')
    .select(({ fn }) => [
      'cohortId',
      fn.countAll<number>().as('candidates'),
      fn.countAll<number>().filterWhere('verdict', '=', 'block').filterWhere('duplicateOf', 'is', null).as('blocked'),
      fn.count<number>('duplicateOf').as('duplicates'),
    ])
    .$if('requestId' in counted, (query) => query.where('requestId', '=', requestIn(counted)))
    .$if('cohortIds' in counted, (query) => query.where('cohortId', 'in', cohortsIn(counted)))
    .groupBy('cohortId')
    .execute();
  const reviewed = await db
    .selectFrom('reviewItems')
    .select(({ fn }) => [
      'cohortId',
      fn.countAll<number>().filterWhere('state', 'in', openStates).as('pending'),
      fn.countAll<number>().filterWhere('state', '=', 'approved-once').as('approvedOnce'),
      fn.countAll<number>().filterWhere('state', '=', 'rejected').as('rejected'),
    ])
    .$if('requestId' in counted, (query) => query.where('requestId', '=', requestIn(counted)))
    .$if('cohortIds' in counted, (query) => query.where('cohortId', 'in', cohortsIn(counted)))
    .groupBy('cohortId')
    .execute();
  // An approval that was voided, recalled or undone gives the cohort nothing; one whose time is over did.
  const approved = await db
    .selectFrom('approvedLines')
    .select(({ fn }) => ['cohortId', fn.countAll<number>().as('approved')])
    .where('state', 'in', ['live', 'expired'])
    .$if('requestId' in counted, (query) => query.where('requestId', '=', requestIn(counted)))
    .$if('cohortIds' in counted, (query) => query.where('cohortId', 'in', cohortsIn(counted)))
    .groupBy('cohortId')
    .execute();
  const byCohort = new Map<string, CohortCounts>();
  for (const { cohortId, ...counts } of [...drafted, ...reviewed, ...approved])
    byCohort.set(cohortId, { ...none, ...byCohort.get(cohortId), ...counts });
  return (cohortId) => byCohort.get(cohortId) ?? none;
}

/** The counts of one cohort. */
export async function countsOfCohort(db: Reading, cohortId: string): Promise<CohortCounts> {
  return (await cohortCounts(db, { cohortIds: [cohortId] }))(cohortId);
}

function requestIn(counted: Counted): string {
  return 'requestId' in counted ? counted.requestId : '';
}

function cohortsIn(counted: Counted): readonly string[] {
  return among('cohortIds' in counted ? counted.cohortIds : []);
}
