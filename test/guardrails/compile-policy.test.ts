import { describe, expect, it } from 'vitest';
import type { Attribute } from '../../src/domain/attribute.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { checkLine } from '../../src/guardrails/check-line.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { defaultPolicy, onlyRules } from '../../src/guardrails/default-policy.ts';
import { exampleFacts, exampleNow } from '../support/rule-example.ts';

const { policyHash } = compilePolicy(defaultPolicy);

function withSetting(id: string, change: Partial<Policy['rules'][string]>): Policy {
  const setting = defaultPolicy.rules[id];
  if (!setting) throw new Error(`no rule ${id}`);
  return { ...defaultPolicy, rules: { ...defaultPolicy.rules, [id]: { ...setting, ...change } } };
}

describe('the policy hash', () => {
  it('is the same for equal policies, whatever the order of their keys', () => {
    const reversed = Object.fromEntries(Object.entries(defaultPolicy.rules).reverse());
    expect(compilePolicy({ ...structuredClone(defaultPolicy), rules: reversed }).policyHash).toBe(policyHash);
  });

  it.each<[string, Policy]>([
    ['an option', withSetting('length', { options: { unit: 'graphemes', warnAt: 40, max: 70, hardMax: 150 } })],
    ['a severity', withSetting('length', { severity: 'warn' })],
    ['the weight of missing facts', withSetting('length', { onMissingFacts: 'info' })],
    ['a rule that is off', withSetting('length', { on: false })],
    ['the dialect', { ...defaultPolicy, dialect: 'klaviyo' }],
    ['the locale', { ...defaultPolicy, locale: 'en-GB' }],
    ['the market', { ...defaultPolicy, market: 'UK' }],
    ['an attribute', { ...defaultPolicy, attributes: { tier: { type: 'text', samples: [], spelledAs: [] } } }],
  ])('changes with %s', (_, policy) => {
    expect(compilePolicy(policy).policyHash).not.toBe(policyHash);
  });

  it('takes no notice of rules that are off, of examples, and of the version a file was written under', () => {
    const off = compilePolicy(withSetting('length', { on: false })).policyHash;
    expect(compilePolicy(withSetting('length', { on: false, severity: 'info' })).policyHash).toBe(off);
    expect(compilePolicy({ ...defaultPolicy, examples: { pass: ['x'], block: [] } }).policyHash).toBe(policyHash);
    expect(compilePolicy(withSetting('length', { version: 99 })).policyHash).toBe(policyHash);
  });
});

describe('onlyRules', () => {
  it('leaves just those on, even where they were off', () => {
    const { rules } = onlyRules(withSetting('length', { on: false }), ['length']);
    expect(
      Object.entries(rules)
        .filter(([, { on }]) => on)
        .map(([id]) => id),
    ).toEqual(['length']);
  });

  it('guesses at a misspelled rule', () => {
    expect(() => onlyRules(defaultPolicy, ['lenght'])).toThrow('did you mean "length"');
  });
});

describe('a default that the platform fills in, named by an option', () => {
  const options = { defaultSetInEsp: ['first_name'], weakFallbacks: [] };
  const declared = withSetting('tag-fallback-required', { options });
  const rulesFinding = (policy: Policy, facts?: Facts) =>
    checkLine({ text: '{FNAME}, your picks' }, compilePolicy(policy), { facts, now: exampleNow }).findings;

  it('holds for all rules and renderings, whatever the facts say besides', () => {
    expect(rulesFinding(defaultPolicy).map(({ rule }) => rule)).toEqual(['tag-fallback-required', 'whitespace']);
    expect(rulesFinding(declared)).toEqual([]);
    const attributes = { first_name: { type: 'text' as const, samples: ['Ada'], spelledAs: [] } };
    expect(rulesFinding(declared, { ...exampleFacts, attributes })).toEqual([]);
  });

  it('holds where the rule that names it is off, and is part of the name of the policy', () => {
    const off = (policy: Policy) => onlyRules(policy, ['whitespace']);
    expect(rulesFinding(off(declared))).toEqual([]);
    expect(compilePolicy(off(declared)).policyHash).not.toBe(compilePolicy(off(defaultPolicy)).policyHash);
  });

  it('is the first sample, else "there", unless the attribute says one itself', () => {
    const known = { type: 'text' as const, samples: ['Ada'], spelledAs: [] };
    const filled = (first_name?: Attribute) =>
      compilePolicy({ ...declared, attributes: first_name ? { first_name } : {} }).attributesWith(undefined).first_name
        ?.defaultSetInEsp;
    expect([filled(), filled(known), filled({ ...known, defaultSetInEsp: 'friend' })]).toEqual([
      'there',
      'Ada',
      'friend',
    ]);
  });
});

describe('attributesWith', () => {
  it('puts what the facts say before the policy, and gives the same object for the same facts', () => {
    const attribute = { type: 'text' as const, samples: ['Ada'], spelledAs: [] };
    const compiled = compilePolicy({ ...defaultPolicy, attributes: { first_name: attribute, tier: attribute } });
    const attributes = { first_name: { ...attribute, samples: ['Jo'] } };
    const facts = { attributes } as const;
    const given = { ...exampleFacts, ...facts };
    expect(compiled.attributesWith(given)).toEqual({ first_name: attributes.first_name, tier: attribute });
    expect(compiled.attributesWith(given)).toBe(compiled.attributesWith({ ...exampleFacts, ...facts }));
    expect(compiled.attributesWith(undefined)).toBe(compiled.policy.attributes);
  });
});
