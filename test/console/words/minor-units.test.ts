import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { majorText, minorUnits } from '../../../src/console/words/minor-units.ts';

describe('amounts of money', () => {
  it.each([
    ['12.5', 'USD', 1250],
    ['12', 'USD', 1200],
    ['1,250.05', 'USD', 125_005],
    ['0.29', 'USD', 29],
    ['1250', 'JPY', 1250],
    ['1.234', 'KWD', 1234],
    ['12.', 'EUR', 1200],
    ['8.1', 'XXXX', 810],
  ])('read %s %s as %i minor units', (typed, currency, minor) => {
    expect(minorUnits(typed, currency)).toBe(minor);
  });

  it.each([
    ['12.345', 'USD'],
    ['12.5', 'JPY'],
    ['1,25', 'USD'],
    ['-3', 'USD'],
    ['twelve', 'USD'],
    ['', 'USD'],
    ['99999999999999999999', 'USD'],
  ])('are not read from %j in %s', (typed, currency) => {
    expect(minorUnits(typed, currency)).toBeNull();
  });

  it('come back as they were written out', () => {
    const property = fc.property(fc.nat(), fc.constantFrom('USD', 'JPY', 'KWD'), (minor, currency) => {
      expect(minorUnits(majorText(minor, currency), currency)).toBe(minor);
    });
    fc.assert(property);
  });
});
