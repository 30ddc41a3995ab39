/** Drafting again what failed or used up its lines in a whole request, all of it at once or nothing. */
import type { Caller } from '../domain/access.ts';
import { Problem } from '../domain/problem.ts';
import type { GenerationStore } from '../ports/generation-store.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { Moment } from '../ports/moment.ts';
import { cohortRetry } from './retry-cohort.ts';

/** Gives back how many cohorts are drafted again; none is fine. Throws `not-found`. */
export function retryRequest(parts: {
  readonly store: Pick<GenerationStore, 'requestProgress' | 'retryCohorts'>;
  readonly queue: Pick<JobQueue<'draft-cohort'>, 'wake'>;
  readonly moment: Moment;
}) {
  const { store, queue, moment } = parts;
  return async (caller: Caller, brandIds: readonly string[], requestId: string): Promise<{ retried: number }> => {
    const progress = await store.requestProgress(brandIds, requestId);
    if (!progress) throw new Problem('not-found', `There is no request ${JSON.stringify(requestId)}.`);
    const over = progress.cohorts.filter(({ cohort: { state } }) => state === 'failed' || state === 'exhausted');
    const acts = over.map(({ cohort }) => cohortRetry(moment, caller, cohort));
    const { length: retried } = await store.retryCohorts(progress.request.brandId, acts);
    queue.wake();
    return { retried };
  };
}
