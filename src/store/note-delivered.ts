/** Notes which client got which lines, and says so in the audit log the first time. */
import type { DeliveryStore } from '../ports/delivery-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import type { Database, Reading } from './database.ts';
import { chunks } from './insert-all.ts';

type Delivery = Parameters<DeliveryStore['noteDelivered']>[0];
type Line = Delivery['lines'][number];

/**
 * Looks first: a client that polls gets mostly lines it knows, and then nothing is written or locked. What was noted
 * once stays noted, so what this process saw lately is not looked up again.
 */
export function notingDelivered(database: Database): DeliveryStore['noteDelivered'] {
  const known = new Set<string>();
  return async (act) => {
    const nameOf = ({ lineId }: Line) => `${act.clientId} ${lineId}`;
    const unknown = act.lines.filter((line) => !known.has(nameOf(line)));
    for (const lines of chunks(unknown, 1_000)) {
      const fresh = await database.read((db) => newTo(db, act.clientId, lines));
      if (fresh.length > 0) await note(database, act, fresh);
      if (known.size > mostKnown) known.clear();
      for (const line of lines) known.add(nameOf(line));
    }
  };
}

/** Some ten megabytes of names. */
const mostKnown = 100_000;

/** The lines this client did not get yet; a line that is not of the brand it comes with is left out. */
async function newTo(db: Reading, clientId: string, lines: readonly Line[]): Promise<Line[]> {
  const rows = await db
    .selectFrom('approvedLines as line')
    .leftJoin('deliveries', (join) =>
      join.onRef('deliveries.lineId', '=', 'line.id').on('deliveries.clientId', '=', clientId),
    )
    .select(['line.id', 'line.brandId'])
    .where('line.id', 'in', among(lines.map(({ lineId }) => lineId)))
    .where('deliveries.lineId', 'is', null)
    .execute();
  const brandOfNew = new Map(rows.map(({ id, brandId }) => [id, brandId]));
  return lines.filter(({ lineId, brandId }) => brandOfNew.get(lineId) === brandId);
}

async function note(database: Database, act: Delivery, lines: readonly Line[]): Promise<void> {
  await database.write(async (trx) => {
    const chains = await holdChains(
      trx,
      lines.map(({ brandId }) => brandId),
    );
    const noted = await trx
      .insertInto('deliveries')
      .values(lines.map((line) => ({ ...line, clientId: act.clientId, deliveredAt: act.at })))
      .onConflict((conflict) => conflict.columns(['lineId', 'clientId']).doNothing())
      .returning(['lineId', 'brandId'])
      .execute();
    await chains.append(noted.map(({ lineId, brandId }) => act.eventFor({ lineId, brandId })));
  });
}
