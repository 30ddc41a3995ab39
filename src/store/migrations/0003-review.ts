/** Creates what people do with candidates: review items, decisions, approved lines, and who got those. */
import type { Statements } from './terms.ts';

export const review: Statements = ({ text, integer, end }) => [
  `create table review_items (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    request_id ${text} not null,
    cohort_id ${text} not null references cohorts (id),
    candidate_id ${text} not null unique references candidates (id),
    state ${text} not null,
    version ${integer} not null,
    claimed_by ${text},
    claimed_until ${text},
    created_at ${text} not null,
    updated_at ${text} not null
  ${end}`,
  'create index items_by_state on review_items (brand_id, state, id)',
  'create index items_of_a_brand on review_items (brand_id, id)',
  'create index items_of_a_cohort on review_items (cohort_id, state)',
  'create index items_of_a_request on review_items (request_id, cohort_id, state)',
  // An item is decided once: a second decision on it is refused by the database itself.
  `create table decisions (
    id ${text} not null primary key,
    brand_id ${text} not null,
    item_id ${text} not null unique references review_items (id),
    kind ${text} not null,
    candidate_id ${text} references candidates (id),
    reason ${text},
    warnings_passed ${text},
    decided_by ${text},
    decided_at ${text} not null
  ${end}`,
  'create index decisions_on_a_candidate on decisions (candidate_id)',
  // Apart from the decision, because a reviewer's own words can be erased and the decision cannot.
  `create table decision_comments (
    decision_id ${text} not null primary key references decisions (id),
    brand_id ${text} not null,
    comment ${text} not null
  ${end}`,
  `create table approved_lines (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    campaign_id ${text} not null references campaigns (id),
    request_id ${text} not null references requests (id),
    cohort_id ${text} not null references cohorts (id),
    cohort_external_id ${text} not null,
    candidate_id ${text} not null unique references candidates (id),
    text ${text} not null,
    preheader ${text},
    angle ${text} not null,
    dialect ${text} not null,
    writer ${text} not null,
    text_hash ${text} not null,
    facts_hash ${text} not null,
    policy_hash ${text} not null,
    state ${text} not null,
    reason ${text},
    approved_by ${text} not null,
    approved_at ${text} not null,
    valid_until ${text} not null,
    updated_at ${text} not null
  ${end}`,
  'create index lines_by_state on approved_lines (brand_id, state, id)',
  'create index lines_for_readers on approved_lines (brand_id, cohort_external_id, approved_at)',
  // Clients may be removed; what they were given stays known.
  `create table deliveries (
    line_id ${text} not null references approved_lines (id),
    client_id ${text} not null,
    brand_id ${text} not null,
    delivered_at ${text} not null,
    primary key (line_id, client_id)
  ${end}`,
];
