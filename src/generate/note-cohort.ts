/** Asking for more lines of one cohort with a wish: a run of its own, whose lines go before people like any others. */
import type { Caller } from '../domain/access.ts';
import { Problem } from '../domain/problem.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { GenerationStore } from '../ports/generation-store.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { Moment } from '../ports/moment.ts';
import { draftJob } from './draft-job.ts';

/** Throws `not-found`, and `cohort-busy` while the cohort is drafted or once it is cancelled. */
export function notingCohorts(parts: {
  readonly store: Pick<GenerationStore, 'cohort' | 'addNotedRun'>;
  readonly queue: Pick<JobQueue<'draft-cohort'>, 'wake'>;
  readonly moment: Moment;
}) {
  const { store, queue, moment } = parts;
  return async (
    caller: Caller,
    brandIds: readonly string[],
    cohortId: string,
    wish: { readonly note: string; readonly count: number },
  ): Promise<RequestCohort> => {
    const cohort = await store.cohort(brandIds, cohortId);
    if (!cohort) throw new Problem('not-found', `There is no cohort ${JSON.stringify(cohortId)}.`);
    const { brandId, requestId, externalId } = cohort;
    const at = moment.now();
    const noted = await store.addNotedRun({
      brandId,
      cohortId,
      ...wish,
      askedBy: caller.actor.id,
      at,
      jobFor: (run) => draftJob(moment, { id: cohortId, brandId, run }),
      eventFor: ({ run, state }) => ({
        id: moment.newId('event'),
        chain: brandId,
        at,
        actor: caller.actor,
        action: 'cohort.noted',
        subject: cohortId,
        details: { requestId, cohort: externalId, run, count: wish.count, after: state },
        personal: { salt: moment.randomHex(16), value: wish.note },
      }),
    });
    if (!noted) throw busy((await store.cohort(brandIds, cohortId)) ?? cohort);
    queue.wake();
    return noted;
  };
}

function busy({ state }: RequestCohort): Problem {
  if (state === 'cancelled') return new Problem('cohort-busy', 'This cohort was cancelled; nothing more is drafted.');
  return new Problem('cohort-busy', 'This cohort is being drafted. Ask once its lines are there.');
}
