/**
 * Lets what people and writers did in a period be counted from indexes alone. The one of decisions by time was lost on
 * SQLite where their table was made anew.
 */
import type { Statements } from './terms.ts';

export const figures: Statements = () => [
  // Each begins as the one of before, which it stands for too.
  'drop index if exists decisions_by_time',
  `create index decisions_by_time on decisions
    (brand_id, decided_at, undone_at, is_first_of_two, kind, reason, decided_by)`,
  'drop index if exists candidates_by_time',
  'create index candidates_by_time on candidates (brand_id, created_at, id, writer, reply_id, verdict)',
  'create index findings_counted on findings (candidate_id, rule, severity)',
];
