/** Creates the table behind the embedded queue. */
import type { Statements } from './terms.ts';

export const jobs: Statements = ({ text, integer, end }) => [
  `create table jobs (
    id ${text} not null primary key,
    kind ${text} not null,
    brand_id ${text} not null,
    job_key ${text} not null unique,
    payload_document ${text} not null,
    run_at ${text} not null,
    state ${text} not null check (state in ('waiting', 'dead')),
    attempts ${integer} not null,
    lease_until ${text},
    lease_token ${text},
    last_error ${text}
  ${end}`,
  'create index jobs_by_turn on jobs (state, run_at, id)',
];
