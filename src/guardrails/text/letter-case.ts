/** What the capitals of a line tell: where a sentence starts, and whether capitals mean anything here at all. */

/** True where a word at this offset begins the line, a sentence, or what follows a colon, dash, quote or emoji. */
export function opensSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at).trimEnd();
  return at === 0 || before === '' || /[.!?:;…\|•—–"“”«‘\(\ufffc\p{Extended_Pictographic}\ufe0f]$| -$/v.test(before);
}

/** True for a word in capitals throughout; one letter tells nothing. */
export function isCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/su.test(word) && word === word.toUpperCase();
}

/** True where capitals inside of the line tell nothing, because most of its words have one: Title Case, or ALL CAPS. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/(?<![\p{L}\p{N}'’])\p{L}[\p{L}'’]{2,30}/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word));
  return words.length >= 3 && capital.length * 4 >= words.length * 3;
}

/** Write `word` in the case of what it is to replace: capitals throughout, a first capital, or as it is. */
export function inCaseOf(written: string, word: string): string {
  if (isCapitals(written)) return word.toUpperCase();
  const first = written.charAt(0);
  return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}
