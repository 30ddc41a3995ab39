/** Comments on lines in review. */
import { LineComment } from '../domain/line-comment.ts';
import type { LineActsStore } from '../ports/line-acts-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import type { Database, Reading } from './database.ts';
import { escapeText, unescapeText } from './escape-text.ts';
import { itemOf } from './review-rows.ts';
import type { Tables } from './tables.ts';

/** Those on a line, oldest first. */
export async function commentsOfItem(db: Reading, itemId: string): Promise<LineComment[]> {
  const rows = await db.selectFrom('lineComments').selectAll().where('itemId', '=', itemId).orderBy('id').execute();
  return rows.map(commentOf);
}

/** Those of a cohort, oldest first; `null` where there is no such cohort. */
export function commentsOfCohort(
  database: Database,
  brandIds: readonly string[],
  cohortId: string,
): Promise<readonly LineComment[] | null> {
  return database.snapshot(async (db) => {
    const cohort = await db
      .selectFrom('cohorts')
      .select('id')
      .where('id', '=', cohortId)
      .where('brandId', 'in', among(brandIds))
      .executeTakeFirst();
    if (!cohort) return null;
    const rows = await db
      .selectFrom('lineComments')
      .selectAll()
      .where('itemId', 'in', (eb) => eb.selectFrom('reviewItems').select('id').where('cohortId', '=', cohortId))
      .orderBy('id')
      .execute();
    return rows.map(commentOf);
  });
}

/** `null` where there is no such line. */
export function commentOnLine(
  database: Database,
  { brandIds, itemId }: Parameters<LineActsStore['comment']>[0],
  say: Parameters<LineActsStore['comment']>[1],
): Promise<LineComment | null> {
  return database.write(async (trx) => {
    const row = await trx
      .selectFrom('reviewItems')
      .selectAll()
      .where('id', '=', itemId)
      .where('brandId', 'in', among(brandIds))
      .executeTakeFirst();
    if (!row) return null;
    const chains = await holdChains(trx, [row.brandId]);
    const { comment, event } = say(itemOf(row));
    await trx
      .insertInto('lineComments')
      .values({ ...comment, comment: escapeText(comment.comment) })
      .execute();
    await chains.append([event]);
    return comment;
  });
}

function commentOf(row: Tables['lineComments']): LineComment {
  return LineComment.parse({ ...row, comment: unescapeText(row.comment) });
}
