/** Secrets: made of random bytes, shown once, kept as a hash. */
import { hash } from 'node:crypto';

/** What stands before each kind of secret, so that scanners and people recognise one. */
export const secretPrefix = {
  key: 'lw_key_',
  sandboxKey: 'lw_test_',
  link: 'lw_link_',
  session: 'lw_session_',
} as const;

/** A new secret of 256 random bits. */
export function newSecret(kind: keyof typeof secretPrefix, randomHex: (bytes: number) => string): string {
  return secretPrefix[kind] + randomHex(32);
}

/**
 * What is kept of a secret. A plain hash is enough: 256 random bits cannot be guessed, so nothing slow is needed
 * (passwords, which people choose, are another matter: see password.ts).
 */
export function secretHash(secret: string): string {
  return hash('sha256', secret);
}
