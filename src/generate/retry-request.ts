/** Drafting again whatever of a request failed or is exhausted. */
import type { Caller } from '../domain/access.ts';
import { Problem } from '../domain/problem.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { GenerationStore } from '../ports/generation-store.ts';

/** Gives back how many cohorts are drafted again; none is fine. Throws `not-found`. */
export function retryRequest(parts: {
  readonly store: Pick<GenerationStore, 'requestProgress'>;
  readonly retry: (caller: Caller, brandIds: readonly string[], cohortId: string) => Promise<RequestCohort>;
}) {
  return async (caller: Caller, brandIds: readonly string[], requestId: string): Promise<{ retried: number }> => {
    const progress = await parts.store.requestProgress(brandIds, requestId);
    if (!progress) throw new Problem('not-found', `There is no request ${JSON.stringify(requestId)}.`);
    let retried = 0;
    for (const { cohort } of progress.cohorts) {
      if (cohort.state !== 'failed' && cohort.state !== 'exhausted') continue;
      if (await isRetried(caller, brandIds, cohort.id)) retried += 1;
    }
    return { retried };
  };

  /** False where somebody was faster with this cohort. */
  async function isRetried(caller: Caller, brandIds: readonly string[], cohortId: string): Promise<boolean> {
    try {
      await parts.retry(caller, brandIds, cohortId);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === 'cohort-busy') return false;
      throw error;
    }
  }
}
