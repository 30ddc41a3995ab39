/** Keeps what came with an Idempotency-Key, so that a request sent twice acts once. */
import type { Statements } from './terms.ts';

export const idempotency: Statements = ({ text, end }) => [
  `create table idempotency_keys (
    caller_id ${text} not null,
    key_hash ${text} not null,
    fingerprint ${text} not null,
    state ${text} not null check (state in ('running', 'acted', 'answered')),
    lease_token ${text} not null,
    lease_until ${text} not null,
    chain ${text},
    subject ${text},
    headers_document ${text},
    body ${text},
    created_at ${text} not null,
    primary key (caller_id, key_hash)
  ${end}`,
  'create index idempotency_keys_by_age on idempotency_keys (created_at)',
];
