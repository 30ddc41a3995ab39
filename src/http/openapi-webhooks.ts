/** The messages this service sends, as the `webhooks` of the API document. */
import * as z from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathItemObject } from 'zod-openapi';
import { Instant } from '../domain/instant.ts';
import { WebhookType } from '../domain/webhook.ts';
import { webhookData } from '../domain/webhook-message.ts';

const words: Readonly<Record<WebhookType, string>> = {
  'line.approved': 'A line may be sent: a person approved it and the time for taking that back is over.',
  'line.rejected': 'A person rejected a candidate.',
  'line.revoked': 'An approved line must not be sent any more, whether or not you were told that it was approved.',
  'line.expired': 'The time of an approved line is over.',
  'cohort.ready': 'A cohort has the approved lines it needs.',
  'request.drafted': 'The last cohort of a request was drafted.',
  'policy.published': 'A policy went into force. Lines that it blocks are told as `line.revoked`.',
};

/** By the type of the message. */
export function webhooksOfDocument(): Record<string, ZodOpenApiPathItemObject> {
  return Object.fromEntries(WebhookType.options.map((type) => [type, { post: operationOf(type) }]));
}

function operationOf(type: WebhookType): ZodOpenApiOperationObject {
  return {
    operationId: `on${type.replaceAll(/(?:^|\.)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: words[type],
    description:
      'Sent to your endpoints. Verify the signature over the raw body, remember the `webhook-id`, answer 2xx within 15 seconds.',
    tags: ['webhooks'],
    security: [],
    requestParams: { header: headers },
    requestBody: { required: true, content: { 'application/json': { schema: messageOf(type) } } },
    responses: {
      '2XX': { description: 'It arrived.' },
      '4XX': { description: 'Tried again over three days; after 410 the endpoint is disabled at once.' },
    },
  };
}

const headers = z.object({
  'webhook-id': z.string().meta({ description: 'Names the message; the same in every attempt.' }),
  'webhook-timestamp': z.string().meta({ description: 'Seconds since 1970 when this attempt was made.' }),
  'webhook-signature': z.string().meta({ description: '`v1,` and the HMAC-SHA256 in base64; one for each secret.' }),
});

function messageOf(type: WebhookType): z.ZodObject {
  return z
    .strictObject({ type: z.literal(type), timestamp: Instant, data: webhookData[type] })
    .meta({ id: `Webhook_${type}` });
}
