/** Keeps with each reply what it cost, by which price, and what it counts towards the caps of its brand. */
import type { Statements } from './terms.ts';

export const costs: Statements = ({ text, integer }) => [
  `alter table replies add column cached_input_tokens ${integer}`,
  `alter table replies add column cost_micros ${integer}`,
  `alter table replies add column currency ${text}`,
  `alter table replies add column price_document ${text}`,
  // What was received before this counts for nothing.
  `alter table replies add column spent_tokens ${integer} not null default 0`,
  `alter table replies add column spent_micros ${integer}`,
  'create index replies_of_a_request on replies (request_id, cohort_id)',
  // Holds all that is added up, so that a day's calls are not read one by one before each call.
  'create index replies_of_a_day on replies (brand_id, received_at, currency, spent_tokens, spent_micros)',
];
