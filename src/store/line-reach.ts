/** How far lines got, added up by the database. */
import type { LineReach } from '../domain/line-reach.ts';
import { among } from './among.ts';
import type { Reading } from './database.ts';

const nowhere: LineReach = {
  tools: 0,
  firstFetchedAt: null,
  sends: 0,
  lastUsedAt: null,
  readers: null,
  opens: null,
  clicks: null,
};

/** The reach of each of some lines, in three grouped queries however many there are. */
export async function lineReach(db: Reading, lineIds: readonly string[]): Promise<(lineId: string) => LineReach> {
  const ids = among(lineIds);
  const fetched = await db
    .selectFrom('deliveries')
    .select(({ fn }) => ['lineId', fn.countAll<number>().as('tools'), fn.min('deliveredAt').as('firstFetchedAt')])
    .where('lineId', 'in', ids)
    .groupBy('lineId')
    .execute();
  const used = await db
    .selectFrom('acknowledgements')
    .select(({ fn }) => [
      'lineId',
      fn.count<number>('sendExternalId').distinct().as('sends'),
      fn.max('usedAt').as('lastUsedAt'),
    ])
    .where('lineId', 'in', ids)
    .groupBy('lineId')
    .execute();
  const told = await db
    .selectFrom('outcomes')
    .select((eb) => [
      'lineId',
      eb.cast<number | null>(eb.fn.sum('sends'), 'bigint').as('readers'),
      eb.cast<number | null>(eb.fn.sum('opens'), 'bigint').as('opens'),
      eb.cast<number | null>(eb.fn.sum('clicks'), 'bigint').as('clicks'),
    ])
    .where('lineId', 'in', ids)
    .where('replacedAt', 'is', null)
    .groupBy('lineId')
    .execute();
  const byLine = new Map<string, LineReach>();
  for (const { lineId, ...part } of [...fetched, ...used, ...told])
    byLine.set(lineId, { ...(byLine.get(lineId) ?? nowhere), ...part });
  return (lineId) => byLine.get(lineId) ?? nowhere;
}
