/** Keeps oaths, obscenities and slurs out of a line, without taking Scunthorpe for one. */
import * as z from 'zod';
import profanityWords from '../../../data/lexicons/profanity.json' with { type: 'json' };
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermFinder, TermHit } from '../text/find-terms.ts';
import { languageOf } from '../text/language.ts';
import type { TermMode } from '../text/terms/term.ts';
import { widestHits } from '../text/widest-hits.ts';

const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  /** Words of the list that this brand may use. */
  allow: z.array(Words).max(1000).default([]),
  /** Point out mild words too, such as "damn". */
  mild: z.boolean().default(true),
  /** Phrases in which a word means something else, besides those known. */
  exceptions: z.array(Words).max(10_000).default([]),
});

type Oath = { readonly term: string; readonly mode: TermMode; readonly isMild: boolean; readonly language: string };
type Prepared = { readonly finder: TermFinder; readonly oaths: readonly Oath[] };

/** Stands for every language in the list. */
const everywhere = '*';

/** See docs/rules/profanity.md. */
export const profanity = defineRule({
  id: 'profanity',
  version: 1,
  summary: 'No oaths, obscenities or slurs, in the language of the line.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      { line: 'Shiitake season is here' },
      { line: 'Pussy willow wreaths for the door' },
      { line: 'Dick’s Sporting Goods and a picnic in Scunthorpe' },
    ],
    bad: [
      { line: '[|Damn|] good deals', because: 'Mild: a warning.' },
      { line: 'The [|badass|] boot', because: 'Mild too; a brand of that tone may allow it.' },
      { line: '[|Sh*t|], the coats are back' },
    ],
  },
  prepare: ({ allow, mild, exceptions }, ground): Prepared => {
    const allowed = new Set(allow.map(lettersOf));
    const oaths = allOaths().filter(({ term, isMild }) => !allowed.has(lettersOf(term)) && (mild || !isMild));
    return { oaths, finder: ground.terms(oaths, [...profanityWords.exceptions, ...exceptions]) };
  },
  check(line, { prepared: { finder, oaths }, locale }) {
    const hits = finder.find(line);
    if (hits.length === 0) return nothing;
    const language = languageOf(locale);
    const known = hits.filter(({ index }) => {
      const spoken = oaths[index]?.language;
      return spoken === language || spoken === everywhere;
    });
    return widestHits(known).flatMap((hit) => {
      const oath = oaths[hit.index];
      return oath ? [sighting(line.text, hit, oath)] : [];
    });
  },
});

/** "bad-ass" and "badass" are one word to whoever allows it. */
function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[\s-]/gu, '');
}

function allOaths(): Oath[] {
  return Object.entries(profanityWords.words).flatMap(([language, words]) => {
    const listed = (terms: readonly string[], rest: Omit<Oath, 'term'>): Oath[] =>
      terms.map((term) => ({ term, ...rest }));
    const known = 'everywhere' in words ? words.everywhere : [];
    return [
      ...listed(known, { mode: 'word', isMild: false, language: everywhere }),
      ...listed(words.strong, { mode: 'word', isMild: false, language }),
      ...listed('exact' in words ? words.exact : [], { mode: 'exact', isMild: false, language }),
      ...listed(words.mild, { mode: 'word', isMild: true, language }),
    ];
  });
}

function sighting(text: string, { span, rendering }: TermHit, { term, isMild }: Oath): Sighting {
  const written = text.slice(span.start, span.end);
  const what = isMild ? 'a mild oath that some readers mind' : 'profane or a slur';
  const which = written.toLowerCase() === term.toLowerCase() || isMild ? '' : ' in disguise';
  return {
    message: `"${written}" is ${what}${which}; say it another way.`,
    spans: [span],
    ...(rendering !== undefined && { rendering }),
    ...(isMild && { severity: 'warn' as const }),
  };
}
