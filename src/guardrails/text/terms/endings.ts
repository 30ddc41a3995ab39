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

/** All forms that a stem can take, itself left out; some of them no English word. */
export function formsOf(stem: string): string[] {
  return endings.flatMap((each) => {
    const form = formWith(stem, each);
    return form !== null && wears(each, form) ? [form] : [];
  });
}

function formWith(stem: string, { ending, add, kind }: Ending): string | null {
  if (kind === 'doubled') return stem + stem.charAt(stem.length - 1) + ending;
  return stem.endsWith(add) ? stem.slice(0, stem.length - add.length) + ending : null;
}

/** Shorter terms take no ending, or "us" would find "used". */
const minStem = 3;

/** True where the word wears this ending on a stem that can take it. */
function wears({ ending, cut, add, kind }: Ending, word: string): boolean {
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
