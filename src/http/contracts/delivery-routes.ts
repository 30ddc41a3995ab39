/** Many lines at once: for whole campaigns, and for tools that keep a copy of their own in step. */
import * as z from 'zod';
import { FallbackLine } from '../../domain/fallback-line.ts';
import { BrandId, ExternalId } from '../../domain/ids.ts';
import { Instant } from '../../domain/instant.ts';
import { CohortCounts, CohortState } from '../../domain/variant-request.ts';
import { dialect, LineView } from './campaign-routes.ts';
import { format } from './csv.ts';
import { cohortLineTable } from './line-tables.ts';
import { defineRoute, nothing, upTo } from './route.ts';

const maxCohorts = 2000;
/** A sync cursor names every brand of its reader. */
const maxCursor = 20_000;

/** A line among those of its cohort. */
export const RankedLine = LineView.extend({
  /** 1 is the one to take first. Ranks close up when a line falls away; arms stay. */
  rank: z.int().positive(),
}).meta({ id: 'RankedLine' });
export type RankedLine = z.infer<typeof RankedLine>;

/** A line of the brand's own for where a cohort has nothing else. */
const GivenFallbackLine = FallbackLine.pick({
  id: true,
  text: true,
  preheader: true,
  dialect: true,
  textHash: true,
  approvedBy: true,
  approvedAt: true,
})
  .extend({
    fallback: z.literal(true).meta({ description: 'Always there: the line was not written for this cohort.' }),
  })
  .meta({ id: 'GivenFallbackLine' });

/** A cohort of a request with the lines that may go out now. */
export const CohortLinesView = z
  .strictObject({
    id: z.string(),
    brandId: BrandId,
    sandbox: LineView.shape.sandbox,
    requestId: z.string(),
    /** The external ids the campaign tool knows. */
    campaign: z.string(),
    cohort: z.string(),
    name: z.string(),
    state: CohortState,
    /** Why it has fewer lines to send than it needs, in a sentence or two; `null` where it has enough. */
    reason: z.string().nullable(),
    needed: z.int().positive(),
    counts: CohortCounts,
    /** By rank. */
    lines: z.array(RankedLine),
    /** Approved lines that must not go out at this instant. */
    withheld: z.array(z.strictObject({ id: z.string(), reason: z.string() })),
    /** The brand's fallback line to send instead, where `lines` is empty and one is wanted; else `null`. */
    fallback: GivenFallbackLine.nullable(),
    /** Fallback lines that were tried first and must not go out for this cohort. */
    fallbackWithheld: z.array(z.strictObject({ id: z.string(), reason: z.string() })),
    updatedAt: Instant,
  })
  .meta({ id: 'CohortLines' });
export type CohortLinesView = z.infer<typeof CohortLinesView>;

/** Cohorts with their lines. */
export const CohortLinesList = z
  .strictObject({
    data: z.array(CohortLinesView),
    nextCursor: z.string().nullable(),
    /** Give it as `changedSince` next time, to get only the cohorts that changed. The same on every page. */
    syncCursor: z.string(),
  })
  .meta({ id: 'CohortLinesList' });
export type CohortLinesList = z.infer<typeof CohortLinesList>;

/** What happened to a line, told by what it is now. */
export const LineChange = z
  .strictObject({
    id: z.string(),
    brandId: BrandId,
    sandbox: LineView.shape.sandbox,
    requestId: z.string(),
    campaign: z.string(),
    cohort: z.string(),
    /** `live` with a `line`: use it. Without one, whatever the state: do not, or not yet. */
    state: LineView.shape.state,
    /** Why it must not be used now; `null` where it may. */
    reason: z.string().nullable(),
    line: LineView.nullable(),
    updatedAt: Instant,
  })
  .meta({ id: 'LineChange' });
export type LineChange = z.infer<typeof LineChange>;

/** Changes, with the cursor that goes on from them. */
export const LineChangeList = z
  .strictObject({
    data: z.array(LineChange),
    /** Always there. Keep it: asked with it again, now or in a month, the list goes on without a gap. */
    nextCursor: z.string(),
    /** True where there is more already. */
    hasMore: z.boolean(),
  })
  .meta({ id: 'LineChangeList' });
export type LineChangeList = z.infer<typeof LineChangeList>;

const syncCursor = z.string().min(1).max(maxCursor);
const changedSince = syncCursor.optional().meta({
  description: 'A `syncCursor`: only cohorts to which something happened after it. Some may come although nothing did.',
});
const campaign = ExternalId.optional().meta({ description: 'External id of a campaign.' });
const request = z.string().max(200).optional().meta({ description: 'Id of a variant request.' });
const limit = upTo(maxCohorts, maxCohorts, 'Cohorts');
const cursor = syncCursor.optional().meta({ description: 'The `nextCursor` of the page before.' });

const fallback = z.enum(['due', 'always']).default('due').meta({
  description:
    'When a cohort with nothing to send is given a fallback line of its brand: once the `needBy` of its brief has passed, or at any time.',
});

const everyRole = ['campaign-client', 'copywriter', 'compliance', 'policy-owner', 'admin'] as const;

/** The cohorts one asks for by name. */
export const CohortQuery = z
  .strictObject({
    brand: BrandId,
    campaign: ExternalId.optional(),
    request: z.string().max(200).optional(),
    dialect,
    /** External ids; left out, every cohort. */
    cohorts: z.array(ExternalId).min(1).max(maxCohorts).optional(),
    fallback,
    changedSince: syncCursor.optional(),
    limit: z.int().min(1).max(maxCohorts).default(maxCohorts),
    cursor: syncCursor.optional(),
  })
  .meta({ id: 'CohortQuery' });
export type CohortQuery = z.infer<typeof CohortQuery>;

const aboutCohorts =
  "Each cohort with its state, why it is short of lines, and its lines that may go out now, ranked, each with its experiment arm. An arm stays with its line and is never given to another. Up to 2,000 cohorts at once. Where nothing may go out although it is due, `fallback` holds a line a person approved for the brand, which is never an apology or a transactional message, and was judged just now beside the cohort's brief.";

export const deliveryRoutes = {
  listCohortLines: defineRoute({
    method: 'get',
    path: '/v1/cohort-lines',
    operationId: 'listCohortLines',
    summary: 'Fetch the lines of many cohorts in one call',
    description: aboutCohorts,
    tag: 'campaigns',
    roles: everyRole,
    scope: 'lines:read',
    params: nothing,
    query: z.strictObject({
      brand: BrandId.optional().meta({ description: 'Only this brand; left out, every brand you may see.' }),
      campaign,
      request,
      dialect,
      fallback,
      changedSince,
      format,
      limit,
      cursor,
    }),
    body: null,
    status: 200,
    answer: CohortLinesList,
    csv: cohortLineTable,
    problems: ['not-found'],
  }),
  queryCohortLines: defineRoute({
    method: 'post',
    path: '/v1/cohort-lines/queries',
    operationId: 'queryCohortLines',
    summary: 'Fetch the lines of cohorts named in the body',
    description: `For lists of cohorts that no address can hold; nothing is changed. ${aboutCohorts} A cohort that nobody asked lines for is not in the answer.`,
    tag: 'campaigns',
    roles: everyRole,
    scope: 'lines:read',
    params: nothing,
    query: nothing,
    body: CohortQuery,
    status: 200,
    answer: CohortLinesList,
    changesNothing: true,
    problems: ['invalid-request', 'not-found'],
  }),
  listLineChanges: defineRoute({
    method: 'get',
    path: '/v1/approved-line-changes',
    operationId: 'listApprovedLineChanges',
    summary: 'Poll for lines that changed, without losing one',
    description:
      'Lines in the order in which something last happened to them: approved, checked again under a new policy, void, recalled, past their time. A line that must not be used any more comes without its text, so that a copy can be dropped. Begin with `updatedAfter`, or with nothing for all lines there ever were; then keep `nextCursor`. Places are those of the audit log, not clock times: what is written while you read is told next time. A line may come twice and is never left out.',
    tag: 'campaigns',
    roles: everyRole,
    scope: 'lines:read',
    params: nothing,
    query: z.strictObject({
      brand: BrandId.optional().meta({ description: 'Only this brand; left out, every brand you may see.' }),
      campaign,
      dialect,
      updatedAfter: Instant.optional().meta({ description: 'Where to begin; not together with `cursor`.' }),
      limit: upTo(1000, 100, 'Changes'),
      cursor: syncCursor.optional().meta({ description: 'The `nextCursor` of the answer before.' }),
    }),
    body: null,
    status: 200,
    answer: LineChangeList,
    problems: ['not-found'],
  }),
} as const;
