/** Read brand.yaml: voice, dialect, attributes and exemplars. */
import { BrandProfile, type FileMistake } from '../../domain/brand.ts';
import { nearestName } from '../../domain/nearest-name.ts';
import { dialectIds } from '../text/merge-tags/dialects.ts';
import { parsePlaced } from './parse-placed.ts';
import { mistakeAt, placeOf } from './placed.ts';
import type { ReadText } from './policy-chain.ts';
import { readYaml } from './yaml-positions.ts';

/** The brand a file describes, or every mistake in it by line and column. Never throws. */
export function readBrandFile(given: {
  readonly path: string;
  readonly readText: ReadText;
}): { readonly profile: BrandProfile } | { readonly mistakes: FileMistake[] } {
  const { path } = given;
  const text = attempt(given.readText, path);
  if (text === null)
    return {
      mistakes: [mistakeAt({ file: path, line: 1, column: 1 }, 'the file is not there or cannot be read as UTF-8')],
    };
  const read = readYaml(BrandProfile, path, text);
  if ('mistakes' in read) return read;
  const { dialect } = read.value;
  if (dialect === undefined || dialectIds.includes(dialect)) return { profile: read.value };
  const parsed = parsePlaced(path, text);
  const at =
    'placed' in parsed && parsed.placed ? placeOf(parsed.placed, ['dialect']) : { file: path, line: 1, column: 1 };
  const near = nearestName(dialect, dialectIds);
  const hint = near === null ? `known are ${dialectIds.join(', ')}` : `did you mean "${near}"?`;
  return { mistakes: [mistakeAt(at, `there is no dialect "${dialect}"; ${hint}`)] };
}

function attempt(readText: ReadText, path: string): string | null {
  try {
    return readText(path);
  } catch {
    return null;
  }
}
