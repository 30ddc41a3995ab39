/** Texts without white space, laid end to end in typed arrays: a million of them are no more objects than ten. */

/** Bare texts and their places in the list they come from. Not to be changed. */
export type BareLines = {
  readonly count: number;
  /** UTF-16 units of all texts, one after the other. */
  readonly units: Uint16Array;
  /** Where each text starts in `units`; one more entry says where the last one ends. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
};

/** Bare texts that grow in number. */
export type GrowingLines = {
  readonly count: () => number;
  readonly add: (bare: string, place: number) => void;
  /** The texts so far: a view that later additions do not change, and `clear` may. */
  readonly lines: () => BareLines;
  readonly clear: () => void;
};

/** An empty list; it takes no room before its first text. */
export function growingLines(): GrowingLines {
  let units = new Uint16Array(0);
  let starts = new Uint32Array(1);
  let places = new Uint32Array(0);
  let count = 0;
  let end = 0;
  return {
    count: () => count,
    add: (bare, place) => {
      if (end + bare.length > units.length) units = larger(units, new Uint16Array(2 * (end + bare.length)));
      if (count === places.length) {
        places = larger(places, new Uint32Array(2 * count + 8));
        starts = larger(starts, new Uint32Array(2 * count + 9));
      }
      for (let at = 0; at < bare.length; at++) units[end + at] = bare.charCodeAt(at);
      places[count] = place;
      end += bare.length;
      count += 1;
      starts[count] = end;
    },
    lines: () => ({
      count,
      units: units.subarray(0, end),
      starts: starts.subarray(0, count + 1),
      places: places.subarray(0, count),
    }),
    clear: () => {
      count = 0;
      end = 0;
    },
  };
}

function larger<Units extends Uint16Array | Uint32Array>(from: Units, into: Units): Units {
  into.set(from);
  return into;
}

/** All texts of the lists in a list of their own, the shortest first. */
export function inOrderOfLength(lists: readonly BareLines[]): BareLines {
  const count = lists.reduce((sum, list) => sum + list.count, 0);
  const units = new Uint16Array(lists.reduce((sum, list) => sum + list.units.length, 0));
  const starts = new Uint32Array(count + 1);
  const places = new Uint32Array(count);
  const ranks = ranksByLength(lists, count);
  let nth = 0;
  for (const list of lists)
    for (let at = 0; at < list.count; at++) starts[(ranks[nth++] ?? 0) + 1] = lengthOf(list, at);
  for (let rank = 0; rank < count; rank++) starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  nth = 0;
  for (const list of lists)
    for (let at = 0; at < list.count; at++) {
      const rank = ranks[nth++] ?? 0;
      places[rank] = list.places[at] ?? 0;
      units.set(list.units.subarray(list.starts[at], list.starts[at + 1]), starts[rank]);
    }
  return { count, units, starts, places };
}

/** The rank of each text among all, in the order of the lists. */
function ranksByLength(lists: readonly BareLines[], count: number): Uint32Array {
  const next: number[] = [];
  for (const list of lists)
    for (let at = 0; at < list.count; at++) {
      const length = lengthOf(list, at);
      while (next.length <= length) next.push(0);
      next[length] = (next[length] ?? 0) + 1;
    }
  let before = 0;
  for (const [length, sameLength] of next.entries()) {
    next[length] = before;
    before += sameLength;
  }
  const ranks = new Uint32Array(count);
  let nth = 0;
  for (const list of lists)
    for (let at = 0; at < list.count; at++) {
      const length = lengthOf(list, at);
      const rank = next[length] ?? 0;
      ranks[nth++] = rank;
      next[length] = rank + 1;
    }
  return ranks;
}

/** UTF-16 units of one text. */
export function lengthOf({ starts }: BareLines, at: number): number {
  return (starts[at + 1] ?? 0) - (starts[at] ?? 0);
}
