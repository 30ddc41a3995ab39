/** Reads an item as the shop calls it, far enough to speak of it in a sentence. */
import { type GrammaticalNumber, type Noun, nounFor, words } from './nouns.ts';

/** "a slouchy shoulder bag in cocoa", taken apart. */
export type NounPhrase = {
  /** Without its article: "slouchy shoulder bag in cocoa". */
  readonly text: string;
  /** Without what trails behind the noun: "slouchy shoulder bag". */
  readonly short: string;
  readonly noun: Noun | null;
  /** `null` where it cannot be told; no shape that needs agreement takes it then. */
  readonly number: GrammaticalNumber | null;
  /** What to put before it: "a ", "an ", nothing; `null` where that cannot be told. */
  readonly article: string | null;
  /** A title or a name, which takes no article of ours: "The Salt Road", "the Harriet dress". */
  readonly isName: boolean;
  readonly color: string | null;
};

/** Take an item phrase apart. It gives up on a part rather than guess it. */
export function nounPhrase(item: string): NounPhrase {
  const [, given = '', bare = ''] = /^(?:(an?|some|the same)\s+)?(.*)$/iu.exec(item.trim()) ?? [];
  const isTitle = nameLike(bare);
  const text = isTitle ? bare : bare.replace(/^The\s/u, 'the ');
  const isName = isTitle || /^the\s/iu.test(text);
  const short = text.slice(0, isTitle ? commaIn(text) : tailStart(text));
  // "Cloud Cream Cleanser" is a product and a cleanser; "The Red Coat" may well be a book.
  const noun = isTitle && /^(?:an?|the)\s/iu.test(item.trim()) ? null : headNoun(short);
  const isPair = /\s(?:and|&)\s|,/u.test(short);
  const number = isPair || (isTitle && !noun) ? null : (noun?.number ?? guessedNumber(short, given));
  return {
    text,
    short,
    noun: isPair ? null : noun,
    number,
    article: isName ? null : articleFor(text, number),
    isName,
    color: colorOf(text),
  };
}

/** "a" or "an", by the sound the words begin with. */
export function indefinite(text: string): 'a' | 'an' {
  const [first = ''] = text.split(/[\s-]/u);
  if (/^(?:one|once|uni(?!n)|us[ae]|eu|ewe)/iu.test(first)) return 'a';
  if (/^(?:hour|honest|heir)/iu.test(first)) return 'an';
  // Letters said one by one: an SPF 40 sunscreen, a UV shirt.
  if (/^\p{Lu}{2,4}$/u.test(first)) return /^[AEFHILMNORSX]/u.test(first) ? 'an' : 'a';
  return /^[aeiou]/iu.test(first) ? 'an' : 'a';
}

function nameLike(text: string): boolean {
  const long = text.split(/\s+/u).filter((word) => word.length > 3);
  return /["“”«»]/u.test(text) || (long.length > 1 && long.every((word) => /^\p{Lu}\p{Ll}/u.test(word)));
}

function commaIn(text: string): number {
  const at = text.indexOf(',');
  return at > 0 ? at : text.length;
}

function tailStart(text: string): number {
  const tail = new RegExp(`(?:,|\\s(?:${words.openTails.join('|')})\\s|\\s\\()`, 'u').exec(text);
  return tail && tail.index > 0 && tail[0].trim() !== 'and' ? tail.index : text.length;
}

function headNoun(short: string): Noun | null {
  const each = short.split(/\s+/u);
  for (const length of [3, 2, 1]) {
    const noun = each.length >= length ? nounFor(each.slice(-length).join(' ')) : null;
    if (noun) return noun;
  }
  return null;
}

function guessedNumber(short: string, given: string): GrammaticalNumber | null {
  if (/^an?$/iu.test(given)) return 'one';
  return /[^sui]s$/iu.test(short) ? 'many' : null;
}

function articleFor(text: string, number: GrammaticalNumber | null): string | null {
  if (/^\d|^(?:two|three|four|five|six)\s/iu.test(text)) return '';
  if (number === 'one') return `${indefinite(text)} `;
  return number === null ? null : '';
}

function colorOf(text: string): string | null {
  const color = /\sin (\p{Ll}+(?: \p{Ll}+)?)$/u.exec(text)?.[1];
  return color && !/^(?:a|the|an|two|three|its|our)\b/u.test(color) ? color : null;
}
