/** Creates people, campaign tools, and what lets them in. */
import type { Statements } from './terms.ts';

export const access: Statements = ({ text, end }) => [
  `create table users (
    id ${text} not null primary key,
    name ${text} not null,
    email ${text} not null,
    email_key ${text} not null unique,
    created_at ${text} not null
  ${end}`,
  `create table clients (
    id ${text} not null primary key,
    name ${text} not null unique,
    created_at ${text} not null
  ${end}`,
  `create table memberships (
    member_id ${text} not null,
    brand_id ${text} not null,
    role ${text} not null,
    primary key (member_id, brand_id, role)
  ${end}`,
  `create table api_keys (
    id ${text} not null primary key,
    client_id ${text} not null references clients (id),
    hash ${text} not null unique,
    hint ${text} not null,
    scopes_document ${text} not null,
    created_at ${text} not null,
    expires_at ${text} not null,
    revoked_at ${text}
  ${end}`,
  `create table sessions (
    id ${text} not null primary key,
    user_id ${text} not null references users (id),
    kind ${text} not null,
    hash ${text} not null unique,
    created_at ${text} not null,
    expires_at ${text} not null
  ${end}`,
];
