/** Guess what somebody meant to write. */

/**
 * The known name nearest to a mistyped one, or `null` where none is near: at most one slip in three letters.
 * Case, blanks, hyphens and underscores do not count as slips. The first of several equally near names wins.
 */
export function nearestName(name: string, known: readonly string[]): string | null {
  const wanted = bare(name);
  if (wanted.length === 0 || wanted.length > 80) return null;
  let nearest: string | null = null;
  let fewest = Math.floor(wanted.length / 3) + 1;
  for (const candidate of known) {
    const other = bare(candidate);
    if (Math.abs(other.length - wanted.length) >= fewest) continue;
    const slips = editDistance(wanted, other);
    if (slips < fewest) [nearest, fewest] = [candidate, slips];
  }
  return nearest;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

/** Slips between two words: a letter too many, missing, wrong, or two swapped (optimal string alignment). */
function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? one.length;
}
