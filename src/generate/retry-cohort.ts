/** Drafting a cohort again, once it failed or its lines are used up. Nothing of the earlier runs is lost. */
import type { Caller } from '../domain/access.ts';
import { Problem } from '../domain/problem.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { GenerationStore } from '../ports/generation-store.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { Moment } from '../ports/moment.ts';
import { draftJob } from './draft-job.ts';

/** Puts a cohort back in line. Throws `not-found`, and `cohort-busy` where it is neither failed nor exhausted. */
export function retryCohort(parts: {
  readonly store: Pick<GenerationStore, 'cohort' | 'retryCohort'>;
  readonly queue: Pick<JobQueue<'draft-cohort'>, 'wake'>;
  readonly moment: Moment;
}) {
  const { store, queue, moment } = parts;
  return async (caller: Caller, brandIds: readonly string[], cohortId: string): Promise<RequestCohort> => {
    const cohort = await store.cohort(brandIds, cohortId);
    if (!cohort) throw new Problem('not-found', `There is no cohort ${JSON.stringify(cohortId)}.`);
    const at = moment.now();
    const again = await store.retryCohort({
      brandId: cohort.brandId,
      cohortId,
      at,
      jobFor: (run) => draftJob(moment, { id: cohort.id, brandId: cohort.brandId, run }),
      events: [
        {
          id: moment.newId('event'),
          chain: cohort.brandId,
          at,
          actor: caller.actor,
          action: 'cohort.retried',
          subject: cohort.id,
          details: { requestId: cohort.requestId, after: cohort.state, reason: cohort.reason },
        },
      ],
    });
    if (!again) throw busy((await store.cohort(brandIds, cohortId)) ?? cohort);
    queue.wake();
    return again;
  };
}

function busy({ state }: RequestCohort): Problem {
  if (state === 'in-review')
    return new Problem('cohort-busy', 'People still have lines of this cohort to decide. Decide them first.');
  if (state === 'cancelled') return new Problem('cohort-busy', 'This cohort was cancelled. Send a new brief for it.');
  if (state === 'ready') return new Problem('cohort-busy', 'This cohort has the lines it needs.');
  return new Problem('cohort-busy', 'This cohort is being drafted. Wait for its lines.');
}
