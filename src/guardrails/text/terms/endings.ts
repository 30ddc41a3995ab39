/** English endings a term may wear: plural, past, -ing, comparison, -ly. Stems are found by cutting, never by guessing. */

/** One way to get from a word to its stem: take off `cut` units, put on `add`. */
export type Ending = {
  readonly ending: string;
  readonly cut: number;
  readonly add: string;
  readonly kind: 'plain' | 'doubled';
};

const all: readonly Ending[] = [
  { ending: 's', cut: 1, add: '', kind: 'plain' },
  { ending: 'es', cut: 2, add: '', kind: 'plain' },
  { ending: 'ies', cut: 3, add: 'y', kind: 'plain' },
  { ending: 'ly', cut: 2, add: '', kind: 'plain' },
  { ending: 'ily', cut: 3, add: 'y', kind: 'plain' },
  ...['ed', 'er', 'ing', 'est'].flatMap((ending): Ending[] => [
    { ending, cut: ending.length, add: '', kind: 'plain' },
    { ending, cut: ending.length, add: 'e', kind: 'plain' },
    { ending: `i${ending}`, cut: ending.length + 1, add: 'y', kind: 'plain' },
    { ending, cut: ending.length + 1, add: '', kind: 'doubled' },
  ]),
];
const endings = all.filter(({ ending }) => ending !== 'iing');

// By the last two units, since these rule out nearly every ending: "coats" can only wear a plain "s".
const listed: (readonly Ending[])[] = [[]];
const listByUnits = Uint8Array.from({ length: 128 * 128 }, (_, units) => {
  const lastTwo = String.fromCharCode(units >> 7, units & 127);
  const wearable = endings.filter(({ ending }) => ending.endsWith(lastTwo) || lastTwo.endsWith(ending));
  return wearable.length === 0 ? 0 : listed.push(wearable) - 1;
});

/** The endings a word that ends at `end` may wear by its last two units; most words wear none. */
export function endingsFor(units: Uint16Array, end: number): readonly Ending[] {
  const before = units[end - 2] ?? 0;
  const last = units[end - 1] ?? 0;
  return before < 128 && last < 128 ? (listed[listByUnits[(before << 7) | last] ?? 0] ?? none) : none;
}

const none: readonly Ending[] = [];

/** Shorter terms take no ending, or "us" would find "used". */
const minStem = 3;

/** True where the word wears this ending on a stem that can take it. */
export function wears({ ending, cut, add, kind }: Ending, word: string): boolean {
  const stemEnd = word.length - cut;
  if (stemEnd + add.length < minStem || !word.endsWith(ending)) return false;
  const last = word.charCodeAt(stemEnd - 1);
  if (kind === 'doubled') return last === word.charCodeAt(stemEnd) && !isVowel(last);
  if (add === 'e') return !(last === 0x65 && stemEnd < minStem);
  const opensWithVowel = add === '' && ending !== 's' && ending !== 'es' && ending !== 'ly';
  return !(opensWithVowel && mustDouble(word, stemEnd));
}

/** True where the whole word is the stem, or the stem with an ending. */
export function isFormOf(stem: string, word: string): boolean {
  if (word === stem) return true;
  return endings.some((each) => stem === `${word.slice(0, -each.cut)}${each.add}` && wears(each, word));
}

// "fat" gives "fatter", so "fated" and "father" are other words; longer words and two vowels do not double for certain.
function mustDouble(word: string, end: number): boolean {
  if (end !== 3 && end !== 4) return false;
  const [last, middle, before] = [word.charCodeAt(end - 1), word.charCodeAt(end - 2), word.charCodeAt(end - 3)];
  return !isVowel(last) && !'wxy'.includes(String.fromCharCode(last)) && isVowel(middle) && !isVowel(before);
}

function isVowel(unit: number): boolean {
  return unit === 0x61 || unit === 0x65 || unit === 0x69 || unit === 0x6f || unit === 0x75;
}
