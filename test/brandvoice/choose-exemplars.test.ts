import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { chooseExemplars } from '../../src/brandvoice/choose-exemplars.ts';
import { BrandProfile } from '../../src/domain/brand.ts';
import { Brief } from '../../src/domain/brief.ts';
import { factsFor } from '../../src/domain/facts.ts';

const read = (path: string): unknown => parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'));
const brand = { id: 'tilden-row', profile: BrandProfile.parse(read('brands/tilden-row/brand.yaml')) };
const briefNamed = (name: string) => Brief.parse(read(`examples/${name}.yaml`));
const chosenFor = (name: string, cohort: string, count = 6) => {
  const brief = briefNamed(name);
  return chooseExemplars(
    brand,
    factsFor(
      brief,
      brief.cohorts.find(({ externalId }) => externalId === cohort),
    ),
    brief.goal,
    count,
  );
};

describe('chooseExemplars', () => {
  it('puts lines about the cohort’s matter first', () => {
    expect(chosenFor('second-purchase', 'moisturizer-buyers')[0]?.fits).toContain('skincare');
    expect(chosenFor('second-purchase', 'jeans-buyers')[0]?.fits).toContain('jeans');
    expect(chosenFor('end-of-season', 'lapsed')[0]?.text).toBe('30% off selected coats, through Monday');
  });

  it('spreads over angles before one comes twice', () => {
    const angles = chosenFor('second-purchase', 'dress-buyers', 8).map(({ angle }) => angle);
    expect(new Set(angles).size).toBe(8);
  });

  it('prefers the line that sounds most like the brand among those on the same matter', () => {
    const brief = briefNamed('end-of-season');
    const typical = Array.from({ length: 12 }, (_, at) => `A coat for bus stop ${at}`);
    const exemplars = ['COATS!!! Elevate Your Look 🔥🔥', ...typical].map((text) => ({ text, fits: ['coats'] }));
    const profile = BrandProfile.parse({ ...brand.profile, exemplars });
    const chosen = chooseExemplars({ ...brand, profile }, factsFor(brief, brief.cohorts[0]), brief.goal, 13);
    expect(chosen.at(-1)?.text).toContain('COATS!!!');
  });

  it('shows an apology the lines of apologies and nothing else', () => {
    const chosen = chosenFor('apology', 'sent-the-broken-link');
    expect(chosen.map(({ angle }) => angle)).toEqual(['apology', 'apology']);
  });

  it('keeps apologies out of ordinary mail and gives no more than it is asked for', () => {
    const all = chosenFor('second-purchase', 'boot-buyers', 500);
    expect(all.some(({ angle }) => angle === 'apology')).toBe(false);
    expect(all).toHaveLength(brand.profile.exemplars.filter(({ angle }) => angle !== 'apology').length);
    expect(chosenFor('second-purchase', 'boot-buyers', 3)).toEqual(all.slice(0, 3));
  });
});
