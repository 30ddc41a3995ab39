import { describe, expect, it } from 'vitest';
import { exemplarVoice } from '../../../src/brandvoice/exemplar-voice.ts';
import { usualScores, voiceNumber } from '../../../src/brandvoice/voice-score.ts';
import { BrandProfile } from '../../../src/domain/brand.ts';
import { allowsTone } from '../../../src/generate/embedded-writer/brand-manner.ts';
import { brandNamed, cohortsOf, linesFor } from './examples.ts';

const tones = ['plain', 'dry', 'glad', 'terse'] as const;

describe('the manner of a brand', () => {
  it.each([
    ['tilden-row', ['plain', 'dry']],
    ['stannard-fell', ['plain', 'dry', 'terse']],
    ['gingham-larder', ['plain', 'glad']],
  ])('of %s allows what its own lines do', (id, allowed) => {
    expect(tones.filter((tone) => allowsTone(tone, brandNamed(id).profile))).toEqual(allowed);
  });

  it('of a brand with a handful of lines is not taken from them', () => {
    const exemplars = [{ text: 'Cake!' }, { text: 'Pie!' }];
    const profile = BrandProfile.parse({ name: 'New', voice: { character: 'Plain.' }, exemplars });
    expect(tones.filter((tone) => allowsTone(tone, profile))).toEqual(['plain']);
  });

  it.each([
    ['stannard-fell', 'first-frost'],
    ['gingham-larder', 'thank-you-tins'],
  ])('of %s shows in the first lines for each cohort of %s', (id, brief) => {
    const brand = brandNamed(id);
    const voice = exemplarVoice(brand.profile);
    const least = usualScores(voice)?.from ?? 100;
    const first = cohortsOf(brief).flatMap((cohort) =>
      ['one', 'two', 'three', 'four'].flatMap((seed) => linesFor(cohort, { brand, seed, count: 8 })),
    );
    const off = first.map(({ text }) => text).filter((text) => voiceNumber(voice, text) < least);
    expect(off.length, JSON.stringify(off)).toBeLessThanOrEqual(first.length / 16);
  });
});
