/** The tables of people and their sessions, as Kysely sees them; see tables.ts. */

/** See domain/access.ts and domain/person.ts. */
export type UserRow = {
  id: string;
  name: string;
  email: string;
  /** What two spellings of the address have in common. */
  emailKey: string;
  createdAt: string;
  disabledAt: string | null;
  lastSeenAt: string | null;
};

/** See domain/access.ts. */
export type SessionRow = {
  id: string;
  userId: string;
  kind: string;
  hash: string;
  openedBy: string | null;
  browser: string | null;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
};
