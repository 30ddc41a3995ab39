/** The table that folds a text unit by unit, made once from Unicode's own normalisation and a short list of look-alikes. */
import lookAlikes from '../../../data/lexicons/look-alikes.json' with { type: 'json' };

/** In the table: this unit leaves no trace. */
export const dropped = 0;

/** In the table: this unit becomes several, see `expansions`. U+FFFF is a noncharacter, so no unit folds to it. */
export const expands = 0xffff;

const handKept: ReadonlyMap<string, string> = new Map([
  ...Object.entries(lookAlikes.expansions),
  ...[lookAlikes.letters, lookAlikes.punctuation].flatMap((kind) =>
    Object.entries(kind).flatMap(([plain, others]) => [...others].map((other) => [other, plain] as const)),
  ),
]);

/** What each unit that becomes several units becomes. */
export const expansions: Map<number, string> = new Map();

/** For each UTF-16 unit its folded unit, `dropped` or `expands`. */
export const foldTable: Uint16Array = makeTable();

/** Fold one character by Unicode's rules and the look-alikes; the slow way, for the table and for astral characters. */
export function foldCharacter(character: string): string {
  const known = handKept.get(character);
  if (known !== undefined) return known;
  if (/[\p{DI}\uFFF9-\uFFFB]|(?![\t-\r\x85])\p{Cc}/u.test(character)) return '';
  if (/[\p{Z}\t-\r\x85]/u.test(character)) return ' ';
  // Trade marks, footnote figures and fractions are no letters of the word they stand at.
  if (/[™℠©®№\u00b2\u00b3\u00b9\u2070-\u2094\p{No}]/u.test(character) && !/[①-⓿⓪➀-➓]/u.test(character))
    return character;
  const badge = lettersInBadges(character);
  if (badge) return badge;
  let folded = '';
  for (const part of character.normalize('NFKD')) {
    if (isMark(part)) continue;
    folded += handKept.get(part) ?? lowered(part);
  }
  return folded.normalize('NFC');
}

// Only marks that go with any script are stripped, and never the two of kana: they make another letter.
function isMark(character: string): boolean {
  return /\p{M}/u.test(character) && /\p{Script=Inherited}/u.test(character) && !/[\u3099\u309a]/u.test(character);
}

function lowered(character: string): string {
  const lower = character.toLowerCase();
  return handKept.get(lower) ?? lower;
}

/** Negative circled and squared letters have no decomposition of their own (U+1F150 and U+1F170 blocks). */
function lettersInBadges(character: string): string | undefined {
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0x1f150 && point <= 0x1f169) return String.fromCharCode(0x61 + point - 0x1f150);
  // Regional indicators: a flag of two, and a word of more.
  if (point >= 0x1f1e6 && point <= 0x1f1ff) return String.fromCharCode(0x61 + point - 0x1f1e6);
  if (point >= 0x1f170 && point <= 0x1f189) return String.fromCharCode(0x61 + point - 0x1f170);
  return undefined;
}

function makeTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (let unit = 0; unit < 0x10000; unit++) {
    if (foldsToItself(unit)) continue;
    const character = String.fromCharCode(unit);
    if (isPlain(character)) continue;
    const folded = foldCharacter(character);
    if (folded.length === 1) table[unit] = folded.charCodeAt(0);
    else if (folded === '') table[unit] = dropped;
    else {
      table[unit] = expands;
      expansions.set(unit, folded);
    }
  }
  return table;
}

// Asked first of every unit, since the full fold costs ten times as much and most units need none.
function isPlain(character: string): boolean {
  if (handKept.has(character) || character.toLowerCase() !== character) return false;
  return character.normalize('NFKD') === character && !/[\p{M}\p{Z}\p{Cc}\p{DI}\ufff9-\ufffb]/u.test(character);
}

// Ideographs, Hangul, surrogates and private use: half the plane, and nothing in it to fold.
function foldsToItself(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0xa4cf) || (unit >= 0xac00 && unit <= 0xf8ff);
}
