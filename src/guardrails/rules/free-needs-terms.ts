/** Lets "free" stand only where the brief gives something away, with a word on the condition where there is one. */
import * as z from 'zod';
import freeWords from '../../../data/lexicons/free-words.json' with { type: 'json' };
import { Market } from '../../domain/brief.ts';
import { type Facts, textsStated } from '../../domain/facts.ts';
import type { Offer } from '../../domain/offer.ts';
import { defineRule, nothing, type RuleContext, type Sighting } from '../rule.ts';
import { beginningWith } from '../text/claims/numbers.ts';
import type { TermFinder, TermHit } from '../text/find-terms.ts';
import { foldText } from '../text/fold.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { deniedCondition, hasQualifier, purchaseAsked } from './discount/free-conditions.ts';
import { type FreeThing, freeThing } from './discount/free-kinds.ts';
import { otherGift } from './discount/other-gift.ts';
import { moneyWords } from './discount/worded.ts';

const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  /** What is free all year and needs no offer, as it follows "free". */
  alwaysFree: z
    .array(Words)
    .max(100)
    .default([
      'returns',
      'return shipping',
      'exchanges',
      'pickup',
      'in-store pickup',
      'store pickup',
      'curbside pickup',
      'click & collect',
      'click and collect',
      'collection',
      'store collection',
    ]),
  /** Phrases in which a word of the list means something else, besides those known, such as a brand's name. */
  exceptions: z.array(Words).max(500).default([]),
  /** Point out a line that leaves out that there is a condition (16 CFR 251.1). */
  askForQualifier: z.boolean().default(true),
  /** Where a line without a word on the condition is held back. */
  strictIn: z.array(Market).default(['CA']),
});
type Options = z.infer<typeof Options>;

type Prepared = { readonly finder: TermFinder; readonly options: Options; readonly always: RegExp };

const { who, verbs, which, costs } = freeWords.paidByUs;
/** "We'll pick up the postage." */
const paidByUs = who.flatMap((we) =>
  verbs.flatMap((verb) =>
    which.flatMap((the) => costs.map((cost) => `${we} ${verb} ${the} ${cost}`.replace('  ', ' '))),
  ),
);
const plainly = [...freeWords.free, ...paidByUs];
const entries = [...plainly, ...freeWords.deals].map((term) => ({ term, mode: 'word' as const }));

/** See docs/rules/free-needs-terms.md. */
export const freeNeedsTerms = defineRule({
  id: 'free-needs-terms',
  version: 3,
  summary: '"Free" is true by the brief, and says that there is a condition where there is one.',
  options: Options,
  on: true,
  severity: 'block',
  onMissingFacts: 'block',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      {
        line: 'Free shipping over $50',
        facts: { offer: { type: 'free-shipping', threshold: { minor: 5000, currency: 'USD' } } },
      },
      { line: 'Sugar-free, guilt-free', facts: {} },
      { line: 'Free returns, always', facts: {}, because: 'Returns are free all year.' },
      { line: 'Feel free to stay in', facts: {} },
    ],
    bad: [
      { line: '[|Free|] coat!', facts: {} },
      {
        line: '[|Free|] shipping on us',
        facts: { offer: { type: 'free-gift', conditions: [] } },
        because: 'The brief gives a gift.',
      },
      {
        line: 'A [|free|] tote is waiting',
        facts: { offer: { type: 'free-gift', conditions: ['With any coat'] } },
        because: 'There is a condition and no word of it: a warning.',
      },
      { line: '[|BOGO|] on DIY kits', facts: {} },
      { line: '[|Complimentary|] gift wrap', because: 'Without a brief nobody knows.' },
    ],
  },
  prepare: (options, { terms }): Prepared => ({
    finder: terms(entries, [...freeWords.otherwise, ...options.exceptions]),
    options,
    always:
      options.alwaysFree.length === 0 ? /(?!)/ : beginningWith(options.alwaysFree.map((word) => foldText(word).text)),
  }),
  check(line, context) {
    const hits = context.prepared.finder.find(line);
    if (hits.length === 0) return nothing;
    const claims = hits.filter((hit) => isClaim(line.literal, hit) && !overlaps(hit, hits));
    const things = claims.map((hit) => ({ hit, thing: freeThing(line.literal, hit.span, isDeal(hit)) }));
    const left = things.filter(({ thing }) => !context.prepared.always.test(thing.after));
    return left.length === 0 ? nothing : judged(left, line, context);
  },
});

function isDeal({ index }: TermHit): boolean {
  return index >= plainly.length;
}

/** "Sugar-free" and "free-range" are compounds, "free-shipping" is not; and "set your curls free" gives nothing away. */
function isClaim(literal: string, { span: { start, end } }: TermHit): boolean {
  // "On us, it looks silly" is about clothes.
  if (/^on us$/iu.test(literal.slice(start, end)) && start === 0 && literal.charAt(end) === ',') return false;
  if (
    /(?<!\p{L})(?:set|sets|setting|let|lets|break|breaks|turn|run|roam)(?: [\p{L}’'-]{1,20}){1,4} $/iu.test(
      literal.slice(Math.max(0, start - 80), start),
    )
  )
    return false;
  if (/[\p{L}\d][-‐‑]$/u.test(literal.slice(Math.max(0, start - 2), start))) return false;
  return !/^[-‐‑](?!gift|ship|deliver|trial|sample|with)\p{L}/iu.test(literal.slice(end, end + 9));
}

/** "Free" inside of "free of charge", and "buy one get one" before its "free", are one claim. */
function overlaps(hit: TermHit, hits: readonly TermHit[]): boolean {
  const { start, end } = hit.span;
  return hits.some(
    (other) =>
      other !== hit &&
      ((other.span.start <= start && end <= other.span.end && other.span.end - other.span.start > end - start) ||
        (isDeal(other) && !isDeal(hit) && start >= other.span.end && start - other.span.end <= 2)),
  );
}

type Claimed = { readonly hit: TermHit; readonly thing: FreeThing };

function judged(claims: readonly Claimed[], line: ParsedLine, context: RuleContext<Prepared>): Sighting[] {
  const { facts } = context;
  if (!facts || facts.offer === undefined) {
    const open = facts ? claims.find(({ thing }) => !isStated(thing, facts, context.prepared)) : claims[0];
    return open ? [unknown(open, line)] : [];
  }
  return claims.flatMap((claim) => compared(claim, line, facts, context));
}

function compared(claim: Claimed, line: ParsedLine, facts: Facts, context: RuleContext<Prepared>): Sighting[] {
  const { hit, thing } = claim;
  const { offer } = facts;
  const isOffered = offer && thing.types.includes(offer.type);
  if (!isOffered && isStated(thing, facts, context.prepared)) return [];
  if (!offer) return [wrong(claim, line, 'the brief says that there is no offer', { path: 'offer', value: 'none' })];
  const fact = { path: 'offer.type', value: offer.type };
  if (!isOffered) return [wrong(claim, line, `the offer of the brief is ${offer.type}`, fact)];
  const isPartOnly = thing.types[0] === 'buy-one-get-one' && offer.percent !== undefined && Number(offer.percent) < 100;
  if (isPartOnly && /free|gratis/iu.test(line.literal))
    return [
      wrong(claim, line, `the brief takes ${offer.percent}% off`, {
        path: 'offer.percent',
        value: `${offer.percent}%`,
      }),
    ];
  if (offer.type === 'sample' && /(?<!\p{L})full[ -]sized?(?!\p{L})/u.test(line.folded().text))
    return [wrong(claim, line, 'the offer of the brief is a sample, which is no full size', fact)];
  const other = offer.type === 'free-gift' || offer.type === 'sample' ? otherGift(thing, line, facts) : null;
  if (other) return [other];
  const denied = withoutMinimum(hit, line, offer);
  return denied ? [denied] : unqualified(hit, line, offer, context);
}

/** "Free shipping on every order, no minimum" where a sum has to be spent first. */
function withoutMinimum(hit: TermHit, line: ParsedLine, { type, threshold, conditions }: Offer): Sighting | null {
  const said = deniedCondition(line);
  if (said === null) return null;
  if (type === 'buy-one-get-one' && /purchase/u.test(said))
    return {
      ...placed(hit),
      message: `"${written(hit, line)}" is said to need no purchase ("${said}"), and by the brief one is bought first; say so.`,
      fact: { path: 'offer.type', value: type },
    };
  const asked = threshold ? null : purchaseAsked(line, conditions);
  if (asked !== null)
    return {
      ...placed(hit),
      message: `"${written(hit, line)}" is said to ask for nothing ("${said}"), and the brief sets a condition (${asked}); name it.`,
      fact: { path: 'offer.conditions', value: asked },
    };
  if (!threshold) return null;
  return {
    ...placed(hit),
    message: `"${written(hit, line)}" is promised whatever is spent ("${said}"), and the brief asks for ${moneyWords(threshold)}; name that sum.`,
    fact: { path: 'offer.threshold', value: moneyWords(threshold) },
  };
}

function wrong({ hit, thing }: Claimed, line: ParsedLine, why: string, fact: Sighting['fact'] & {}): Sighting {
  return {
    ...placed(hit),
    message: `"${written(hit, line)}" promises ${thing.name}, and ${why}; take it out or mend the brief.`,
    fact,
  };
}

function unknown({ hit, thing }: Claimed, line: ParsedLine): Sighting {
  return {
    ...placed(hit),
    message: `"${written(hit, line)}" promises ${thing.name}; not evaluable: brief.offer.type is missing. Add the offer to the brief or take the word out.`,
    missing: 'offer.type',
  };
}

/** The condition must be known where the claim is made; that there is one, in a word, is enough for a subject line. */
function unqualified(hit: TermHit, line: ParsedLine, offer: Offer, context: RuleContext<Prepared>): Sighting[] {
  const { market, prepared } = context;
  const { conditions, threshold } = offer;
  if (!prepared.options.askForQualifier || hasQualifier(line, offer)) return [];
  const isUnconditional = threshold ? false : conditions ? conditions.length === 0 : threshold === null;
  if (isUnconditional) return [];
  const isStrict = prepared.options.strictIn.includes(market);
  const [first] = conditions ?? [];
  const why = threshold
    ? 'a sum has to be spent first'
    : first === undefined
      ? 'the brief does not say on what condition'
      : `the brief sets a condition (${first})`;
  const act =
    threshold || first !== undefined
      ? 'name it, as in "with" or "over"'
      : 'add offer.conditions, empty where there is none';
  return [
    {
      ...placed(hit),
      message: `"${written(hit, line)}" stands without its condition, and ${why}; ${act}.`,
      fact: threshold
        ? { path: 'offer.threshold', value: moneyWords(threshold) }
        : { path: 'offer.conditions', value: first ?? 'not given' },
      ...(!isStrict && { severity: 'warn' as const }),
    },
  ];
}

/** Whether a text of the brief says the same thing is free. */
function isStated(thing: FreeThing, facts: Facts, { finder }: Prepared): boolean {
  return textsStated(facts).some((text) =>
    finder.findIn({ literal: text, folded: () => foldText(text) }).some((hit) => {
      const stated = freeThing(text, hit.span, isDeal(hit));
      return (
        [...thing.named].some((word) => stated.named.has(word)) ||
        (stated.types[0] === thing.types[0] && thing.types.length === 1)
      );
    }),
  );
}

function written({ span }: TermHit, line: ParsedLine): string {
  return line.text.slice(span.start, span.end);
}

function placed({ span, rendering }: TermHit): Pick<Sighting, 'spans' | 'rendering'> {
  return { spans: [span], ...(rendering !== undefined && { rendering }) };
}
