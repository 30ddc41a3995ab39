/** Adds what the library of approved lines is searched and read by. */
import type { Statements } from './terms.ts';

export const library: Statements = ({ text }) => [
  // Lines of before get no more than what both databases fold alike: letters beyond ASCII keep their case in them.
  `alter table approved_lines add column search_key ${text} not null default ''`,
  `update approved_lines set search_key = lower(text || '
' || coalesce(preheader, ''))`,
  'create index lines_of_a_brand on approved_lines (brand_id, id)',
  'create index lines_of_a_campaign on approved_lines (campaign_id)',
];
