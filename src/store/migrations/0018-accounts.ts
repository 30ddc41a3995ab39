/** Adds passwords, what is known of a session, and when people were last here. */
import type { Statements } from './terms.ts';

export const accounts: Statements = ({ text, end }) => [
  // Apart from the person, so that no list of people ever reads a hash along.
  `create table passwords (
    user_id ${text} not null primary key references users (id),
    hash ${text} not null,
    set_at ${text} not null
  ${end}`,
  `alter table users add column disabled_at ${text}`,
  `alter table users add column last_seen_at ${text}`,
  `alter table sessions add column opened_by ${text}`,
  `alter table sessions add column browser ${text}`,
  `alter table sessions add column last_used_at ${text}`,
  "update sessions set opened_by = 'link' where kind = 'session'",
  'create index sessions_of_a_person on sessions (user_id, id)',
  'create index members_of_a_brand on memberships (brand_id, member_id)',
];
