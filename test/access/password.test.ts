import { describe, expect, it } from 'vitest';
import { passwords } from '../../src/access/password.ts';
import { fixedMoment } from '../support/fixed-moment.ts';

describe('a password', () => {
  const { kept, isRight } = passwords(fixedMoment().randomHex);

  it('is kept as a slow hash with its settings and a salt of its own', async () => {
    const [one, other] = await Promise.all([kept('wool coats and lanterns'), kept('wool coats and lanterns')]);
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$[0-9a-f]{32}\$[0-9a-f]{64}$/);
    expect(one).not.toBe(other);
    expect(one).not.toContain('wool');
    expect(await isRight('wool coats and lanterns', one)).toBe(true);
    expect(await isRight('wool coats and lantern', one)).toBe(false);
    expect(await isRight('', one)).toBe(false);
  });

  it('is the same however a keyboard spells its letters', async () => {
    expect(await isRight('cafe\u0301 au lait, please', await kept('caf\u00e9 au lait, please'))).toBe(true);
  });

  it('of nobody is never right, and is looked at for as long', async () => {
    const one = await kept('wool coats and lanterns');
    const took = async (of: string | null) => {
      const before = performance.now();
      expect(await isRight('a guess at something', of)).toBe(false);
      return performance.now() - before;
    };
    await took(one);
    expect(await took(null)).toBeGreaterThan((await took(one)) / 3);
  });
});
