/** Tell what a line says is free from the words around: shipping, a trial, a sample, one more of the same, or a thing. */
import words from '../../../../data/lexicons/free-words.json' with { type: 'json' };
import type { Span } from '../../../domain/finding.ts';
import type { OfferType } from '../../../domain/offer.ts';
import { thingsNamed } from '../../text/claims/things-named.ts';
import { foldText } from '../../text/fold.ts';

/** What is free, and the words that name it. */
export type FreeThing = {
  readonly types: readonly OfferType[];
  /** What is free in a word of ours, for a message. */
  readonly name: string;
  /** Folded words near it that may name it, for comparison with the brief's. */
  readonly named: ReadonlySet<string>;
  /** What follows, folded: " returns, always". */
  readonly after: string;
};

const trial = { name: 'a free trial', types: ['trial'] } as const;
const kinds: readonly { name: string; words: ReadonlySet<string>; types: readonly OfferType[] }[] = [
  { name: 'free shipping', words: new Set(words.shipping), types: ['free-shipping'] },
  { ...trial, words: new Set(words.trial) },
  { name: 'a free sample', words: new Set(words.sample), types: ['sample', 'free-gift'] },
];
const deal = { name: 'one more for free', types: ['buy-one-get-one'] } as const;
const thing = { name: 'a thing for free', types: ['free-gift', 'sample', 'trial', 'buy-one-get-one'] } as const;
const ones: ReadonlySet<string> = new Set(words.deal);
const spans: ReadonlySet<string> = new Set(words.span);
const idle: ReadonlySet<string> = new Set(words.idle);

// What may follow "get one free"; any other word is the thing itself: "one free cookie tin".
const leadsOn =
  /^(?:on|in|with|when|while|through|thru|until|till|at|this|today|tonight|now|for|plus|and|or|all|every|any|if|by|from|to|your|our|the|ends|starts|is|too|just|only|online|instore|dans|sur|auf|im|bei)$/;

/** Characters in which what is free is named. */
const reach = 32;

/** What the hit at this place says is free. A word after it decides before one ahead of it ("ships free"). */
export function freeThing(literal: string, { start, end }: Span, isDeal: boolean): FreeThing {
  const following = foldText(literal.slice(end, end + reach)).text;
  const after = wordsIn(clauseAfter(following)).slice(0, 3);
  const before = wordsIn(foldText(literal.slice(Math.max(0, start - reach), start)).text).slice(-3);
  const inside = wordsIn(foldText(literal.slice(start, end)).text);
  const named = new Set([...after, ...before].filter((word) => word.length > 2 && !idle.has(word)));
  const seen = { named, after: following };
  // "Get one free", and not "one free candle".
  const isNamed = thingsNamed(following.trim()).length > 0;
  const isOne = ones.has(before.at(-1) ?? '') && !isNamed && (after.length === 0 || leadsOn.test(after[0] ?? ''));
  if (isDeal || isOne) return { ...deal, ...seen };
  if (spans.has(after[0] ?? '') || (/^\d/.test(before.at(-2) ?? '') && spans.has(before.at(-1) ?? '')))
    return { ...trial, ...seen };
  const kind =
    kinds.find((one) => [...inside, ...after].some((word) => one.words.has(word))) ??
    (isNamed ? undefined : kinds.find((one) => before.some((word) => one.words.has(word))));
  return { name: kind?.name ?? thing.name, types: kind?.types ?? thing.types, ...seen };
}

/** Up to where the thought ends. */
function clauseAfter(text: string): string {
  return text.split(/[.!?;:]/u, 1)[0] ?? '';
}

function wordsIn(folded: string): string[] {
  return folded.match(/[\p{L}\d$]+/gu) ?? [];
}
