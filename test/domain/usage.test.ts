import { describe, expect, it } from 'vitest';
import { costMicros, microsOf } from '../../src/domain/price.ts';
import { addUsages, noUsage, shareOf, spendingOf, tokensAtMost, type Usage, usageOf } from '../../src/domain/usage.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { sampleAccepted, sampleReply } from '../support/samples.ts';

const price = { inputMicros: 150_000, cachedInputMicros: 75_000, outputMicros: 600_000, currency: 'USD' };
const [cohort] = sampleAccepted(fixedMoment()).cohorts;
if (!cohort) throw new Error('no cohort');
const told = { inputTokens: 1_000, cachedInputTokens: 400, outputTokens: 201, costMicros: 241, price };
const reply = sampleReply(fixedMoment(), cohort, told);

describe('a cost', () => {
  it('counts what was cached at its own price, in millionths of the currency', () => {
    // 600 × 0.15 + 400 × 0.075 + 201 × 0.60 dollars a million are 240.6 millionths.
    expect(costMicros(price, reply)).toBe(241);
    expect(costMicros(price, { ...reply, cachedInputTokens: null })).toBe(271);
  });

  it('is not known where the price or the tokens are not', () => {
    expect(costMicros(null, reply)).toBeNull();
    expect(costMicros(price, { ...reply, outputTokens: null })).toBeNull();
  });
});

describe('usages together', () => {
  const one: Usage = { ...noUsage, calls: 1, inputTokens: 10, costMicros: 5, currency: 'USD' };

  it('add up, those of no call left out', () => {
    expect(addUsages([noUsage, one, noUsage, one])).toEqual({ ...one, calls: 2, inputTokens: 20, costMicros: 10 });
    expect(addUsages([])).toEqual(noUsage);
  });

  it.each<[string, Usage]>([
    ['a call has no known cost', { ...one, costMicros: null, currency: null }],
    ['calls were paid in several currencies', { ...one, currency: 'EUR' }],
  ])('have no cost where %s', (_name, other) => {
    for (const all of [
      [one, other],
      [other, one],
      [one, other, one],
    ])
      expect(addUsages(all)).toMatchObject({ calls: all.length, costMicros: null, currency: null });
  });
});

it('shares a reply out to its candidates so that the shares add up', () => {
  const shares = [1, 2, 3].map((rank) => shareOf(reply, rank, 3));
  expect(shares.map(({ outputTokens }) => outputTokens)).toEqual([67, 67, 67]);
  expect(shares.map(({ costMicros }) => costMicros)).toEqual([81, 80, 80]);
  expect(usageOf({ ...reply, writer: 'embedded-writer' })).toEqual(noUsage);
});

describe('what counts towards a cap', () => {
  it('is what the server told', () => {
    expect(spendingOf(reply)).toEqual({ tokens: 1_201, micros: 241 });
  });

  it('is read off the texts where the server told nothing, and never nothing', () => {
    const silent = { ...reply, inputTokens: null, cachedInputTokens: null, outputTokens: null, costMicros: null };
    const tokens = tokensAtMost(reply.prompt) + tokensAtMost(reply.raw);
    expect(spendingOf(silent)).toEqual({ tokens, micros: expect.any(Number) });
    expect(spendingOf(silent).micros).toBeGreaterThan(0);
    expect(tokensAtMost('abcdef')).toBe(2);
    expect(tokensAtMost('猫と犬')).toBe(3);
  });

  it('is nothing where no model was called', () => {
    expect(spendingOf({ ...reply, writer: 'embedded-writer' })).toEqual({ tokens: 0, micros: 0 });
  });
});

it.each([
  [{ minor: 500, currency: 'USD' }, 5_000_000],
  [{ minor: 500, currency: 'JPY' }, 500_000_000],
])('holds %j for so many millionths', (money, micros) => {
  expect(microsOf(money)).toBe(micros);
});
