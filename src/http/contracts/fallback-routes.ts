/** Lines a brand falls back on where nothing else is ready. */
import * as z from 'zod';
import { PassReason } from '../../domain/decision.ts';
import { FallbackLine } from '../../domain/fallback-line.ts';
import { byId, defineRoute, listOf, nothing, paging } from './route.ts';

const text = z.string().min(1).max(1000);
const FallbackLineEntry = FallbackLine.meta({ id: 'FallbackLine' });

export const fallbackRoutes = {
  addFallbackLine: defineRoute({
    method: 'post',
    path: '/v1/brands/{id}/fallback-lines',
    operationId: 'addFallbackLine',
    summary: 'Approve a line for whenever a brand has nothing better',
    description:
      'A person gives and approves it at once. It is checked by the policy in force with no brief beside it, so it must not speak of an offer, a price, a date or anything else that only a brief could bear out: such a line is refused, whatever the policy makes of it elsewhere. Which cohorts get it, and when, is told at `GET /v1/cohort-lines`.',
    tag: 'review',
    roles: ['copywriter', 'admin'],
    scope: null,
    params: byId,
    query: nothing,
    body: z
      .strictObject({
        text,
        preheader: text.nullable().default(null),
        warningsPassed: PassReason.optional().meta({ description: 'Why it passes although it carries warnings.' }),
      })
      .meta({ id: 'NewFallbackLine' }),
    status: 201,
    answer: FallbackLineEntry,
    problems: ['not-found', 'invalid-request', 'blocked-by-policy', 'warning-needs-reason'],
  }),
  listFallbackLines: defineRoute({
    method: 'get',
    path: '/v1/brands/{id}/fallback-lines',
    operationId: 'listFallbackLines',
    summary: 'List the lines a brand falls back on, newest first',
    description: 'With those that were recalled. A sandbox has those of its brand.',
    tag: 'review',
    roles: ['campaign-client', 'copywriter', 'compliance', 'policy-owner', 'admin'],
    scope: 'lines:read',
    params: byId,
    query: z.strictObject({ ...paging }),
    body: null,
    status: 200,
    answer: listOf(FallbackLineEntry),
    problems: ['not-found'],
  }),
  recallFallbackLine: defineRoute({
    method: 'post',
    path: '/v1/fallback-lines/{id}/recalls',
    operationId: 'recallFallbackLine',
    summary: 'Take a fallback line back',
    description:
      'From this instant no cohort is given it any more. Cohorts that were given it come back under `changedSince`.',
    tag: 'review',
    roles: ['copywriter', 'compliance', 'admin'],
    scope: null,
    params: byId,
    query: nothing,
    body: z
      .strictObject({ reason: z.string().trim().min(1).max(500).meta({ description: 'Why, for whoever asks later.' }) })
      .meta({ id: 'FallbackRecall' }),
    status: 201,
    answer: FallbackLineEntry,
    problems: ['not-found', 'invalid-request', 'approval-void'],
  }),
} as const;
