/** The brief that comes with the product, for whoever begins. */
import { parse } from 'yaml';
import { Brief } from '../domain/brief.ts';

/** `readExamples` gives YAML files, the one to begin with first. */
export function exampleBriefs({ readExamples }: { readonly readExamples: () => readonly string[] }) {
  /** The first example for one of the brands, or `null`. */
  return async (brandIds: readonly string[]): Promise<Brief | null> =>
    readExamples()
      .map((text) => Brief.parse(parse(text)))
      .find(({ brand }) => brandIds.includes(brand)) ?? null;
}
