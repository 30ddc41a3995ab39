/** The example brand and briefs, and what the embedded writer makes of them; shared by its tests. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Brand, BrandProfile } from '../../../src/domain/brand.ts';
import { Brief } from '../../../src/domain/brief.ts';
import { type Facts, factsFor } from '../../../src/domain/facts.ts';
import { composeLines } from '../../../src/generate/embedded-writer/compose-lines.ts';

const read = (path: string): unknown => parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));

/** One of the brands in data/brands. */
export const brandNamed = (id: string): Brand => ({
  id,
  profile: BrandProfile.parse(read(`brands/${id}/brand.yaml`)),
});

export const tildenRow: Brand = brandNamed('tilden-row');

/** One of the briefs in data/examples. */
export const exampleBrief = (name: string): Brief => Brief.parse(read(`examples/${name}.yaml`));

/** A cohort of an example, with what its lines are made from. */
export type ExampleCohort = { readonly name: string; readonly facts: Facts; readonly goal: string };

/** Every cohort of every example for the first brand. */
export const exampleCohorts: readonly ExampleCohort[] = ['second-purchase', 'end-of-season', 'apology'].flatMap(
  cohortsOf,
);

/** Every cohort of one example. */
export function cohortsOf(name: string): ExampleCohort[] {
  const brief = exampleBrief(name);
  return brief.cohorts.map((cohort) => ({
    name: `${name}/${cohort.externalId}`,
    facts: factsFor(brief, cohort),
    goal: brief.goal,
  }));
}

/** The lines of one order, with what an order may say besides. */
export function linesFor(
  { facts, goal }: { readonly facts: Facts; readonly goal: string },
  more: {
    readonly count?: number;
    readonly seed?: string;
    readonly taken?: readonly string[];
    readonly brand?: Brand;
  } = {},
) {
  const { count = 30, seed = 'a seed', taken = [], brand = tildenRow } = more;
  return composeLines({ brand, facts, goal, count, seed, taken, preheaders: false }).lines;
}
