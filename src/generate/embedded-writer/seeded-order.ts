/** An order that looks random and is the same for the same seed. */

/** A number from 0 up to, not including, 1 for a seed and a text (FNV-1a, 32 bits, with a final mix). */
export function seededShare(seed: string, text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of `${seed}\u0000${text}`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** The things in the seed's order; equal shares keep their place. */
export function inSeededOrder<Thing>(
  things: readonly Thing[],
  seed: string,
  nameOf: (thing: Thing) => string,
): Thing[] {
  return things
    .map((thing) => ({ thing, share: seededShare(seed, nameOf(thing)) }))
    .sort((a, b) => a.share - b.share)
    .map(({ thing }) => thing);
}
