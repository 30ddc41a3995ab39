/** Keeps goods with an age limit out of mail to people who may be too young for them. */
import * as z from 'zod';
import lexicon from '../../../data/lexicons/age-restricted.json' with { type: 'json' };
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermFinder, TermHit } from '../text/find-terms.ts';
import { languageOf } from '../text/language.ts';
import type { TermMode } from '../text/terms/term.ts';
import { widestHits } from '../text/widest-hits.ts';

const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  /** Kinds of goods that need an age gate; add "knives" where their sale has an age limit (United Kingdom). */
  categories: z
    .array(z.enum(['alcohol', 'tobacco', 'gambling', 'cbd', 'knives']))
    .default(['alcohol', 'tobacco', 'gambling', 'cbd']),
  /** The brand's own goods with an age limit. */
  terms: z.array(Words).max(1000).default([]),
  /** Phrases in which a term means something else, besides those known. */
  exceptions: z.array(Words).max(10_000).default([]),
});

type Goods = { readonly term: string; readonly mode: TermMode; readonly named: string; readonly language: string };
type Prepared = { readonly goods: readonly Goods[]; readonly finder: TermFinder };

/** See docs/rules/age-alcohol-restricted.md. */
export const ageAlcoholRestricted = defineRule({
  id: 'age-alcohol-restricted',
  version: 1,
  summary: 'Goods with an age limit are named only to readers known to be old enough.',
  options: Options,
  on: false,
  severity: 'block',
  onMissingFacts: 'block',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      { line: 'Rosé all day', facts: { ageGate: true } },
      { line: 'Boots in whiskey brown, a dress in champagne satin', because: 'Colors.', facts: { ageGate: false } },
      { line: 'Rum raisin is back', facts: { ageGate: false } },
    ],
    bad: [
      { line: '[|Vodka|] sale for everyone', facts: { ageGate: false } },
      { line: '[|Rosé all day|]', facts: { ageGate: false } },
    ],
  },
  prepare: ({ categories, terms, exceptions }, ground): Prepared => {
    const own = terms.map((term) => goodsOf(term, 'word', 'goods with an age limit', 'en'));
    const goods = [...categories.flatMap(listedGoods), ...own];
    return { goods, finder: ground.terms(goods, [...lexicon.exceptions, ...exceptions]) };
  },
  check(line, { prepared: { goods, finder }, facts, locale }) {
    if (facts?.ageGate === true) return nothing;
    const hits = finder.find(line);
    if (hits.length === 0) return nothing;
    const spoken = languageOf(locale);
    const language = spoken in lexicon.categories.alcohol.foreign ? spoken : 'en';
    const meant = widestHits(
      hits.filter(({ index, span }) => {
        const known = goods[index];
        // Whiskey and champagne are called alike everywhere.
        const isSpoken = known?.language === language || known?.language === 'en';
        return isSpoken && !isColor(line.literal, span.start, span.end);
      }),
    );
    const sightings = meant.flatMap((hit) => {
      const known = goods[hit.index];
      return known ? [sighting(line.text, hit, known, facts?.ageGate)] : [];
    });
    return facts?.ageGate === false ? sightings : sightings.slice(0, 1);
  },
});

const notTheDrink: ReadonlySet<string> = new Set(lexicon.notTheDrink);

/** "Champagne satin", "whiskey brown boots", "a coat in merlot": a word of color or stuff stands right beside it. */
function isColor(text: string, start: number, end: number): boolean {
  const next = /^[\s-]{1,2}(\p{L}+)/u.exec(text.slice(end, end + 24))?.[1]?.toLowerCase();
  if (next !== undefined && notTheDrink.has(next)) return true;
  const before = /(\p{L}+)\s+in\s+(?:(?:deep|rich|dark|soft|warm|pale)\s+)?$/iu.exec(
    text.slice(Math.max(0, start - 40), start),
  )?.[1];
  return before !== undefined && notTheDrink.has(before.toLowerCase());
}

function listedGoods(category: keyof typeof lexicon.categories): Goods[] {
  const listed = lexicon.categories[category];
  const { named, words, foreign } = listed;
  const asTyped = 'exact' in listed ? listed.exact : [];
  return [
    ...words.map((term) => goodsOf(term, 'word', named, 'en')),
    ...asTyped.map((term) => goodsOf(term, 'exact', named, 'en')),
    ...Object.entries(foreign).flatMap(([language, terms]) =>
      terms.map((term) => goodsOf(term, 'word', named, language)),
    ),
  ];
}

function goodsOf(term: string, mode: TermMode, named: string, language: string): Goods {
  return { term, mode, named, language };
}

function sighting(
  text: string,
  { span, rendering }: TermHit,
  { named }: Goods,
  ageGate: boolean | undefined,
): Sighting {
  const written = text.slice(span.start, span.end);
  const seen = { spans: [span], ...(rendering !== undefined && { rendering }) };
  if (ageGate === undefined)
    return {
      message: `"${written}" offers ${named}, which has an age limit; not evaluable: brief.ageGate is missing. Say there whether everyone on the list is old enough, or leave the goods out.`,
      ...seen,
      missing: 'ageGate',
    };
  return {
    message: `"${written}" offers ${named}, and the brief says that readers may be too young for it; leave it out, or send to a list with an age gate.`,
    ...seen,
    fact: { path: 'ageGate', value: 'false' },
  };
}
