/** What a tag's attribute is called, spelled one way, so that a rule can name attributes that no dialect lists. */
import type { Span } from '../../domain/finding.ts';
import type { ParsedLine } from './parsed-line.ts';
import type { Tag } from './tags.ts';

/** A tag's attribute as words in lower case: `loyalty_points` for "person.LoyaltyPoints" or "Loyalty Points". */
export function attributeWords(tag: Pick<Tag, 'canonical' | 'attribute'>): string {
  if (tag.canonical !== null) return tag.canonical;
  const last = (tag.attribute ?? '').split(/[.:]/).at(-1) ?? '';
  return last
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '_')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}

// A shop's own address or phone is no reader's.
const ofTheShop = /^(?:store|shop|branch|location|company|support|service|brand|product|pickup|nearest|our)_/;

/** The listed name that the attribute is, or ends in ("home_phone" in "phone"); `null` where it is none of them. */
export function listedAs(words: string, names: ReadonlySet<string>): string | null {
  if (names.has(words)) return words;
  if (ofTheShop.test(words)) return null;
  for (let at = words.indexOf('_'); at >= 0; at = words.indexOf('_', at + 1)) {
    const tail = words.slice(at + 1);
    // "product_full_name" is none; only whole names of people are names.
    if (names.has(tail) && !tail.endsWith('name')) return tail;
  }
  return null;
}

/** Tags that print a listed attribute, and broken or foreign ones that were meant to, with the name it is listed by. */
export function tagsPrinting(
  { tags, tagFaults }: Pick<ParsedLine, 'tags' | 'tagFaults'>,
  names: ReadonlySet<string>,
): { readonly span: Span; readonly name: string }[] {
  const found = new Map<number, { span: Span; name: string }>();
  const add = (span: Span, words: string) => {
    const name = listedAs(words, names);
    if (name !== null && !found.has(span.start)) found.set(span.start, { span, name });
  };
  for (const tag of tags) if (tag.kind === 'value') add(tag.span, attributeWords(tag));
  // A conditional that misspells what it asks for still prints nothing.
  const asking = new Set(tags.flatMap(({ kind, span }) => (kind === 'control' ? [span.start] : [])));
  for (const { span, means } of tagFaults) if (means && !asking.has(span.start)) add(span, means);
  return [...found.values()];
}
