/** A key of a campaign tool: how long it lives, and how another takes its place without a gap. */
import * as z from 'zod';
import { Scope } from './access.ts';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';
import { Problem } from './problem.ts';

/** The longest a key may live: a year, and a month to replace it in. */
export const longestKeyDays = 400;

/** The longest a key may go on beside the one that replaced it. */
export const longestOverlapDays = 30;

/** Only the key's hash is kept; the key is shown once. */
export const ApiKey = z.strictObject({
  id: z.string(),
  clientId: z.string(),
  hash: z.string(),
  /** The first characters, to tell keys apart on a screen. */
  hint: z.string(),
  scopes: z.array(Scope),
  /** The brands of its client that it reaches; `null` for all of them, those of tomorrow too. */
  brandIds: z.array(BrandId).nullable(),
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  /** To the minute; `null` where it was never used. */
  lastUsedAt: Instant.nullable(),
  /** The key that took its place. */
  replacedBy: z.string().nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** What a key is good for at an instant. */
export type KeyState = 'active' | 'expired' | 'revoked';

/** A key that is known and no good any more. Whoever holds all of it may know why; nobody can guess one. */
export type RefusedKey = { readonly refused: Exclude<KeyState, 'active'>; readonly at: Instant };

/** The state of a key. */
export function keyState(key: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: Instant): KeyState {
  if (key.revokedAt !== null) return 'revoked';
  return key.expiresAt <= now ? 'expired' : 'active';
}

/**
 * A key whose place another takes: it lives on until `overlapUntil`, or its own end where that is sooner.
 * Throws `key-over` for a key that is over, and `key-replaced` where two keys would become three: this one was
 * replaced already, or the one before it still lives.
 */
export function replaced(
  key: ApiKey,
  before: ApiKey | null,
  by: { readonly keyId: string; readonly now: Instant; readonly overlapUntil: Instant },
): ApiKey {
  const state = keyState(key, by.now);
  if (state !== 'active') throw new Problem('key-over', `The key ${key.id} is ${state}. Make a new one instead.`);
  if (key.replacedBy !== null)
    throw new Problem('key-replaced', `The key ${key.id} was replaced by ${key.replacedBy} already. Rotate that one.`);
  if (before && keyState(before, by.now) === 'active')
    throw new Problem(
      'key-replaced',
      `The key before this one, ${before.id}, lives until ${before.expiresAt}. Wait for that, or revoke it first.`,
    );
  const expiresAt = by.overlapUntil < key.expiresAt ? by.overlapUntil : key.expiresAt;
  return { ...key, expiresAt, replacedBy: by.keyId };
}
