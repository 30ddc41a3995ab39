/** The figures of `npm run accuracy`, held. They are what was found, less a little; nothing is tuned to the list. */
import { describe, expect, it } from 'vitest';
import { belowUsual, guessesOfExemplars, guessesOfKeptAside, keptAside, voiceBrands } from '../support/voice-lines.ts';

const shareRight = (guesses: ReturnType<typeof guessesOfKeptAside>) =>
  guesses.filter(({ brand, guess }) => brand === guess).length / guesses.length;
const textsOf = (brand: string | null) => keptAside.filter((line) => line.brand === brand).map(({ text }) => text);

describe('the voice score', () => {
  it('tells the three brands apart on nine of ten lines kept aside', () => {
    expect(shareRight(guessesOfKeptAside())).toBeGreaterThanOrEqual(0.9);
  });

  it('tells exemplars apart by the others on four of five', () => {
    expect(shareRight(guessesOfExemplars())).toBeGreaterThanOrEqual(0.8);
  });

  it.each(voiceBrands)('puts two thirds of what a machine writes for nobody below the usual of %s', (brand) => {
    const machine = textsOf(null);
    expect(belowUsual(brand, machine) / machine.length).toBeGreaterThan(2 / 3);
    expect(belowUsual(brand, textsOf(brand)) / textsOf(brand).length).toBeLessThan(0.15);
  });

  it('is asked about at least 40 lines a brand, none of them an exemplar or said twice', () => {
    for (const brand of [...voiceBrands, null]) expect(textsOf(brand).length).toBeGreaterThanOrEqual(40);
    const all = [...keptAside.map(({ text }) => text), ...guessesOfExemplars().map(({ text }) => text)];
    expect(new Set(all.map((text) => text.toLowerCase())).size).toBe(all.length);
  });
});
