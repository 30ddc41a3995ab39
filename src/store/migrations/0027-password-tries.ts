/** Counts tries at accounts where every node sees them. */
import type { Statements } from './terms.ts';

export const passwordTries: Statements = ({ text, integer, end }) => [
  // The account is a hash of what was typed, whether it is there or not.
  `create table password_tries (
    account_hash ${text} not null primary key,
    tries ${integer} not null,
    ends_at ${text} not null
  ${end}`,
  'create index password_tries_by_end on password_tries (ends_at)',
];
