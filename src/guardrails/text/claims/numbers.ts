/** Numbers as people write them in copy: digits with either decimal sign, and words. All on folded text. */
import words from '../../../../data/lexicons/figure-words.json' with { type: 'json' };

/** The source of a pattern for a number in digits: "1,000", "19,99", "12.5". */
export const digitsSource = "\\d{1,9}(?:[.,']\\d{3}){0,3}(?:[.,]\\d{1,2}(?!\\d))?";

const units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const values = new Map<string, number>([
  ...units.map((word, at) => [word, at + 1] as const),
  ...teens.map((word, at) => [word, at + 10] as const),
  ...tens.map((word, at) => [word, (at + 2) * 10] as const),
  ...Object.entries(words.tens).flatMap(([value, names]) => names.map((word) => [word, Number(value)] as const)),
  ['hundred', 100],
  ['a hundred', 100],
  ['one hundred', 100],
]);

/** The source of a pattern for a number from 1 to 100 in words. */
export const wordsSource = `(?:(?:${tens.join('|')})[ -](?:${units.join('|')})|${alternatives([...values.keys()])})`;

/** The value of a number in digits or words, in hundredths; `null` where it is neither. */
export function hundredthsOf(written: string): number | null {
  if (/^\d/.test(written)) return hundredthsOfDigits(written);
  const known = values.get(written);
  if (known !== undefined) return known * 100;
  const [ten, unit] = written.split(/[ -]/);
  const value = (values.get(ten ?? '') ?? 0) + (values.get(unit ?? '') ?? 0);
  return value > 0 ? value * 100 : null;
}

// One or two figures after the last sign are decimals, three are thousands, in any language.
function hundredthsOfDigits(written: string): number {
  const [, whole = '', decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(written) ?? [];
  return Number.parseInt(whole.replace(/o/g, '0').replace(/[^\d]/g, ''), 10) * 100 + Number(decimals.padEnd(2, '0'));
}

/** The source of a pattern for any of some folded words or phrases, the longest first. */
export function alternatives(phrases: readonly string[]): string {
  return [...phrases]
    .sort((one, other) => other.length - one.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ -]{1,2}'))
    .join('|');
}

/** A pattern for text that ends in one of these phrases, perhaps with an article and a space after it. */
export function endingIn(phrases: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${alternatives(phrases)})(?: an?| un| un'| the)?:?[ -]{0,2}$`, 'u');
}

/** A pattern for text that begins with one of these phrases after at most two spaces or hyphens. */
export function beginningWith(phrases: readonly string[]): RegExp {
  return new RegExp(`^[ -]{0,2}(?:${alternatives(phrases)})(?!\\p{L})`, 'u');
}
