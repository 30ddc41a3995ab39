/** Taking a line out of review because its time or its ground is gone. Nobody decided it, and nothing is approved by it. */
import type { RecordedDecision } from './decision.ts';
import type { Instant } from './instant.ts';
import { decided, type ReviewItem } from './review-item.ts';

/** The item put away, and the decision that says so. A claim does not hold against it. */
export function expiredItem(
  item: ReviewItem,
  { at, moment }: { readonly at: Instant; readonly moment: { readonly newId: (noun: 'decision') => string } },
): { readonly item: ReviewItem; readonly decision: RecordedDecision } {
  const state = decided({ ...item, claim: null }, 'expire', { userId: 'linewright', version: item.version, now: at });
  return {
    item: { ...item, state, version: item.version + 1, claim: null, updatedAt: at },
    decision: {
      id: moment.newId('decision'),
      brandId: item.brandId,
      itemId: item.id,
      kind: 'expired',
      candidateId: null,
      isFirstOfTwo: false,
      reason: null,
      warningsPassed: null,
      comment: null,
      decidedBy: null,
      decidedAt: at,
    },
  };
}
