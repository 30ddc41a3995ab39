/** Being told of what happens, instead of asking. */
import * as z from 'zod';
import { BrandId } from '../../domain/ids.ts';
import { Instant } from '../../domain/instant.ts';
import {
  WebhookAttempt,
  WebhookDelivery,
  WebhookDeliveryState,
  WebhookEndpoint,
  WebhookType,
} from '../../domain/webhook.ts';
import { byId, defineRoute, listOf, nothing, paging } from './route.ts';

/** An endpoint without its secrets, which are shown once where they are made. */
export const WebhookEndpointView = WebhookEndpoint.meta({ id: 'WebhookEndpoint' });

/** A message and what became of it. */
export const WebhookDeliveryView = WebhookDelivery.meta({ id: 'WebhookDelivery' });

const secret = z.string().meta({ description: 'What messages are signed with: `whsec_` and base64. Shown this once.' });

/** A new endpoint with its secret. */
export const NewWebhookEndpoint = z
  .strictObject({ endpoint: WebhookEndpointView, secret })
  .meta({ id: 'NewWebhookEndpoint' });

/** A new secret; the one before signs along for a day. */
export const RotatedSecret = z
  .strictObject({
    endpoint: WebhookEndpointView,
    secret,
    previousUntil: Instant.meta({ description: 'Until then both secrets sign each message.' }),
  })
  .meta({ id: 'RotatedSecret' });

/** How the test message went. */
export const TestedWebhookView = WebhookAttempt.extend({
  id: z.string().meta({ description: 'The `webhook-id` of the test message.' }),
  hasArrived: z.boolean().meta({ description: 'True where the receiver answered 2xx.' }),
}).meta({ id: 'TestedWebhook' });

const url = z
  .string()
  .min(1)
  .max(2_000)
  .meta({ description: 'An https or http address that is reachable from the internet.' });
const types = z
  .array(WebhookType)
  .min(1)
  .nullable()
  .meta({ description: 'What to be told of; `null` or left out: everything, types that are added later too.' });
const brand = BrandId.optional().meta({ description: 'Only this brand; left out, every brand you may see.' });

const keepers = ['campaign-client', 'policy-owner', 'admin'] as const;
const shared = { tag: 'webhooks', roles: keepers, scope: 'webhooks:write', query: nothing } as const;

export const webhookRoutes = {
  addWebhook: defineRoute({
    ...shared,
    method: 'post',
    path: '/v1/webhook-endpoints',
    operationId: 'createWebhookEndpoint',
    summary: 'Be told at an address of what happens in a brand',
    description:
      'Messages follow the Standard Webhooks specification. The secret that signs them is in this answer and nowhere else. The endpoint is told of what happens from now on.',
    params: nothing,
    body: z.strictObject({ brand: BrandId, url, types: types.optional() }).meta({ id: 'WebhookEndpointBody' }),
    status: 201,
    answer: NewWebhookEndpoint,
    answersSecret: true,
    problems: ['invalid-request', 'not-found'],
  }),
  listWebhooks: defineRoute({
    ...shared,
    method: 'get',
    path: '/v1/webhook-endpoints',
    operationId: 'listWebhookEndpoints',
    summary: 'List webhook endpoints',
    description: 'Oldest first, without their secrets.',
    params: nothing,
    query: z.strictObject({ brand, ...paging }),
    body: null,
    status: 200,
    answer: listOf(WebhookEndpointView),
    problems: ['not-found'],
  }),
  readWebhook: defineRoute({
    ...shared,
    method: 'get',
    path: '/v1/webhook-endpoints/{id}',
    operationId: 'readWebhookEndpoint',
    summary: 'Read one webhook endpoint',
    description: 'With why it is disabled, where it is.',
    params: byId,
    body: null,
    hasEtag: true,
    status: 200,
    answer: WebhookEndpointView,
    problems: ['not-found'],
  }),
  changeWebhook: defineRoute({
    ...shared,
    method: 'patch',
    path: '/v1/webhook-endpoints/{id}',
    operationId: 'changeWebhookEndpoint',
    summary: 'Change, disable or enable a webhook endpoint',
    description:
      'What is left out stays. While an endpoint is disabled, what happens stands in its log as cancelled and can be sent again later.',
    params: byId,
    body: z
      .strictObject({ url: url.optional(), types: types.optional(), state: z.enum(['enabled', 'disabled']).optional() })
      .meta({ id: 'WebhookEndpointChange' }),
    ifMatch: 'needed',
    hasEtag: true,
    status: 200,
    answer: WebhookEndpointView,
    problems: ['invalid-request', 'not-found'],
  }),
  removeWebhook: defineRoute({
    ...shared,
    method: 'delete',
    path: '/v1/webhook-endpoints/{id}',
    operationId: 'deleteWebhookEndpoint',
    summary: 'Remove a webhook endpoint with its log',
    description: 'What was not sent yet is not sent.',
    params: byId,
    body: null,
    status: 204,
    answer: null,
    problems: ['not-found'],
  }),
  rotateWebhookSecret: defineRoute({
    ...shared,
    method: 'post',
    path: '/v1/webhook-endpoints/{id}/rotations',
    operationId: 'rotateWebhookSecret',
    summary: 'Make a new secret for a webhook endpoint',
    description:
      'For 24 hours the old and the new secret both sign, so that a receiver can change over without missing a message.',
    params: byId,
    body: null,
    status: 201,
    answer: RotatedSecret,
    answersSecret: true,
    problems: ['not-found'],
  }),
  testWebhook: defineRoute({
    ...shared,
    method: 'post',
    path: '/v1/webhook-endpoints/{id}/tests',
    operationId: 'testWebhookEndpoint',
    summary: 'Send a test message now',
    description:
      'Sends one `webhook.test` message, waits up to 15 seconds for the answer and shows it. It is not tried again and not in the log.',
    params: byId,
    body: null,
    changesNothing: true,
    status: 200,
    answer: TestedWebhookView,
    problems: ['not-found'],
  }),
  listDeliveries: defineRoute({
    ...shared,
    method: 'get',
    path: '/v1/webhook-endpoints/{id}/deliveries',
    operationId: 'listWebhookDeliveries',
    isPolled: true,
    summary: 'See what was sent to a webhook endpoint',
    description: 'Newest first, each message with its attempts.',
    params: byId,
    query: z.strictObject({
      state: WebhookDeliveryState.optional().meta({ description: 'Only messages in this state.' }),
      ...paging,
    }),
    body: null,
    status: 200,
    answer: listOf(WebhookDeliveryView),
    problems: ['not-found'],
  }),
  resendDelivery: defineRoute({
    ...shared,
    method: 'post',
    path: '/v1/webhook-deliveries/{id}/resends',
    operationId: 'resendWebhookDelivery',
    summary: 'Send a message again',
    description:
      'Under the same `webhook-id`. Whatever its state: delivered, failed, cancelled, or waiting for its next attempt. An approval that does not hold any more is not sent.',
    params: byId,
    body: null,
    status: 202,
    answer: WebhookDeliveryView,
    problems: ['not-found', 'endpoint-disabled', 'approval-void'],
  }),
} as const;
