/** Drafting a cohort again, once it failed or its lines are used up. Nothing of the earlier runs is lost. */
import type { Caller } from '../domain/access.ts';
import { Problem } from '../domain/problem.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { CohortRetry, GenerationStore } from '../ports/generation-store.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { Moment } from '../ports/moment.ts';
import { draftJob } from './draft-job.ts';

/** Puts a cohort back in line. Throws `not-found`, and `cohort-busy` where it is neither failed nor exhausted. */
export function retryCohort(parts: {
  readonly store: Pick<GenerationStore, 'cohort' | 'retryCohorts'>;
  readonly queue: Pick<JobQueue<'draft-cohort'>, 'wake'>;
  readonly moment: Moment;
}) {
  const { store, queue, moment } = parts;
  return async (caller: Caller, brandIds: readonly string[], cohortId: string): Promise<RequestCohort> => {
    const cohort = await store.cohort(brandIds, cohortId);
    if (!cohort) throw new Problem('not-found', `There is no cohort ${JSON.stringify(cohortId)}.`);
    const [again] = await store.retryCohorts(cohort.brandId, [cohortRetry(moment, caller, cohort)]);
    if (!again) throw busy((await store.cohort(brandIds, cohortId)) ?? cohort);
    queue.wake();
    return again;
  };
}

/** Putting this cohort back in line, as the store writes it. */
export function cohortRetry(moment: Moment, { actor }: Caller, cohort: RequestCohort): CohortRetry {
  const { id, brandId, requestId, state, reason } = cohort;
  const at = moment.now();
  const details = { requestId, after: state, reason };
  const event = { id: moment.newId('event'), chain: brandId, at, actor, subject: id, details };
  return {
    cohortId: id,
    at,
    jobFor: (run) => draftJob(moment, { id, brandId, run }),
    events: [{ ...event, action: 'cohort.retried' }],
  };
}

function busy({ state }: RequestCohort): Problem {
  if (state === 'in-review')
    return new Problem('cohort-busy', 'People still have lines of this cohort to decide. Decide them first.');
  if (state === 'cancelled') return new Problem('cohort-busy', 'This cohort was cancelled. Send a new brief for it.');
  if (state === 'ready') return new Problem('cohort-busy', 'This cohort has the lines it needs.');
  return new Problem('cohort-busy', 'This cohort is being drafted. Wait for its lines.');
}
