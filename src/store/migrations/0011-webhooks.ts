/** Creates the addresses that are told of what happens, the messages to them, and a way to jobs by kind. */
import type { Statements } from './terms.ts';

export const webhooks: Statements = ({ text, integer, end }) => [
  `create table webhook_endpoints (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    url ${text} not null,
    types_document ${text},
    state ${text} not null check (state in ('enabled', 'disabled')),
    reason ${text},
    secret ${text} not null,
    previous_secret ${text},
    previous_until ${text},
    told_sequence ${integer} not null,
    last_delivered_at ${text},
    version ${integer} not null,
    created_at ${text} not null,
    updated_at ${text} not null
  ${end}`,
  'create index webhook_endpoints_by_brand on webhook_endpoints (brand_id, id)',
  `create table webhook_deliveries (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    endpoint_id ${text} not null references webhook_endpoints (id),
    event_id ${text} not null,
    sequence ${integer} not null,
    type ${text} not null,
    subject ${text} not null,
    message_document ${text} not null,
    state ${text} not null check (state in ('pending', 'delivered', 'failed', 'cancelled')),
    reason ${text},
    attempts_document ${text} not null,
    next_attempt_at ${text},
    sending_until ${text},
    created_at ${text} not null,
    updated_at ${text} not null,
    unique (endpoint_id, event_id)
  ${end}`,
  'create index webhook_deliveries_by_endpoint on webhook_deliveries (endpoint_id, id)',
  'create index webhook_deliveries_by_subject on webhook_deliveries (endpoint_id, subject)',
  'create index webhook_deliveries_by_age on webhook_deliveries (updated_at)',
  'create index jobs_by_kind on jobs (kind, state, run_at, id)',
];
