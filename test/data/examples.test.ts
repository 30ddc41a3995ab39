/** The briefs and the brand that come along are whole and true to their schemas. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BrandProfile } from '../../src/domain/brand.ts';
import { Brief } from '../../src/domain/brief.ts';

const read = (path: string): unknown => parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'));
const briefs = ['second-purchase', 'end-of-season', 'apology'].map(
  (name) => [name, Brief.parse(read(`examples/${name}.yaml`))] as const,
);

describe('the example briefs', () => {
  it.each(briefs)('%s is for the brand that comes along and says how large each cohort is', (_, brief) => {
    expect(brief.brand).toBe('tilden-row');
    for (const cohort of brief.cohorts)
      expect([cohort.size !== undefined, cohort.basis !== undefined]).toEqual([true, true]);
  });

  it.each(briefs)('%s knows its offer, or knows that there is none', (_, brief) => {
    expect(brief.offer).not.toBeUndefined();
  });

  it('speaks of a next thing in every cohort of the second purchase', () => {
    const [, brief] = briefs[0] ?? [];
    expect(brief?.cohorts.map((cohort) => cohort.next?.kind)).toEqual([
      'complete-the-set',
      'other-variant',
      'complement',
      'complement',
      'complete-the-set',
    ]);
  });

  it('sends the apology on the day after the incident, to its one cohort', () => {
    const [, brief] = briefs[2] ?? [];
    expect(brief?.cohorts.map((cohort) => cohort.basis)).toEqual(['incident']);
    expect(brief?.incident?.happenedAt.slice(0, 10)).toBe('2027-01-27');
    expect(brief?.send).toEqual({ kind: 'at', at: '2027-01-28T15:00:00.000Z' });
  });
});

describe('the briefs of the other brands', () => {
  it.each([
    ['first-frost', 'stannard-fell'],
    ['thank-you-tins', 'gingham-larder'],
  ])('%s is for %s and says how large each cohort is', (name, brand) => {
    const brief = Brief.parse(read(`examples/${name}.yaml`));
    expect(brief.brand).toBe(brand);
    expect(brief.offer).not.toBeUndefined();
    expect(brief.cohorts.every(({ size, basis }) => size !== undefined && basis !== undefined)).toBe(true);
  });
});

describe.each(['tilden-row', 'stannard-fell', 'gingham-larder'])('the brand %s', (id) => {
  const profile = BrandProfile.parse(read(`brands/${id}/brand.yaml`));
  const lines = profile.exemplars.map(({ text }) => text);

  it('shows at least 35 lines it is proud of, none twice, over at least ten angles', () => {
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThanOrEqual(35);
    expect(new Set(profile.exemplars.map(({ angle }) => angle)).size).toBeGreaterThanOrEqual(10);
  });

  it('keeps to its own list of worn phrases', () => {
    const shown = [...lines, ...profile.voice.pairs.map(({ write }) => write)];
    const worn = shown.filter((line) => profile.voice.avoid.some((phrase) => line.toLowerCase().includes(phrase)));
    expect(worn).toEqual([]);
  });
});
