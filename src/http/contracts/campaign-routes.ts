/** What a campaign tool calls. */
import * as z from 'zod';
import { ApprovedLine } from '../../domain/approved-line.ts';
import { BrandPause } from '../../domain/brand-pause.ts';
import { Brief } from '../../domain/brief.ts';
import { Cohort } from '../../domain/cohort.ts';
import { CohortTable, cohortColumns, mostCohortRows } from '../../domain/cohort-row.ts';
import { Finding } from '../../domain/finding.ts';
import { BrandId } from '../../domain/ids.ts';
import { Instant } from '../../domain/instant.ts';
import { Usage } from '../../domain/usage.ts';
import { CohortCounts, RequestCohort, RequestState, VariantRequest } from '../../domain/variant-request.ts';
import { format } from './csv.ts';
import { approvedLineTable } from './line-tables.ts';
import { byId, defineRoute, listOf, nothing, paging } from './route.ts';

const sandbox = z.boolean().meta({ description: 'True for a sandbox: its decisions were simulated.' });

/** A request without its cohorts. */
export const RequestSummary = VariantRequest.extend({ sandbox }).meta({ id: 'VariantRequestSummary' });
export type RequestSummary = z.infer<typeof RequestSummary>;

/** A cohort's progress: its state, and how many of its lines stand where. */
export const CohortProgress = RequestCohort.extend({ name: z.string(), counts: CohortCounts, usage: Usage }).meta({
  id: 'CohortProgress',
});
export type CohortProgress = z.infer<typeof CohortProgress>;

/** When people can decide what a request brings, at the pace they were seen to have. */
const ReviewOutlook = z
  .strictObject({
    linesPerHour: z.number().meta({ description: 'Lines the brand decides in an hour of reviewing.' }),
    isMeasured: z.boolean().meta({ description: 'False while too few decisions are there; the pace is a guess then.' }),
    reviewableAt: Instant.nullable().meta({ description: 'When the last of its cohorts can be decided.' }),
    heldBack: z.int().meta({ description: 'Cohorts that are accepted and wait for people to have room for them.' }),
    notice: z.string().nullable().meta({ description: 'Which cohorts cannot be decided by `needBy`.' }),
    cohorts: z.array(
      z.strictObject({
        cohort: z.string().meta({ description: 'Its external id.' }),
        reviewableAt: Instant.nullable(),
        isHeldBack: z.boolean(),
        isLate: z.boolean().meta({ description: 'Whether that is after `needBy`.' }),
      }),
    ),
  })
  .meta({ id: 'ReviewOutlook' });

/** A request with how far each of its cohorts is. */
export const RequestView = VariantRequest.extend({
  sandbox,
  state: RequestState,
  campaign: z.strictObject({ id: z.string(), externalId: z.string(), name: z.string() }),
  /** Who drafts: a model, or the embedded writer where none is configured. */
  writer: z.strictObject({ kind: z.enum(['model', 'embedded-writer']), name: z.string() }),
  review: ReviewOutlook,
  /** Why nothing of it is drafted now, where somebody paused the brand. */
  pause: BrandPause.nullable(),
  /** Of the campaign as a whole, by the policy in force: too many cohorts, a fact its lines would need. */
  findings: z.array(Finding),
  /** What drafting it used and cost so far, all cohorts and runs together. */
  usage: Usage,
  cohorts: z.array(CohortProgress),
}).meta({ id: 'VariantRequest' });
export type RequestView = z.infer<typeof RequestView>;

/** What of a request changes while it is worked on. */
export const ProgressView = z
  .strictObject({
    requestId: z.string(),
    sandbox,
    state: RequestState,
    /** Every cohort in `snapshot`, those that changed in `change`, none in `end`. */
    cohorts: z.array(CohortProgress),
  })
  .meta({ id: 'RequestProgress' });
export type ProgressView = z.infer<typeof ProgressView>;

/** An approved line as a campaign tool gets it. */
export const LineView = ApprovedLine.extend({
  sandbox,
  /** The external ids the campaign tool knows. */
  campaign: z.string(),
  cohort: z.string(),
  /** The experiment arm within its cohort: A for the line approved first. It stays with the line. */
  arm: z.string(),
}).meta({ id: 'ApprovedLine' });
export type LineView = z.infer<typeof LineView>;

/** Approved lines, and those that were left out because their approval does not hold at this instant. */
export const LineList = z
  .strictObject({
    data: z.array(LineView),
    nextCursor: z.string().nullable(),
    withheld: z.array(z.strictObject({ id: z.string(), campaign: z.string(), cohort: z.string(), reason: z.string() })),
  })
  .meta({ id: 'ApprovedLineList' });
export type LineList = z.infer<typeof LineList>;

/** The dialect to have tags in. Which there are is data of the guardrails. */
export const dialect = z.string().max(60).optional().meta({
  description:
    'A merge-tag dialect, such as `mailchimp`: tags are converted where nothing is lost. A line with a tag that cannot be is not given; the reason names the tag.',
});

const brand = BrandId.optional().meta({ description: 'Only this brand; left out, every brand you may see.' });

export const campaignRoutes = {
  createRequest: defineRoute({
    method: 'post',
    path: '/v1/variant-requests',
    operationId: 'createVariantRequest',
    summary: 'Ask for subject lines for the cohorts of a brief',
    description:
      'The body is the brief. It is accepted at once and drafted in the background; read the address in Location for its progress.',
    tag: 'campaigns',
    roles: ['campaign-client', 'copywriter', 'admin'],
    scope: 'requests:write',
    params: nothing,
    query: nothing,
    body: Brief,
    status: 202,
    answer: RequestView,
    problems: ['invalid-brief', 'not-found', 'body-too-large', 'unsupported-media'],
  }),
  readCohortTable: defineRoute({
    method: 'post',
    path: '/v1/cohort-tables',
    operationId: 'readCohortTable',
    summary: 'Make the cohorts of a brief from a CSV file',
    description:
      'A row is a cohort. The answer holds the cohorts as a brief takes them, to be put into one; nothing is stored. In the columns `bought` and `nextItems` several things are separated by semicolons. Mistakes are told by row and column.',
    tag: 'campaigns',
    roles: ['campaign-client', 'copywriter', 'admin'],
    scope: 'requests:write',
    params: nothing,
    query: nothing,
    body: CohortTable.meta({ id: 'CohortTable' }),
    csvBody: {
      list: 'rows',
      columns: cohortColumns,
      maxRows: mostCohortRows,
      example:
        'externalId,name,who,size,bought,nextKind,nextItems\r\ncoats,Coat buyers,"Bought a coat, and kept it",1200,wool coat,complement,wool scarf; leather gloves\r\n',
    },
    changesNothing: true,
    status: 200,
    answer: z.strictObject({ cohorts: z.array(Cohort) }).meta({ id: 'CohortsOfTable' }),
    problems: ['invalid-request', 'body-too-large', 'unsupported-media'],
  }),
  listRequests: defineRoute({
    method: 'get',
    path: '/v1/variant-requests',
    operationId: 'listVariantRequests',
    summary: 'List requests, newest first',
    description: 'Requests of the brands you may see, without their cohorts.',
    tag: 'campaigns',
    roles: ['campaign-client', 'copywriter', 'compliance', 'policy-owner', 'admin'],
    scope: 'requests:read',
    params: nothing,
    query: z.strictObject({ brand, ...paging }),
    body: null,
    status: 200,
    answer: listOf(RequestSummary),
    problems: ['not-found'],
  }),
  readRequest: defineRoute({
    method: 'get',
    path: '/v1/variant-requests/{id}',
    operationId: 'readVariantRequest',
    summary: 'See how far a request is',
    description:
      'Each cohort with its state, the reason where it failed, and its lines counted against those it needs.',
    tag: 'campaigns',
    roles: ['campaign-client', 'copywriter', 'compliance', 'policy-owner', 'admin'],
    scope: 'requests:read',
    params: byId,
    query: nothing,
    body: null,
    status: 200,
    answer: RequestView,
    problems: ['not-found'],
  }),
  followRequest: defineRoute({
    method: 'get',
    path: '/v1/variant-requests/{id}/events',
    operationId: 'followVariantRequest',
    summary: 'Follow a request as it is worked on',
    description:
      'Server-sent events, each with a RequestProgress as its data: first `snapshot` with every cohort, then `change` with the cohorts that changed, and `end` once nothing is under way or in review. A comment every 15 seconds shows that the connection lives. Come back with the last `id` in `Last-Event-ID`, as an EventSource does by itself: where that is still the state of things there is no `snapshot`, and where nothing is to come either the answer is 204. A stream ends after 15 minutes at the latest without an `end`; come back then. One caller may have ten at a time.',
    tag: 'campaigns',
    roles: ['campaign-client', 'copywriter', 'compliance', 'policy-owner', 'admin'],
    scope: 'requests:read',
    params: byId,
    query: nothing,
    body: null,
    status: 200,
    answer: null,
    events: ProgressView,
    problems: ['not-found'],
  }),
  retryCohort: defineRoute({
    method: 'post',
    path: '/v1/cohorts/{id}/retries',
    operationId: 'retryCohort',
    summary: 'Draft a failed or exhausted cohort again',
    description: 'Nothing of the earlier runs is lost.',
    tag: 'campaigns',
    roles: ['campaign-client', 'copywriter', 'admin'],
    scope: 'requests:write',
    params: byId,
    query: nothing,
    body: null,
    status: 202,
    answer: RequestCohort,
    problems: ['not-found', 'cohort-busy'],
  }),
  listLines: defineRoute({
    method: 'get',
    path: '/v1/approved-lines',
    operationId: 'listApprovedLines',
    summary: 'Fetch the lines a person approved',
    description:
      'Live lines only, oldest first. What was approved under facts or a policy that changed meanwhile, or so lately that it can still be undone, stands under `withheld` with its reason and is not delivered.',
    tag: 'campaigns',
    roles: ['campaign-client', 'copywriter', 'compliance', 'policy-owner', 'admin'],
    scope: 'lines:read',
    params: nothing,
    query: z.strictObject({
      brand,
      campaign: z.string().max(200).optional().meta({ description: 'External id of a campaign.' }),
      cohort: z.string().max(200).optional().meta({ description: 'External id of a cohort.' }),
      request: z.string().max(200).optional().meta({ description: 'Id of a variant request.' }),
      dialect,
      format,
      ...paging,
    }),
    body: null,
    status: 200,
    answer: LineList,
    csv: approvedLineTable,
    problems: ['not-found'],
  }),
  readLine: defineRoute({
    method: 'get',
    path: '/v1/approved-lines/{id}',
    operationId: 'readApprovedLine',
    summary: 'Fetch one approved line',
    description:
      'Answers 409 `approval-void` with the reason where the approval does not hold any more, 409 `not-released` with `Retry-After` while it can still be undone, and 409 `tag-not-convertible` where a tag of it cannot be said in the asked dialect.',
    hasEtag: true,
    tag: 'campaigns',
    roles: ['campaign-client', 'copywriter', 'compliance', 'policy-owner', 'admin'],
    scope: 'lines:read',
    params: byId,
    query: z.strictObject({ dialect }),
    body: null,
    status: 200,
    answer: LineView,
    problems: ['not-found', 'approval-void', 'not-released', 'tag-not-convertible'],
  }),
} as const;
