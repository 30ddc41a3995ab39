/** A list of words as one piece of a regular expression. */

/** An alternation with the longest first, so that no word hides a longer one. */
export function oneOf(words: Iterable<string>): string {
  return [...words]
    .sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
    .map((word) => word.replace(/[.+*?()|[\]/]/g, '\\$&'))
    .join('|');
}
