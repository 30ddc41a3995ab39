/** Lets a key be narrowed, replaced and told by its last use, and a brand be the sandbox of another. */
import type { Statements } from './terms.ts';

export const keys: Statements = ({ text, integer }) => [
  // `null`: the key reaches every brand of its client.
  `alter table api_keys add column brands_document ${text}`,
  `alter table api_keys add column last_used_at ${text}`,
  `alter table api_keys add column replaced_by ${text} references api_keys (id)`,
  'create unique index one_key_replaced_by_another on api_keys (replaced_by)',
  'create index keys_of_a_client on api_keys (client_id, id)',
  `alter table clients add column is_sandbox ${integer} not null default 0`,
  `alter table brands add column sandbox_of ${text} references brands (id)`,
  'create unique index one_sandbox_of_a_brand on brands (sandbox_of)',
];
