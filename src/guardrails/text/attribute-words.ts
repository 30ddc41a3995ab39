/** What a tag's attribute is called, spelled one way, so that a rule can name attributes that no dialect lists. */
import type { Tag } from './tags.ts';

/** What lists call the counts and sums they keep of a reader, where nobody says their type. */
export const numberAttributes: readonly string[] = [
  'points_or_balance',
  'points',
  'balance',
  'rewards',
  'credit',
  'credits',
  'miles',
  'order_total',
  'cart_total',
];

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
