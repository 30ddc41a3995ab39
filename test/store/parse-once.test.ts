import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseOnce, recent } from '../../src/store/parse-once.ts';

describe('parseOnce', () => {
  it('gives the same value for the same text', () => {
    const parse = parseOnce(z.object({ a: z.array(z.number()) }));
    expect(parse('{"a":[1]}')).toBe(parse('{"a":[1]}'));
    expect(parse('{"a":[2]}')).toEqual({ a: [2] });
  });

  it('gives values that nobody can change for the others', () => {
    const value = parseOnce(z.object({ a: z.array(z.number()) }))('{"a":[1]}');
    expect(() => value.a.push(2)).toThrow(TypeError);
  });

  it('refuses a text that does not fit', () => {
    expect(() => parseOnce(z.object({ a: z.number() }))('{}')).toThrow(z.ZodError);
  });
});

describe('recent', () => {
  it('forgets what was not asked for the longest', () => {
    const held = recent<number>();
    for (let key = 0; key < 64; key++) held.keep(`${key}`, key);
    expect(held.get('0')).toBe(0);
    held.keep('64', 64);
    expect(held.get('0')).toBe(0);
    expect(held.get('1')).toBeUndefined();
  });
});
