import { describe, expect, it } from 'vitest';
import { attempts } from '../../src/access/attempts.ts';
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

describe('the tries of an account', () => {
  it('end after ten, and begin anew after ten minutes or a success', () => {
    const moment = fixedMoment();
    const tries = attempts(moment);
    const guess = (times: number, account = 'ada@example.com') => {
      for (let time = 0; time < times; time++) tries.count(account);
    };
    guess(10);
    expect(() => guess(1)).toThrow(expect.objectContaining({ code: 'too-many-requests' }));
    guess(1, 'ben@example.com');
    moment.advance(10 * 60 * 1000);
    guess(9);
    tries.clear('ada@example.com');
    guess(10);
    expect(() => guess(1)).toThrow('Too many tries for this account');
  });
});
