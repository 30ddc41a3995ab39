/** How drafting is steered once a brief is accepted: cancelling, trying again, pausing a brand. */
import * as z from 'zod';
import { BrandPause } from '../../domain/brand-pause.ts';
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
