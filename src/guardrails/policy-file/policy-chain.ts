/** A policy file and the files it extends, the ground first. */
import type { FileMistake } from '../../domain/brand.ts';
import { parsePlaced } from './parse-placed.ts';
import { mistakeAt, type Place, type PlacedMap } from './placed.ts';

/** Reads a text file; `null` where there is none. */
export type ReadText = (path: string) => string | null;

/** Nobody needs a longer chain, and one is easier to follow. */
const maxFiles = 10;

/**
 * The files of a chain from the ground to `path`, without their `extends`.
 * Where one cannot be read, `files` are those above it, and what it extends is not known.
 */
export function policyChain(
  path: string,
  readText: ReadText,
): { readonly files: readonly PlacedMap[]; readonly mistakes: readonly FileMistake[] } {
  const files: PlacedMap[] = [];
  const visited: string[] = [];
  let next: { path: string; from: Place } | null = { path: joined('', path), from: { file: path, line: 1, column: 1 } };
  while (next) {
    const { path: here, from }: { path: string; from: Place } = next;
    if (visited.includes(here))
      return {
        files,
        mistakes: [mistakeAt(from, `the files extend each other in a circle: ${[...visited, here].join(' → ')}`)],
      };
    if (visited.length >= maxFiles)
      return { files, mistakes: [mistakeAt(from, `more than ${maxFiles} files extend one another`)] };
    visited.push(here);
    const read = readOne(here, from, readText);
    if ('mistakes' in read) return { files, mistakes: read.mistakes };
    const { extends: base, map } = read;
    files.unshift(map);
    next = base && { path: joined(folderOf(here), base.path), from: base.at };
  }
  return { files, mistakes: [] };
}

type OneFile = { readonly map: PlacedMap; readonly extends: { readonly path: string; readonly at: Place } | null };

function readOne(path: string, from: Place, readText: ReadText): OneFile | { mistakes: FileMistake[] } {
  const text = attempt(readText, path);
  if (text === null) return { mistakes: [mistakeAt(from, `there is no file ${path} that could be read`)] };
  const parsed = parsePlaced(path, text);
  if ('mistakes' in parsed) return parsed;
  const top = { file: path, line: 1, column: 1 };
  const placed = parsed.placed ?? { kind: 'map' as const, at: top, entries: new Map() };
  if (placed.kind !== 'map')
    return { mistakes: [mistakeAt(placed.at, 'a policy is a map, such as "rules:" with rules below it')] };
  const base = placed.entries.get('extends')?.value;
  const entries = new Map([...placed.entries].filter(([key]) => key !== 'extends'));
  if (!base) return { map: { ...placed, entries }, extends: null };
  if (base.kind !== 'scalar' || typeof base.value !== 'string' || base.value.trim() === '')
    return { mistakes: [mistakeAt(base.at, '"extends" names one file by its path, seen from this one')] };
  return { map: { ...placed, entries }, extends: { path: base.value, at: base.at } };
}

/** A file that is there and cannot be read (bytes that are not UTF-8, no rights) is a mistake like a missing one. */
function attempt(readText: ReadText, path: string): string | null {
  try {
    return readText(path);
  } catch {
    return null;
  }
}

function folderOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? '' : path.slice(0, cut + 1);
}

/** `relative` seen from `folder`, with dots resolved, so that two ways to one file are one name. */
function joined(folder: string, relative: string): string {
  const whole = relative.startsWith('/') ? relative : folder + relative;
  const steps: string[] = [];
  for (const step of whole.split('/')) {
    if (step === '.' || step === '') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '..' || !whole.startsWith('/')) steps.push(step);
  }
  return (whole.startsWith('/') ? '/' : '') + steps.join('/');
}
