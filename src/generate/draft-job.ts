/** The job that drafts one run of one cohort. */
import type { RequestCohort } from '../domain/variant-request.ts';
import type { NewJobOf } from '../ports/job-queue.ts';
import type { Moment } from '../ports/moment.ts';

/** One job at most drafts a run; a job of an earlier run finds another key and leaves the cohort alone. */
export function draftKey({ id, run }: Pick<RequestCohort, 'id' | 'run'>): string {
  return `draft:${id}:${run}`;
}

/** The job for a run of a cohort, due at once. */
export function draftJob(
  moment: Moment,
  cohort: Pick<RequestCohort, 'id' | 'brandId' | 'run'>,
): NewJobOf<'draft-cohort'> {
  return {
    id: moment.newId('job'),
    kind: 'draft-cohort',
    brandId: cohort.brandId,
    key: draftKey(cohort),
    payload: { cohortId: cohort.id },
    runAt: moment.now(),
  };
}
