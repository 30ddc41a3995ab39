/** Pours material into one shape, and gives every line that comes out whole. */
import type { Brand } from '../../domain/brand.ts';
import type { Angle } from '../../domain/candidate.ts';
import { fits, suits } from './fits-shape.ts';
import type { Material } from './material.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { words } from './nouns.ts';
import type { Shape } from './shape.ts';
import { type Picks, slotWords } from './slot-words.ts';

/** A line before it is chosen. */
export type Draft = {
  readonly text: string;
  readonly angle: Angle;
  readonly shape: Shape;
  /** Graphemes as the reader with the longest name sees it. */
  readonly graphemes: number;
  /** Whether it names something the cohort is shown. */
  readonly names: boolean;
  /** The color it speaks of, if it does. */
  readonly color: string | null;
  /** The offer's words in it, if it carries them. */
  readonly deal: string | null;
};

/**
 * Limits of a drafted line in graphemes, as the reader with the longest name sees it. Under the least it says nothing;
 * 50 is where Outlook cuts a subject and where a calm policy begins to warn.
 */
const draftGraphemes = { least: 12, most: 50 } as const;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** All lines a shape gives with this material, none twice: one per item, claim or promise that fits it. */
export function fillShape(shape: Shape, material: Material, brand: Brand, locale: string): Draft[] {
  if (!suits(shape, material, brand)) return [];
  const drafts = picksFor(shape, material)
    .filter((picks) => fits(shape, material, picks))
    .flatMap((picks) =>
      sourcesOf(shape, material).flatMap((template) => draft(template, shape, picks, material, locale)),
    );
  return [...new Map(drafts.map((each) => [each.text, each])).values()];
}

function picksFor(shape: Shape, { items, haves }: Material): Picks[] {
  const rotated = items.map((_, at) => [...items.slice(at), ...items.slice(0, at)]);
  const usesHave = /\bhaves?\b/u.test(shape.text) || shape.had !== undefined || shape.needs.length > 0;
  const orders = rotated.length > 0 ? rotated : [[]];
  return orders.flatMap((order) =>
    (usesHave && haves.length > 0 ? haves : [null]).map((have) => ({ items: order, have })),
  );
}

/** Claims and promises are sentences of the brief's own; each of them is a text by itself. */
function sourcesOf({ text }: Shape, { claims, promises }: Material): string[] {
  if (text.includes('{claim}')) return claims.map((claim) => text.replace('{claim}', () => claim));
  if (text.includes('{promise}')) return promises.map((promise) => text.replace('{promise}', () => promise));
  return [text];
}

function draft(template: string, shape: Shape, picks: Picks, material: Material, locale: string): Draft[] {
  let whole = true;
  const filled = spelled(template, locale).replace(/\{([^{}]+)\}/gu, (_, slot: string) => {
    const filling = slotWords(slot, picks, material);
    whole &&= filling !== null;
    return slot === 'place' ? spelled(filling ?? '', locale) : (filling ?? '');
  });
  if (!whole) return [];
  const text = capitalised(filled);
  const seen = material.name === null ? text : text.replace(material.name.tag, () => material.name?.longest ?? '');
  const graphemes = [...segmenter.segment(seen)].length;
  if (graphemes < draftGraphemes.least || graphemes > draftGraphemes.most || stammers(seen) || greets(seen)) return [];
  if (picks.items.some(({ text: item }) => opensWithCapital(item) && filled.indexOf(item) > 0)) return [];
  const deal = /\{(?:coming )?deal\}/u.test(template) ? (material.offer?.deal ?? null) : null;
  const [color = null] = picks.items.flatMap((item) =>
    item.color && text.toLowerCase().includes(item.color) ? item.color : [],
  );
  const names = picks.items.some((item) => isNamed(item, text));
  return [{ text, angle: shape.angle, shape, graphemes, names, color, deal }];
}

function capitalised(text: string): string {
  return text.replace(/(^|[.?!] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function isNamed({ short, noun }: NounPhrase, text: string): boolean {
  const lower = ` ${text.toLowerCase()}`;
  return lower.includes(short.toLowerCase()) || (noun !== null && lower.includes(` ${noun.single}`));
}

/** "Slip skirt" may open a line; inside one its capital would look like a slip. Names may stand anywhere. */
function opensWithCapital(item: string): boolean {
  return /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(item);
}

/** "Olive, navy or rust?" would read as a word to somebody called Olive. */
function greets(text: string): boolean {
  const [, first = ''] = /^(\p{L}+)[,:]/u.exec(text) ?? [];
  return words.givenNames.includes(first.toLowerCase());
}

function stammers(text: string): boolean {
  return /\b(\p{L}+),? \1\b/iu.test(text);
}

/** The shape's own words in the reader's spelling; what is in braces is a slot or the brief's, and left alone. */
function spelled(text: string, locale: string): string {
  if (!/^en-(?:GB|IE|AU|NZ)/u.test(locale)) return text;
  return text.replace(/\{[^{}]*\}|\b\p{L}+\b/gu, (word) => {
    const british = words.british[word.toLowerCase()];
    if (!british) return word;
    return word === word.toLowerCase() ? british : british.charAt(0).toUpperCase() + british.slice(1);
  });
}
