/** What a message of each type says. Thin: ids, and the text where it is about a line; the API has the rest. */
import * as z from 'zod';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';
import type { WebhookType } from './webhook.ts';

const place = {
  brand: BrandId,
  sandbox: z
    .boolean()
    .meta({ description: 'True where it happened in the sandbox of the brand: nothing in it is real.' }),
  request: z.string().meta({ description: 'Id of the variant request.' }),
  campaign: z.string().meta({ description: 'External id of the campaign.' }),
};
const cohort = { cohort: z.string().meta({ description: 'External id of the cohort.' }) };
const line = {
  ...place,
  ...cohort,
  line: z.string().meta({ description: 'Id of the approved line.' }),
  text: z.string(),
  preheader: z.string().nullable(),
};

/** The members of `data` by type. */
export const webhookData = {
  'line.approved': z.strictObject({ ...line, dialect: z.string(), approvedAt: Instant, validUntil: Instant }),
  'line.rejected': z.strictObject({
    ...place,
    ...cohort,
    candidate: z.string().meta({ description: 'Id of the candidate that was rejected.' }),
    text: z.string(),
    preheader: z.string().nullable(),
    reason: z.string(),
  }),
  'line.revoked': z.strictObject({ ...line, reason: z.string() }),
  'line.expired': z.strictObject({ ...line, validUntil: Instant }),
  'cohort.ready': z.strictObject({ ...place, ...cohort, needed: z.int().positive() }),
  'request.drafted': z.strictObject(place),
  'policy.published': z.strictObject({
    brand: BrandId,
    sandbox: place.sandbox,
    release: z.string().meta({ description: 'Id of the release.' }),
    policyHash: z.string(),
  }),
} as const satisfies Readonly<Record<WebhookType, z.ZodType>>;

/** What is sent, before it is written as JSON. */
export type WebhookMessage = {
  [Type in WebhookType]: {
    readonly type: Type;
    /** When it happened. */
    readonly timestamp: Instant;
    readonly data: z.infer<(typeof webhookData)[Type]>;
  };
}[WebhookType];
