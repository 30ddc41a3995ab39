/** Latin letters in fancy dress: those of mathematics, wide ones, letters in circles and boxes, raised and small capital ones. */

/** Letters of mathematics and letterlike symbols, numerals that look like letters, and two letters of phonetics. */
const mathematical =
  '\\u{1d400}-\\u{1d6a5}\\u{1d6a8}-\\u{1d7cb}\\u2102\\u210a-\\u2113\\u2115\\u2118-\\u211d\\u2124\\u2128\\u212a\\u212c\\u212d\\u212f-\\u2134\\u2139\\u2145-\\u2149\\u2170\\u2174\\u217c-\\u217f\\u0251\\u0261';
const wide = '\\uff21-\\uff3a\\uff41-\\uff5a';
/** In circles, brackets and boxes, light and dark. */
const badged = '\\u249c-\\u24e9\\u{1f110}-\\u{1f12b}\\u{1f130}-\\u{1f149}\\u{1f150}-\\u{1f169}\\u{1f170}-\\u{1f189}';
/** Raised, lowered and small capital letters, which no language spells whole words with. */
const sized =
  '\\u1d00-\\u1d25\\u1d2c-\\u1d6a\\u1d9b-\\u1dbf\\u0262\\u026a\\u0274\\u0280\\u028f\\u0299\\u029c\\u029f\\u02b0-\\u02b8\\u02e0-\\u02e4\\u2071\\u207f\\u2090-\\u209c\\u2c7c\\ua730\\ua731\\ua7af';

/** The class of all of them, to be put into a regular expression with the flag `u`. */
export const fancyLetters: string = `${mathematical}${wide}${badged}${sized}`;

const dressed = new RegExp(`[${mathematical}${badged}]`, 'u');
const wideOnes = new RegExp(`[${wide}]`, 'u');
const allSized = new RegExp(`^[${sized}]{3,}$`, 'u');

/**
 * True for a word with such a letter in it. A letter alone is a sign ("Ⓜ", "ℝ", "🅰"), so is a mark after a name
 * ("LoomⓇ") and the liter of "mℓ"; "1ˢᵗ" and "Mˡˡᵉ" raise letters that stand on something.
 */
export function isFancyWord(word: string, allowWide: boolean): boolean {
  if (/^.$|^\p{Script=Latin}+[ⓇⒸⓅⓂ]$|^[kcdmµμ]ℓ$/u.test(word)) return false;
  return dressed.test(word) || (!allowWide && wideOnes.test(word)) || allSized.test(word);
}
