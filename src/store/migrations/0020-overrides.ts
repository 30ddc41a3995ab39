/** Adds the overrides of blocks: who asked for one and why, what it lifts, and what a policy owner answered. */
import type { Statements } from './terms.ts';

export const overrides: Statements = ({ text, end }) => [
  `create table overrides (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    request_id ${text} not null,
    cohort_id ${text} not null references cohorts (id),
    candidate_id ${text} not null references candidates (id),
    state ${text} not null check (state in ('asked', 'granted', 'refused')),
    rules_document ${text} not null,
    findings_document ${text} not null,
    facts_hash ${text} not null,
    policy_hash ${text} not null,
    reason ${text} not null,
    asked_by ${text} not null,
    asked_at ${text} not null,
    answer ${text},
    answered_by ${text},
    answered_at ${text}
  ${end}`,
  'create index overrides_by_state on overrides (brand_id, state, id)',
  'create index overrides_of_a_candidate on overrides (candidate_id)',
  `create unique index standing_override_of_a_text on overrides (candidate_id) where state <> 'refused'`,
];
