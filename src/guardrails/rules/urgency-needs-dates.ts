/** Holds back hurry that the offer's own dates and stock do not bear out. */
import * as z from 'zod';
import urgency from '../../../data/lexicons/urgency.json' with { type: 'json' };
import type { Facts } from '../../domain/facts.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import { lackingOfOffers } from '../text/claims/lacking-fact.ts';
import { dateOrderOf } from '../text/claims/moments.ts';
import type { TermFinder } from '../text/find-terms.ts';
import { judge, needOf } from './urgency/judge.ts';
import { figureOrRange, hintCount, mayClaim, urgencyTerms } from './urgency/may-claim.ts';
import { phraseClasses, type UrgencyClaim, urgencyClaims } from './urgency/urgency-claims.ts';

const Options = z.strictObject({
  /** How many hours before the end "last chance", "final hours" and "hurry" are true. */
  lastChanceWindowHours: z.int().min(1).max(720).default(48),
  /** Phrases in which a word of hurry means something else, besides those known. */
  exceptions: z.array(z.string().trim().min(1).max(100)).max(1000).default([]),
});

const phrases = phraseClasses.flatMap((named) => urgency[named].map((term) => ({ term, class: named })));
// From here on a hint says something only with a figure or as a range: "3-day sale", "Friday to Sunday".
const firstUnit = phrases.length + urgency.states.length + urgency.hints.length;
const entries = urgencyTerms(phrases.map(({ term }) => term));
const hintsEnd = phrases.length + hintCount;

const weekOfSale = {
  type: 'percent-off',
  percent: '20',
  startsAt: '2026-11-23T05:00:00.000Z',
  endsAt: '2026-11-30T04:59:00.000Z',
} as const;

type Prepared = {
  readonly options: z.infer<typeof Options>;
  readonly finder: TermFinder;
};

/** See docs/rules/urgency-needs-dates.md. */
export const urgencyNeedsDates = defineRule({
  id: 'urgency-needs-dates',
  version: 3,
  summary: 'What a line says of an end, a start, the time left or the stock is what the brief says.',
  options: Options,
  on: true,
  severity: 'block',
  onMissingFacts: 'block',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      { line: '20% off coats ends Sunday', facts: { offer: weekOfSale } },
      { line: '6 days left: 20% off coats', facts: { offer: weekOfSale } },
      { line: 'While supplies last: 20% off', facts: { offer: { ...weekOfSale, stockLimited: true } } },
      { line: "Last season's coats, today's picks", facts: { offer: null } },
      {
        line: 'Final sale: the odds and ends',
        facts: { offer: null },
        because: 'It says that nothing can be returned.',
      },
      { line: 'Order by Friday for Christmas', facts: { offer: null }, because: 'A cut-off for delivery is no offer.' },
    ],
    bad: [
      { line: '20% off coats [|ends Friday|]', facts: { offer: weekOfSale } },
      { line: '[|Today only|]: 20% off', facts: { offer: weekOfSale } },
      { line: '[|Last chance|] for 20% off', facts: { offer: weekOfSale }, because: 'Five days are left.' },
      { line: '20% off: [|2 days left|]', facts: { offer: weekOfSale } },
      { line: '[|Hurry|], coats are 20% off', facts: { offer: { ...weekOfSale, endsAt: null } } },
      { line: '[|Almost gone|]: 20% off coats', facts: { offer: { ...weekOfSale, stockLimited: false } } },
      { line: '20% off, [|extended|]', facts: { offer: weekOfSale }, because: 'The brief knows no earlier end.' },
      { line: 'Coats for a [|limited time|]', facts: {}, because: 'The brief says that there is no offer.' },
    ],
  },
  prepare: (options, { terms }): Prepared => ({
    options,
    finder: terms(entries, [...urgency.exceptions, ...options.exceptions]),
  }),
  check(line, { prepared: { finder, options }, facts, market, locale }) {
    if (!mayClaim(line, finder.kindsIn(line))) return nothing;
    const hits = finder.find(line).filter(({ index }) => index < hintsEnd);
    if (hits.length === 0) return nothing;
    if (hits.every(({ index }) => index >= firstUnit) && !figureOrRange.test(line.text)) return nothing;
    const classed = hits.map((hit) => ({ ...hit, class: phrases[hit.index]?.class ?? null }));
    const claims = urgencyClaims(line, classed, dateOrderOf(market, locale));
    if (claims.length === 0) return nothing;
    return facts ? judged(line.text, claims, facts, options.lastChanceWindowHours) : withoutBrief(line.text, claims);
  },
  checkCampaign: (brief) => [
    ...lackingOfOffers(brief, 'endsAt', 'an end or the time left'),
    ...lackingOfOffers(brief, 'stockLimited', 'stock that runs short'),
  ],
});

/** With no brief there is one thing to say: what would be needed, for the claim that needs most. */
function withoutBrief(text: string, claims: readonly UrgencyClaim[]): readonly Sighting[] {
  const needs = claims.flatMap((claim) => {
    const need = needOf(claim, text);
    return need ? [{ ...need, spans: [claim.span] }] : [];
  });
  const most = needs.find(({ missing }) => missing === 'offer.endsAt') ?? needs[0];
  return most ? [most] : nothing;
}

function judged(text: string, claims: readonly UrgencyClaim[], facts: Facts, windowHours: number): readonly Sighting[] {
  // A receipt or a cart speaks of other ends than an offer's.
  if (facts.messageType === 'transactional' && !facts.offer) return nothing;
  const judgements = claims.map((claim) => ({ claim, fault: judge(claim, text, facts, windowHours) }));
  const isPlain = judgements.some(({ claim, fault }) => fault === null && statesEnd(claim));
  const sightings = new Map<string, Sighting>();
  for (const { claim, fault } of judgements) {
    if (!fault || (isPlain && isExcused(claim))) continue;
    const { isLight, ...rest } = fault;
    // What is missing for one claim is missing for all; once is enough.
    const key = fault.missing ?? `${claim.span.start}:${claim.span.end}`;
    if (sightings.has(key)) continue;
    sightings.set(key, {
      ...rest,
      spans: [claim.span],
      ...(claim.rendering !== undefined && { rendering: claim.rendering }),
      ...(isLight && { severity: 'warn' as const }),
    });
  }
  return [...sightings.values()];
}

function statesEnd(claim: UrgencyClaim): boolean {
  return claim.kind === 'length' || (claim.kind === 'stated' && claim.stated.relation !== 'start');
}

/** Who is told the true end is not hurried falsely. */
function isExcused(claim: UrgencyClaim): boolean {
  return (
    claim.kind === 'phrase' && (claim.class === 'pressing' || claim.class === 'inviting' || claim.class === 'lastDay')
  );
}
