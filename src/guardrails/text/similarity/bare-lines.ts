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
  /** The texts so far; what is added later does not change them. */
  readonly lines: () => BareLines;
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
  };
}

function larger<Units extends Uint16Array | Uint32Array>(from: Units, into: Units): Units {
  into.set(from);
  return into;
}

/** All texts of the lists in one list, the shortest first. */
export function inOrderOfLength(lists: readonly BareLines[]): BareLines {
  const count = lists.reduce((sum, list) => sum + list.count, 0);
  const ordered = {
    count,
    units: new Uint16Array(lists.reduce((sum, list) => sum + list.units.length, 0)),
    starts: new Uint32Array(count + 1),
    places: new Uint32Array(count),
  };
  const next = firstsOfLengths(lists);
  for (const list of lists)
    for (let at = 0; at < list.count; at++) {
      const [start, end] = [list.starts[at] ?? 0, list.starts[at + 1] ?? 0];
      const free = next[end - start] ?? { rank: 0, unit: 0 };
      ordered.units.set(list.units.subarray(start, end), free.unit);
      ordered.places[free.rank] = list.places[at] ?? 0;
      free.rank += 1;
      free.unit += end - start;
      ordered.starts[free.rank] = free.unit;
    }
  return ordered;
}

/** For each length, where the first text of that length stands among all texts in order of length. */
function firstsOfLengths(lists: readonly BareLines[]): { rank: number; unit: number }[] {
  const counts: number[] = [];
  for (const { count, starts } of lists)
    for (let at = 0; at < count; at++) {
      const length = (starts[at + 1] ?? 0) - (starts[at] ?? 0);
      while (counts.length <= length) counts.push(0);
      counts[length] = (counts[length] ?? 0) + 1;
    }
  let [rank, unit] = [0, 0];
  return counts.map((count, length) => {
    const first = { rank, unit };
    rank += count;
    unit += count * length;
    return first;
  });
}
