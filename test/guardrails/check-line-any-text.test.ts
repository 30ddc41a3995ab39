import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLine } from '../../src/guardrails/check-line.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { dialectIds } from '../../src/guardrails/text/merge-tags/dialects.ts';
import { parseLine } from '../../src/guardrails/text/parsed-line.ts';
import { exampleFacts } from '../support/rule-example.ts';

const now = '2026-11-23T17:00:00.000Z';

describe('the engine on any text whatever', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      '*|',
      '|*',
      '%%[',
      ']%%',
      '%%',
      '[[',
      ']]',
      '<%',
      '%>',
      '${',
      '{',
      '}',
      "'",
      '"',
      '|',
      ':',
    ),
    fc.constantFrom(
      'first_name',
      'FNAME',
      'default',
      'if',
      'else',
      'endif',
      'IF:',
      'END:IF',
      'contact.',
      '\ud83d',
      '\udc00',
      '\u0000',
      '\u2028',
      '\u200b',
      '’',
      'XX%',
      '[First Name]',
    ),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  const policies = dialectIds.map((dialect) => compilePolicy({ ...defaultPolicy, dialect }));

  it('gives the same verdict twice, with spans inside the text, and no rule fails', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...policies), (line, policy) => {
        const first = checkLine({ text: line, preheader: line }, policy, { facts: exampleFacts, now });
        const second = checkLine({ text: line, preheader: line }, policy, { facts: exampleFacts, now });
        expect(JSON.stringify(second)).toBe(JSON.stringify(first));
        expect(first.findings.filter(({ kind }) => kind === 'error')).toEqual([]);
        for (const { spans, suggestion } of first.findings)
          for (const { start, end } of suggestion ? [...spans, suggestion] : spans)
            expect(0 <= start && start <= end && end <= line.length).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('masks machinery only, and leads every rendering back into the text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...policies), (line, policy) => {
        const parsed = parseLine({ text: line }, policy.dialect, {});
        expect(parsed.literal).toHaveLength(line.length);
        for (let at = 0; at < line.length; at++)
          if (parsed.literal[at] !== line[at]) expect(parsed.literal[at]).toBe('\ufffc');
        for (const rendering of parsed.renderings()) {
          const origin = rendering.origin();
          expect(origin).toHaveLength(rendering.text.length + 1);
          expect(origin.every((offset) => offset <= line.length)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['{{', 5000],
    ['{{ a', 2500],
    ['*|IF:A|*', 1250],
    ['[', 10_000],
    ['%%[', 3300],
    ['{% if a %}', 1000],
    ['<<a', 3300],
    ["{{ a|b:'", 1250],
    ['((((', 2500],
    ['XX% ', 2500],
    ['-a', 5000],
    ['$a(', 3300],
  ])('stays quick on %s, %d times', (unit, times) => {
    const started = performance.now();
    for (const policy of policies.slice(0, 9)) checkLine({ text: unit.repeat(times) }, policy, { now });
    // Ten thousand characters in nine dialects; a check that grows with the square would take minutes.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
