/** English endings a term may wear: plural, past, -ing, comparison, -ly. Stems are found by cutting, never by guessing. */

/** One way to get from a word to its stem: take off `cut` units, put on `add`. */
type Ending = {
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
const endingsByUnits: readonly (readonly Ending[])[] = Array.from({ length: 128 * 128 }, (_, units) => {
  const lastTwo = String.fromCharCode(units >> 7, units & 127);
  return endings.filter(({ ending }) => ending.endsWith(lastTwo) || lastTwo.endsWith(ending));
});

/** The endings a word may wear by its last two units; most words wear none. */
export function endingsFor(text: string, end: number): readonly Ending[] {
  const before = text.charCodeAt(end - 2);
  const last = text.charCodeAt(end - 1);
  return before < 128 && last < 128 ? (endingsByUnits[(before << 7) | last] ?? none) : none;
}

const none: readonly Ending[] = [];

/** Shorter terms take no ending, or "us" would find "used". */
const minStem = 3;

/** True where the word in `text` from `start` to `end` wears this ending on a stem that can take it. */
export function wears({ ending, cut, add, kind }: Ending, text: string, start: number, end: number): boolean {
  const stemEnd = end - cut;
  if (stemEnd - start + add.length < minStem || !text.startsWith(ending, end - ending.length)) return false;
  const last = text.charCodeAt(stemEnd - 1);
  if (kind === 'doubled') return last === text.charCodeAt(stemEnd) && !isVowel(last);
  if (add === 'e') return !(last === 0x65 && stemEnd - start < minStem);
  const opensWithVowel = add === '' && ending !== 's' && ending !== 'es' && ending !== 'ly';
  return !(opensWithVowel && mustDouble(text, start, stemEnd));
}

/** True where the whole word is the stem, or the stem with an ending. */
export function isFormOf(stem: string, text: string, start: number, end: number): boolean {
  if (text.startsWith(stem, start) && end - start === stem.length) return true;
  for (const ending of endingsFor(text, end)) {
    if (end - start - ending.cut + ending.add.length !== stem.length || !wears(ending, text, start, end)) continue;
    if (`${text.slice(start, end - ending.cut)}${ending.add}` === stem) return true;
  }
  return false;
}

// "fat" gives "fatter", so "fated" and "father" are other words; longer words and two vowels do not double for certain.
function mustDouble(text: string, start: number, end: number): boolean {
  if (end - start !== 3 && end - start !== 4) return false;
  const [last, middle, before] = [text.charCodeAt(end - 1), text.charCodeAt(end - 2), text.charCodeAt(end - 3)];
  return !isVowel(last) && !'wxy'.includes(String.fromCharCode(last)) && isVowel(middle) && !isVowel(before);
}

function isVowel(unit: number): boolean {
  return unit === 0x61 || unit === 0x65 || unit === 0x69 || unit === 0x6f || unit === 0x75;
}
