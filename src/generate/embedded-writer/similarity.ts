/** How alike two lines read: Dice's coefficient over letter pairs of their words. */

/** 0 for nothing in common to 1 for the same words. Case and punctuation do not count. */
export function similarity(a: string, b: string): number {
  const pairsOfA = letterPairs(a);
  const pairsOfB = letterPairs(b);
  const total = pairsOfA.length + pairsOfB.length;
  if (total === 0) return 1;
  const left = new Map<string, number>();
  for (const pair of pairsOfA) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairsOfB) {
    const count = left.get(pair) ?? 0;
    if (count > 0) {
      common += 1;
      left.set(pair, count - 1);
    }
  }
  return (2 * common) / total;
}

function letterPairs(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) =>
    Array.from({ length: Math.max(word.length - 1, 1) }, (_, at) => word.slice(at, at + 2)),
  );
}
