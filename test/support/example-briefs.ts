/** The brand and the briefs that come with the product, as tests need them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Brand, BrandProfile } from '../../src/domain/brand.ts';
import { Brief } from '../../src/domain/brief.ts';
import { type Facts, factsFor } from '../../src/domain/facts.ts';

const data = new URL('../../data/', import.meta.url);

/** A brief of data/examples by file name, such as "apology". */
export function exampleBrief(name: string): Brief {
  return Brief.parse(parse(readFileSync(new URL(`examples/${name}.yaml`, data), 'utf8')));
}

/** The brand that comes along. */
export function exampleBrand(): Brand {
  const profile = parse(readFileSync(new URL('brands/tilden-row/brand.yaml', data), 'utf8'));
  return { id: 'tilden-row', profile: BrandProfile.parse(profile) };
}

/** The facts for one cohort of a brief, the first where none is named. */
export function factsOf(brief: Brief, externalId?: string): Facts {
  return factsFor(brief, brief.cohorts.find((cohort) => cohort.externalId === externalId) ?? brief.cohorts[0]);
}
