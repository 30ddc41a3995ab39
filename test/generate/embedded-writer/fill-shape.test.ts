import { describe, expect, it } from 'vitest';
import type { NextKind } from '../../../src/domain/cohort.ts';
import { fillShape } from '../../../src/generate/embedded-writer/fill-shape.ts';
import { gatherMaterial } from '../../../src/generate/embedded-writer/material.ts';
import { Shape } from '../../../src/generate/embedded-writer/shape.ts';
import { exampleCohorts, linesFor, tildenRow } from './examples.ts';

const [example] = exampleCohorts;

/** The lines a shape gives for a cohort that has `bought` and is shown `items`. */
function filled(
  shape: object,
  items: string[],
  bought: string[] = [],
  locale = 'en-US',
  kind: NextKind = 'complement',
) {
  if (!example?.facts.cohort) throw new Error('no example');
  const facts = { ...example.facts, claims: [], cohort: { ...example.facts.cohort, bought, next: { kind, items } } };
  const material = gatherMaterial(tildenRow, facts, '');
  return fillShape(Shape.parse({ angle: 'other', ...shape }), material, tildenRow, locale).map(({ text }) => text);
}

describe('a shape', () => {
  it.each([
    ['What {is|are} {a short} for?', ['woven clutch in tan'], 'What is a woven clutch for?'],
    ['What {is|are} {a short} for?', ['cedar shoe trees'], 'What are cedar shoe trees for?'],
    ['{an item}. {the short} {stays|stay}.', ['olive scarf'], 'An olive scarf. The olive scarf stays.'],
    ['{the item} {wins|win} again', ['olive oil soap'], 'The olive oil soap wins again'],
    ['In praise of {generic kind}', ['fig candle'], 'In praise of the candle'],
    ['In praise of {generic kind}', ['merino socks'], 'In praise of socks'],
    ['On the subject of {kinds}', ['silk scarf'], 'On the subject of scarves'],
    ['There is {a color kind}', ['lambswool sweater in oat'], 'There is an oat sweater'],
  ])('%j agrees with %j', (text, items, line) => {
    expect(filled({ text }, items)).toEqual([line]);
  });

  it('speaks of what they have by its sort, in one form or the other', () => {
    const text = '{a have} {likes|like@have} company';
    expect(filled({ text }, ['belt'], ['linen midi dress'])).toEqual(['A dress likes company']);
    expect(filled({ text }, ['belt'], ['straight-leg jeans in blue'])).toEqual(['Jeans like company']);
  });

  it('gives nothing where the grammar of an item cannot be told', () => {
    expect(filled({ text: 'You could do worse than {an item}' }, ['hori-hori'])).toEqual([]);
    expect(filled({ text: 'In praise of {generic kind}' }, ['hori-hori'])).toEqual([]);
  });

  it('gives nothing over fifty graphemes or under twelve', () => {
    expect(filled({ text: 'Consider {the item}' }, ['a'.repeat(60)])).toEqual([]);
    expect(filled({ text: '{kind}' }, ['belt'])).toEqual([]);
  });

  it('is spelled as the reader spells, and leaves the brief’s words as they are', () => {
    const text = 'A gray day calls for {an item}';
    expect(filled({ text }, ['gray wool sweater'], [], 'en-GB')).toEqual(['A grey day calls for a gray wool sweater']);
    expect(filled({ text }, ['gray wool sweater'])).toEqual(['A gray day calls for a gray wool sweater']);
  });

  it('keeps an item that begins with a capital to the start of a line', () => {
    expect(filled({ text: '{short}, then the door' }, ['Slip skirt'])).toEqual(['Slip skirt, then the door']);
    expect(filled({ text: 'Consider {the item}' }, ['Slip skirt'])).toEqual([]);
  });

  it.each([
    [{ for: ['wear'] }, ['linen dress'], ['canvas tote']],
    [{ for: ['bag'] }, ['canvas tote'], ['linen dress']],
    [{ not: ['bag'] }, ['linen dress'], ['canvas tote']],
    [{ only: ['tote'] }, ['canvas tote'], ['woven clutch']],
    [{ number: 'many' }, ['linen trousers'], ['linen dress']],
    [{ needs: ['several-items'] }, ['canvas tote', 'leather belt'], ['canvas tote']],
    [{ needs: ['neutral-color'] }, ['canvas tote in sand'], ['canvas tote in coral']],
    [{ needs: ['comes-before'] }, ['vitamin C serum'], ['mineral sunscreen']],
  ])('that asks %j takes %j and not %j', (asks, taken, refused) => {
    const shape = { text: 'A good day for {the short}', ...asks };
    expect(filled(shape, taken, ['day cream']).length).toBeGreaterThan(0);
    expect(filled(shape, refused, ['day cream'])).toEqual([]);
  });
});

describe('what a set speaks of', () => {
  it('is the thing itself in half of the lines', () => {
    for (const cohort of exampleCohorts.filter(({ name }) => name.startsWith('second-purchase')))
      for (const seed of ['a', 'b', 'c', 'd']) {
        const named = linesFor(cohort, { seed, count: 8 }).filter(({ names }) => names);
        expect(named.length, `${cohort.name} ${seed}`).toBeGreaterThanOrEqual(4);
      }
  });

  it('is a claim only where the claim is about what the cohort is shown', () => {
    const proofs = exampleCohorts
      .filter(({ name }) => name.startsWith('second-purchase'))
      .map((cohort) => linesFor(cohort, { count: 100 }).filter(({ angle }) => angle === 'proof'))
      .map((lines) => lines.map(({ text }) => text.replace('. We checked.', '')));
    expect(proofs).toEqual([
      ['The gel cleanser is fragrance-free'],
      [],
      [],
      ['The ankle socks are 78% merino'],
      ['The linen is woven in Portugal'],
    ]);
  });
});
