/** What campaign tools say they did, and what came of it. */

import type { LineCase } from '../ports/line-case.ts';
import type { OutcomeStore } from '../ports/outcome-store.ts';
import { keepAcknowledgements, readAcknowledgements } from './acknowledgement-rows.ts';
import { among } from './among.ts';
import { type HeldChains, holdChains } from './audit-chain.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Database, Writing } from './database.ts';
import { escapeText } from './escape-text.ts';
import { lineCases, selectLineCases } from './line-cases.ts';
import { keepOutcomes, outcomeOf } from './outcome-rows.ts';

/** The OutcomeStore on a database. */
export function outcomeStore(database: Database, shelf: BriefShelf): OutcomeStore {
  return {
    acknowledge: ({ judge, eventFor, ...which }) =>
      database.write(async (trx) => {
        const { chains, lines } = await heldLines(trx, shelf, which);
        const { all, fresh } = await keepAcknowledgements(trx, judge(lines));
        await chains.append(fresh.map(eventFor));
        return all;
      }),
    report: ({ judge, eventFor, ...which }) =>
      database.write(async (trx) => {
        const { chains, lines } = await heldLines(trx, shelf, which);
        const { inForce, fresh } = await keepOutcomes(trx, judge(lines));
        const byBrand = Map.groupBy(fresh, ({ brandId }) => brandId);
        await chains.append([...byBrand].map(([brandId, kept]) => eventFor(brandId, kept)));
        return inForce;
      }),
    acknowledgements: ({ brandIds, lineId, send }, { limit, cursor }) =>
      database.read(async (db) => {
        const after = afterOf('acknowledgements', cursor);
        const rows = await db
          .selectFrom('acknowledgements')
          .selectAll()
          .where('brandId', 'in', among(brandIds))
          .$if(lineId !== undefined, (some) => some.where('lineId', '=', lineId ?? ''))
          .$if(send !== undefined, (some) => some.where('sendExternalId', '=', escapeText(send ?? '')))
          .$if(after !== null, (some) => some.where('id', '<', after))
          .orderBy('id', 'desc')
          .limit(limit + 1)
          .execute();
        return pageOf('acknowledgements', rows.map(readAcknowledgements), limit, ({ id }) => id);
      }),
    outcomes: ({ brandIds, lineId, send, isWithHistory }, { limit, cursor }) =>
      database.read(async (db) => {
        const after = afterOf('outcomes', cursor);
        const rows = await db
          .selectFrom('outcomes')
          .selectAll()
          .where('brandId', 'in', among(brandIds))
          .$if(!isWithHistory, (some) => some.where('replacedAt', 'is', null))
          .$if(lineId !== undefined, (some) => some.where('lineId', '=', lineId ?? ''))
          .$if(send !== undefined, (some) => some.where('sendExternalId', '=', escapeText(send ?? '')))
          .$if(after !== null, (some) => some.where('id', '<', after))
          .orderBy('id', 'desc')
          .limit(limit + 1)
          .execute();
        return pageOf('outcomes', rows.map(outcomeOf), limit, ({ id }) => id);
      }),
  };
}

/** Lines as they are under the held chains of their brands: nothing happens to them until the transaction ends. */
async function heldLines(
  trx: Writing,
  shelf: BriefShelf,
  { brandIds, lineIds }: { readonly brandIds: readonly string[]; readonly lineIds: readonly string[] },
): Promise<{ readonly chains: HeldChains; readonly lines: readonly LineCase[] }> {
  const asked = among([...new Set(lineIds)]);
  const owners = await trx
    .selectFrom('approvedLines')
    .select('brandId')
    .distinct()
    .where('id', 'in', asked)
    .where('brandId', 'in', among(brandIds))
    .execute();
  const chains = await holdChains(
    trx,
    owners.map(({ brandId }) => brandId),
  );
  const rows = await selectLineCases(trx)
    .where('approvedLines.id', 'in', asked)
    .where('approvedLines.brandId', 'in', among(brandIds))
    .execute();
  return { chains, lines: await lineCases(trx, shelf, rows) };
}
