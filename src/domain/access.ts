/** Who may do what: people, campaign tools, and their roles per brand. */
import * as z from 'zod';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';

/** `compliance` sees all of a brand and changes nothing; `campaign-client` is a campaign tool. */
export const Role = z.enum(['admin', 'policy-owner', 'copywriter', 'compliance', 'campaign-client']);
export type Role = z.infer<typeof Role>;

export const User = z.strictObject({ id: z.string(), name: z.string(), email: z.string(), createdAt: Instant });
export type User = z.infer<typeof User>;

/** A campaign tool. It outlives its keys. */
export const Client = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** True where it reaches sandboxes only; a client of the other kind never reaches one. */
  isSandbox: z.boolean(),
  createdAt: Instant,
});
export type Client = z.infer<typeof Client>;

/** A user or client in a brand, in one role. Someone with two roles has two memberships. */
export const Membership = z.strictObject({ memberId: z.string(), brandId: BrandId, role: Role });
export type Membership = z.infer<typeof Membership>;

/** What a key may be used for. */
export const Scope = z.enum([
  'requests:write',
  'requests:read',
  'lines:read',
  'lines:check',
  'outcomes:write',
  'review:write',
  'evidence:read',
  'webhooks:write',
]);
export type Scope = z.infer<typeof Scope>;

/** A console session, or the one-time link that opens one. Only the hash of the secret is kept. */
export const Session = z.strictObject({
  id: z.string(),
  userId: z.string(),
  kind: z.enum(['link', 'session']),
  hash: z.string(),
  /** What opened the session; `null` for a link. */
  openedBy: z.enum(['link', 'password']).nullable(),
  /** The browser in a few words, such as "Firefox on Linux". */
  browser: z.string().nullable(),
  createdAt: Instant,
  expiresAt: Instant,
  /** To the minute. */
  lastUsedAt: Instant.nullable(),
});
export type Session = z.infer<typeof Session>;

/** Who acts, as audit events name them. */
export const Actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user'), id: z.string() }),
  z.strictObject({ kind: z.literal('client'), id: z.string() }),
  /** The service itself, for what follows from earlier acts. */
  z.strictObject({ kind: z.literal('service'), id: z.enum(['linewright', 'sandbox']) }),
]);
export type Actor = z.infer<typeof Actor>;

/** The service acting by itself. */
export const theService: Actor = { kind: 'service', id: 'linewright' };

/** The service in the place of people, in sandboxes and nowhere else. */
export const theSandbox: Actor = { kind: 'service', id: 'sandbox' };

/** Somebody who proved who they are, with what they may do. */
export type Caller = {
  readonly actor: Actor;
  readonly name: string;
  readonly memberships: readonly Membership[];
  /** `null` for people: a session is not narrowed by scopes. */
  readonly scopes: readonly Scope[] | null;
};

/** A person or tool that proved who it is. */
export type SignedIn = {
  readonly caller: Caller;
  /** Only for a console session. */
  readonly sessionId: string | null;
  /** True for a sandbox key. */
  readonly isSandbox?: boolean;
};

/** The brands in which a caller holds at least one of the roles. */
export function brandsAs(caller: Caller, roles: readonly Role[]): string[] {
  return [...new Set(caller.memberships.filter(({ role }) => roles.includes(role)).map(({ brandId }) => brandId))];
}
