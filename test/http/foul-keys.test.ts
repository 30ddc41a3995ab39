import { describe, expect, it } from 'vitest';
import { foulKeys } from '../../src/http/foul-keys.ts';

describe('foul keys', () => {
  it('are found wherever they stand, each by its path', () => {
    const text = '{"a":[{"__proto__":{"constructor":1}},{"b":{"constructor":2}}],"prototype":3}';
    expect(foulKeys(JSON.parse(text))).toEqual([['a', 0, '__proto__'], ['a', 1, 'b', 'constructor'], ['prototype']]);
  });

  it('are not found in texts, numbers and honest objects', () => {
    expect(foulKeys({ a: '__proto__', proto: [1, null, true, ['constructor']] })).toEqual([]);
    expect(foulKeys(null)).toEqual([]);
  });

  it('are looked for in a list of a million numbers within a second', () => {
    const numbers = Array.from({ length: 1_000_000 }, () => 1);
    const startedAt = performance.now();
    expect(foulKeys(numbers)).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
