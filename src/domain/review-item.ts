/** A line waiting for people, and the one table of what a decision does to it. */
import * as z from 'zod';
import type { Decision } from './decision.ts';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';
import { Problem } from './problem.ts';
import { type ReviewState, reviewStates } from './review-states.ts';

/** Who is looking at a line, since when, and until when others are asked to leave it. A courtesy, not a lock. */
export const Claim = z.strictObject({ userId: z.string(), since: Instant, until: Instant });
export type Claim = z.infer<typeof Claim>;

/** The first of two approvals, where the brand asks for two. */
export const FirstApproval = z.strictObject({
  userId: z.string(),
  at: Instant,
  /** What was approved: the edited text where the line was edited, and what the second approval is of. */
  candidateId: z.string(),
});
export type FirstApproval = z.infer<typeof FirstApproval>;

export const ReviewItem = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  requestId: z.string(),
  cohortId: z.string(),
  candidateId: z.string(),
  state: z.enum(reviewStates),
  /** Goes up with every change; a write names the version it saw. */
  version: z.int().positive(),
  claim: Claim.nullable(),
  /** `null` where nobody approved it, or one approval was enough. Stays once the line is decided. */
  firstApproval: FirstApproval.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type ReviewItem = z.infer<typeof ReviewItem>;

/** How long a claim holds unless it is renewed. */
export const claimMs = 10 * 60 * 1000;

/** What can happen to a line. `approve-once` is an approval that needs another after it. */
export type ReviewAct = Decision['kind'] | 'approve-once' | 'close' | 'expire';

const after: Readonly<Record<ReviewState, Partial<Record<ReviewAct, ReviewState>>>> = {
  pending: {
    approve: 'approved',
    'approve-edited': 'approved',
    'approve-once': 'approved-once',
    reject: 'rejected',
    close: 'not-needed',
    expire: 'expired',
  },
  'approved-once': {
    approve: 'approved',
    // An edit is another text, so that it starts anew: it is approved once, whoever approved the text before it.
    'approve-edited': 'approved-once',
    'approve-once': 'approved-once',
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
 * Throws `already-decided` where nobody is waited for any more, `version-changed` where another write came between,
 * and `claimed-by-another` while somebody else's claim holds.
 */
export function decided(
  item: ReviewItem,
  act: ReviewAct,
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
