/** What generate/ asks of the Store. */
import type { GenerationStore } from '../ports/generation-store.ts';
import { acceptRequest } from './accept-request.ts';
import { among } from './among.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { cancel } from './cancel.ts';
import { readCandidates } from './candidate-reads.ts';
import { replyOf } from './candidate-rows.ts';
import { cohortCounts, countsOfCohort } from './cohort-counts.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Database } from './database.ts';
import { draftingActs } from './drafting-acts.ts';
import { pausesOf } from './pause-store.ts';
import { selectReplies } from './reply-reads.ts';
import { requestFrame } from './request-frame.ts';
import { cohortOf, requestOf } from './request-rows.ts';
import { noteOfRun } from './run-notes.ts';
import { spentBy, usageByCohort } from './usage-reads.ts';

/** The GenerationStore on a database. */
export function generationStore(database: Database, shelf: BriefShelf): GenerationStore {
  return {
    ...draftingActs(database),
    acceptRequest: (accepted) => acceptRequest(database, shelf, accepted),
    cancel: (act) => cancel(database, act),
    cohortWork: (cohortId) =>
      database.snapshot(async (db) => {
        const row = await db.selectFrom('cohorts').selectAll().where('id', '=', cohortId).executeTakeFirst();
        if (!row) return null;
        const replies = await selectReplies(db)
          .where('replies.cohortId', '=', cohortId)
          .where('replies.run', '=', row.run)
          .orderBy('replies.id')
          .execute();
        const candidates = await db
          .selectFrom('candidates')
          .selectAll()
          .where('cohortId', '=', cohortId)
          .orderBy('id')
          .execute();
        return {
          ...(await requestFrame(db, shelf, row.requestId)),
          cohort: cohortOf(row),
          replies: replies.map((reply) => ({ reply: replyOf(reply), isKept: reply.isKept === 1 })),
          candidates: await readCandidates(db, candidates),
          counts: await countsOfCohort(db, cohortId),
          note: await noteOfRun(db, cohortId, row.run),
        };
      }),
    spent: (of, currency) => database.read((db) => spentBy(db, of, currency)),
    requestProgress: (brandIds, requestId) =>
      database.snapshot(async (db) => {
        const rows = await db
          .selectFrom('cohorts')
          .selectAll()
          .where('requestId', '=', requestId)
          .where('brandId', 'in', among(brandIds))
          .orderBy('position')
          .execute();
        if (rows.length === 0) return null;
        const countsOf = await cohortCounts(db, { requestId });
        const usageOf = await usageByCohort(db, requestId);
        const frame = await requestFrame(db, shelf, requestId);
        return {
          ...frame,
          pause: (await pausesOf(db, [frame.request.brandId]))[0] ?? null,
          cohorts: rows.map((row) => ({ cohort: cohortOf(row), counts: countsOf(row.id), usage: usageOf(row.id) })),
        };
      }),
    requests: (brandIds, { limit, cursor }) =>
      database.read(async (db) => {
        const after = afterOf('requests', cursor);
        const rows = await db
          .selectFrom('requests')
          .selectAll()
          .where('brandId', 'in', among(brandIds))
          .$if(after !== null, (query) => query.where('id', '<', after))
          .orderBy('id', 'desc')
          .limit(limit + 1)
          .execute();
        return pageOf('requests', rows.map(requestOf), limit, ({ id }) => id);
      }),
    cohort: (brandIds, cohortId) =>
      database.read(async (db) => {
        const row = await db
          .selectFrom('cohorts')
          .selectAll()
          .where('id', '=', cohortId)
          .where('brandId', 'in', among(brandIds))
          .executeTakeFirst();
        return row ? cohortOf(row) : null;
      }),
  };
}
