/** What a person decided of a line, in three shapes. */
import * as z from 'zod';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';

/** Why a line is rejected. "not-needed" is no fault of the line. Version 1 of the list. */
export const RejectReason = z.enum([
  'off-brand-voice',
  'inaccurate-claim',
  'misleading-urgency',
  'personalization-problem',
  'sensitive',
  'legal',
  'language-or-length',
  'too-similar',
  'wrong-audience',
  'not-needed',
  'other',
]);
export type RejectReason = z.infer<typeof RejectReason>;

/** Why a line is approved although it carries a warning. */
export const PassReason = z.enum(['on-purpose', 'brand-style', 'fact-checked', 'false-alarm', 'other']);
export type PassReason = z.infer<typeof PassReason>;

const comment = z.string().trim().min(1).max(2000).optional();
const text = z.string().min(1).max(1000);

/** What a reviewer sends. A decision names the version of the item it was taken on. */
export const Decision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('approve'), warningsPassed: PassReason.optional(), comment }),
  z.strictObject({
    kind: z.literal('approve-edited'),
    text,
    preheader: text.nullable().optional(),
    warningsPassed: PassReason.optional(),
    comment,
  }),
  z
    .strictObject({ kind: z.literal('reject'), reason: RejectReason, comment })
    .refine((decision) => decision.reason !== 'other' || decision.comment, {
      path: ['comment'],
      error: 'the reason "other" needs a comment',
    }),
]);
export type Decision = z.infer<typeof Decision>;

/** A decision as the database holds it. The comment lies apart from it, so that it can be erased. */
export const RecordedDecision = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  itemId: z.string(),
  kind: z.enum(['approve', 'approve-edited', 'reject', 'not-needed', 'expired']),
  /** The candidate that was approved: the edited one after an edit. `null` where none was. */
  candidateId: z.string().nullable(),
  /** True for an approval after which another person's is still needed: the line is not approved by it. */
  isFirstOfTwo: z.boolean(),
  reason: RejectReason.nullable(),
  warningsPassed: PassReason.nullable(),
  comment: z.string().nullable(),
  /** `null` where the service closed it (expiry). */
  decidedBy: z.string().nullable(),
  decidedAt: Instant,
});
export type RecordedDecision = z.infer<typeof RecordedDecision>;

/** A decision that was taken back. It is kept and does not stand. */
export const UndoneDecision = RecordedDecision.extend({ undoneAt: Instant, undoneBy: z.string() });
export type UndoneDecision = z.infer<typeof UndoneDecision>;
