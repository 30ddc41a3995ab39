/** What Sørensen-Dice says of two numbers of letter pairs before anyone looks at the pairs. */

// Rounding must never leave out a text that reaches the threshold; one let in too much is found out by its very pairs.
const rounding = 1e-6;

/** The fewest and the most pairs a text may have that reaches the threshold with one of `count` pairs. */
export function pairsWithin(threshold: number, count: number): readonly [fewest: number, most: number] {
  const share = threshold / (2 - threshold);
  return [Math.ceil(count * share - rounding), Math.floor(count / share + rounding)];
}

/** The fewest pairs that texts of `one` and of `other` pairs must share to reach the threshold. */
export function leastShared(threshold: number, one: number, other: number): number {
  return Math.ceil((threshold * (one + other)) / 2 - rounding);
}
