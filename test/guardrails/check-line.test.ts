import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { RuleSetting } from '../../src/domain/policy.ts';
import { checkLine } from '../../src/guardrails/check-line.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { defineRule, type Sighting } from '../../src/guardrails/rule.ts';
import { compileTerms, lexicon } from '../../src/guardrails/text/find-terms.ts';
import type { ParsedLine } from '../../src/guardrails/text/parsed-line.ts';
import { waking } from '../../src/guardrails/wake.ts';
import { exampleFacts } from '../support/rule-example.ts';

const now = '2026-11-23T17:00:00.000Z';
const compiledDefault = compilePolicy(defaultPolicy);

/** A policy of made-up rules, to see what the engine does with them. */
function policyOf(
  rules: Record<
    string,
    { check: (line: ParsedLine) => Iterable<Sighting>; setting?: Partial<RuleSetting>; alsoPreheader?: boolean }
  >,
): CompiledPolicy {
  return {
    ...compiledDefault,
    rules: Object.entries(rules).map(([id, { check, setting, alsoPreheader }]) => {
      const rule = defineRule({
        id,
        version: 3,
        summary: '',
        options: z.strictObject({}),
        on: true,
        severity: 'block',
        ...(alsoPreheader && { alsoPreheader }),
        examples: { good: [], bad: [] },
        prepare: () => null,
        check,
      });
      const ground = {
        dialect: 'generic',
        locale: 'en-US',
        market: 'US' as const,
        attributes: {},
        terms: compileTerms,
      };
      return {
        rule,
        setting: { on: true, version: 3, severity: 'block', onMissingFacts: 'warn', options: {}, ...setting },
        ...rule.compile({}, ground),
        waking: waking(undefined, lexicon()),
      };
    }),
  };
}

function check(text: string, policy: CompiledPolicy, preheader?: string) {
  return checkLine({ text, preheader }, policy, { now });
}

const sees = (sighting: Partial<Sighting> = {}) => ({ check: () => [{ message: 'seen', ...sighting }] });

describe('the engine fails closed', () => {
  it.each<[string, () => Iterable<Sighting>]>([
    [
      'at once',
      () => {
        throw new Error('broken');
      },
    ],
    [
      'half way',
      function* () {
        yield { message: 'seen' };
        throw new Error('broken');
      },
    ],
    ['with a span beyond the text', () => [{ message: 'seen', spans: [{ start: 0, end: 99 }] }]],
    ['with a span before the text', () => [{ message: 'seen', spans: [{ start: -1, end: 1 }] }]],
    ['with a span that ends before it starts', () => [{ message: 'seen', spans: [{ start: 2, end: 1 }] }]],
    ['with half an offset', () => [{ message: 'seen', spans: [{ start: 0.5, end: 1 }] }]],
    ['with a suggestion beyond the text', () => [{ message: 'seen', suggestion: { start: 0, end: 99, text: '' } }]],
    ['without a message', () => [{ message: '' }]],
  ])('holds a line when a rule throws %s, and the others still run', (_, broken) => {
    const policy = policyOf({ broken: { check: broken, setting: { severity: 'info' } }, other: sees() });
    const { verdict, findings } = check('A coat', policy);
    expect(verdict).toBe('block');
    expect(findings.find(({ kind }) => kind === 'error')).toMatchObject({
      rule: 'broken',
      ruleVersion: 3,
      severity: 'block',
      message: expect.stringContaining('could not be checked'),
    });
    expect(findings.some(({ rule, kind }) => rule === 'other' && kind === 'violation')).toBe(true);
  });

  it('holds a line that cannot be parsed, by every rule', () => {
    const unreadable: CompiledPolicy = {
      ...policyOf({ one: sees(), other: sees() }),
      attributesWith: () => {
        throw new Error('broken');
      },
    };
    expect(check('A coat', unreadable)).toMatchObject({
      verdict: 'block',
      findings: [{ kind: 'error' }, { kind: 'error' }],
    });
  });

  it('is not led astray by names that every object has', () => {
    const { findings } = check('{constructor} {__proto__} {toString}', compiledDefault);
    expect(findings.filter(({ kind }) => kind === 'error')).toEqual([]);
    expect(findings).not.toEqual([]);
  });

  it('refuses a policy with a rule that does not exist', () => {
    const setting = { on: true, version: 1, severity: 'block' as const, onMissingFacts: 'block' as const, options: {} };
    expect(() => compilePolicy({ ...defaultPolicy, rules: { 'no-such-rule': setting } })).toThrow('no-such-rule');
    expect(() =>
      compilePolicy({ ...defaultPolicy, rules: { 'no-such-rule': { ...setting, on: false } } }),
    ).not.toThrow();
  });

  it('refuses a policy whose options make no sense', () => {
    const setting = {
      on: true,
      version: 1,
      severity: 'block' as const,
      onMissingFacts: 'block' as const,
      options: { max: 'x' },
    };
    expect(() => compilePolicy({ ...defaultPolicy, rules: { length: setting } })).toThrow('max');
    expect(() => compilePolicy({ ...defaultPolicy, dialect: 'klavio' })).toThrow('klaviyo');
  });
});

describe('the engine weighs', () => {
  it.each([
    ['warn', 'block', 'warn'],
    ['block', 'info', 'info'],
    ['block', undefined, 'block'],
    ['info', 'warn', 'info'],
  ] as const)('a setting of %s and a sighting of %s as %s', (setting, severity, weight) => {
    const policy = policyOf({ rule: { ...sees(severity && { severity }), setting: { severity: setting } } });
    expect(check('A coat', policy).findings[0]?.severity).toBe(weight);
  });

  it('a missing fact as the setting says, never in silence', () => {
    const policy = policyOf({ rule: sees({ missing: 'offer.endsAt' }) });
    expect(check('A coat', policy)).toMatchObject({
      verdict: 'warn',
      findings: [{ kind: 'not-evaluable', severity: 'warn', fact: { path: 'offer.endsAt' } }],
    });
  });
});

describe('the engine orders', () => {
  it('by start, then rule, then rendering', () => {
    const at = (start: number, rendering?: string): Partial<Sighting> => ({
      spans: [{ start, end: start + 1 }],
      ...(rendering !== undefined && { rendering }),
    });
    const policy = policyOf({
      zebra: { check: () => [{ message: 'z', ...at(0) }] },
      alpha: {
        check: () => [
          { message: 'c', ...at(3) },
          { message: 'b', ...at(0, 'typical') },
          { message: 'a', ...at(0, 'empty') },
        ],
      },
    });
    const said = check('A coat', policy).findings.map(({ rule, message }) => `${rule} ${message}`);
    expect(said).toEqual(['alpha a', 'alpha b', 'zebra z', 'alpha c']);
  });

  it('what stands in the preheader after the subject, and says so', () => {
    const policy = policyOf({
      both: {
        check: (line) => [{ message: line.text, spans: [{ start: 0, end: line.text.length }] }],
        alsoPreheader: true,
      },
      subject: { check: (line) => [{ message: line.text }] },
    });
    const { findings } = check('A coat', policy, 'In wool');
    expect(findings.map(({ rule, message, field }) => [rule, message, field])).toEqual([
      ['both', 'A coat', undefined],
      ['subject', 'A coat', undefined],
      ['both', 'In wool', 'preheader'],
    ]);
  });

  it('says once that a fact is missing, though subject and preheader lack it both', () => {
    const policy = policyOf({ rule: { ...sees({ missing: 'offer' }), alsoPreheader: true } });
    expect(check('A coat', policy, 'In wool').findings).toHaveLength(1);
  });
});

describe('the engine records', () => {
  it('what the verdict rests on', () => {
    const seen = [{ text: 'Coats are in', id: 'line_1' }];
    const { basis, graphemes, policyHash } = checkLine({ text: 'A coat 🧥' }, compiledDefault, {
      facts: exampleFacts,
      seen,
      now,
    });
    expect(basis).toEqual({
      policyHash: compiledDefault.policyHash,
      factsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      now,
      neighbours: seen,
      unicodeVersion: '17.0.0',
    });
    expect([graphemes, policyHash]).toEqual([8, compiledDefault.policyHash]);
  });
});
