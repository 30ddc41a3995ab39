/** What was decided, how lines fared and what they cost, in numbers. */
import * as z from 'zod';
import { RejectReason } from '../../domain/decision.ts';
import { mostFigureDays } from '../../domain/figures.ts';
import { BrandId } from '../../domain/ids.ts';
import { Instant } from '../../domain/instant.ts';
import { Usage } from '../../domain/usage.ts';
import { defineRoute, nothing } from './route.ts';

const count = z.int().nonnegative();
const answered = z.strictObject({ asked: count, granted: count, refused: count });

/** The figures of a period. */
export const FiguresView = z
  .strictObject({
    from: Instant,
    to: Instant,
    days: z
      .array(
        z.strictObject({
          day: z.string().meta({ description: 'A day in UTC.' }),
          approved: count.meta({ description: 'Approved as they were drafted.' }),
          approvedEdited: count,
          rejected: count.meta({ description: 'Without those that were fine and not needed.' }),
          notNeeded: count,
        }),
      )
      .meta({ description: 'Decisions that stand, by day; every day of the period is there.' }),
    rejections: z.array(z.strictObject({ reason: RejectReason, count })).meta({ description: 'Most frequent first.' }),
    lines: count.meta({ description: 'Lines drafted or written in the period, blocked ones too.' }),
    rules: z
      .array(
        z.strictObject({
          rule: z.string(),
          blocked: count.meta({ description: 'Lines of the period it blocked.' }),
          warned: count.meta({ description: 'Lines of the period it warned of.' }),
        }),
      )
      .meta({ description: 'Rules that found something. All other lines passed them.' }),
    writers: z.array(
      z.strictObject({
        writer: z.enum(['model', 'embedded-writer', 'person']),
        model: z.string().nullable().meta({ description: '`null` for lines that people wrote.' }),
        drafted: count,
        blocked: count,
        approved: count,
        rejected: count,
      }),
    ),
    usage: Usage,
    minutesPerApproved: z.number().nullable().meta({
      description: 'Minutes of review for each approved line, in sessions; `null` while too few decisions are there.',
    }),
    recalled: count.meta({ description: 'Approved lines that were recalled in the period.' }),
    overrides: answered
      .extend({ rules: z.array(answered.extend({ rule: z.string() })) })
      .meta({ description: 'Overrides asked for in the period, together and by the rules whose block they lift.' }),
    fourEyes: answered.meta({
      description: 'Lines that got the first of two approvals in the period; granted are those that got the second.',
    }),
    waiting: z.strictObject({
      oldestAt: Instant.nullable().meta({ description: 'When the line came that waits longest.' }),
      decidedByYou: count.meta({ description: 'Lines you decided since `dayStart`.' }),
    }),
    chains: z
      .array(z.strictObject({ brandId: BrandId, events: count, lastAt: Instant.nullable() }))
      .meta({ description: 'The audit chain of each brand: how long it is, and when it was last written.' }),
  })
  .meta({ id: 'Figures' });
export type FiguresView = z.infer<typeof FiguresView>;

export const figuresRoutes = {
  readFigures: defineRoute({
    method: 'get',
    path: '/v1/figures',
    operationId: 'readFigures',
    isPolled: true,
    summary: 'See what was decided, how lines fared and what they cost',
    description:
      'Over the last days in UTC, today among them. Decisions that were undone do not count, nor the first of two approvals.',
    tag: 'review',
    roles: ['copywriter', 'compliance', 'policy-owner', 'admin'],
    scope: null,
    params: nothing,
    query: z.strictObject({
      brand: BrandId.optional().meta({ description: 'Only this brand; left out, every brand you may see.' }),
      days: z.coerce
        .number()
        .int()
        .min(1)
        .max(mostFigureDays)
        .default(30)
        .meta({ description: `How many days, 1 to ${mostFigureDays}.` }),
      dayStart: Instant.optional().meta({
        description: 'When your day began where you are; left out, the day in UTC.',
      }),
    }),
    body: null,
    status: 200,
    answer: FiguresView,
    problems: ['not-found'],
  }),
} as const;
