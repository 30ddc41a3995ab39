/** Reads DATABASE_URL. */

/** Which database, and where. */
export type DatabasePlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/**
 * `sqlite:` with a path (relative to the working folder) or `:memory:`, or `postgres://…`.
 * Throws where it is neither; the message does not repeat the address, which may hold a password.
 */
export function databasePlace(databaseUrl: string): DatabasePlace {
  if (/^postgres(?:ql)?:\/\//.test(databaseUrl)) return { kind: 'postgres', url: databaseUrl };
  const file = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(databaseUrl)?.[1];
  if (file) return { kind: 'sqlite', file };
  throw new Error(
    'DATABASE_URL names no database Linewright knows. Write sqlite:./var/linewright.db or postgres://user@host/name.',
  );
}
