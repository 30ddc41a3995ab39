/** Lets a line state as a fact only what a claim of the brief proves; opinion passes. */
import * as z from 'zod';
import lexicon from '../../../data/lexicons/objective-claims.json' with { type: 'json' };
import type { Claim } from '../../domain/brief.ts';
import { Market } from '../../domain/brief.ts';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type RuleContext, type Sighting } from '../rule.ts';
import { type Rival, rivalSignals, rivalsIn } from '../text/claims/rivals.ts';
import { numbersIn, surveysIn } from '../text/claims/surveys.ts';
import type { TermFinder, TermHit } from '../text/find-terms.ts';
import { foldText } from '../text/fold.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { signBits } from '../text/signs.ts';

const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  /** Further words that state a fact. Each is borne out only by a claim that has it. */
  terms: z.array(Words).max(500).default([]),
  /** Phrases that nobody takes for a fact, besides those known, such as "guaranteed to turn heads". */
  puffery: z.array(Words).max(500).default([]),
  /** Groups of words that need no claim: what a shop can always prove of itself. */
  allow: z.array(z.enum(groupNames())).max(20).default([]),
  /** Where the lighter groups, "biggest sale" and "certified", hold a line back. */
  strictIn: z.array(Market).default(['CA', 'UK', 'EU']),
});
type Options = z.infer<typeof Options>;

type Group = { readonly name: string; readonly isLight: boolean };

type Prepared = {
  readonly finder: TermFinder;
  /** Finds what a count of approval is made of. */
  readonly signals: TermFinder;
  /** Finds what a claim about rivals is made of. */
  readonly rivals: TermFinder;
  readonly groups: readonly Group[];
  readonly options: Options;
};

/** See docs/rules/substantiated-claims.md. */
export const substantiatedClaims = defineRule({
  id: 'substantiated-claims',
  version: 3,
  summary: 'A fact that can be proved, such as "best-selling" or "clinically proven", has its proof in the brief.',
  options: Options,
  on: true,
  severity: 'block',
  onMissingFacts: 'block',
  alsoPreheader: true,
  wakes: ['money', 'terms'],
  examples: {
    good: [
      { line: 'The dreamiest knits', facts: {} },
      { line: 'Our best coats yet', facts: {} },
      {
        line: 'The best-selling tote is back',
        facts: { claims: [{ text: 'Best-selling bag of 2025', substantiation: 'Sales report, FY25' }] },
      },
      { line: 'Boots guaranteed to turn heads', facts: {}, because: 'Nobody takes it for a fact.' },
      { line: '#1 in our hearts: the trench', facts: {} },
    ],
    bad: [
      { line: '[|#1|] coat in America', facts: {} },
      { line: '[|Lowest prices|] of the year', facts: {} },
      { line: '[|Clinically proven|] serum', facts: {} },
      { line: '[|98% would|] recommend this boot', facts: {} },
      { line: 'Our [|biggest sale|] of the year', facts: {}, because: 'In the United States a warning.' },
      { line: 'Coats from [|sustainable|] wool', because: 'Without a brief nobody knows.' },
    ],
  },
  prepare: (options, { terms }): Prepared => {
    const entries = [
      ...Object.entries(lexicon.groups).flatMap(([name, group]) =>
        group.words.map((term) => ({ term, group: { name, isLight: 'light' in group } })),
      ),
      ...options.terms.map((term) => ({ term, group: { name: term, isLight: false } })),
    ].filter(({ group }) => !options.allow.some((name) => name === group.name));
    const puffery = Object.values(lexicon.groups).flatMap(({ otherwise }) => otherwise);
    return {
      finder: terms(
        entries.map(({ term }) => ({ term, mode: 'word' })),
        [...puffery, ...options.puffery],
      ),
      rivals: terms(rivalSignals.map((term) => ({ term, mode: 'word' }))),
      signals: terms(lexicon.survey.signals.map((term) => ({ term, mode: 'inflect' }))),
      groups: entries.map(({ group }) => group),
      options,
    };
  },
  check(line, context) {
    const hits = context.prepared.finder.find(line);
    const mayCount = line.signs & signBits.money || context.prepared.signals.mayFind(line);
    const surveys = mayCount ? surveysIn(line.folded()) : [];
    const rivals = context.prepared.rivals.mayFind(line) ? rivalsIn(line.folded()) : [];
    if (hits.length === 0 && surveys.length === 0 && rivals.length === 0) return nothing;
    const claims = [
      ...claimsOf(hits, line, context),
      ...surveysUnproven(surveys, context),
      ...rivals.filter((rival) => !isProven(rival, context)),
    ];
    if (claims.length === 0) return nothing;
    return context.facts
      ? claims.map((claim) => wrong(claim, line, context))
      : claims.slice(0, 1).map((claim) => unknown(claim, line));
  },
});

function groupNames(): [string, ...string[]] {
  const [first = '', ...others] = Object.keys(lexicon.groups);
  return [first, ...others];
}

type Unproven = { readonly span: Span; readonly isLight: boolean; readonly rendering?: string };

/** The widest hit of each place whose group no claim bears out. */
function claimsOf(hits: readonly TermHit[], line: ParsedLine, { facts, prepared }: RuleContext<Prepared>): Unproven[] {
  const proven = new Set(facts?.claims.flatMap((claim) => groupsIn(claim, prepared)));
  const left = hits.filter((hit) => !hits.some((other) => other !== hit && covers(other.span, hit.span)));
  return left.flatMap(({ index, span, rendering }) => {
    const group = prepared.groups[index];
    // "Guaranteed, low" is no phrase, but "No. 1" has its own stop.
    if (!group || proven.has(group.name) || /\p{L}{3,}[,;:!?.]\s/u.test(line.literal.slice(span.start, span.end)))
      return [];
    if (group.name === 'certified' && isReaders(line, span)) return [];
    const isNamed = isPartOfName(line, span, facts?.products ?? []);
    if (group.isLight && isNamed) return [];
    const isLight = group.isLight || (group.name === 'green' && isNamed);
    return [{ span, isLight, ...(rendering !== undefined && { rendering }) }];
  });
}

/** "Your old laptop, recycled": what becomes of the reader's things is said of no product. */
function isReaders({ literal }: ParsedLine, { start }: Span): boolean {
  return /(?<!\p{L})your (?:old|worn|used|tired|empty|empties|outgrown|unwanted)(?!\p{L})/iu.test(
    literal.slice(0, start),
  );
}

/** What the brief itself calls a product weighs less: "recycled" passes then, "sustainable" is pointed out. */
function isPartOfName(line: ParsedLine, { start, end }: Span, products: readonly string[]): boolean {
  const said = foldText(line.literal.slice(start, end)).text;
  return products.some((name) => foldText(name).text.includes(said));
}

function covers(outer: Span, inner: Span): boolean {
  const isWider = outer.end - outer.start > inner.end - inner.start;
  return isWider && outer.start <= inner.start && inner.end <= outer.end;
}

function groupsIn({ text }: Claim, { finder, groups }: Prepared): string[] {
  const hits = finder.findIn({ literal: text, folded: () => foldText(text) });
  return hits.flatMap(({ index }) => groups[index]?.name ?? []);
}

/** Counts of which no claim states all numbers. */
function surveysUnproven(surveys: ReturnType<typeof surveysIn>, { facts }: RuleContext<Prepared>): Unproven[] {
  if (surveys.length === 0) return [];
  const stated = (facts?.claims ?? []).map(({ text }) => new Set(numbersIn(foldText(text).text)));
  return surveys
    .filter(({ numbers }) => !stated.some((claim) => numbers.every((number) => claim.has(number))))
    .map(({ span }) => ({ span, isLight: false }));
}

function isProven({ provenBy }: Rival, { facts }: RuleContext<Prepared>): boolean {
  return (facts?.claims ?? []).some(({ text }) => provenBy.some((word) => foldText(text).text.includes(word)));
}

function wrong(claim: Unproven, line: ParsedLine, { facts, market, prepared }: RuleContext<Prepared>): Sighting {
  const isStrict = prepared.options.strictIn.includes(market);
  const count = facts?.claims.length ?? 0;
  return {
    ...placed(claim),
    message: `"${written(claim, line)}" states a fact that no claim of the brief proves; take it out, or add the claim with its substantiation.`,
    fact: { path: 'claims', value: count === 0 ? 'none' : `${count} about other things` },
    ...(claim.isLight && !isStrict && { severity: 'warn' as const }),
  };
}

function unknown(claim: Unproven, line: ParsedLine): Sighting {
  return {
    ...placed(claim),
    message: `"${written(claim, line)}" states a fact; not evaluable: brief.claims is missing. Add the claim with its substantiation or take the words out.`,
    missing: 'claims',
  };
}

function written({ span }: Unproven, line: ParsedLine): string {
  return line.text.slice(span.start, span.end);
}

function placed({ span, rendering }: Unproven): Pick<Sighting, 'spans' | 'rendering'> {
  return { spans: [span], ...(rendering !== undefined && { rendering }) };
}
