/** What HTTP asks of the library of approved lines; a part of UseCases. */
import type { LineStanding } from '../domain/approved-line.ts';
import type { LibraryChoices, LibraryEntry, LibraryFilter, LibraryRecord } from '../ports/library-store.ts';
import type { Page, PageRequest } from '../ports/page.ts';

/** How a line stands at the moment of reading. */
export type Standing = {
  readonly standing: LineStanding;
  /** Why it must not go out now. */
  readonly heldBecause: string | null;
};

export type LibraryUseCases = {
  readonly list: (filter: LibraryFilter, page: PageRequest) => Promise<Page<LibraryEntry & Standing>>;
  /** Throws `not-found`. */
  readonly read: (
    brandIds: readonly string[],
    lineId: string,
  ) => Promise<LibraryRecord & Standing & { readonly areFactsInForce: boolean }>;
  readonly choices: (brandIds: readonly string[], campaign?: string) => Promise<LibraryChoices>;
  /** By name. */
  readonly dialects: readonly { readonly id: string; readonly name: string }[];
};
