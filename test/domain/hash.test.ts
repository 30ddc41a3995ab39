import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash, sha256Hex } from '../../src/domain/hash.ts';

describe('canonicalJson', () => {
  it('orders keys by UTF-16 units and leaves out what is undefined', () => {
    // RFC 8785 §3.2.3: the emoji's high surrogate sorts before U+FB33.
    expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2, b: undefined, a: [1, null] })).toBe(
      '{"a":[1,null],"\u{1f600}":2,"\ufb33":1}',
    );
  });

  it('writes a lone surrogate as its escape, so that two broken texts never share a hash', () => {
    expect(canonicalJson('\ud83d')).toBe('"\\ud83d"');
    expect(contentHash('\ud83d')).not.toBe(contentHash('\ud83e'));
  });

  it('is the same text however the members were ordered', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (members) => {
        const turned = Object.fromEntries(Object.entries(members).reverse());
        // fast-check's values are JSON by construction.
        const text = canonicalJson(JSON.parse(JSON.stringify(members)));
        expect(canonicalJson(JSON.parse(JSON.stringify(turned)))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(members)));
      }),
    );
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
  });
});

describe('sha256Hex', () => {
  it('agrees with the published test vector for "abc" (FIPS 180-4)', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
