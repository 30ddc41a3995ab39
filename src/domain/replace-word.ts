/** Putting one word, or several in a row, in the place of others throughout a text. */

/**
 * The text with every whole occurrence of `find` replaced, or `null` where there is none.
 * Case does not matter; an occurrence that begins with a capital gets a replacement that does too.
 */
export function replaceWord(text: string, find: string, replacement: string): string | null {
  const escaped = find.replace(/[.*+?^${}()|[\]\\/-]/gu, String.raw`\$&`);
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}\p{M}_])${escaped}(?![\p{L}\p{N}\p{M}_])`, 'giu');
  const replaced = text.replace(whole, (found) => (isCapital(found) ? capitalised(replacement) : replacement));
  return replaced === text ? null : replaced;
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function capitalised(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
}
