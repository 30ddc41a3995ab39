import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLine } from '../../src/guardrails/check-line.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { exampleNow } from '../support/rule-example.ts';

const pieces = fc.constantFrom(
  '{{ first_name|default:"there" }}',
  '{{ first_name }}',
  '{% if first_name %}',
  '{% else %}',
  '{% endif %}',
  'cheap',
  'c h e a p',
  'ch3ap',
  'cheeeap',
  'ch*ap',
  '1. ',
  'Subject: ',
  '**',
  '"',
  '&amp;',
  '&#x1f525;',
  '\u200b',
  '\u202e',
  '\u{1f468}\u200d\u{1f469}',
  '\ud83d',
  '\r\n',
  '  ',
  'As an AI',
);
const anyText = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 });

const setting = defaultPolicy.rules['banned-terms'];
const rules = {
  ...defaultPolicy.rules,
  ...(setting && {
    'banned-terms': { ...setting, options: { ...setting.options, terms: ['cheap', '#1', '$$$', 'a b'] } },
  }),
};
const policy = compilePolicy({ ...defaultPolicy, dialect: 'klaviyo', rules });

describe('every rule', () => {
  it('can judge any text, with spans that lie in it', () => {
    fc.assert(
      fc.property(anyText, anyText, (parts, seenParts) => {
        const text = parts.join('');
        const seen = [{ text: seenParts.join('') }, { text: `${text}!` }, { text: text.toUpperCase() }];
        const { findings } = checkLine({ text, preheader: seenParts.join('') }, policy, { now: exampleNow, seen });
        expect(findings.filter(({ kind }) => kind === 'error')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('judges a hostile line of 100,000 units within seconds', () => {
    const pieces = [
      'a ',
      '!',
      '* ',
      'c ',
      '"',
      '" ',
      '",',
      '{{',
      'a1',
      'aaa',
      'here is ',
      'i can\u2019t ',
      '[a](',
      '&#',
      '&amp;',
      '  ',
      ' ,',
      '_a',
      'c.',
      '1. ',
      '[x ',
      '\n',
      '\u0301',
      '\u200b',
      '\u{e0067}',
      '\u{1f468}\u200d',
    ];
    for (const piece of pieces) {
      const startedAt = performance.now();
      checkLine({ text: piece.repeat(100_000 / piece.length) }, policy, { now: exampleNow });
      expect(performance.now() - startedAt, piece).toBeLessThan(5000);
    }
  });

  it('gives the same findings for the same line, in whatever order lines come', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const check = (parts: readonly string[]) =>
          checkLine({ text: parts.join('') }, policy, { now: exampleNow }).findings;
        const first = check(one);
        check(other);
        expect(check(one)).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });
});
