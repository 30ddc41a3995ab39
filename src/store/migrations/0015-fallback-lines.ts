/** Adds the lines a brand falls back on, and which cohort was given which of them. */
import type { Statements } from './terms.ts';

export const fallbackLines: Statements = ({ text, end }) => [
  `create table fallback_lines (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    text ${text} not null,
    preheader ${text},
    dialect ${text} not null,
    text_hash ${text} not null,
    policy_hash ${text} not null,
    verdict_document ${text} not null,
    warnings_passed ${text},
    state ${text} not null check (state in ('live', 'recalled')),
    reason ${text},
    approved_by ${text} not null,
    approved_at ${text} not null,
    updated_at ${text} not null
  ${end}`,
  'create index fallback_lines_of_a_brand on fallback_lines (brand_id, id)',
  // The brand is the cohort's: a sandbox is given the lines of its brand.
  `create table fallback_deliveries (
    line_id ${text} not null references fallback_lines (id),
    cohort_id ${text} not null references cohorts (id),
    client_id ${text} not null,
    brand_id ${text} not null references brands (id),
    cohort_external_id ${text} not null,
    delivered_at ${text} not null,
    primary key (line_id, cohort_id, client_id)
  ${end}`,
  'create index fallbacks_of_readers on fallback_deliveries (brand_id, cohort_external_id, delivered_at)',
];
