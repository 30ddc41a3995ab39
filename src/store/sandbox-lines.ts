/** Finds lines of sandboxes by the name of their cohort. */
import type { LineStore } from '../ports/line-store.ts';
import type { Reading } from './database.ts';

/** See the port. A cohort's first line is the one in its lowest place. */
export async function sandboxLines(
  db: Reading,
  { ending, approvedBefore, limit }: Parameters<LineStore['sandboxLines']>[0],
): ReturnType<LineStore['sandboxLines']> {
  const rows = await db
    .selectFrom('approvedLines as line')
    .innerJoin('brands', 'brands.id', 'line.brandId')
    .select(['line.id', 'line.brandId', 'line.cohortId'])
    .where('brands.sandboxOf', 'is not', null)
    .where('line.state', '=', 'live')
    .where('line.cohortExternalId', 'like', `%${ending}`)
    .where('line.approvedAt', '<=', approvedBefore)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('approvedLines as other')
            .select('other.id')
            .whereRef('other.cohortId', '=', 'line.cohortId')
            .where('other.state', '=', 'recalled'),
        ),
      ),
    )
    .orderBy('line.cohortId')
    .orderBy('line.place')
    .limit(limit)
    .execute();
  const first = rows.filter(({ cohortId }, at) => rows[at - 1]?.cohortId !== cohortId);
  return first.map(({ id, brandId }) => ({ brandId, lineId: id }));
}
