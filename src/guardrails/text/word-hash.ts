/** Hashes of words that can be put together and taken apart, so that no piece of a line is hashed twice. */

/** The hash of a word is a polynomial of its units, so that the hash of two words written as one follows from theirs. */
export const hashBase = 0x01000193;

/** The hash with one more unit. */
export function hashOn(hash: number, unit: number): number {
  return (Math.imul(hash, hashBase) + unit) | 0;
}

/** The hash of two words written as one; the second has `length` units. */
export function hashOfBoth(one: number, other: number, length: number): number {
  return (Math.imul(one, powers[length] ?? 0) + other) | 0;
}

/** The hash of a folded word, as a cut would give it. */
export function hashOfWord(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = hashOn(hash, word.charCodeAt(at));
  return hash;
}

/** Longer words are no pieces of another. */
const powers = Int32Array.from({ length: 64 }, () => 1);
for (let at = 1; at < powers.length; at++) powers[at] = Math.imul(powers[at - 1] ?? 1, hashBase);

/** What a hash is multiplied by for `length` more units. */
export function powerOf(length: number): number {
  if (length < powers.length) return powers[length] ?? 0;
  let power = 1;
  for (let at = 0; at < length; at++) power = Math.imul(power, hashBase);
  return power;
}
