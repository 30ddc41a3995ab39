/**
 * Lets briefs have revisions and names, decisions be undone, and lines wait for their release. Briefs of before have no
 * name by which they can be revised: several in one campaign could share it.
 */
import type { Statements } from './terms.ts';

export const truthOverTime: Statements = (terms) => [
  `alter table briefs add column root_id ${terms.text} not null default ''`,
  'update briefs set root_id = id',
  `alter table briefs add column external_id ${terms.text}`,
  'create unique index revisions_of_a_brief on briefs (root_id, revision)',
  'create unique index briefs_by_name on briefs (campaign_id, external_id, revision)',
  'create index requests_of_a_brief on requests (brief_id)',
  // When a cohort's mail goes out; null where it is triggered.
  `alter table cohorts add column send_at ${terms.text}`,
  ...(terms.isPostgres ? loosened(terms) : rebuilt(terms)),
  'create unique index standing_decision_on_an_item on decisions (item_id) where undone_at is null',
  "create unique index standing_line_of_a_candidate on approved_lines (candidate_id) where state <> 'undone'",
  'create index lines_of_a_cohort on approved_lines (cohort_id, state)',
  'create index lines_of_a_request on approved_lines (request_id, cohort_id, state)',
  'create index lines_by_end on approved_lines (state, valid_until)',
];

/** An item was decided once and a candidate approved once; now once among those that stand. */
const loosened: Statements = ({ text }) => [
  'alter table decisions drop constraint decisions_item_id_key',
  `alter table decisions add column undone_at ${text}`,
  `alter table decisions add column undone_by ${text}`,
  'alter table approved_lines drop constraint approved_lines_candidate_id_key',
  `alter table approved_lines add column released_at ${text} not null default ''`,
  'update approved_lines set released_at = approved_at',
];

/** SQLite cannot drop a constraint: the rows move to tables made anew. What refers to them is held until the end. */
const rebuilt: Statements = ({ text, end }) => [
  'pragma defer_foreign_keys = on',
  'create table decisions_before as select * from decisions',
  'drop table decisions',
  `create table decisions (
    id ${text} not null primary key,
    brand_id ${text} not null,
    item_id ${text} not null references review_items (id),
    kind ${text} not null,
    candidate_id ${text} references candidates (id),
    reason ${text},
    warnings_passed ${text},
    decided_by ${text},
    decided_at ${text} not null,
    undone_at ${text},
    undone_by ${text}
  ${end}`,
  'insert into decisions select *, null, null from decisions_before',
  'drop table decisions_before',
  'create index decisions_on_a_candidate on decisions (candidate_id)',
  'create table approved_lines_before as select * from approved_lines',
  'drop table approved_lines',
  `create table approved_lines (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    campaign_id ${text} not null references campaigns (id),
    request_id ${text} not null references requests (id),
    cohort_id ${text} not null references cohorts (id),
    cohort_external_id ${text} not null,
    candidate_id ${text} not null references candidates (id),
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
    updated_at ${text} not null,
    released_at ${text} not null
  ${end}`,
  'insert into approved_lines select *, approved_at from approved_lines_before',
  'drop table approved_lines_before',
  'create index lines_by_state on approved_lines (brand_id, state, id)',
  'create index lines_for_readers on approved_lines (brand_id, cohort_external_id, approved_at)',
];
