/** A YAML value that remembers where each piece of it was written. */
import type { FileMistake } from '../../domain/brand.ts';
import type { Json } from '../../domain/hash.ts';

/** A place in a file. Lines and columns count from 1. */
export type Place = Pick<FileMistake, 'file' | 'line' | 'column'>;

/** A value with places. A map keeps the place of each key beside its value. */
export type Placed =
  | { readonly kind: 'scalar'; readonly at: Place; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly at: Place; readonly items: readonly Placed[] }
  | { readonly kind: 'map'; readonly at: Place; readonly entries: ReadonlyMap<string, PlacedEntry> };

export type PlacedMap = Extract<Placed, { kind: 'map' }>;
export type PlacedEntry = { readonly keyAt: Place; readonly value: Placed };

/** The value without its places. */
export function plain(placed: Placed): Json {
  if (placed.kind === 'scalar') return placed.value;
  if (placed.kind === 'list') return placed.items.map(plain);
  return Object.fromEntries([...placed.entries].map(([key, { value }]) => [key, plain(value)]));
}

/** Where a path leads; where it leads nowhere, the last place on the way. */
export function placeOf(placed: Placed, path: readonly PropertyKey[]): Place {
  let here = placed;
  for (const step of path) {
    const next =
      here.kind === 'map'
        ? here.entries.get(String(step))?.value
        : here.kind === 'list'
          ? here.items[Number(step)]
          : undefined;
    if (!next) break;
    here = next;
  }
  return here.at;
}

/** Where a key of the map at `path` is written. */
export function keyPlaceOf(placed: Placed, path: readonly PropertyKey[], key: string): Place {
  let here: Placed | undefined = placed;
  for (const step of path) {
    if (here?.kind === 'map') here = here.entries.get(String(step))?.value;
    else if (here?.kind === 'list') here = here.items[Number(step)];
  }
  return (here?.kind === 'map' && here.entries.get(key)?.keyAt) || placeOf(placed, path);
}

/** A map with one entry more, or changed. */
export function withEntry(map: PlacedMap, key: string, entry: PlacedEntry): PlacedMap {
  return { ...map, entries: new Map([...map.entries, [key, entry]]) };
}

/** Say something of a place. */
export function mistakeAt(at: Place, message: string): FileMistake {
  return { file: at.file, line: at.line, column: at.column, message };
}
