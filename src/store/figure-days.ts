/** What is kept of each day, added up over a period; see migrations/0026-figure-days.ts. */
import * as z from 'zod';
import { RejectReason } from '../domain/decision.ts';
import type { DayFigures, RuleFigures, WriterFigures } from '../domain/figures.ts';
import { addUsages, type Usage } from '../domain/usage.ts';
import type { CountedFigures, FiguresAsked } from '../ports/figures-store.ts';
import { among } from './among.ts';
import type { Reading } from './database.ts';

const Writer = z.enum(['model', 'embedded-writer', 'person']);

/** The part of the figures that is kept by day. */
export type SummedDays = Pick<
  CountedFigures,
  'days' | 'rejections' | 'lines' | 'rules' | 'writers' | 'usage' | 'recalled'
>;

/** Adds up the days of a period. */
export async function sumDays(db: Reading, { brandIds, fromDay }: FiguresAsked): Promise<SummedDays> {
  const rows = await db
    .selectFrom('figureDays')
    .select((eb) => ['day', 'name', 'subject', eb.cast<number>(eb.fn.sum('tally'), 'bigint').as('tally')])
    .where('brandId', 'in', among(brandIds))
    .where('day', '>=', fromDay)
    .groupBy(['day', 'name', 'subject'])
    .orderBy('day')
    .execute();
  const tallies = rows.map((row) => ({ ...row, tally: Number(row.tally) })).filter(({ tally }) => tally !== 0);
  const byName = Map.groupBy(tallies, ({ name }) => name);
  const bySubject = (name: string) => summed(byName.get(name) ?? []);
  const decided = byName.get('decided') ?? [];
  const writers = writersOf(bySubject);
  return {
    days: daysOf(decided),
    rejections: rejectionsOf(bySubject('decided')),
    lines: writers.reduce((sum, { drafted }) => sum + drafted, 0),
    rules: rulesOf(bySubject('rule-block'), bySubject('rule-warn')),
    writers,
    usage: usageOf(bySubject),
    recalled: bySubject('recalled').get('') ?? 0,
  };
}

type Tally = { readonly day: string; readonly subject: string; readonly tally: number };
type Sums = ReadonlyMap<string, number>;

function summed(tallies: readonly Tally[]): Sums {
  const sums = new Map<string, number>();
  for (const { subject, tally } of tallies) sums.set(subject, (sums.get(subject) ?? 0) + tally);
  return sums;
}

function daysOf(decided: readonly Tally[]): DayFigures[] {
  return [...Map.groupBy(decided, ({ day }) => day)].map(([day, all]) => {
    const of = (is: (subject: string) => boolean) =>
      all.filter(({ subject }) => is(subject)).reduce((sum, { tally }) => sum + tally, 0);
    const notNeeded = of((subject) => subject === 'reject not-needed');
    return {
      day,
      approved: of((subject) => kindOf(subject) === 'approve'),
      approvedEdited: of((subject) => kindOf(subject) === 'approve-edited'),
      rejected: of((subject) => kindOf(subject) === 'reject') - notNeeded,
      notNeeded,
    };
  });
}

function rejectionsOf(decided: Sums): CountedFigures['rejections'] {
  return [...decided]
    .filter(([subject]) => subject.startsWith('reject '))
    .map(([subject, count]) => ({ reason: RejectReason.parse(subject.slice('reject '.length)), count }))
    .sort((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1));
}

function rulesOf(blocked: Sums, warned: Sums): RuleFigures[] {
  return [...new Set([...blocked.keys(), ...warned.keys()])]
    .map((rule) => ({ rule, blocked: blocked.get(rule) ?? 0, warned: warned.get(rule) ?? 0 }))
    .sort((one, other) => other.blocked - one.blocked || other.warned - one.warned || (one.rule < other.rule ? -1 : 1));
}

function writersOf(bySubject: (name: string) => Sums): WriterFigures[] {
  const [blocked, approved, rejected] = [bySubject('blocked'), bySubject('approved'), bySubject('rejected')];
  return [...bySubject('drafted')]
    .map(([subject, drafted]) => ({
      writer: Writer.parse(kindOf(subject)),
      model: subject.includes(' ') ? subject.slice(subject.indexOf(' ') + 1) : null,
      drafted,
      blocked: blocked.get(subject) ?? 0,
      approved: approved.get(subject) ?? 0,
      rejected: rejected.get(subject) ?? 0,
    }))
    .sort((one, other) => other.drafted - one.drafted || (`${one.model}` < `${other.model}` ? -1 : 1));
}

/** A sum in which one call has no price has none. */
function usageOf(bySubject: (name: string) => Sums): Usage {
  const calls = bySubject('calls');
  return addUsages(
    [...calls].map(([currency, count]) => {
      const of = (name: string) => bySubject(name).get(currency) ?? 0;
      const isPriced = of('priced') === count;
      return {
        calls: count,
        inputTokens: of('input-tokens'),
        cachedInputTokens: of('cached-input-tokens'),
        outputTokens: of('output-tokens'),
        costMicros: isPriced ? of('cost-micros') : null,
        currency: isPriced && currency !== '' ? currency : null,
      };
    }),
  );
}

/** The first word of a subject. */
function kindOf(subject: string): string {
  return subject.split(' ', 1)[0] ?? '';
}
