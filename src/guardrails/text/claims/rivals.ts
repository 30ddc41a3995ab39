/** Read in folded text what sets a thing above all others: "the only boot with a cork midsole", "nobody sells it for less". */
import type { Span } from '../../../domain/finding.ts';
import type { FoldedText } from '../fold.ts';
import { matchesOf } from '../matches-of.ts';
import { kindsNamed } from './product-kinds.ts';

/** A claim about rivals, and words of which a claim that proves it has one. */
export type Rival = { readonly span: Span; readonly provenBy: readonly string[]; readonly isLight: boolean };

/** Words of which every such claim has one. */
export const rivalSignals: readonly string[] = [
  ...['the only', 'nobody', 'no one', 'no other', 'no shop', 'no store'],
  ...[
    'biggest',
    'largest',
    'deepest',
    'in the world',
    'on earth',
    'on the market',
    'in america',
    'in britain',
    'in canada',
  ],
  ...[
    "america's",
    "britain's",
    "canada's",
    "europe's",
    "the nation's",
    'than any other',
    'than other',
    'than the leading',
  ],
];

const forLess =
  /(?<!\p{L})(?:nobody|no one|no other \p{L}+|no shop|no store)(?: else)? (?:sells?|makes?|offers?|has|charges?|gives?|beats?|can (?:beat|match|undercut))(?: [\p{L}\d'-]+){0,5}? (?:for less|cheaper|for a lower price|our prices?)(?!\p{L})/gu;
// "The only boots you need" is a way to speak; what the thing has or does can be proved.
const theOnly =
  /(?<!\p{L})the only (?<thing>(?:[\p{L}'-]+ ){0,3}?[\p{L}'-]+) (?:that (?!you|your|matters?|counts?)|with an? |(?:you'll find )?made (?:of|in|with|from) )/gu;

const place = '(?:in the world|on earth|on the market|in (?:america|britain|canada|europe|the country|the us|the uk))';
const superlative =
  '(?:most \\p{L}{3,}|(?!best|latest|newest|nearest|dearest|honest|modest|forest|harvest|latest)\\p{L}{2,}est)';
/** What is pointed out: "the softest socks in the world", "our biggest dress sale", "warmer than any other coat". */
const comparing: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    new RegExp(`(?<!\\p{L})the ${superlative}(?: [\\p{L}'-]+){1,3} ${place}(?!\\p{L}| of(?!\\p{L}))`, 'gu'),
    ['most', 'est '],
  ],
  [
    new RegExp(`(?<!\\p{L})(?:america|britain|canada|europe|the nation)'s ${superlative}(?!\\p{L})`, 'gu'),
    ['most', 'est '],
  ],
  [
    /(?<!\p{L})(?:our|the|season's|year's) (?:biggest|largest|deepest) (?:\p{L}+ )(?:sales?|deals?|discounts?|savings|event)(?!\p{L})/gu,
    ['big', 'larg', 'deep'],
  ],
  [
    /(?<!\p{L})(?:more \p{L}+|less \p{L}+|\p{L}{3,}er)(?: \p{L}+)? than (?:any other|the leading|other (?:brands?|leading))(?!\p{L})/gu,
    ['than', 'more', 'less'],
  ],
];

/** Every claim about rivals, with spans in the text as written. */
export function rivalsIn({ text, from, to }: FoldedText): readonly Rival[] {
  const span = (start: number, end: number): Span => ({ start: from[start] ?? 0, end: to[end - 1] ?? 0 });
  const prices = matchesOf(forLess, text).map(({ 0: said, index }) => ({
    span: span(index, index + said.length),
    provenBy: ['less', 'cheap', 'low', 'price'],
    isLight: false,
  }));
  const things = matchesOf(theOnly, text).flatMap(({ index, groups }) => {
    const thing = groups?.['thing'] ?? '';
    const isThing = kindsNamed(thing.split(' ').at(-1) ?? '') !== null;
    return isThing
      ? [{ span: span(index, index + 'the only '.length + thing.length), provenBy: ['only'], isLight: true }]
      : [];
  });
  const compared = comparing.flatMap(([shape, provenBy]) =>
    matchesOf(shape, text).map(({ 0: said, index }) => ({
      span: span(index, index + said.length),
      provenBy,
      isLight: true,
    })),
  );
  return [...prices, ...things, ...compared];
}
