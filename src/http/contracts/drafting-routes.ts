/** How drafting is steered once a brief is accepted: cancelling, trying again, pausing a brand. */
import * as z from 'zod';
import { BrandPause } from '../../domain/brand-pause.ts';
import { Candidate } from '../../domain/candidate.ts';
import { Instant } from '../../domain/instant.ts';
import { ReviewItem } from '../../domain/review-item.ts';
import { RequestCohort } from '../../domain/variant-request.ts';
import { RequestView } from './campaign-routes.ts';
import { byId, defineRoute, nothing } from './route.ts';

const reason = z.string().trim().min(1).max(500);
const Cancellation = z
  .strictObject({ reason: reason.optional().meta({ description: 'Why, for whoever asks later.' }) })
  .meta({ id: 'Cancellation' });

const steering = {
  tag: 'campaigns',
  roles: ['campaign-client', 'copywriter', 'admin'],
  scope: 'requests:write',
  params: byId,
  query: nothing,
} as const;

export const draftingRoutes = {
  cancelRequest: defineRoute({
    ...steering,
    method: 'post',
    path: '/v1/variant-requests/{id}/cancellations',
    operationId: 'cancelVariantRequest',
    summary: 'Cancel a request',
    description:
      'Nothing more of it is drafted or put before people, and its undecided lines are put away as not needed. Lines that were approved stay approved. Cancelling again changes nothing.',
    body: Cancellation,
    status: 200,
    answer: RequestView,
    problems: ['not-found', 'invalid-request'],
  }),
  cancelCohort: defineRoute({
    ...steering,
    method: 'post',
    path: '/v1/cohorts/{id}/cancellations',
    operationId: 'cancelCohort',
    summary: 'Cancel one cohort of a request',
    description: 'As for a request, for one cohort. The others go on.',
    body: Cancellation,
    status: 200,
    answer: RequestCohort,
    problems: ['not-found', 'invalid-request'],
  }),
  retryRequest: defineRoute({
    ...steering,
    method: 'post',
    path: '/v1/variant-requests/{id}/retries',
    operationId: 'retryVariantRequest',
    summary: 'Draft every failed or exhausted cohort of a request again',
    description: 'The answer says how many. Cohorts in another state are left alone; nothing of earlier runs is lost.',
    body: null,
    status: 202,
    answer: z
      .strictObject({ retried: z.int().nonnegative().meta({ description: 'Cohorts that are drafted again.' }) })
      .meta({ id: 'Retried' }),
    problems: ['not-found'],
  }),
  noteCohort: defineRoute({
    ...steering,
    method: 'post',
    path: '/v1/cohorts/{id}/notes',
    operationId: 'noteCohort',
    summary: 'Ask for more lines of a cohort, with a wish',
    description:
      '"Warmer, no pun": the cohort is drafted once more with the note beside its brief, whatever it has already, and the new lines go before people like any others. The note is a wish: it changes neither facts nor policy. The embedded writer gives the lines and does not read the note. Not while the cohort is drafted.',
    body: z
      .strictObject({
        note: z.string().trim().min(1).max(500).meta({ description: 'How the lines are wished to be.' }),
        count: z.int().min(1).max(10).default(5).meta({ description: 'Lines wanted.' }),
      })
      .meta({ id: 'Note' }),
    status: 202,
    answer: RequestCohort,
    problems: ['not-found', 'invalid-request', 'cohort-busy'],
  }),
  writeLine: defineRoute({
    ...steering,
    method: 'post',
    path: '/v1/cohorts/{id}/candidates',
    operationId: 'writeCandidate',
    summary: 'Add a line of your own to a cohort',
    description:
      'It is checked by the policy in force and kept whatever the verdict: a blocked line is data, not an error. What is not blocked goes before people like any other line; a text that the cohort has already names the earlier candidate under `duplicateOf` and does not.',
    tag: 'review',
    roles: ['copywriter', 'admin'],
    scope: null,
    body: z
      .strictObject({
        text: z.string().min(1).max(1000),
        preheader: z.string().min(1).max(1000).nullable().default(null),
      })
      .meta({ id: 'OwnLine' }),
    status: 201,
    answer: z
      .strictObject({
        candidate: Candidate,
        item: ReviewItem.nullable().meta({
          description: 'What waits for a decision; `null` for a blocked or known text.',
        }),
        cohort: RequestCohort,
      })
      .meta({ id: 'WrittenLine' }),
    problems: ['not-found', 'invalid-request', 'cohort-busy'],
  }),
  readPace: defineRoute({
    method: 'get',
    path: '/v1/brands/{id}/pace',
    operationId: 'readBrandPace',
    summary: 'See how fast a brand decides lines, and what lies ahead of its people',
    description:
      'Measured over 14 days, in sessions; 60 lines an hour until there are enough decisions. Cohorts that would put more than `horizonDays` of review ahead of people are accepted and held back, and let in by when they are needed.',
    tag: 'brands',
    roles: ['campaign-client', 'copywriter', 'compliance', 'policy-owner', 'admin'],
    scope: 'requests:read',
    params: byId,
    query: nothing,
    body: null,
    status: 200,
    answer: z
      .strictObject({
        brandId: z.string(),
        linesPerHour: z.number(),
        isMeasured: z
          .boolean()
          .meta({ description: 'False while too few decisions are there; the pace is a guess then.' }),
        horizonDays: z.number(),
        hoursPerDay: z.number(),
        pending: z.int().meta({ description: 'Lines to decide.' }),
        expected: z.int().meta({ description: 'Lines that cohorts in drafting are expected to bring.' }),
        heldBack: z.int().meta({ description: 'Cohorts that wait for people to have room for them.' }),
        clearAt: Instant.meta({ description: 'When all that is accepted can be decided.' }),
      })
      .meta({ id: 'BrandPace' }),
    problems: ['not-found'],
  }),
  pauseBrand: defineRoute({
    method: 'put',
    path: '/v1/brands/{id}/pause',
    operationId: 'pauseBrand',
    summary: 'Pause the drafting of a brand',
    description:
      'While it is paused no call to the model begins; a call that is open is still heard. Briefs are accepted and wait, and people go on deciding. Holds until it is resumed. Pausing again changes the reason.',
    tag: 'brands',
    roles: ['admin', 'policy-owner', 'copywriter'],
    scope: null,
    params: byId,
    query: nothing,
    body: z
      .strictObject({ reason: reason.meta({ description: 'Why, for everybody whose cohorts wait.' }) })
      .meta({ id: 'Pause' }),
    status: 200,
    answer: BrandPause,
    problems: ['not-found', 'invalid-request'],
  }),
  resumeBrand: defineRoute({
    method: 'delete',
    path: '/v1/brands/{id}/pause',
    operationId: 'resumeBrand',
    summary: 'Resume the drafting of a brand',
    description: 'What waited goes on where it was. Resuming a brand that is not paused changes nothing.',
    tag: 'brands',
    roles: ['admin', 'policy-owner', 'copywriter'],
    scope: null,
    params: byId,
    query: nothing,
    body: null,
    status: 204,
    answer: null,
    problems: ['not-found'],
  }),
} as const;
