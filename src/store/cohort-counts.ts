/** How many lines of a cohort stand where. */
import { openStates } from '../domain/review-states.ts';
import type { CohortCounts } from '../domain/variant-request.ts';
import type { Reading } from './database.ts';
import { hotListQuery } from './hot-query.ts';

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
  const rows = 'requestId' in counted ? await ofRequest(db, counted.requestId) : await ofCohorts(db, counted.cohortIds);
  const byCohort = new Map<string, CohortCounts>();
  for (const { cohortId, ...counts } of rows) byCohort.set(cohortId, { ...none, ...byCohort.get(cohortId), ...counts });
  return (cohortId) => byCohort.get(cohortId) ?? none;
}

/** The counts of one cohort. */
export async function countsOfCohort(db: Reading, cohortId: string): Promise<CohortCounts> {
  return (await cohortCounts(db, { cohortIds: [cohortId] }))(cohortId);
}

async function ofRequest(db: Reading, requestId: string) {
  return [
    ...(await drafted(db).where('requestId', '=', requestId).execute()),
    ...(await reviewed(db).where('requestId', '=', requestId).execute()),
    ...(await approved(db).where('requestId', '=', requestId).execute()),
  ];
}

async function ofCohorts(db: Reading, cohortIds: readonly string[]) {
  return [
    ...(await draftedIn(db, cohortIds)),
    ...(await reviewedIn(db, cohortIds)),
    ...(await approvedIn(db, cohortIds)),
  ];
}

const draftedIn = hotListQuery((db, cohortIds) => drafted(db).where('cohortId', 'in', cohortIds).compile());
const reviewedIn = hotListQuery((db, cohortIds) => reviewed(db).where('cohortId', 'in', cohortIds).compile());
const approvedIn = hotListQuery((db, cohortIds) => approved(db).where('cohortId', 'in', cohortIds).compile());

function drafted(db: Reading) {
  return db
    .selectFrom('candidates')
    .select(({ fn }) => [
      'cohortId',
      fn.countAll<number>().as('candidates'),
      fn.countAll<number>().filterWhere('verdict', '=', 'block').filterWhere('duplicateOf', 'is', null).as('blocked'),
      fn.count<number>('duplicateOf').as('duplicates'),
    ])
    .groupBy('cohortId');
}

function reviewed(db: Reading) {
  return db
    .selectFrom('reviewItems')
    .select(({ fn }) => [
      'cohortId',
      fn.countAll<number>().filterWhere('state', 'in', openStates).as('pending'),
      fn.countAll<number>().filterWhere('state', '=', 'approved-once').as('approvedOnce'),
      fn.countAll<number>().filterWhere('state', '=', 'rejected').as('rejected'),
    ])
    .groupBy('cohortId');
}

/** An approval that was voided, recalled or undone gives the cohort nothing; one whose time is over did. */
function approved(db: Reading) {
  return db
    .selectFrom('approvedLines')
    .select(({ fn }) => ['cohortId', fn.countAll<number>().as('approved')])
    .where('state', 'in', ['live', 'expired'])
    .groupBy('cohortId');
}
