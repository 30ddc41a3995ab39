/** Keeps lines from speaking of a day that is over when the mail goes out. */
import * as z from 'zod';
import momentWords from '../../../data/lexicons/moment-words.json' with { type: 'json' };
import words from '../../../data/lexicons/past-dates.json' with { type: 'json' };
import type { Facts } from '../../domain/facts.ts';
import type { Instant } from '../../domain/instant.ts';
import { defineRule, nothing, type RuleContext, type Sighting } from '../rule.ts';
import { holidayIds } from '../text/claims/holiday-names.ts';
import { regionOf } from '../text/claims/holidays.ts';
import { dateOrderOf } from '../text/claims/moments.ts';
import { quotedInstant, zonedAt } from '../text/claims/zoned.ts';
import type { TermFinder, TermHit } from '../text/find-terms.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { signBits } from '../text/signs.ts';
import type { Bygone } from './past-dates/bygone.ts';
import { bygoneDate, namedDates } from './past-dates/bygone-dates.ts';
import { bygoneHoliday } from './past-dates/bygone-holidays.ts';
import { bygoneSeason, bygoneWeekday } from './past-dates/bygone-seasons.ts';

const Options = z.strictObject({
  /** For how many days after a holiday a sale that still runs may go by its name. */
  graceDays: z.int().min(0).max(60).default(7),
  /** Phrases in which a date or a holiday means something else, besides those known. */
  exceptions: z.array(z.string().trim().min(1).max(100)).max(1000).default([]),
});

type Named = { readonly term: string } & (
  | { readonly kind: 'holiday' | 'season'; readonly id: string }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'month' }
);

const named: readonly Named[] = [
  ...[...holidayIds].map(([term, id]) => ({ term, id, kind: 'holiday' as const })),
  ...Object.entries(words.seasons).flatMap(([id, terms]) =>
    terms.map((term) => ({ term, id, kind: 'season' as const })),
  ),
  ...Object.entries(momentWords.weekdays).flatMap(([name, weekday]) =>
    words.weekdayGreetings.map((greeting) => ({ term: `${greeting} ${name}`, weekday, kind: 'weekday' as const })),
  ),
  { term: 'tgif', weekday: 5, kind: 'weekday' },
  ...Object.keys(momentWords.months).map((term) => ({ term, kind: 'month' as const })),
];

/** "Act like it's Sunday" says that it is not. */
const asIfItWere = Object.keys(momentWords.weekdays).flatMap((name) => words.asIf.map((lead) => `${lead} ${name}`));

type Prepared = { readonly finder: TermFinder; readonly graceDays: number };
type Hit = TermHit & { readonly named: Named };

/** See docs/rules/past-dates.md. */
export const pastDates = defineRule({
  id: 'past-dates',
  version: 2,
  summary: 'No date, holiday or season that is over when the mail goes out.',
  options: Options,
  on: true,
  severity: 'block',
  onMissingFacts: 'block',
  alsoPreheader: true,
  wakes: ['terms', 'digit'],
  examples: {
    good: [
      { line: 'Black Friday starts Friday', facts: {} },
      { line: 'Christmas gifts under $50', facts: {} },
      { line: 'Christmas in July: 20% off', facts: {} },
      { line: 'Throwback: 1999 denim', facts: {} },
      { line: 'Ends Nov 29', facts: {} },
      { line: 'Hello, summer', locale: 'en-AU', facts: { locale: 'en-AU', timeZone: 'Australia/Sydney' } },
    ],
    bad: [
      { line: '[|Happy Halloween|]', facts: {} },
      { line: 'Ends [|Nov 20|]', facts: {} },
      { line: 'The [|Diwali|] edit', facts: {}, because: 'It was on November 8.' },
      { line: '[|Summer is here|]', facts: {} },
      { line: '[|Happy Monday|]', facts: {}, because: 'The mail goes out on a Tuesday.' },
    ],
  },
  prepare: ({ graceDays, exceptions }, { terms }): Prepared => ({
    finder: terms(
      named.map(({ term }) => ({ term, mode: 'word' })),
      [...words.notTheDay, ...asIfItWere, ...exceptions],
    ),
    graceDays,
  }),
  check(line, context) {
    const { prepared, facts } = context;
    // A receipt and an apology may speak of what was.
    if (facts && facts.messageType !== 'promotional') return nothing;
    if (!facts && !hasFigure(line)) return nothing;
    const hits = outermost(prepared.finder.find(line));
    if (hits.length === 0 && !figures.test(line.text)) return nothing;
    return facts ? judged(line, hits, facts, context) : withoutBrief(line, context);
  },
});

function hasFigure({ signs, literal }: ParsedLine): boolean {
  return (signs & signBits.digit) !== 0 || /[\p{N}&]/u.test(literal);
}

const figures = /\d[/.]\d{1,2}|20\d\d-\d\d/;

/** Without a brief only a date in figures or with its month claims a day; a holiday may well be ahead. */
function withoutBrief(line: ParsedLine, { market, locale }: RuleContext<Prepared>): readonly Sighting[] {
  const [date] = namedDates(line, dateOrderOf(market, locale));
  if (!date) return nothing;
  const { from, to } = line.folded();
  return [lacksSend(line, { start: from[date.start] ?? 0, end: to[date.end - 1] ?? 0 })];
}

function judged(
  line: ParsedLine,
  hits: readonly Hit[],
  facts: Facts,
  { prepared: { graceDays }, market, locale }: RuleContext<Prepared>,
): readonly Sighting[] {
  const { send, timeZone, offer } = facts;
  const dates = hasFigure(line) ? namedDates(line, dateOrderOf(market, locale)) : [];
  const days = hits.filter(({ named }) => named.kind !== 'month');
  if (days.length === 0 && dates.length === 0) return nothing;
  if (send.kind === 'triggered') {
    const { from, to } = line.folded();
    const spans = [
      ...days.map(({ span }) => span),
      ...dates.map(({ start, end }) => ({ start: from[start] ?? 0, end: to[end - 1] ?? 0 })),
    ];
    return spans.slice(0, 1).map((span) => lacksSend(line, span));
  }
  const { day } = zonedAt(send.at, timeZone);
  const region = regionOf(market, locale);
  const hasRunningOffer = !!offer && (!offer.endsAt || offer.endsAt >= send.at);
  const found = [
    ...days.map(({ named, span, rendering }): Bygone | null => {
      if (named.kind === 'holiday')
        return bygoneHoliday(line, { id: named.id, span, rendering }, { day, region, hasRunningOffer, graceDays });
      const when =
        named.kind === 'season'
          ? bygoneSeason(named.id, day, region)
          : named.kind === 'weekday'
            ? bygoneWeekday(named.weekday, day)
            : null;
      return when === null ? null : { span, rendering, when, isLight: true };
    }),
    ...dates.map((date) => bygoneDate(line, date, day)),
  ];
  return found.flatMap((bygone) => (bygone ? [sighting(line, bygone, send.at, timeZone)] : []));
}

function sighting({ text }: ParsedLine, bygone: Bygone, at: Instant, zone: string): Sighting {
  const { span, when, isLight, rendering } = bygone;
  return {
    message: `"${text.slice(span.start, span.end)}" is over when the mail goes out: ${when}; speak of what is still to come.`,
    spans: [span],
    fact: { path: 'send.at', value: quotedInstant(at, zone) },
    ...(rendering !== undefined && { rendering }),
    ...(isLight && { severity: 'warn' as const }),
  };
}

function lacksSend({ text }: ParsedLine, span: Bygone['span']): Sighting {
  return {
    message: `"${text.slice(span.start, span.end)}" may be over when the mail goes out; not evaluable: brief.send.at is missing. Give the time of the send, or leave the day out.`,
    spans: [span],
    missing: 'send.at',
  };
}

/** The hits that lie in no longer one ("Christmas Eve" is not Christmas), and one of those at the same place. */
function outermost(hits: readonly TermHit[]): readonly Hit[] {
  return hits.flatMap((hit, at) => {
    const { start, end } = hit.span;
    const isInner = hits.some(
      ({ span }, place) =>
        span.start <= start &&
        end <= span.end &&
        (span.end - span.start > end - start || (span.end === end && place < at)),
    );
    const of = named[hit.index];
    return isInner || !of ? [] : [{ ...hit, named: of }];
  });
}
