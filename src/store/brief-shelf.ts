/** Briefs as rows, and the briefs read lately: a revision never changes, and each of its cohorts asks for it. */
import { Brief, BriefRevision } from '../domain/brief.ts';
import type { Reading } from './database.ts';
import { escapeNullable } from './escape-text.ts';
import { chunks } from './insert-all.ts';
import { recent } from './parse-once.ts';
import type { BriefRow } from './tables.ts';

/** Where briefs are taken from; they are frozen and shared. */
export type BriefShelf = {
  /** Throws where there is no such revision: whoever asks has a row that names it. */
  readonly take: (db: Reading, briefId: string) => Promise<BriefRevision>;
  /** Several at once, in one query for those not at hand. The answer throws for an id that was not asked for. */
  readonly takeAll: (db: Reading, briefIds: Iterable<string>) => Promise<(briefId: string) => BriefRevision>;
};

/** A shelf that reads from the database what it does not hold. */
export function briefShelf(): BriefShelf {
  const held = recent<BriefRevision>();
  return {
    take: async (db, briefId) => {
      const known = held.get(briefId);
      if (known) return known;
      const row = await db.selectFrom('briefs').selectAll().where('id', '=', briefId).executeTakeFirstOrThrow();
      return held.keep(briefId, briefOf(row));
    },
    takeAll: async (db, briefIds) => {
      const taken = new Map<string, BriefRevision>();
      const missing: string[] = [];
      for (const id of new Set(briefIds)) {
        const known = held.get(id);
        if (known) taken.set(id, known);
        else missing.push(id);
      }
      for (const some of chunks(missing, 1_000)) {
        const rows = await db.selectFrom('briefs').selectAll().where('id', 'in', some).execute();
        for (const row of rows) taken.set(row.id, held.keep(row.id, briefOf(row)));
      }
      return (briefId) => {
        const brief = taken.get(briefId);
        if (!brief) throw new Error(`The brief ${briefId} was not taken.`);
        return brief;
      };
    },
  };
}

/** The row of a brief. */
export function briefRow({ brief, ...revision }: BriefRevision): BriefRow {
  return {
    ...revision,
    externalId: escapeNullable(brief.externalId ?? null),
    briefDocument: JSON.stringify(brief),
  };
}

const Frame = BriefRevision.omit({ brief: true });

function briefOf({ briefDocument, externalId: _, ...row }: BriefRow): BriefRevision {
  return { ...Frame.parse(row), brief: Brief.parse(JSON.parse(briefDocument)) };
}
