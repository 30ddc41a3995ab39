/** How far requests are, for those who sent them. */
import { Problem } from '../domain/problem.ts';
import type { VariantRequest } from '../domain/variant-request.ts';
import type { GenerationStore, RequestProgress } from '../ports/generation-store.ts';
import type { Page, PageRequest } from '../ports/page.ts';

/** Reads requests of the given brands; another brand's request is `not-found`. */
export function requestProgress(parts: { readonly store: Pick<GenerationStore, 'requestProgress' | 'requests'> }) {
  return {
    read: async (brandIds: readonly string[], requestId: string): Promise<RequestProgress> => {
      const progress = await parts.store.requestProgress(brandIds, requestId);
      if (!progress) throw new Problem('not-found', `There is no request ${JSON.stringify(requestId)}.`);
      return progress;
    },
    /** Newest first. */
    list: (brandIds: readonly string[], page: PageRequest): Promise<Page<VariantRequest>> =>
      parts.store.requests(brandIds, page),
  };
}
