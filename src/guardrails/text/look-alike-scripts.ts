/** Alphabets with letters that readers take for Latin ones, and words that pass for Latin by them. */
import { foldCharacter } from './fold-table.ts';

/** The alphabets by their Unicode names. */
export const lookAlikeScripts = [
  'Cyrillic',
  'Greek',
  'Armenian',
  'Cherokee',
  'Coptic',
  'Lisu',
  'Deseret',
  'Gothic',
] as const;
export type LookAlikeScript = (typeof lookAlikeScripts)[number];

/** The class of all their letters, to be put into a regular expression with the flag `u`. */
export const lookAlikeLetters: string = lookAlikeScripts.map((script) => `\\p{Script=${script}}`).join('');

const shapes = lookAlikeScripts.map((script) => ({ script, shape: new RegExp(`\\p{Script=${script}}`, 'u') }));

/** Which of these alphabets a word has letters of. */
export function lookAlikeScriptsOf(word: string): LookAlikeScript[] {
  return shapes.filter(({ shape }) => shape.test(word)).map(({ script }) => script);
}

// The same shape in most fonts. What merely resembles (small в, н, к, т, м) is not here, or "Москва" would be a disguise.
const sameShape = new Set('АВЕЅІЈКМНОРСТУХҮҺԀԚԜасеорѕіјухүһԁԛԝѵӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγινορυχϲϳ');

/** True where every letter has the shape of a Latin one. */
export function passesForLatin(word: string): boolean {
  return [...word].every((letter) =>
    /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter)
      ? sameShape.has(letter)
      : /^[a-z]$/.test(foldCharacter(letter)),
  );
}

/** The word in plain Latin letters, capitals kept; `null` where a letter of it reads as none or as several. */
export function inPlainLetters(word: string): string | null {
  let plain = '';
  for (const letter of word) {
    const folded = /^[A-Za-z]$/.test(letter) ? letter : foldCharacter(letter);
    if (!/^[A-Za-z]$/.test(folded)) return null;
    plain += isCapital(letter) ? folded.toUpperCase() : folded;
  }
  return plain;
}

/** Letters in dark circles and boxes are capitals without a small one beside them. */
function isCapital(letter: string): boolean {
  return /\p{Lu}/u.test(letter) || letter !== letter.toLowerCase() || (letter.codePointAt(0) ?? 0) >= 0x1f110;
}
