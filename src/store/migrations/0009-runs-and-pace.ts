/** Keeps what people ask of drafting: notes for a run, brands that are paused, cohorts held back, and whose turn it is. */
import type { Statements } from './terms.ts';

export const runsAndPace: Statements = ({ text, integer, end }) => [
  `create table runs (
    cohort_id ${text} not null references cohorts (id),
    run ${integer} not null,
    brand_id ${text} not null references brands (id),
    note ${text} not null,
    count ${integer} not null,
    asked_in ${text} not null,
    asked_by ${text} not null,
    asked_at ${text} not null,
    primary key (cohort_id, run)
  ${end}`,
  `create table brand_pauses (
    brand_id ${text} not null primary key references brands (id),
    reason ${text} not null,
    paused_by ${text} not null,
    paused_at ${text} not null
  ${end}`,
  // By when a cohort's lines are needed; empty for jobs and cohorts of before, which go first.
  `alter table cohorts add column turn ${text} not null default ''`,
  // Lines its drafting is expected to bring.
  `alter table cohorts add column expected ${integer} not null default 0`,
  `alter table cohorts add column is_held_back ${integer} not null default 0`,
  'create index cohorts_held_back on cohorts (brand_id, turn, id) where is_held_back = 1',
  `alter table jobs add column turn ${text} not null default ''`,
  'drop index jobs_by_turn',
  'create index jobs_by_turn on jobs (kind, state, turn, run_at, id)',
  'create index decisions_by_time on decisions (brand_id, decided_at)',
];
