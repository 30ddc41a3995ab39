/** Lists campaigns, each with how far it is: a page of them in a few grouped queries, however many cohorts they have. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { CampaignOverview } from '../domain/campaign.ts';
import { openStates } from '../domain/review-states.ts';
import type { CohortState, RequestState } from '../domain/variant-request.ts';
import type { CampaignFilter } from '../ports/brief-store.ts';
import { among } from './among.ts';
import type { Reading } from './database.ts';
import { escapeText } from './escape-text.ts';
import { campaignOf } from './request-rows.ts';
import type { Tables } from './tables.ts';
import { usageByCampaign } from './usage-reads.ts';

/** Campaigns of a filter before an id, newest first. */
export function selectCampaigns(
  db: Reading,
  { brandIds, search, state }: CampaignFilter,
  before: string | null,
  limit: number,
): Promise<Tables['campaigns'][]> {
  return db
    .selectFrom('campaigns')
    .selectAll()
    .where('brandId', 'in', among(brandIds))
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .$if(search !== undefined, (query) =>
      query.where((eb) => eb.or([holds(eb, 'name', search ?? ''), holds(eb, 'externalId', search ?? '')])),
    )
    .$if(state !== undefined, (query) => query.where((eb) => isInState(eb, state ?? 'waiting')))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** What is to be said of each of these campaigns. */
export async function overviewsOf(
  db: Reading,
  rows: readonly Tables['campaigns'][],
  now: string,
): Promise<CampaignOverview[]> {
  const ids = among(rows.map(({ id }) => id));
  const requests = await db
    .selectFrom('requests')
    .select(({ fn }) => ['campaignId', fn.max('id').as('newest'), fn.countAll<number>().as('briefs')])
    .where('campaignId', 'in', ids)
    .groupBy('campaignId')
    .execute();
  const cohorts = await db
    .selectFrom('cohorts')
    .innerJoin('requests', 'requests.id', 'cohorts.requestId')
    .select(({ fn }) => [
      'requests.campaignId',
      'cohorts.state',
      fn.countAll<number>().as('number'),
      fn.min('requests.needBy').as('needBy'),
      fn.min('cohorts.sendAt').filterWhere('cohorts.sendAt', '>=', now).as('sendAt'),
    ])
    .where('requests.campaignId', 'in', ids)
    .groupBy(['requests.campaignId', 'cohorts.state'])
    .execute();
  const waiting = await db
    .selectFrom('reviewItems')
    .innerJoin('requests', 'requests.id', 'reviewItems.requestId')
    .select(({ fn }) => ['requests.campaignId', fn.countAll<number>().as('pending')])
    .where('requests.campaignId', 'in', ids)
    .where('reviewItems.state', 'in', openStates)
    .groupBy('requests.campaignId')
    .execute();
  const usageOf = await usageByCampaign(db, ids);
  return rows.map((row) => {
    const request = requests.find(({ campaignId }) => campaignId === row.id);
    const states = cohorts.filter(({ campaignId }) => campaignId === row.id);
    return {
      campaign: campaignOf(row),
      briefs: request?.briefs ?? 0,
      requestId: request?.newest ?? '',
      cohorts: Object.fromEntries(states.map(({ state, number }) => [state, number])),
      pending: waiting.find(({ campaignId }) => campaignId === row.id)?.pending ?? 0,
      usage: usageOf(row.id),
      needBy: earliest(states.filter(({ state }) => !isOver(state)).map(({ needBy }) => needBy)),
      sendAt: earliest(states.filter(({ state }) => state !== 'cancelled').map(({ sendAt }) => sendAt)),
    };
  });
}

/** Both sides are folded by the database itself, whose idea of letters is its own. */
function holds(eb: ExpressionBuilder<Tables, 'campaigns'>, column: 'name' | 'externalId', search: string) {
  const pattern = `%${escapeText(search).replaceAll(/[%_!]/g, '!$&')}%`;
  return sql<boolean>`lower(${eb.ref(column)}) like lower(${pattern}) escape '!'`;
}

/** What `requestState` reads off cohorts, as a condition: by which states there are among them, and which not. */
const signs: Readonly<
  Record<RequestState, { readonly some: readonly CohortState[]; readonly none: readonly CohortState[] }>
> = {
  waiting: { some: ['waiting'], none: ['drafting', 'in-review', 'ready', 'exhausted', 'failed'] },
  drafting: { some: ['waiting', 'drafting'], none: [] },
  'in-review': { some: ['in-review'], none: ['waiting', 'drafting'] },
  ready: { some: ['ready'], none: ['waiting', 'drafting', 'in-review', 'exhausted', 'failed'] },
  incomplete: { some: ['exhausted', 'failed'], none: ['waiting', 'drafting', 'in-review'] },
  cancelled: { some: ['cancelled'], none: ['waiting', 'drafting', 'in-review', 'ready', 'exhausted', 'failed'] },
};

function isInState(eb: ExpressionBuilder<Tables, 'campaigns'>, state: RequestState) {
  const has = (states: readonly CohortState[]) =>
    eb.exists(
      eb
        .selectFrom('cohorts')
        .innerJoin('requests', 'requests.id', 'cohorts.requestId')
        .select('cohorts.id')
        .whereRef('requests.campaignId', '=', 'campaigns.id')
        .where('cohorts.state', 'in', states),
    );
  const { some, none } = signs[state];
  // Some are under way, and not all of them wait.
  if (state === 'drafting') return eb.and([has(some), has(signs.waiting.none)]);
  return eb.and([has(some), eb.not(has(none))]);
}

function isOver(state: string): boolean {
  return state === 'ready' || state === 'cancelled';
}

function earliest(instants: readonly (string | null)[]): string | null {
  return instants.filter((instant) => instant !== null).sort()[0] ?? null;
}
