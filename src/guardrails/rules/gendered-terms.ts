/** Keeps a line from taking readers for a man or a woman by their name or by what they bought. */
import * as z from 'zod';
import lexicon from '../../../data/lexicons/gendered-terms.json' with { type: 'json' };
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermFinder, TermHit } from '../text/find-terms.ts';
import { type AddressKind, takesGenderForGranted } from '../text/gendered-address.ts';
import { languageOf } from '../text/language.ts';
import { nameTagsIn, secondPersonIn } from '../text/reader-address.ts';
import { widestHits } from '../text/widest-hits.ts';

const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  /** The brand's own words of gendered address, besides those known. */
  terms: z.array(Words).max(1000).default([]),
  /** Phrases in which a word addresses nobody, besides those known. */
  exceptions: z.array(Words).max(10_000).default([]),
});

type Word = { readonly term: string; readonly mode: 'word'; readonly kind: AddressKind; readonly language: string };
type Prepared = { readonly words: readonly Word[]; readonly finder: TermFinder };

/** Stands for every language. */
const everywhere = '*';

/** See docs/rules/gendered-terms.md. */
export const genderedTerms = defineRule({
  id: 'gendered-terms',
  version: 2,
  summary: 'No reader is taken for a man or a woman by their name or by what they bought.',
  options: Options,
  on: true,
  severity: 'warn',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      { line: 'Women’s coats, 20% off', because: 'A department.' },
      { line: 'For her: gifts under $50' },
      { line: 'Your boyfriend jeans, back in stock' },
      {
        line: 'Ladies, your coats are in',
        facts: { cohort: { externalId: 'w', name: 'Women', who: 'Told us', bought: [], declared: ['gender'] } },
        because: 'They said so themselves.',
      },
    ],
    bad: [
      { line: '[|Ladies|], Loren here is your edit' },
      { line: 'Loren, treat the [|wife|]' },
      { line: 'Dear [|Mrs|]. {FNAME}, the coats are in' },
    ],
  },
  prepare: ({ terms, exceptions }, ground): Prepared => {
    const words = [...knownWords(), ...terms.map((term) => word(term, 'group', everywhere))];
    return { words, finder: ground.terms(words, [...lexicon.exceptions, ...exceptions]) };
  },
  check(line, { prepared: { finder, words }, facts, locale }) {
    if (facts?.cohort?.declared?.includes('gender')) return nothing;
    const hits = finder.find(line);
    if (hits.length === 0) return nothing;
    const language = languageOf(locale);
    const nameTags = nameTagsIn(line);
    const hasSecondPerson = secondPersonIn(line, locale).length > 0;
    const telling = hits.filter(({ index, span }) => {
      const known = words[index];
      if (!known || (known.language !== language && known.language !== everywhere)) return false;
      const { term, kind } = known;
      return takesGenderForGranted({ text: line.literal, span, word: term, kind, hasSecondPerson, nameTags });
    });
    return widestHits(telling).flatMap((hit) => {
      const known = words[hit.index];
      return known ? [sighting(line.text, hit, known)] : [];
    });
  },
});

function word(term: string, kind: AddressKind, language: string): Word {
  return { term, mode: 'word', kind, language };
}

function knownWords(): Word[] {
  const { groups, singles, partners, titles, greetings, always } = lexicon;
  const inLanguages = (lists: Readonly<Record<string, readonly string[]>>, kind: AddressKind) =>
    Object.entries(lists).flatMap(([language, terms]) => terms.map((term) => word(term, kind, language)));
  return [
    ...always.map((term) => word(term, 'always', everywhere)),
    ...inLanguages(groups, 'group'),
    ...inLanguages(singles, 'single'),
    ...inLanguages(partners, 'partner'),
    ...inLanguages(greetings, 'greeting'),
    ...titles.map((term) => word(term, 'title', everywhere)),
    word('for her', 'pronoun', 'en'),
    word('for him', 'pronoun', 'en'),
  ];
}

function sighting(text: string, { span, rendering }: TermHit, { kind }: Word): Sighting {
  const whose = kind === 'partner' ? 'the gender of the reader’s partner' : 'the reader’s gender';
  return {
    message: `"${text.slice(span.start, span.end)}" takes ${whose} for granted, which a name or a purchase does not tell; address everyone alike, or name a department.`,
    spans: [span],
    fact: { path: 'cohort.declared' },
    ...(rendering !== undefined && { rendering }),
  };
}
