/** Read brand.yaml: voice, dialect, attributes and exemplars. */
import { BrandProfile, type FileMistake } from '../../domain/brand.ts';
import { nearestName } from '../../domain/nearest-name.ts';
import { ruleById } from '../catalogue.ts';
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
  const parsed = parsePlaced(path, text);
  const at = (where: readonly PropertyKey[]) =>
    'placed' in parsed && parsed.placed ? placeOf(parsed.placed, where) : { file: path, line: 1, column: 1 };
  const mistakes = unknownNames(read.value).map(({ where, message }) => mistakeAt(at(where), message));
  return mistakes.length > 0 ? { mistakes } : { profile: read.value };
}

/** Names that only the house knows to be right: of a dialect, and of rules. */
function unknownNames({ dialect, review }: BrandProfile): { where: readonly PropertyKey[]; message: string }[] {
  const dialects =
    dialect === undefined ? [] : [{ noun: 'dialect', name: dialect, among: dialectIds, where: ['dialect'] }];
  const rules = (review?.fourEyes?.rules ?? []).map((name, index) => {
    return { noun: 'rule', name, among: [...ruleById.keys()], where: ['review', 'fourEyes', 'rules', index] };
  });
  return [...dialects, ...rules]
    .filter(({ name, among }) => !among.includes(name))
    .map(({ noun, name, among, where }) => {
      const near = nearestName(name, among);
      const hint = near === null ? `known are ${among.join(', ')}` : `did you mean "${near}"?`;
      return { where, message: `there is no ${noun} "${name}"; ${hint}` };
    });
}

function attempt(readText: ReadText, path: string): string | null {
  try {
    return readText(path);
  } catch {
    return null;
  }
}
