/** The prefixes of ids. An id is its noun's prefix and a UUIDv7: sortable by birth, opaque outside (docs/adr/0003). */
import * as z from 'zod';

/** The prefix of each noun's ids. Brands are missing: a brand is named by its folder. */
export const idPrefixes = {
  campaign: 'camp',
  brief: 'brief',
  cohort: 'coh',
  request: 'req',
  reply: 'reply',
  candidate: 'cand',
  item: 'item',
  comment: 'com',
  decision: 'dec',
  override: 'over',
  line: 'line',
  fallback: 'fall',
  acknowledgement: 'ack',
  outcome: 'out',
  release: 'pol',
  user: 'user',
  client: 'client',
  key: 'key',
  session: 'sess',
  event: 'evt',
  job: 'job',
  webhook: 'hook',
  webhookDelivery: 'msg',
} as const;

/** A noun that carries an id of its own. */
export type Noun = keyof typeof idPrefixes;

/** What names a brand everywhere: the name of its folder, in lower case. */
export const BrandId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'a brand is named by lower-case letters, digits and hyphens');
export type BrandId = z.infer<typeof BrandId>;

/** A name a campaign tool gave to a thing of its own. Up to 200 characters, none of them a control. */
export const ExternalId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'must not hold control characters');
export type ExternalId = z.infer<typeof ExternalId>;
