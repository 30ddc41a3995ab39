/** What the writer knows of nouns: how they are counted and what sort of thing they name (data/embedded-writer). */
import * as z from 'zod';
import nounFile from '../../../data/embedded-writer/nouns.json' with { type: 'json' };
import wordFile from '../../../data/embedded-writer/words.json' with { type: 'json' };

const Names = z.array(z.string());
const NounFile = z.record(z.string(), z.strictObject({ place: z.string(), one: Names, many: Names, mass: Names }));
const WordFile = z.strictObject({
  groups: z.record(z.string(), Names),
  irregularPlurals: z.record(z.string(), z.string()),
  skincareOrder: z.record(z.string(), z.int().positive()),
  neutralColors: Names,
  paleColors: Names,
  openTails: Names,
  numberWords: Names,
  kin: z.array(Names),
  givenNames: Names,
  british: z.record(z.string(), z.string()),
});

/** Word lists besides the nouns. `kin` are things one sentence may speak of in each other's place. */
export const words = WordFile.parse(wordFile);

/** How a noun phrase agrees: one bag, many jeans, some compost. */
export type GrammaticalNumber = 'one' | 'many' | 'mass';

/** A noun of the lexicon in the form it was met in. */
export type Noun = {
  /** As met: "boots". */
  readonly form: string;
  readonly single: string;
  readonly plural: string;
  readonly number: GrammaticalNumber;
  readonly category: string;
  /** Where such things live at home, with its article. */
  readonly place: string;
};

const lexicon = buildLexicon();

/** The noun that `text` is, in lower case and as a whole ("duvet covers"), or `null` where the lexicon lacks it. */
export function nounFor(text: string): Noun | null {
  return lexicon.get(text.toLowerCase()) ?? null;
}

/** Whether a category is named, or belongs to a group that is named ("wear" holds "dress"). */
export function isAmong(category: string, names: readonly string[]): boolean {
  return names.some((name) => name === category || words.groups[name]?.includes(category));
}

function buildLexicon(): ReadonlyMap<string, Noun> {
  const nouns = new Map<string, Noun>();
  for (const [category, { place, one, many, mass }] of Object.entries(NounFile.parse(nounFile))) {
    const shared = { category, place };
    for (const single of one) {
      const plural = pluralOf(single);
      nouns.set(single, { ...shared, form: single, single, plural, number: 'one' });
      nouns.set(plural, { ...shared, form: plural, single, plural, number: 'many' });
    }
    for (const form of many) nouns.set(form, { ...shared, form, single: form, plural: form, number: 'many' });
    for (const form of mass) nouns.set(form, { ...shared, form, single: form, plural: form, number: 'mass' });
  }
  return nouns;
}

function pluralOf(single: string): string {
  const irregular = Object.entries(words.irregularPlurals).find(([, each]) => each === single);
  if (irregular) return irregular[0];
  if (/(?:s|x|z|ch|sh)$/.test(single)) return `${single}es`;
  return /[^aeiou]y$/.test(single) ? `${single.slice(0, -1)}ies` : `${single}s`;
}
