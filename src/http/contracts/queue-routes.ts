/** What the console calls to read the review queue as a list, to count it, and to decide several lines at once. */
import * as z from 'zod';
import { BulkDecision, BulkOutcome } from '../../domain/bulk-decision.ts';
import { mostApprovedAtOnce, mostDecidedAtOnce } from '../../domain/bulk-limits.ts';
import { Campaign } from '../../domain/campaign.ts';
import { Candidate } from '../../domain/candidate.ts';
import { RecordedDecision } from '../../domain/decision.ts';
import { SeenLine, Verdict } from '../../domain/finding.ts';
import { BrandId } from '../../domain/ids.ts';
import { Instant } from '../../domain/instant.ts';
import { overrideStates } from '../../domain/override-states.ts';
import { QueueTab } from '../../domain/queue-tab.ts';
import { ReviewItem } from '../../domain/review-item.ts';
import { byId, defineRoute, listOf, nothing, paging } from './route.ts';

/** A line of the list, with what a row shows of it. */
export const QueueLineView = z
  .strictObject({
    /** Of the review item; of the candidate where it is blocked and nobody reviews it. */
    id: z.string(),
    item: ReviewItem.nullable(),
    /** Without the lines it was compared with: read the candidate for those. */
    candidate: Candidate.extend({ verdict: Verdict }),
    decision: RecordedDecision.nullable(),
    /** The newest override of its block: what was asked and answered, by whom; `null` where nobody asked. */
    override: z
      .strictObject({
        state: z.enum(overrideStates),
        askedBy: z.string(),
        askedAt: Instant,
        reason: z.string(),
        answeredBy: z.string().nullable(),
        answer: z.string().nullable(),
      })
      .nullable(),
    campaign: Campaign,
    cohort: z.strictObject({ id: z.string(), externalId: z.string(), name: z.string() }),
    /** What the text is written in. */
    locale: z.string(),
    timeZone: z.string(),
    /** `null` where the mail is triggered. */
    sendAt: Instant.nullable(),
    needBy: Instant.nullable(),
    claimedBy: z.string().nullable(),
    decidedBy: z.string().nullable(),
  })
  .meta({ id: 'QueueLine' });
export type QueueLineView = z.infer<typeof QueueLineView>;

const count = z.int().nonnegative();

/** How many lines are in each tab. */
export const QueueCountsView = z
  .strictObject({
    waiting: count,
    mine: count,
    blocked: count,
    approved: count,
    rejected: count,
    expired: count,
    /** Another string as soon as anything in the queue changed. */
    mark: z.string(),
  })
  .meta({ id: 'QueueCounts' });
export type QueueCountsView = z.infer<typeof QueueCountsView>;

/** What became of each line, in the order of the request. */
export const BulkResultView = z
  .strictObject({
    results: z.array(
      z.strictObject({
        id: z.string(),
        outcome: BulkOutcome,
        /** Why it was not done; `null` where it was. */
        detail: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'BulkResult' });
export type BulkResultView = z.infer<typeof BulkResultView>;

const BulkBody = z
  .strictObject({
    items: z
      .array(z.strictObject({ id: z.string().max(200), version: z.int().positive() }))
      .min(1)
      .max(mostDecidedAtOnce)
      .meta({ description: 'Lines, each with the version that was seen.' }),
    decision: BulkDecision,
  })
  .refine(({ items, decision }) => decision.kind !== 'approve' || items.length <= mostApprovedAtOnce, {
    path: ['items'],
    error: `at most ${mostApprovedAtOnce} lines can be approved at once`,
  })
  .meta({ id: 'BulkBody' });

const reviewers = ['copywriter', 'admin'] as const;
const readers = ['copywriter', 'compliance', 'policy-owner', 'admin'] as const;
const brand = BrandId.optional().meta({ description: 'Only this brand; left out, every brand you may see.' });
const id = z.string().max(200).optional();

export const queueRoutes = {
  listLines: defineRoute({
    method: 'get',
    path: '/v1/review-lines',
    operationId: 'listReviewLines',
    isPolled: true,
    summary: 'List the lines of one tab of the queue',
    description:
      'Waiting lines come in the order of their cohorts (see `listReviewCohorts`), decided ones with the latest change first, blocked ones with the newest first. A page costs the same however deep it lies.',
    tag: 'review',
    roles: readers,
    scope: null,
    params: nothing,
    query: z.strictObject({
      brand,
      tab: QueueTab.default('waiting').meta({
        description:
          'Which lines: `mine` are those you decided, `blocked` are candidates held back by the policy, `expired` are also those put away as not needed.',
      }),
      campaign: id.meta({ description: 'Id of a campaign.' }),
      cohort: id.meta({ description: 'Id of a cohort of a request.' }),
      rule: z.string().max(100).optional().meta({ description: 'Only lines with a finding of this rule.' }),
      risk: z
        .enum(['warnings', 'none'])
        .optional()
        .meta({ description: 'Only lines that carry warnings, or only lines that carry none.' }),
      olderThanHours: z.coerce
        .number()
        .int()
        .min(1)
        .max(24 * 366)
        .optional()
        .meta({ description: 'Only lines that came more than so many hours ago.' }),
      search: z
        .string()
        .min(1)
        .max(200)
        .optional()
        .meta({ description: 'Only lines whose text holds this, without regard to capitals.' }),
      ...paging,
    }),
    body: null,
    status: 200,
    answer: listOf(QueueLineView),
    problems: ['not-found'],
  }),
  countLines: defineRoute({
    method: 'get',
    path: '/v1/review-counts',
    operationId: 'countReviewLines',
    summary: 'Count the lines of every tab of the queue',
    description:
      'Cheap enough to be asked every few seconds: with the ETag in If-None-Match the answer is 304 while nothing changed, neither a line nor who holds one.',
    hasEtag: true,
    tag: 'review',
    roles: readers,
    scope: null,
    params: nothing,
    query: z.strictObject({ brand }),
    body: null,
    status: 200,
    answer: QueueCountsView,
    problems: ['not-found'],
  }),
  readSeenLines: defineRoute({
    method: 'get',
    path: '/v1/review-cohorts/{id}/seen-lines',
    operationId: 'readSeenLines',
    summary: "Read the last lines a cohort's readers got",
    description: 'Up to five lines approved for readers of this name in the last 90 days, newest first.',
    tag: 'review',
    roles: readers,
    scope: null,
    params: byId,
    query: nothing,
    body: null,
    status: 200,
    answer: z.strictObject({ lines: z.array(SeenLine) }).meta({ id: 'SeenLines' }),
    problems: ['not-found'],
  }),
  decideLines: defineRoute({
    method: 'post',
    path: '/v1/review-decisions',
    operationId: 'decideReviewItems',
    summary: 'Approve or reject several lines',
    description: `Up to ${mostApprovedAtOnce} lines without findings are approved as they are, or up to ${mostDecidedAtOnce} rejected for one reason. Each line is decided by itself, as by \`decideReviewItem\`, and the answer says what became of each: some may be done and others not.`,
    tag: 'review',
    roles: reviewers,
    scope: null,
    params: nothing,
    query: nothing,
    body: BulkBody,
    status: 200,
    answer: BulkResultView,
    problems: ['invalid-request'],
  }),
} as const;
