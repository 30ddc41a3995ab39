/** One decision on several lines at once; bulk-limits.ts keeps it from being a decision without looking. */
import * as z from 'zod';
import { RejectReason } from './decision.ts';

/** Approving lines without findings as they are, or rejecting lines for one reason. */
export const BulkDecision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('approve') }),
  z
    .strictObject({
      kind: z.literal('reject'),
      reason: RejectReason,
      comment: z.string().trim().min(1).max(2000).optional(),
    })
    .refine((decision) => decision.reason !== 'other' || decision.comment, {
      path: ['comment'],
      error: 'the reason "other" needs a comment',
    }),
]);
export type BulkDecision = z.infer<typeof BulkDecision>;

/**
 * What became of one line: `changed` says that somebody decided or changed it meanwhile, `blocked` that the policy in
 * force does not let it pass any more.
 */
export const BulkOutcome = z.enum(['done', 'changed', 'not-allowed', 'blocked', 'not-found']);
export type BulkOutcome = z.infer<typeof BulkOutcome>;
