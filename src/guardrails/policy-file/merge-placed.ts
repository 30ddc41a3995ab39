/** Lay one policy file over the one it extends: maps merge, lists say what they do, anything else replaces. */
import type { FileMistake } from '../../domain/brand.ts';
import { mistakeAt, type Placed, type PlacedEntry, type PlacedMap, plain } from './placed.ts';

const directives: ReadonlySet<string> = new Set(['add', 'remove', 'replace']);

/** `over` laid over `base`; what cannot be done is pushed to `mistakes`. */
export function mergePlaced(base: PlacedMap, over: PlacedMap, mistakes: FileMistake[]): PlacedMap {
  const entries = new Map<string, PlacedEntry>(base.entries);
  for (const [key, entry] of over.entries) {
    const below = entries.get(key)?.value;
    entries.set(key, { keyAt: entry.keyAt, value: merged(below, entry.value, mistakes) });
  }
  return { kind: 'map', at: over.at, entries };
}

/** True for a map that says what to do with a list. */
function isListDirective(placed: Placed): placed is PlacedMap {
  return (
    placed.kind === 'map' && placed.entries.size > 0 && [...placed.entries.keys()].every((key) => directives.has(key))
  );
}

/** The list that a directive makes of the list below it. */
function directed(below: Placed | undefined, directive: PlacedMap, mistakes: FileMistake[]): Placed {
  let items = below?.kind === 'list' ? below.items : [];
  for (const [key, { keyAt, value }] of directive.entries) {
    if (value.kind !== 'list') {
      mistakes.push(mistakeAt(keyAt, `"${key}" must say a list`));
      continue;
    }
    if (key === 'replace') items = value.items;
    const held = new Set(items.map(nameOf));
    if (key === 'add') items = [...items, ...value.items.filter((item) => !held.has(nameOf(item)))];
    if (key !== 'remove') continue;
    const removed = new Set(value.items.map(nameOf));
    items = items.filter((item) => !removed.has(nameOf(item)));
    for (const item of value.items)
      if (!held.has(nameOf(item)))
        mistakes.push(mistakeAt(item.at, `cannot remove ${nameOf(item)}: the list does not hold it`));
  }
  return { kind: 'list', at: directive.at, items };
}

function merged(below: Placed | undefined, over: Placed, mistakes: FileMistake[]): Placed {
  if (isListDirective(over) && below?.kind !== 'map') return directed(below, over, mistakes);
  if (over.kind === 'map' && below?.kind === 'map') return mergePlaced(below, over, mistakes);
  return over;
}

/** An item's name. `remove: [guaranteed]` takes out `{ term: guaranteed, suggest: promised }`. */
function nameOf(item: Placed): string {
  const term = item.kind === 'map' ? item.entries.get('term') : undefined;
  return JSON.stringify(plain(term?.value ?? item));
}
