/** Counts what people and writers did, by the database. Every query reads one index over the period. */
import * as z from 'zod';
import { RejectReason } from '../domain/decision.ts';
import type { DayFigures, RuleFigures, TimedDecision } from '../domain/figures.ts';
import type { CountedFigures, FiguresAsked, FiguresStore } from '../ports/figures-store.ts';
import { among } from './among.ts';
import type { Database, Reading } from './database.ts';
import { usageSince } from './usage-reads.ts';

const Writer = z.enum(['model', 'embedded-writer', 'person']);

/** Decisions whose times are looked at; more would say the same. */
const mostTimed = 5_000;

/** The FiguresStore on a database. */
export function figuresStore(database: Database): FiguresStore {
  return {
    figures: (asked) =>
      // Not one state of the database: a count that is a moment older than another does no harm, a long lock would.
      database.read(async (db): Promise<CountedFigures> => {
        const decisions = await decisionsBy(db, asked);
        const writers = await writersOf(db, asked);
        return {
          days: daysOf(decisions),
          rejections: rejectionsOf(decisions),
          lines: writers.reduce((sum, { drafted }) => sum + drafted, 0),
          rules: await rulesOf(db, asked),
          writers,
          usage: await usageSince(db, asked.brandIds, asked.from),
          timed: await timedDecisions(db, asked),
          recalled: await recalledSince(db, asked),
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

type DecisionCount = {
  readonly day: string;
  readonly kind: string;
  readonly reason: string | null;
  readonly count: number;
};

async function decisionsBy(db: Reading, { brandIds, from }: FiguresAsked): Promise<DecisionCount[]> {
  const rows = await db
    .selectFrom('decisions')
    .select((eb) => [
      eb.fn<string>('substr', ['decidedAt', eb.lit(1), eb.lit(10)]).as('day'),
      'kind',
      'reason',
      eb.fn.countAll<number>().as('count'),
    ])
    .where('brandId', 'in', among(brandIds))
    .where('decidedAt', '>=', from)
    .where('undoneAt', 'is', null)
    .where('isFirstOfTwo', '=', 0)
    .where('kind', 'in', ['approve', 'approve-edited', 'reject'])
    .groupBy(['day', 'kind', 'reason'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

function daysOf(decisions: readonly DecisionCount[]): DayFigures[] {
  const days = Map.groupBy(decisions, ({ day }) => day);
  return [...days].map(([day, all]) => {
    const of = (is: (each: DecisionCount) => boolean) => all.filter(is).reduce((sum, { count }) => sum + count, 0);
    return {
      day,
      approved: of(({ kind }) => kind === 'approve'),
      approvedEdited: of(({ kind }) => kind === 'approve-edited'),
      rejected: of(({ kind, reason }) => kind === 'reject' && reason !== 'not-needed'),
      notNeeded: of(({ kind, reason }) => kind === 'reject' && reason === 'not-needed'),
    };
  });
}

function rejectionsOf(decisions: readonly DecisionCount[]): CountedFigures['rejections'] {
  const counts = new Map<string, number>();
  for (const { kind, reason, count } of decisions)
    if (kind === 'reject' && reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts]
    .map(([reason, count]) => ({ reason: RejectReason.parse(reason), count }))
    .sort((one, other) => other.count - one.count);
}

async function rulesOf(db: Reading, { brandIds, from }: FiguresAsked): Promise<RuleFigures[]> {
  const rows = await db
    .selectFrom('candidates')
    .innerJoin('findings', 'findings.candidateId', 'candidates.id')
    .select(({ fn }) => [
      'findings.rule',
      'findings.severity',
      fn.count<number>('candidates.id').distinct().as('lines'),
    ])
    .where('candidates.brandId', 'in', among(brandIds))
    .where('candidates.createdAt', '>=', from)
    .where('findings.severity', 'in', ['block', 'warn'])
    .groupBy(['findings.rule', 'findings.severity'])
    .execute();
  const byRule = Map.groupBy(rows, ({ rule }) => rule);
  const linesOf = (rule: string, severity: string) =>
    Number(byRule.get(rule)?.find((row) => row.severity === severity)?.lines ?? 0);
  return [...byRule.keys()]
    .map((rule) => ({ rule, blocked: linesOf(rule, 'block'), warned: linesOf(rule, 'warn') }))
    .sort((one, other) => other.blocked - one.blocked || other.warned - one.warned || (one.rule < other.rule ? -1 : 1));
}

async function writersOf(db: Reading, { brandIds, from }: FiguresAsked): Promise<CountedFigures['writers']> {
  const rows = await db
    .selectFrom('candidates')
    .leftJoin('replies', 'replies.id', 'candidates.replyId')
    .leftJoin('reviewItems', 'reviewItems.draftedCandidateId', 'candidates.id')
    .select(({ fn, eb }) => [
      'candidates.writer',
      'replies.model',
      fn.countAll<number>().as('drafted'),
      fn.countAll<number>().filterWhere('candidates.verdict', '=', 'block').as('blocked'),
      fn.countAll<number>().filterWhere('reviewItems.state', '=', 'approved').as('approved'),
      fn
        .countAll<number>()
        .filterWhere(eb('reviewItems.state', '=', 'rejected'))
        .as('rejected'),
    ])
    .where('candidates.brandId', 'in', among(brandIds))
    .where('candidates.createdAt', '>=', from)
    // An edit is no draft: its line counts for whoever drafted it.
    .where(({ eb, or }) => or([eb('candidates.replyId', 'is not', null), eb('reviewItems.id', 'is not', null)]))
    .groupBy(['candidates.writer', 'replies.model'])
    .execute();
  return rows
    .map(({ writer, model, drafted, blocked, approved, rejected }) => ({
      writer: Writer.parse(writer),
      model,
      drafted: Number(drafted),
      blocked: Number(blocked),
      approved: Number(approved),
      rejected: Number(rejected),
    }))
    .sort((one, other) => other.drafted - one.drafted);
}

async function timedDecisions(db: Reading, { brandIds, from }: FiguresAsked): Promise<TimedDecision[]> {
  const rows = await db
    .selectFrom('decisions')
    .select(['decidedBy', 'decidedAt', 'kind'])
    .where('brandId', 'in', among(brandIds))
    .where('decidedAt', '>=', from)
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

async function recalledSince(db: Reading, { brandIds, from }: FiguresAsked): Promise<number> {
  const { recalled } = await db
    .selectFrom('approvedLines')
    .select(({ fn }) => fn.countAll<number>().as('recalled'))
    .where('brandId', 'in', among(brandIds))
    .where('state', '=', 'recalled')
    .where('updatedAt', '>=', from)
    .executeTakeFirstOrThrow();
  return Number(recalled);
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
