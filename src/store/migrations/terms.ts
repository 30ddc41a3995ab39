/** What the two databases spell differently in a migration. */

export type Terms = {
  /** Text sorted by its code units, whatever the locale of the database. */
  readonly text: string;
  readonly integer: string;
  /** What closes a `create table`. */
  readonly end: string;
  readonly isPostgres: boolean;
};

/** A migration: statements in order. One that was released is never changed; the next one is added. */
export type Statements = (terms: Terms) => readonly string[];

export const sqliteTerms: Terms = { text: 'text', integer: 'integer', end: ') strict', isPostgres: false };

export const postgresTerms: Terms = { text: 'text collate "C"', integer: 'bigint', end: ')', isPostgres: true };
