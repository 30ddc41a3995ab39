/** A line waiting for a person, and the one table of what a decision does to it. */
import * as z from 'zod';
import type { Decision } from './decision.ts';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';
import { Problem } from './problem.ts';

export const ReviewState = z.enum(['pending', 'approved', 'rejected', 'expired', 'not-needed']);
export type ReviewState = z.infer<typeof ReviewState>;

/** Who is looking at a line, and until when others are asked to leave it. A courtesy, not a lock. */
export const Claim = z.strictObject({ userId: z.string(), until: Instant });
export type Claim = z.infer<typeof Claim>;

export const ReviewItem = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  requestId: z.string(),
  cohortId: z.string(),
  candidateId: z.string(),
  state: ReviewState,
  /** Goes up with every change; a write names the version it saw. */
  version: z.int().positive(),
  claim: Claim.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type ReviewItem = z.infer<typeof ReviewItem>;

/** How long a claim holds unless it is renewed. */
export const claimMs = 10 * 60 * 1000;

const after: Readonly<Record<ReviewState, Partial<Record<Decision['kind'] | 'close' | 'expire', ReviewState>>>> = {
  pending: {
    approve: 'approved',
    'approve-edited': 'approved',
    reject: 'rejected',
    close: 'not-needed',
    expire: 'expired',
  },
  approved: {},
  rejected: {},
  expired: {},
  'not-needed': {},
};

/**
 * The state an item has after a decision.
 * Throws `already-decided` where the item is not pending any more, `version-changed` where another write came between,
 * and `claimed-by-another` while somebody else's claim holds.
 */
export function decided(
  item: ReviewItem,
  act: Decision['kind'] | 'close' | 'expire',
  by: { readonly userId: string; readonly version: number; readonly now: Instant },
): ReviewState {
  const next = after[item.state][act];
  if (!next) throw new Problem('already-decided', `This line is ${item.state} already; nothing was changed.`);
  if (item.version !== by.version)
    throw new Problem(
      'version-changed',
      `This line is at version ${item.version} and you saw ${by.version}. Read it again and decide anew.`,
    );
  if (item.claim && item.claim.userId !== by.userId && item.claim.until > by.now)
    throw new Problem('claimed-by-another', `Somebody else holds this line until ${item.claim.until}.`);
  return next;
}
