/** A cohort of a brief as its drafting begins. */
import type { Brief } from '../domain/brief.ts';
import type { Cohort } from '../domain/cohort.ts';
import type { Instant } from '../domain/instant.ts';
import type { RequestCohort, VariantRequest } from '../domain/variant-request.ts';

/** The cohort, waiting for its first run. */
export function newCohort(
  request: Pick<VariantRequest, 'id' | 'brandId'>,
  brief: Brief,
  cohort: Cohort,
  { id, at }: { readonly id: string; readonly at: Instant },
): RequestCohort {
  return {
    id,
    brandId: request.brandId,
    requestId: request.id,
    externalId: cohort.externalId,
    state: 'waiting',
    reason: null,
    needed: cohort.needed ?? brief.needed,
    run: 1,
    updatedAt: at,
  };
}
