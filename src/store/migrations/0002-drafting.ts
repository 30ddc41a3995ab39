/** Creates what a request leaves behind: its cohorts, the replies they got, and every candidate with its findings. */
import type { Statements } from './terms.ts';

export const drafting: Statements = ({ text, integer, end }) => [
  `create table requests (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    campaign_id ${text} not null references campaigns (id),
    brief_id ${text} not null references briefs (id),
    created_at ${text} not null
  ${end}`,
  'create index requests_of_a_brand on requests (brand_id, id)',
  `create table cohorts (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    request_id ${text} not null references requests (id),
    position ${integer} not null,
    external_id ${text} not null,
    state ${text} not null,
    reason ${text},
    needed ${integer} not null,
    run ${integer} not null,
    updated_at ${text} not null
  ${end}`,
  'create index cohorts_of_a_request on cohorts (request_id, position)',
  `create table prompts (
    brand_id ${text} not null references brands (id),
    text_hash ${text} not null,
    text ${text} not null,
    primary key (brand_id, text_hash)
  ${end}`,
  `create table replies (
    id ${text} not null primary key,
    brand_id ${text} not null,
    request_id ${text} not null,
    cohort_id ${text} not null references cohorts (id),
    run ${integer} not null,
    round ${text} not null,
    writer ${text} not null,
    model ${text} not null,
    prompt_hash ${text} not null,
    text_hash ${text} not null,
    raw ${text} not null,
    finish ${text} not null,
    input_tokens ${integer},
    output_tokens ${integer},
    duration_ms ${integer} not null,
    received_at ${text} not null,
    is_kept ${integer} not null default 0,
    unique (cohort_id, run, round),
    foreign key (brand_id, text_hash) references prompts (brand_id, text_hash)
  ${end}`,
  `create table candidates (
    id ${text} not null primary key,
    brand_id ${text} not null,
    request_id ${text} not null,
    cohort_id ${text} not null references cohorts (id),
    text ${text} not null,
    preheader ${text},
    angle ${text} not null,
    rank ${integer} not null,
    writer ${text} not null,
    reply_id ${text} references replies (id),
    provenance_document ${text} not null,
    duplicate_of ${text},
    verdict ${text} not null,
    verdict_document ${text} not null,
    created_at ${text} not null
  ${end}`,
  'create index candidates_of_a_cohort on candidates (cohort_id, verdict, duplicate_of)',
  'create index candidates_of_a_request on candidates (request_id, cohort_id, verdict, duplicate_of)',
  'create index candidates_by_verdict on candidates (brand_id, verdict, id)',
  'create index candidates_of_a_brand on candidates (brand_id, id)',
  `create table findings (
    candidate_id ${text} not null references candidates (id),
    position ${integer} not null,
    brand_id ${text} not null,
    rule ${text} not null,
    rule_version ${integer} not null,
    severity ${text} not null,
    kind ${text} not null,
    primary key (candidate_id, position)
  ${end}`,
  'create index findings_of_a_rule on findings (brand_id, rule, candidate_id)',
];
