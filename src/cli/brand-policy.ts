/** The policy a person names on the command line: by its file, or by the brand whose folder holds it. */
import type { BrandProfile, FileMistake } from '../domain/brand.ts';
import { readBrandFile } from '../guardrails/policy-file/read-brand-file.ts';
import { brandFolder, readTextFile } from './files.ts';
import { WrongUse } from './wrong-use.ts';

/** Where a policy lies, with its brand's profile where it belongs to one. */
export type PolicyPlace = {
  readonly path: string;
  readonly brand?: { readonly path: string; readonly profile: BrandProfile };
};

/** The policy file of a path. Throws WrongUse where there is none. */
export function policyAt(path: string): PolicyPlace {
  if (readable(path) === null) throw new WrongUse(`There is no file ${path}.`);
  return { path };
}

/** The policy file of a brand with its profile, or the mistakes in brand.yaml. Throws WrongUse where there is no such brand. */
export function policyOfBrand(id: string): PolicyPlace | { readonly path: string; readonly mistakes: FileMistake[] } {
  const files = brandFolder();
  if (!files.brandIds().includes(id))
    throw new WrongUse(`There are no files of a brand "${id}". There is ${files.brandIds().join(', ')}.`);
  const path = files.pathOf(id, 'policy.yaml');
  const brandPath = files.pathOf(id, 'brand.yaml');
  const read = readBrandFile({ path: brandPath, readText: readTextFile });
  if ('mistakes' in read) return { path, mistakes: [...read.mistakes] };
  return { path, brand: { path: brandPath, profile: read.profile } };
}

/** Each mistake at its place, one a line. */
export function mistakeLines(mistakes: readonly FileMistake[]): string {
  return mistakes.map((at) => `${at.file}:${at.line}:${at.column}: ${at.message}`).join('\n');
}

/** A file that is there and cannot be read is no wrong use; whoever reads it as a policy says what is wrong. */
function readable(path: string): string | null {
  try {
    return readTextFile(path);
  } catch {
    return '';
  }
}
