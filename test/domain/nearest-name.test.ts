import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/domain/nearest-name.ts';

describe('nearestName', () => {
  it.each([
    ['first_nme', 'first_name'],
    ['frist_name', 'first_name'],
    ['FirstName', 'first_name'],
    ['lenght', 'length'],
  ])('takes %s for %s', (written, meant) => {
    expect(nearestName(written, ['last_name', 'first_name', 'length'])).toBe(meant);
  });

  it.each(['zzz', '', 'x'.repeat(1000)])('guesses nothing for %j', (written) => {
    expect(nearestName(written, ['first_name', 'length'])).toBeNull();
  });
});
