/** The overrides of blocks, on a database. */
import { sql } from 'kysely';
import type { BlockedText, OverrideCase, OverrideStore } from '../ports/override-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { readCandidates } from './candidate-reads.ts';
import { insertCandidates } from './candidate-rows.ts';
import { readCohortCase } from './cohort-case.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Database, Reading } from './database.ts';
import { lockCohort, saveCohort } from './drafting-acts.ts';
import { escapeNullable, escapeText } from './escape-text.ts';
import { overrideOf, overrideRow } from './override-rows.ts';
import type { OverrideRow } from './override-table.ts';
import { requestFrames } from './request-frame.ts';
import { cohortOf } from './request-rows.ts';
import { itemRow } from './review-rows.ts';

/** The OverrideStore on a database. */
export function overrideStore(database: Database, shelf: BriefShelf): OverrideStore {
  return {
    list: ({ brandIds, state }, { limit, cursor }) =>
      database.snapshot(async (db) => {
        const after = afterOf('overrides', cursor);
        const rows = await db
          .selectFrom('overrides')
          .selectAll()
          .where('brandId', 'in', among(brandIds))
          .$if(state !== undefined, (some) => some.where('state', '=', state ?? ''))
          .$if(after !== null, (some) => some.where('id', '<', after))
          .orderBy('id', 'desc')
          .limit(limit + 1)
          .execute();
        return pageOf('overrides', await casesOf(db, shelf, rows), limit, ({ override }) => override.id);
      }),
    read: (brandIds, overrideId) =>
      database.snapshot(async (db) => {
        const row = await find(db, brandIds, overrideId);
        return row ? ((await casesOf(db, shelf, [row]))[0] ?? null) : null;
      }),
    ask: (brandIds, text, seenSince, judge) =>
      database.write(async (trx) => {
        const place = await placeOf(trx, brandIds, text);
        if (!place) return null;
        const chains = await holdChains(trx, [place.brandId]);
        const cohort = await lockCohort(trx, place.brandId, place.cohortId);
        if (!cohort) return null;
        const rows = await trx
          .selectFrom('candidates')
          .selectAll()
          .where('cohortId', '=', place.cohortId)
          .$if('candidateId' in text, (some) => some.where('id', '=', place.candidateId))
          .$if('itemId' in text, (some) => some.where('text', '=', escapeText(textIn(text).text)))
          .orderBy('id')
          .execute();
        const { preheader } = textIn(text);
        const candidates = await readCandidates(trx, rows);
        const candidate = candidates.find((each) => 'candidateId' in text || each.preheader === preheader) ?? null;
        const standing = await trx
          .selectFrom('overrides')
          .selectAll()
          .where('candidateId', '=', candidate?.id ?? '')
          .where('state', '<>', sql.lit('refused'))
          .executeTakeFirst();
        const item = await trx
          .selectFrom('reviewItems')
          .select('id')
          .where('candidateId', '=', candidate?.id ?? '')
          .executeTakeFirst();
        const asked = judge({
          ...(await readCohortCase(trx, shelf, cohort, { text: candidate?.text ?? textIn(text).text, seenSince })),
          candidate,
          editedFrom: 'itemId' in text ? place.candidateId : null,
          isInReview: item !== undefined,
          standing: standing ? overrideOf(standing) : null,
        });
        if (asked.candidate) await insertCandidates(trx, [asked.candidate]);
        await trx.insertInto('overrides').values(overrideRow(asked.override)).execute();
        await chains.append(asked.events);
        return asked;
      }),
    answer: (brandIds, overrideId, seenSince, judge) =>
      database.write(async (trx) => {
        const found = await find(trx, brandIds, overrideId);
        if (!found) return null;
        const chains = await holdChains(trx, [found.brandId]);
        const row = (await find(trx, brandIds, overrideId)) ?? found;
        const cohort = await lockCohort(trx, row.brandId, row.cohortId);
        const [candidate] = await readCandidates(
          trx,
          await trx.selectFrom('candidates').selectAll().where('id', '=', row.candidateId).execute(),
        );
        if (!cohort || !candidate) throw new Error(`The override ${overrideId} lacks its cohort or its candidate.`);
        const cohortCase = await readCohortCase(trx, shelf, cohort, { text: candidate.text, seenSince });
        const answered = judge({ ...cohortCase, override: overrideOf(row), candidate });
        await trx.updateTable('overrides').set(overrideRow(answered.override)).where('id', '=', row.id).execute();
        if (answered.item) await trx.insertInto('reviewItems').values(itemRow(answered.item)).execute();
        await saveCohort(trx, { ...answered.cohort, id: cohort.id, reason: escapeNullable(answered.cohort.reason) });
        await chains.append(answered.events);
        return answered;
      }),
  };
}

function find(db: Reading, brandIds: readonly string[], overrideId: string): Promise<OverrideRow | undefined> {
  return db
    .selectFrom('overrides')
    .selectAll()
    .where('id', '=', overrideId)
    .where('brandId', 'in', among(brandIds))
    .executeTakeFirst();
}

function textIn(text: BlockedText): { readonly text: string; readonly preheader: string | null } {
  return 'itemId' in text ? text : { text: '', preheader: null };
}

/** Where a text belongs: by its own candidate, or by the line in review it was written in the place of. */
async function placeOf(db: Reading, brandIds: readonly string[], text: BlockedText) {
  if ('candidateId' in text)
    return db
      .selectFrom('candidates')
      .select(['brandId', 'cohortId', 'id as candidateId'])
      .where('id', '=', text.candidateId)
      .where('brandId', 'in', among(brandIds))
      .executeTakeFirst();
  return db
    .selectFrom('reviewItems')
    .select(['brandId', 'cohortId', 'candidateId'])
    .where('id', '=', text.itemId)
    .where('brandId', 'in', among(brandIds))
    .executeTakeFirst();
}

async function casesOf(db: Reading, shelf: BriefShelf, rows: readonly OverrideRow[]): Promise<OverrideCase[]> {
  const candidates = await db
    .selectFrom('candidates')
    .selectAll()
    .where('id', 'in', among(rows.map(({ candidateId }) => candidateId)))
    .execute();
  const cohorts = await db
    .selectFrom('cohorts')
    .selectAll()
    .where('id', 'in', among(rows.map(({ cohortId }) => cohortId)))
    .execute();
  const frameOf = await requestFrames(
    db,
    shelf,
    rows.map(({ requestId }) => requestId),
  );
  const candidateById = new Map((await readCandidates(db, candidates)).map((candidate) => [candidate.id, candidate]));
  const cohortById = new Map(cohorts.map((row) => [row.id, cohortOf(row)]));
  return rows.flatMap((row) => {
    const [candidate, cohort] = [candidateById.get(row.candidateId), cohortById.get(row.cohortId)];
    const { campaign } = frameOf(row.requestId);
    return candidate && cohort ? [{ override: overrideOf(row), candidate, cohort, campaign }] : [];
  });
}
