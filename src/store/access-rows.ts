/** Rows of people, campaign tools and what lets them in, and the domain's form of them. */
import { ApiKey, Client, Session, User } from '../domain/access.ts';
import { escapeText, unescapeText } from './escape-text.ts';
import type { ApiKeyRow, Tables } from './tables.ts';

/** What two spellings of one e-mail address have in common. */
export function emailKey(email: string): string {
  return escapeText(email.toLowerCase());
}

/** The row of a person. */
export function userRow(user: User): Tables['users'] {
  return { ...user, name: escapeText(user.name), email: escapeText(user.email), emailKey: emailKey(user.email) };
}

/** The person of a row. */
export function userOf({ emailKey: _, ...row }: Tables['users']): User {
  return User.parse({ ...row, name: unescapeText(row.name), email: unescapeText(row.email) });
}

/** The row of a campaign tool. */
export function clientRow(client: Client): Tables['clients'] {
  return { ...client, name: escapeText(client.name) };
}

/** The campaign tool of a row. */
export function clientOf(row: Tables['clients']): Client {
  return Client.parse({ ...row, name: unescapeText(row.name) });
}

/** The row of a key. */
export function keyRow({ scopes, ...key }: ApiKey): ApiKeyRow {
  return { ...key, scopesDocument: JSON.stringify(scopes) };
}

/** The key of a row. */
export function keyOf({ scopesDocument, ...row }: ApiKeyRow): ApiKey {
  return ApiKey.parse({ ...row, scopes: JSON.parse(scopesDocument) });
}

/** The session or link of a row. */
export function sessionOf(row: Tables['sessions']): Session {
  return Session.parse(row);
}
