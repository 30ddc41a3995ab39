/** Creates brands and their policy releases. */
import type { Statements } from './terms.ts';

export const brands: Statements = ({ text, integer, end }) => [
  `create table brands (
    id ${text} not null primary key
  ${end}`,
  // The profile lies with its release, so that a new voice waits for publication like a new policy.
  `create table policy_releases (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    policy_hash ${text} not null,
    policy_document ${text} not null,
    profile_document ${text} not null,
    state ${text} not null check (state in ('draft', 'shadow', 'published', 'retired')),
    created_at ${text} not null,
    published_at ${text}
  ${end}`,
  "create unique index one_published_release on policy_releases (brand_id) where state = 'published'",
  "create unique index one_draft_of_a_hash on policy_releases (brand_id, policy_hash) where state = 'draft'",
  'create index releases_of_a_brand on policy_releases (brand_id, id)',
  `create table campaigns (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    external_id ${text} not null,
    name ${text} not null,
    created_at ${text} not null,
    unique (brand_id, external_id)
  ${end}`,
  `create table briefs (
    id ${text} not null primary key,
    brand_id ${text} not null references brands (id),
    campaign_id ${text} not null references campaigns (id),
    revision ${integer} not null,
    brief_document ${text} not null,
    created_at ${text} not null
  ${end}`,
];
