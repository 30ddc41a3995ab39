/** Rows of people, campaign tools and what lets them in, and the domain's form of them. */
import { Client, Session, User } from '../domain/access.ts';
import { ApiKey } from '../domain/api-key.ts';
import { escapeText, unescapeText } from './escape-text.ts';
import type { ApiKeyRow, Tables } from './tables.ts';

/** What two spellings of one e-mail address have in common. */
export function emailKey(email: string): string {
  return escapeText(email.toLowerCase());
}

/** The row of a person. */
export function userRow(user: User): Tables['users'] {
  const { name, email } = user;
  const row = { ...user, name: escapeText(name), email: escapeText(email), emailKey: emailKey(email) };
  return { ...row, disabledAt: null, lastSeenAt: null };
}

/** The person of a row. */
export function userOf({ id, name, email, createdAt }: Tables['users']): User {
  return User.parse({ id, name: unescapeText(name), email: unescapeText(email), createdAt });
}

/** The row of a campaign tool. */
export function clientRow(client: Client): Tables['clients'] {
  const { isSandbox, ...row } = client;
  return { ...row, name: escapeText(client.name), isSandbox: isSandbox ? 1 : 0 };
}

/** The campaign tool of a row. */
export function clientOf(row: Tables['clients']): Client {
  return Client.parse({ ...row, name: unescapeText(row.name), isSandbox: Number(row.isSandbox) === 1 });
}

/** The row of a key. */
export function keyRow({ scopes, brandIds, ...key }: ApiKey): ApiKeyRow {
  const brandsDocument = brandIds && JSON.stringify(brandIds);
  return { ...key, scopesDocument: JSON.stringify(scopes), brandsDocument };
}

/** The key of a row. */
export function keyOf({ scopesDocument, brandsDocument, ...row }: ApiKeyRow): ApiKey {
  const brandIds: unknown = brandsDocument === null ? null : JSON.parse(brandsDocument);
  return ApiKey.parse({ ...row, scopes: JSON.parse(scopesDocument), brandIds });
}

/** The session or link of a row. */
export function sessionOf(row: Tables['sessions']): Session {
  return Session.parse(row);
}
