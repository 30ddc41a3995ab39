import { describe, expect, it } from 'vitest';
import { BrandProfile } from '../../../src/domain/brand.ts';
import { compilePolicy } from '../../../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../../../src/guardrails/default-policy.ts';
import { type ExplainedSetting, explainPolicy } from '../../../src/guardrails/policy-file/explain-policy.ts';

const brandFile =
  'name: B\ndialect: braze\nattributes:\n  first_name: { coverage: 0.5 }\n  tier: {}\nvoice: { character: x }\n';
const brand = {
  path: 'brand.yaml',
  profile: BrandProfile.parse({
    name: 'B',
    dialect: 'braze',
    attributes: { first_name: { coverage: 0.5 }, tier: {} },
    voice: { character: 'x' },
  }),
};

function explained(files: Record<string, string>, isBranded = false) {
  const [path = ''] = Object.keys(files);
  const all: Record<string, string> = { ...files, 'brand.yaml': brandFile };
  const result = explainPolicy({ path, readText: (name) => all[name] ?? null, ...(isBranded && { brand }) });
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes));
  return result;
}

const named = (settings: readonly ExplainedSetting[], name: string) => settings.find(({ setting }) => setting === name);
const at = (line: number, file = 'policy.yaml') => expect.objectContaining({ file, line });

describe('a policy explained', () => {
  it('comes from the defaults where nobody says anything', () => {
    const { rules, ground, policyHash } = explained({ 'policy.yaml': '' });
    expect(
      rules.every(({ from, settings }) => from === 'default' && settings.every((one) => one.from === 'default')),
    ).toBe(true);
    expect(ground.map(({ setting, from }) => [setting, from])).toEqual([
      ['dialect', 'default'],
      ['locale', 'default'],
      ['market', 'default'],
    ]);
    expect(policyHash).toBe(compilePolicy(defaultPolicy).policyHash);
  });

  it('names the line of a setting, the rule that options switched on, and what went before', () => {
    const { rules, files } = explained({
      'policy.yaml': 'extends: base.yaml\nrules:\n  length:\n    max: 60\n',
      'base.yaml': 'rules:\n  length: { warnAt: 40, max: 50 }\n  whitespace: false\n',
    });
    const length = rules.find(({ rule }) => rule === 'length');
    expect(length).toMatchObject({ on: true, from: at(3) });
    expect(named(length?.settings ?? [], 'max')).toEqual({ setting: 'max', value: 60, from: at(4) });
    expect(named(length?.settings ?? [], 'warnAt')).toEqual({ setting: 'warnAt', value: 40, from: at(2, 'base.yaml') });
    expect(named(length?.settings ?? [], 'severity')).toMatchObject({ from: 'default' });
    expect(rules.find(({ rule }) => rule === 'whitespace')).toMatchObject({ on: false, from: at(3, 'base.yaml') });
    expect(files).toEqual(['base.yaml', 'policy.yaml']);
  });

  it('keeps the origin of each entry of a list that was added to and taken from', () => {
    const over = 'extends: base.yaml\nrules:\n  banned-terms:\n    terms:\n      add: [c]\n      remove: [a]\n';
    const { rules } = explained({
      'policy.yaml': over,
      'base.yaml': 'rules:\n  banned-terms:\n    terms:\n      - a\n      - { term: b, suggest: d }\n',
    });
    const { settings = [] } = rules.find(({ rule }) => rule === 'banned-terms') ?? {};
    expect(named(settings, 'terms')).toMatchObject({
      entries: [
        { value: { term: 'b', suggest: 'd' }, from: at(5, 'base.yaml') },
        { value: 'c', from: at(5) },
      ],
    });
  });

  it('leads to brand.yaml for what the brand says, and not for what nobody does', () => {
    const { ground, files } = explained({ 'policy.yaml': 'attributes:\n  tier: { longest: gold }\n' }, true);
    expect(ground).toEqual([
      { setting: 'dialect', value: 'braze', from: at(2, 'brand.yaml') },
      { setting: 'locale', value: 'en-US', from: 'default' },
      { setting: 'market', value: 'US', from: 'default' },
      { setting: 'attributes.first_name.coverage', value: 0.5, from: at(4, 'brand.yaml') },
      { setting: 'attributes.tier.longest', value: 'gold', from: at(2) },
    ]);
    expect(files).toEqual(['brand.yaml', 'policy.yaml']);
  });

  it('tells mistakes as reading does', () => {
    expect(explainPolicy({ path: 'policy.yaml', readText: () => 'rules: { lenght: true }' })).toMatchObject({
      mistakes: [{ line: 1, column: 10 }],
    });
  });

  it('has an order that does not hang on the order of the file', () => {
    const names = (text: string) => explained({ 'policy.yaml': text }).rules.map(({ rule }) => rule);
    expect(names('rules: { whitespace: true, length: true }')).toEqual(
      names('rules: { length: true, whitespace: true }'),
    );
  });
});
