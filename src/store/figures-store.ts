/** What people and writers did, in numbers: added up from days where there are many, counted where there are few. */
import * as z from 'zod';
import type { AnsweredFigures, Figures, TimedDecision } from '../domain/figures.ts';
import type { CountedFigures, FiguresAsked, FiguresStore } from '../ports/figures-store.ts';
import { among } from './among.ts';
import type { Database, Reading } from './database.ts';
import { sumDays } from './figure-days.ts';

const Rules = z.array(z.string());

/** Decisions whose times are looked at; more would say the same. */
const mostTimed = 5_000;

/** The FiguresStore on a database. */
export function figuresStore(database: Database): FiguresStore {
  return {
    figures: (asked) =>
      // Not one state of the database: a count that is a moment older than another does no harm, a long lock would.
      database.read(async (db): Promise<CountedFigures> => {
        return {
          ...(await sumDays(db, asked)),
          overrides: await overridesSince(db, asked),
          fourEyes: await firstApprovalsSince(db, asked),
          timed: await timedDecisions(db, asked),
          chains: await chainsOf(db, asked),
        };
      }),
    waiting: (asked) =>
      database.read(async (db) => ({
        oldestAt: await oldestWaiting(db, asked.brandIds),
        decidedByYou: await decidedBy(db, asked),
      })),
  };
}

async function timedDecisions(db: Reading, { brandIds, fromDay }: FiguresAsked): Promise<TimedDecision[]> {
  const rows = await db
    .selectFrom('decisions')
    .select(['decidedBy', 'decidedAt', 'kind'])
    .where('brandId', 'in', among(brandIds))
    .where('decidedAt', '>=', fromDay)
    .where('undoneAt', 'is', null)
    .where('isFirstOfTwo', '=', 0)
    .where('kind', 'in', ['approve', 'approve-edited', 'reject'])
    .orderBy('decidedAt', 'desc')
    .limit(mostTimed)
    .execute();
  return rows
    .flatMap(({ decidedBy, decidedAt, kind }) =>
      decidedBy === null ? [] : [{ decidedBy, decidedAt, isApproval: kind !== 'reject' }],
    )
    .sort((one, other) =>
      one.decidedBy === other.decidedBy
        ? one.decidedAt < other.decidedAt
          ? -1
          : 1
        : one.decidedBy < other.decidedBy
          ? -1
          : 1,
    );
}

async function overridesSince(db: Reading, { brandIds, fromDay }: FiguresAsked): Promise<Figures['overrides']> {
  const rows = await db
    .selectFrom('overrides')
    .select(({ fn }) => ['state', 'rulesDocument', fn.countAll<number>().as('count')])
    .where('brandId', 'in', among(brandIds))
    .where('askedAt', '>=', fromDay)
    .groupBy(['state', 'rulesDocument'])
    .execute();
  const counts = rows.map(({ state, rulesDocument, count }) => ({
    state,
    rules: Rules.parse(JSON.parse(rulesDocument)),
    count: Number(count),
  }));
  const rules = [...new Set(counts.flatMap((each) => each.rules))].map((rule) => ({
    rule,
    ...answered(counts.filter((each) => each.rules.includes(rule))),
  }));
  return {
    ...answered(counts),
    rules: rules.sort((one, other) => other.asked - one.asked || (one.rule < other.rule ? -1 : 1)),
  };
}

async function firstApprovalsSince(db: Reading, { brandIds, fromDay }: FiguresAsked): Promise<AnsweredFigures> {
  const rows = await db
    .selectFrom('reviewItems')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('brandId', 'in', among(brandIds))
    .where('firstApprovedAt', '>=', fromDay)
    .groupBy('state')
    .execute();
  return answered(rows.map(({ state, count }) => ({ state, count: Number(count) })));
}

/** Lines say `approved` and `rejected` of what overrides say `granted` and `refused`. */
function answered(counts: readonly { readonly state: string; readonly count: number }[]): AnsweredFigures {
  const of = (...states: readonly string[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  return {
    asked: counts.reduce((sum, { count }) => sum + count, 0),
    granted: of('granted', 'approved'),
    refused: of('refused', 'rejected'),
  };
}

async function oldestWaiting(db: Reading, brandIds: readonly string[]): Promise<string | null> {
  const oldest: string[] = [];
  for (const brandId of brandIds) {
    // Ids are sorted by birth, so the first of the index is the oldest.
    const row = await db
      .selectFrom('reviewItems')
      .select('createdAt')
      .where('brandId', '=', brandId)
      .where('state', '=', 'pending')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (row) oldest.push(row.createdAt);
  }
  return oldest.sort()[0] ?? null;
}

async function decidedBy(
  db: Reading,
  { brandIds, userId, dayStart }: Parameters<FiguresStore['waiting']>[0],
): Promise<number> {
  const { decided } = await db
    .selectFrom('decisions')
    .select(({ fn }) => fn.countAll<number>().as('decided'))
    .where('brandId', 'in', among(brandIds))
    .where('decidedAt', '>=', dayStart)
    .where('decidedBy', '=', userId)
    .where('undoneAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(decided);
}

async function chainsOf(db: Reading, { brandIds }: FiguresAsked): Promise<CountedFigures['chains']> {
  const rows = await db
    .selectFrom('auditHeads')
    .leftJoin('auditEvents', (join) =>
      join
        .onRef('auditEvents.chain', '=', 'auditHeads.chain')
        .onRef('auditEvents.sequence', '=', 'auditHeads.sequence'),
    )
    .select(['auditHeads.chain as brandId', 'auditHeads.sequence as events', 'auditEvents.at as lastAt'])
    .where('auditHeads.chain', 'in', among(brandIds))
    .orderBy('auditHeads.chain')
    .execute();
  return rows.map(({ brandId, events, lastAt }) => ({ brandId, events: Number(events), lastAt }));
}
