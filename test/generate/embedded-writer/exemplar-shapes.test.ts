import { describe, expect, it } from 'vitest';
import { exemplarShapes } from '../../../src/generate/embedded-writer/exemplar-shapes.ts';
import { gatherMaterial } from '../../../src/generate/embedded-writer/material.ts';
import { exampleCohorts, tildenRow } from './examples.ts';

const [cohort] = exampleCohorts.filter(({ name }) => name.endsWith('sheet-buyers'));

function borrowedFrom(text: string, angle: string): string[] {
  if (!cohort) throw new Error('no cohort');
  const brand = { ...tildenRow, profile: { ...tildenRow.profile, exemplars: [{ text, angle, fits: [] }] } };
  return exemplarShapes(brand, gatherMaterial(brand, cohort.facts, cohort.goal)).map((shape) => shape.text);
}

// The cohort is shown a duvet cover, pillowcases and a throw.
describe('shapes borrowed from exemplars', () => {
  it('put near kin in the place of the thing', () => {
    expect(borrowedFrom('Now the chair needs a blanket', 'completion')).toEqual(['Now the chair needs {a kind}']);
  });

  it.each([
    ['of a thing that is no kin', 'Now the hook needs a coat', 'completion'],
    ['of the very thing, for that would be the exemplar itself', 'Now the chair needs a throw', 'completion'],
    ['that hold a number', 'A blanket under $40', 'occasion'],
    ['that hold two things', 'A blanket and a candle', 'occasion'],
    ['that praise the thing', 'A blanket that keeps its shape', 'benefit'],
    ['that tell news of it', 'A blanket arrived', 'news'],
  ])('are never made from exemplars %s', (_, text, angle) => {
    expect(borrowedFrom(text, angle)).toEqual([]);
  });
});
