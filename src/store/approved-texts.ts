/** The texts a brand approved. Void and recalled lines are no model for anybody. */
import type { LineState } from '../domain/approved-line.ts';
import type { ApprovedTexts } from '../ports/approved-texts.ts';
import type { Database, Reading } from './database.ts';
import { unescapeText } from './escape-text.ts';

/** ApprovedTexts on a database. */
export function approvedTexts(database: Database): ApprovedTexts {
  return {
    newestId: async (brandId) => {
      const [newest] = await database.read((db) => newestLines(db, brandId, 1));
      return newest?.id ?? null;
    },
    recent: async (brandId, count) => {
      const lines = await database.read((db) => newestLines(db, brandId, count));
      return lines.map(({ text }) => unescapeText(text));
    },
  };
}

/** One state after the other, as the index has them: sorting both together would read every line of the brand. */
async function newestLines(db: Reading, brandId: string, count: number) {
  const lines = [];
  for (const state of ['live', 'expired'] satisfies LineState[])
    lines.push(
      ...(await db
        .selectFrom('approvedLines')
        .select(['id', 'text'])
        .where('brandId', '=', brandId)
        .where('state', '=', state)
        .orderBy('id', 'desc')
        .limit(count)
        .execute()),
    );
  return lines.sort((one, other) => (one.id < other.id ? 1 : -1)).slice(0, count);
}
