/** Adds what campaign tools ask for beyond single lines: places for arms, acknowledgements, outcomes. */
import type { Statements } from './terms.ts';

export const delivery: Statements = ({ text, integer, end }) => [
  // Which line of its cohort it is, by approval, from 1. It is never given twice, so that an arm stays an arm.
  `alter table approved_lines add column place ${integer} not null default 0`,
  `update approved_lines set place = (select count(*) from approved_lines as earlier
    where earlier.cohort_id = approved_lines.cohort_id and earlier.id <= approved_lines.id)`,
  'create index places_in_a_cohort on approved_lines (cohort_id, place)',
  'create index lines_of_a_brand_by_end on approved_lines (brand_id, valid_until)',
  'create index lines_of_a_brand_by_release on approved_lines (brand_id, released_at)',
  // When the brief wants its lines; `null` where it does not say, and in requests older than this.
  `alter table requests add column need_by ${text}`,
  'create index requests_by_need on requests (brand_id, need_by)',
  'create index requests_of_a_campaign on requests (campaign_id)',
  // "What changed since an instant" is turned into a place in the chain by this.
  'create index events_by_time on audit_events (chain, at, sequence)',
  // The same word said again (same line, send, time and text) is one acknowledgement.
  `create table acknowledgements (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    line_id ${text} not null,
    send_external_id ${text} not null,
    used_at ${text} not null,
    text ${text},
    preheader ${text},
    dialect ${text},
    line_state ${text} not null,
    findings_document ${text} not null,
    acknowledged_by ${text} not null,
    received_at ${text} not null,
    content_hash ${text} not null,
    unique (line_id, send_external_id, content_hash)
  ${end}`,
  'create index acknowledgements_of_a_brand on acknowledgements (brand_id, id)',
  // A correction is the next revision; the one it replaces stays.
  `create table outcomes (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    line_id ${text} not null,
    send_external_id ${text} not null,
    day ${text} not null,
    revision ${integer} not null,
    arm ${text},
    sends ${integer},
    opens ${integer},
    clicks ${integer},
    revenue_minor ${integer},
    currency ${text},
    unsubscribes ${integer},
    complaints ${integer},
    received_from ${text} not null,
    received_at ${text} not null,
    replaced_at ${text},
    unique (line_id, send_external_id, day, revision)
  ${end}`,
  'create index outcomes_of_a_brand on outcomes (brand_id, id)',
];
