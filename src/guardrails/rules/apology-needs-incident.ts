/** Lets a line say sorry only where something happened. */
import * as z from 'zod';
import apologies from '../../../data/lexicons/apologies.json' with { type: 'json' };
import { Market } from '../../domain/brief.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermFinder } from '../text/find-terms.ts';
import type { ParsedLine } from '../text/parsed-line.ts';

const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  /** Markets in which an apology for nothing blocks; in the others it warns. */
  strictIn: z.array(Market).max(4).default(['CA']),
  /** Words of apology besides those known. */
  extraTerms: z.array(Words).max(1000).default([]),
  /** Phrases in which such a word is no apology, besides those known. */
  exceptions: z.array(Words).max(1000).default([]),
});

type Prepared = { readonly finder: TermFinder; readonly terms: number; readonly strictIn: readonly Market[] };

const incident = {
  reference: 'INC-2026-041',
  happenedAt: '2026-11-23T15:00:00.000Z',
  what: 'The link in the email about coats led to an error page.',
  remedy: 'The link in this email is the right one.',
};

/** See docs/rules/apology-needs-incident.md. */
export const apologyNeedsIncident = defineRule({
  id: 'apology-needs-incident',
  version: 1,
  summary: 'An apology only where the brief names what went wrong.',
  options: Options,
  on: true,
  severity: 'block',
  onMissingFacts: 'warn',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      { line: 'Sorry, our link broke. Here it is', facts: { messageType: 'apology', incident } },
      { line: 'Sorry not sorry: the loudest socks', facts: { messageType: 'promotional' } },
      { line: 'Oops-proof rugs for small people', facts: { messageType: 'promotional' } },
      { line: 'Better safe than sorry: rain shells', facts: { messageType: 'promotional' } },
      {
        line: 'Sorry, your order is a day late',
        facts: { messageType: 'transactional' },
        because: 'It speaks of the order it belongs to.',
      },
    ],
    bad: [
      { line: '[|Oops|]! We made prices too low', facts: { messageType: 'promotional' } },
      { line: '[|Sorry|], these coats are too warm', facts: { messageType: 'promotional' } },
      { line: '[|Correction|]: it is 30% off', facts: { messageType: 'promotional' } },
      { line: '[|Our bad|]: 20% off', facts: { messageType: 'promotional', market: 'CA' } },
    ],
  },
  prepare: ({ strictIn, extraTerms, exceptions }, { terms, locale }): Prepared => {
    const known = [...apologies.terms.filter((term) => isSpoken(term, locale)), ...extraTerms];
    return {
      finder: terms(
        [...known, 'correction', 'berichtigung', 'korrektur', 'rectification'].map((term) => ({ term, mode: 'word' })),
        [...apologies.exceptions, ...exceptions],
      ),
      terms: known.length,
      strictIn,
    };
  },
  check(line, { prepared: { finder, terms, strictIn }, facts, market }) {
    if (facts?.messageType === 'transactional' || (facts?.messageType === 'apology' && facts.incident)) return nothing;
    const hits = finder.find(line);
    if (hits.length === 0) return nothing;
    const [first, ...more] = hits.filter(({ index, span }) => index < terms || opensAsCorrection(line, span));
    if (!first) return nothing;
    const spans = [first, ...more].map(({ span }) => span);
    return [
      {
        ...said(line.text, first.span, facts),
        spans: first.rendering === undefined ? apart(spans) : [first.span],
        ...(first.rendering !== undefined && { rendering: first.rendering }),
        ...(!strictIn.includes(market) && { severity: 'warn' as const }),
      },
    ];
  },
});

function said(text: string, span: Span, facts: Facts | undefined): Sighting {
  const written = text.slice(span.start, span.end);
  if (facts?.messageType === 'promotional')
    return {
      message: `"${written}" apologizes, and the brief calls this advertising, with nothing to apologize for; take it out, or brief an apology with its incident.`,
      fact: { path: 'messageType', value: facts.messageType },
    };
  return {
    message: `"${written}" apologizes; not evaluable: brief.incident is missing. Brief an apology with what happened, or take it out.`,
    missing: 'incident',
  };
}

/** "Ups" and "ops" are other words in other languages. */
function isSpoken(term: string, locale: string): boolean {
  const languages = own.get(term);
  return languages === undefined || languages.includes(new Intl.Locale(locale).language);
}

const own: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(apologies.ownLanguage));

/** "Correction: it is 30% off" corrects an earlier mail; a color correction corrects nothing of the sort. */
function opensAsCorrection({ text }: ParsedLine, { start, end }: Span): boolean {
  return /^[^\p{L}\p{N}]{0,6}(?:a )?$/iu.test(text.slice(0, start)) && /^ ?[:;,–—-]/.test(text.slice(end));
}

/** The spans without those inside of others. */
function apart(spans: readonly Span[]): readonly Span[] {
  return spans.filter(
    (span, at) =>
      !spans.some(
        (other, place) =>
          place !== at &&
          other.start <= span.start &&
          span.end <= other.end &&
          (other.end - other.start > span.end - span.start || place < at),
      ),
  );
}
