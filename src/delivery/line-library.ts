/** The library of approved lines: looked up by people, each line with how it stands at the moment of reading. */
import { type LineStanding, standingOf } from '../domain/approved-line.ts';
import { cohortFactsHash } from '../domain/facts.ts';
import type { Instant } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import { dialects } from '../guardrails/text/merge-tags/dialects.ts';
import type {
  LibraryChoices,
  LibraryEntry,
  LibraryFilter,
  LibraryRecord,
  LibraryStore,
} from '../ports/library-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import { holding } from './holding.ts';

/** How a line stands, and why it must not go out now; `null` where it may. */
type Standing = { readonly standing: LineStanding; readonly heldBecause: string | null };
export type StandingEntry = LibraryEntry & Standing;
export type StandingRecord = LibraryRecord &
  Standing & {
    /** Whether the brief still says what the line was approved under. */
    readonly areFactsInForce: boolean;
  };

/** Reads the library. Nothing is written: a person who looks at a line uses none. */
export function lineLibrary({ store, moment }: { readonly store: LibraryStore; readonly moment: Moment }) {
  return {
    async list(filter: LibraryFilter, page: PageRequest): Promise<Page<StandingEntry>> {
      const now = moment.now();
      const { data, nextCursor } = await store.entries(filter, { ...page, now });
      return { data: data.map((entry) => ({ ...entry, ...standing(entry, now) })), nextCursor };
    },

    /** Throws `not-found`. */
    async read(brandIds: readonly string[], lineId: string): Promise<StandingRecord> {
      const record = await store.record(brandIds, lineId);
      if (!record) throw new Problem('not-found', `There is no approved line ${lineId}.`);
      const { line, brief, cohortExternalId } = record.line;
      const areFactsInForce = line.factsHash === cohortFactsHash(brief.brief, cohortExternalId);
      return { ...record, ...standing(record, moment.now()), areFactsInForce };
    },

    choices: (brandIds: readonly string[], campaign?: string): Promise<LibraryChoices> =>
      store.choices(brandIds, campaign),

    /** The dialects lines can be had in, by name. */
    dialects: dialects
      .map(({ id, name }) => ({ id, name }))
      .sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1)),
  };
}

function standing({ line }: LibraryEntry, now: Instant): Standing {
  return { standing: standingOf(line.line, now), heldBecause: holding(now)(line) };
}
