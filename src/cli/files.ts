/** Reading from the disk, for commands and for what starts the service. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrandFiles } from '../ports/brand-files.ts';

/** The folder the product's brands, examples and lexicons lie in. */
export const dataFolder = fileURLToPath(new URL('../../data/', import.meta.url));

/** The text of a file, or `null` where there is none. Throws on everything else, bytes that are not UTF-8 among it. */
export function readTextFile(path: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return null;
    throw error;
  }
}

/** The brands in a folder, one folder each. Paths are given from where the person stands, as they would type them. */
export function brandFolder(root: string = join(dataFolder, 'brands')): BrandFiles {
  return {
    brandIds: () => folderNames(root),
    pathOf: (brandId, file) => relative(process.cwd(), join(root, brandId, file)) || file,
    readText: readTextFile,
  };
}

/** The briefs that come along for a first try, the one to begin with first; none where they were not shipped. */
export function readExamples(): readonly string[] {
  return ['second-purchase', 'end-of-season'].flatMap(
    (name) => readTextFile(join(dataFolder, 'examples', `${name}.yaml`)) ?? [],
  );
}

/** The page of a rule in the documentation, or `null` where it was not shipped. The id must be one of the catalogue. */
export function readRulePage(ruleId: string): string | null {
  return readTextFile(fileURLToPath(new URL(`../../docs/rules/${ruleId}.md`, import.meta.url)));
}

function folderNames(root: string): string[] {
  try {
    const entries = readdirSync(root, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
