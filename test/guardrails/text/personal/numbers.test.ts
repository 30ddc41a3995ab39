import { describe, expect, it } from 'vitest';
import { accountPhrasesIn } from '../../../../src/guardrails/text/personal/account-phrases.ts';
import { ownNumbersIn } from '../../../../src/guardrails/text/personal/own-numbers.ts';
import { phoneNumbersIn } from '../../../../src/guardrails/text/personal/phone-numbers.ts';

describe('numbers that belong to somebody', () => {
  it.each([
    ['4111 1111 1111 1111', 'card'],
    ['5500-0055-5555-5559', 'card'],
    ['gb29 nwbk 6016 1331 9268 19', 'bank'],
    ['fr1420041010050500013m02606', 'bank'],
    ['078-05-1120', 'social'],
    ['1z999aa10123456784', 'parcel'],
    ['order no. 48213', 'order'],
  ])('are told by their shape and check digits: %s', (text, kind) => {
    expect(ownNumbersIn(text)[0]).toEqual({ kind, start: 0, end: text.length });
  });

  it.each(['4111 1111 1111 1112', '0000 0000 0000 0000', 'gb28 nwbk 6016 1331 9268 19', '666-05-1120', '078-00-1120'])(
    'are none of anyone’s where they do not add up: %s',
    (text) => {
      expect(ownNumbersIn(text)).toEqual([]);
    },
  );

  it('take little time in hostile text', () => {
    const start = performance.now();
    const hostile = [
      '1 '.repeat(20_000),
      '0-'.repeat(20_000),
      'de12 '.repeat(8_000),
      'your '.repeat(8_000),
      '+1('.repeat(9_000),
    ];
    for (const text of hostile) for (const find of [ownNumbersIn, phoneNumbersIn, accountPhrasesIn]) find(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
