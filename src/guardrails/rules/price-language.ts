/** Lets a line compare prices only with a price that the brief names the basis of. */
import * as z from 'zod';
import comparisons from '../../../data/lexicons/price-comparisons.json' with { type: 'json' };
import { Market } from '../../domain/brief.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Span } from '../../domain/finding.ts';
import type { ReferencePriceBasis } from '../../domain/offer.ts';
import { defineRule, nothing, type RuleContext, type Sighting } from '../rule.ts';
import type { AmountFigure } from '../text/claims/figure.ts';
import { figuresOf } from '../text/claims/figures.ts';
import type { TermFinder } from '../text/find-terms.ts';
import { foldText } from '../text/fold.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { signBits } from '../text/signs.ts';

const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  /** Further words that only a claim of the brief can prove, as it must "wholesale" and "factory price". */
  terms: z.array(Words).max(500).default([]),
  /** Phrases in which a word of the lists compares no price. */
  exceptions: z.array(Words).max(500).default([]),
  /** Where the former price must be the lowest of 30 days (Directive 98/6/EC Art. 6a). */
  lowest30DaysIn: z.array(Market).default(['EU']),
});
type Options = z.infer<typeof Options>;

/** What the other price is said to be. A `trade` price no basis bears out. */
type Comparison = 'trade' | 'market' | 'list' | 'former';

type Prepared = {
  readonly finder: TermFinder;
  /** What each entry of the finder compares with; `null` for words of money, which only wake the rule. */
  readonly comparisons: readonly (Comparison | null)[];
  readonly options: Options;
};

/** See docs/rules/price-language.md. */
export const priceLanguage = defineRule({
  id: 'price-language',
  version: 2,
  summary: 'No price is compared with a former, list, market or trade price that the brief does not bear out.',
  options: Options,
  on: true,
  severity: 'block',
  onMissingFacts: 'block',
  alsoPreheader: true,
  wakes: ['money', 'terms'],
  examples: {
    good: [
      {
        line: 'Now $49, was $79',
        facts: { offer: { type: 'price', referencePriceBasis: 'former-price' } },
      },
      { line: 'Fall was made for corduroy', facts: {}, because: 'No price stands next to it.' },
      { line: 'The whole sale is on', facts: {} },
    ],
    bad: [
      { line: '[|Wholesale|] prices, today', facts: { offer: { type: 'price', referencePriceBasis: 'former-price' } } },
      { line: 'Now $49, [|was $79|]', facts: {}, because: 'The brief says that there is no offer.' },
      {
        line: 'Half the [|MSRP|]',
        facts: { offer: { type: 'percent-off', percent: '50', referencePriceBasis: 'former-price' } },
      },
      {
        line: '[|Was €79|], now €49',
        facts: { market: 'EU', offer: { type: 'price', referencePriceBasis: 'former-price' } },
        because: 'In the European Union it must be the lowest of 30 days.',
      },
      { line: '[|Below cost|], this week', because: 'Without a brief nobody knows.' },
    ],
  },
  prepare: (options, { terms }): Prepared => {
    const lists: readonly (readonly [Comparison | null, readonly string[]])[] = [
      ['trade', [...comparisons.trade, ...options.terms]],
      ['market', comparisons.market],
      ['list', comparisons.list],
      ['former', comparisons.former],
      [null, comparisons.money],
    ];
    const entries = lists.flatMap(([comparison, words]) => words.map((term) => ({ term, comparison })));
    return {
      finder: terms(
        entries.map(({ term, comparison }) => ({ term, mode: comparison === null ? 'inflect' : 'word' })),
        [...comparisons.otherwise, ...options.exceptions],
      ),
      comparisons: entries.map(({ comparison }) => comparison),
      options,
    };
  },
  check(line, context) {
    const hits = context.prepared.finder.find(line);
    if (hits.length === 0 && !(line.signs & signBits.money)) return nothing;
    const claims = claimsOf(line, context.prepared, hits);
    if (claims.length === 0) return nothing;
    const [first] = claims;
    if (!context.facts) return first ? [unknown(first, line)] : nothing;
    const { facts } = context;
    return claims.flatMap((claim) => compared(claim, line, facts, context));
  },
});

type Claim = { readonly comparison: Comparison; readonly span: Span; readonly rendering?: string };

function claimsOf(line: ParsedLine, prepared: Prepared, hits: ReturnType<TermFinder['find']>): Claim[] {
  const claims: Claim[] = [];
  for (const { index, span, rendering } of hits) {
    const comparison = prepared.comparisons[index];
    // "Make a list, price it" is no list price.
    const isParted = /[,;:!?]\s/u.test(line.literal.slice(span.start, span.end));
    if (comparison && !isParted) claims.push({ comparison, span, ...(rendering !== undefined && { rendering }) });
  }
  for (const figure of figuresOf(line)) {
    const comparison = figure.kind === 'amount' ? comparisonOf(figure, line.text) : null;
    if (comparison)
      claims.push({
        comparison,
        span: figure.span,
        ...(figure.rendering !== undefined && { rendering: figure.rendering }),
      });
  }
  return claims.filter(({ span }) => !claims.some((other) => other.span !== span && covers(other.span, span)));
}

function covers(outer: Span, inner: Span): boolean {
  const isWider = outer.end - outer.start > inner.end - inner.start;
  return isWider && outer.start <= inner.start && inner.end <= outer.end;
}

const listLeads: ReadonlySet<string> = new Set(comparisons.leads.list);
const marketLeads: ReadonlySet<string> = new Set(comparisons.leads.market);
const valueLeads: ReadonlySet<string> = new Set(comparisons.leads.value);

/** What an amount with "was", "MSRP" or an arrow beside it is compared with; a mere value is left to discount-matches-brief. */
function comparisonOf({ roles, span, number }: AmountFigure, text: string): Comparison | null {
  if (roles[0] !== 'reference') return null;
  const tail = foldText(text.slice(number.end, span.end)).text.trim();
  if (tail !== '') return /^(?:rrp|msrp|retail)$/.test(tail) ? 'list' : null;
  const lead = foldText(text.slice(span.start, number.start)).text.replace(/(?: an?| the)?:?[ -]*$/, '');
  if (valueLeads.has(lead)) return null;
  if (listLeads.has(lead)) return 'list';
  return marketLeads.has(lead) ? 'market' : 'former';
}

const bases: Readonly<Record<Exclude<Comparison, 'trade'>, readonly ReferencePriceBasis[]>> = {
  former: ['former-price', 'lowest-30-days'],
  list: ['list-price'],
  market: ['competitor-price'],
};

const names: Readonly<Record<Comparison, string>> = {
  former: 'a former price',
  list: 'a list price',
  market: 'the price of others',
  trade: 'a trade price',
};

function compared(
  claim: Claim,
  line: ParsedLine,
  facts: Facts,
  { market, prepared }: RuleContext<Prepared>,
): Sighting[] {
  const { comparison } = claim;
  const { offer } = facts;
  if (isProven(claim, line, facts)) return [];
  if (comparison === 'trade') {
    const fact = { path: 'claims', value: facts.claims.length === 0 ? 'none' : `${facts.claims.length} others` };
    return [wrong(claim, line, 'no claim of the brief proves it', fact)];
  }
  const isReduction = prepared.options.lowest30DaysIn.includes(market);
  const basis = offer?.referencePriceBasis;
  if (offer === null)
    return [wrong(claim, line, 'the brief says that there is no offer', { path: 'offer', value: 'none' })];
  if (basis === undefined) return [unknown(claim, line)];
  const allowed = isReduction ? ['lowest-30-days'] : bases[comparison];
  if (allowed.includes(basis)) return [];
  const fact = { path: 'offer.referencePriceBasis', value: basis };
  const why = isReduction
    ? `here a price is compared with the lowest of the last 30 days, and the brief's is ${basis}`
    : `the brief's reference price is ${basis}`;
  return [wrong(claim, line, why, fact)];
}

/** A claim of the brief that says the same and has its proof. */
function isProven({ span }: Claim, line: ParsedLine, { claims }: Facts): boolean {
  const said = foldText(line.literal.slice(span.start, span.end)).text;
  return claims.some(({ text }) => foldText(text).text.includes(said));
}

function wrong(claim: Claim, line: ParsedLine, why: string, fact: Sighting['fact'] & {}): Sighting {
  return {
    ...placed(claim),
    message: `"${written(claim, line)}" compares with ${names[claim.comparison]}, and ${why}; take it out or prove it in the brief.`,
    fact,
  };
}

function unknown(claim: Claim, line: ParsedLine): Sighting {
  const path = claim.comparison === 'trade' ? 'claims' : 'offer.referencePriceBasis';
  return {
    ...placed(claim),
    message: `"${written(claim, line)}" compares with ${names[claim.comparison]}; not evaluable: brief.${path} is missing. Add it to the brief or take the words out.`,
    missing: path,
  };
}

function written({ span }: Claim, line: ParsedLine): string {
  return line.text.slice(span.start, span.end);
}

function placed({ span, rendering }: Claim): Pick<Sighting, 'spans' | 'rendering'> {
  return { spans: [span], ...(rendering !== undefined && { rendering }) };
}
