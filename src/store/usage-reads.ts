/** What model calls used, added up by the database. */

import type { ExpressionBuilder } from 'kysely';
import { addUsages, noUsage, type Usage } from '../domain/usage.ts';
import type { Spender, Spent } from '../ports/generation-store.ts';
import type { Reading } from './database.ts';
import type { Tables } from './tables.ts';

/** Usage by cohort of a request, in one grouped query; a cohort without calls used nothing. */
export function usageByCohort(db: Reading, requestId: string): Promise<(cohortId: string) => Usage> {
  return usageBy(db, 'replies.cohortId', 'requests.id', [requestId]);
}

/** Usage by campaign, in one grouped query; `campaignIds` holds at least one. */
export function usageByCampaign(db: Reading, campaignIds: readonly string[]): Promise<(campaignId: string) => Usage> {
  return usageBy(db, 'requests.campaignId', 'requests.campaignId', campaignIds);
}

async function usageBy(
  db: Reading,
  whose: 'replies.cohortId' | 'requests.campaignId',
  within: 'requests.id' | 'requests.campaignId',
  ids: readonly string[],
): Promise<(id: string) => Usage> {
  const rows = await db
    .selectFrom('replies')
    .innerJoin('requests', 'requests.id', 'replies.requestId')
    .select((eb) => [eb.ref(whose).as('whose'), ...sums(eb)])
    .where(within, 'in', ids)
    .where('writer', '=', 'model')
    .groupBy([whose, 'currency'])
    .execute();
  const usages = new Map<string, Usage[]>();
  for (const { whose: id, ...row } of rows) usages.set(id, [...(usages.get(id) ?? []), usageOf(row)]);
  return (id) => addUsages(usages.get(id) ?? [noUsage]);
}

function sums(eb: ExpressionBuilder<Tables, 'replies'>) {
  return [
    'replies.currency',
    eb.fn.countAll<number>().as('calls'),
    eb.fn.count<number>('costMicros').as('priced'),
    eb.cast<number>(eb.fn.coalesce(eb.fn.sum('inputTokens'), eb.lit(0)), 'bigint').as('inputTokens'),
    eb.cast<number>(eb.fn.coalesce(eb.fn.sum('cachedInputTokens'), eb.lit(0)), 'bigint').as('cachedInputTokens'),
    eb.cast<number>(eb.fn.coalesce(eb.fn.sum('outputTokens'), eb.lit(0)), 'bigint').as('outputTokens'),
    eb.cast<number>(eb.fn.coalesce(eb.fn.sum('costMicros'), eb.lit(0)), 'bigint').as('costMicros'),
  ] as const;
}

/** A sum in which one call has no price has none. */
function usageOf({
  priced,
  ...row
}: Omit<Usage, 'costMicros'> & { readonly costMicros: number; readonly priced: number }): Usage {
  const isPriced = priced === row.calls;
  return { ...row, costMicros: isPriced ? row.costMicros : null, currency: isPriced ? row.currency : null };
}

/** What counts towards a cap. */
export async function spentBy(db: Reading, spender: Spender, currency: string | null): Promise<Spent> {
  return db
    .selectFrom('replies')
    .select((eb) => [
      eb.cast<number>(eb.fn.coalesce(eb.fn.sum('spentTokens'), eb.lit(0)), 'bigint').as('tokens'),
      eb
        .cast<number>(
          eb.fn.coalesce(eb.fn.sum('spentMicros').filterWhere('currency', '=', currency ?? ''), eb.lit(0)),
          'bigint',
        )
        .as('micros'),
    ])
    .where('brandId', '=', spender.brandId)
    .$if('requestId' in spender, (query) =>
      query.where('requestId', '=', 'requestId' in spender ? spender.requestId : ''),
    )
    .$if('since' in spender, (query) => query.where('receivedAt', '>=', 'since' in spender ? spender.since : ''))
    .executeTakeFirstOrThrow();
}
