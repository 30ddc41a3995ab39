/** What became of a line: counts per line, send and day, as the campaign tool has them. */
import * as z from 'zod';
import { BrandId, ExternalId } from './ids.ts';
import { Instant } from './instant.ts';
import { Money } from './money.ts';

const count = z.int().nonnegative().max(10_000_000_000);

/** The numbers. They count readers, not events; what is left out is not known. */
export const OutcomeCounts = z.strictObject({
  sends: count.optional(),
  opens: count.optional(),
  clicks: count.optional(),
  revenue: Money.optional(),
  unsubscribes: count.optional(),
  complaints: count.optional(),
});
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

const parts = ['opens', 'clicks', 'unsubscribes', 'complaints'] as const;

/** What the tool says. Said again for the same line, send and day it takes the place of what was said before. */
export const OutcomeReport = z
  .strictObject({
    lineId: z.string().min(1).max(200),
    send: z.strictObject({ externalId: ExternalId }).optional(),
    /** The day on which the mail went out, in the campaign's zone: what readers do later belongs to that day too. */
    day: z.iso.date(),
    arm: z.string().min(1).max(20).optional(),
    ...OutcomeCounts.shape,
  })
  .superRefine((report, context) => {
    for (const part of parts) {
      const { sends } = report;
      const some = report[part];
      if (sends !== undefined && some !== undefined && some > sends)
        context.addIssue({ code: 'custom', path: [part], message: `must be at most the ${sends} sends` });
    }
    if ([...parts, 'sends' as const, 'revenue' as const].every((name) => report[name] === undefined))
      context.addIssue({ code: 'custom', path: ['sends'], message: 'give at least one number' });
  });
export type OutcomeReport = z.infer<typeof OutcomeReport>;

export const Outcome = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  lineId: z.string(),
  send: z.strictObject({ externalId: ExternalId }).nullable(),
  day: z.iso.date(),
  arm: z.string().nullable(),
  ...OutcomeCounts.shape,
  /** 1 at first, one more for each correction. */
  revision: z.int().positive(),
  receivedFrom: z.string(),
  receivedAt: Instant,
  /** When a correction took its place; `null` for the one in force. */
  replacedAt: Instant.nullable(),
});
export type Outcome = z.infer<typeof Outcome>;
