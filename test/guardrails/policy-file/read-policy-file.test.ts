import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrandProfile } from '../../../src/domain/brand.ts';
import { compilePolicy } from '../../../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../../../src/guardrails/default-policy.ts';
import { readPolicyFile } from '../../../src/guardrails/policy-file/read-policy-file.ts';

function read(files: Record<string, string>, brand?: BrandProfile) {
  const [path = ''] = Object.keys(files);
  return readPolicyFile({ path, readText: (name) => files[name] ?? null, brand });
}

function policyOf(files: Record<string, string>, brand?: BrandProfile) {
  const result = read(files, brand);
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes));
  return result.policy;
}

function mistakesOf(text: string, others: Record<string, string> = {}) {
  const result = read({ 'brands/b/policy.yaml': text, ...others });
  if (!('mistakes' in result)) throw new Error('no mistake was found');
  return result.mistakes.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

describe('a policy file', () => {
  it('that says nothing is the default policy', () => {
    expect(compilePolicy(policyOf({ 'policy.yaml': '' })).policyHash).toBe(compilePolicy(defaultPolicy).policyHash);
  });

  it('sets options, and leaves the others as they come', () => {
    const { length } = policyOf({ 'policy.yaml': 'rules:\n  length: { warnAt: 40, severity: warn }' }).rules;
    expect(length).toMatchObject({ on: true, severity: 'warn', options: { warnAt: 40, max: 70, unit: 'graphemes' } });
  });

  it('switches rules off and on', () => {
    const off = {
      'policy.yaml': 'extends: base.yaml\nrules: { length: false }',
      'base.yaml': 'rules: { length: { max: 60 } }',
    };
    expect(policyOf(off).rules['length']).toMatchObject({ on: false });
    const on = { 'p.yaml': 'extends: policy.yaml\nrules: { length: true }', ...off };
    expect(policyOf(on).rules['length']).toMatchObject({ on: true, options: { max: 60 } });
    expect(policyOf({ 'p.yaml': 'rules: { length: { on: false, max: 60 } }' }).rules['length']?.on).toBe(false);
  });

  it('merges maps down the chain; lists add, remove and replace', () => {
    const weak = (list: string) => `rules:\n  tag-fallback-required:\n    weakFallbacks: ${list}`;
    const words = (files: Record<string, string>) =>
      policyOf(files).rules['tag-fallback-required']?.options['weakFallbacks'];
    const base = { 'base.yaml': weak('[a, b, c]') };
    const over = (list: string) => ({ 'policy.yaml': `extends: ./base.yaml\n${weak(list)}`, ...base });
    expect(words(over('[x]'))).toEqual(['x']);
    expect(words(over('{ add: [d, a] }'))).toEqual(['a', 'b', 'c', 'd']);
    expect(words(over('{ remove: [b] }'))).toEqual(['a', 'c']);
    expect(words(over('{ replace: [z], add: [y] }'))).toEqual(['z', 'y']);
    expect(words({ 'policy.yaml': weak('{ add: [pal] }') })).toContain('customer');
  });

  it('tells a rule that does not exist even where the file below cannot be read', () => {
    const over = 'extends: base.yaml\nrules: { lenght: { max: 60 }, length: { warnAt: 90 } }';
    expect(mistakesOf(over, { 'brands/b/base.yaml': 'rules: [' }).map((line) => line.split(' ')[0])).toEqual([
      'brands/b/base.yaml:1:9',
      'brands/b/policy.yaml:2:10',
    ]);
  });

  it('takes from the brand what it does not say, and the brand from the defaults', () => {
    const brand = BrandProfile.parse({
      name: 'B',
      locale: 'en-GB',
      market: 'UK',
      dialect: 'braze',
      attributes: { city: {}, first_name: { samples: ['Jo'] } },
      voice: { character: 'calm' },
    });
    const policy = policyOf({ 'p.yaml': 'attributes: { first_name: { samples: [Ada] } }' }, brand);
    expect(policy).toMatchObject({ dialect: 'braze', locale: 'en-GB', market: 'UK' });
    expect(policy.attributes).toMatchObject({ city: {}, first_name: { samples: ['Ada'] } });
    expect(policyOf({ 'p.yaml': 'dialect: klaviyo\nlocale: de-DE' }, brand)).toMatchObject({
      dialect: 'klaviyo',
      locale: 'de-DE',
    });
    expect(policyOf({ 'p.yaml': '' })).toMatchObject({ dialect: 'generic', locale: 'en-US', market: 'US' });
  });

  it('knows the place of each example', () => {
    const result = read({ 'p.yaml': 'examples:\n  pass:\n    - one\n    - two\n  block: [ three ]' });
    if ('mistakes' in result) throw new Error('it should read');
    expect(result.policy.examples).toEqual({ pass: ['one', 'two'], block: ['three'] });
    expect(result.examplePlaces.pass[1]).toEqual({ file: 'p.yaml', line: 4, column: 7 });
    expect(result.examplePlaces.block[0]).toEqual({ file: 'p.yaml', line: 5, column: 12 });
  });

  it('may be long, and may repeat itself by an alias', () => {
    const words = Array.from({ length: 30_000 }, (_, at) => `word ${at}`);
    const text = `rules:\n  tag-fallback-required:\n    weakFallbacks: { add: [${words.join(', ')}] }`;
    expect(policyOf({ 'p.yaml': text }).rules['tag-fallback-required']?.options['weakFallbacks']).toHaveLength(30_008);
    const twice = policyOf({ 'p.yaml': 'attributes: { first_name: &name { samples: [Ada] }, last_name: *name }' });
    expect(twice.attributes['last_name']?.samples).toEqual(['Ada']);
  });

  it('reads off and no as words, as YAML 1.2 does', () => {
    expect(policyOf({ 'p.yaml': 'examples: { pass: [off, no] }' }).examples.pass).toEqual(['off', 'no']);
  });
});

describe('a mistake in a policy file is told by place', () => {
  const file = 'brands/b/policy.yaml';

  it.each([
    ['dialcet: klaviyo', `${file}:1:1 there is no "dialcet" here; did you mean "dialect"?`],
    ['dialect: klavio', `${file}:1:10 must be one of klaviyo`],
    ['rules:\n  lenght: {}', `${file}:2:3 there is no rule "lenght"; did you mean "length"?`],
    ['rules:\n  length: { maxx: 3 }', `${file}:2:13 there is no "maxx" here; did you mean "max"?`],
    ['rules:\n  length: { severty: warn }', `${file}:2:13 there is no "severty" here; did you mean "severity"?`],
    ['rules:\n  length: { max: "70" }', `${file}:2:18 must be a number, not "70"`],
    [
      'rules:\n  length: { severity: blok }',
      `${file}:2:23 must be one of block, warn, info, not "blok"; did you mean "block"?`,
    ],
    ['rules:\n  length: { warnAt: 80 }', `${file}:2:11 warnAt must not be above max`],
    ['rules:\n  length: off', `${file}:2:11 a rule is set to true, false or a map of its options; write false`],
    ['rules:\n  length:', `${file}:2:10 a rule is set to true`],
    ['rules: [length]', `${file}:1:8 "rules" is a map`],
    [
      'attributes:\n  city: { type: txt }',
      `${file}:2:17 must be one of text, number, date, not "txt"; did you mean "text"?`,
    ],
    ['attributes:\n  First Name: {}', `${file}:2:3 "First Name" cannot be a name here`],
    ['attributes:\n  city: { samples: [20] }', `${file}:2:21 must be text, not 20; put it in quotes: "20"`],
    ['examples: { pass: [true] }', `${file}:1:20 must be text, not true`],
    ['examples: { passes: [] }', `${file}:1:13 there is no "passes" here; did you mean "pass"?`],
    ['locale: en_US', `${file}:1:9 must be a BCP 47 language tag`],
    ['market: USA', `${file}:1:9 must be one of US, CA, UK, EU, not "USA"; did you mean "US"?`],
    ['rules:\n  length: {}\n  length: {}', `${file}:3:3 this key stands here twice`],
    ['rules:\n\tlength: {}', `${file}:2:1 this line is indented by a tab`],
    ['a: [1', `${file}:1:`],
    ['__proto__: 1', `${file}:1:1 "__proto__" cannot be a key`],
    ['constructor: 1', `${file}:1:1 "constructor" cannot be a key`],
    ['? [a]\n: 1', `${file}:1:3 a key must be a word`],
    ['- a', `${file}:1:1 a policy is a map`],
    ['a: 1\n---\nb: 1', `${file}:2:1 a second document begins here`],
    ['dialect: !!js/function x', `${file}:1:10 YAML tags (!name) mean nothing here`],
    ['dialect: *nothing', `${file}:1:10 `],
    ['rules: { length: { max: .inf } }', `${file}:1:25 this value is neither text, a plain number`],
    ['extends: 7', `${file}:1:10 "extends" names one file`],
    ['extends: ../nowhere.yaml', `${file}:1:10 there is no file brands/nowhere.yaml`],
    [
      'rules:\n  tag-fallback-required:\n    weakFallbacks: { remove: [nobody] }',
      `${file}:3:31 cannot remove "nobody"`,
    ],
    ['rules:\n  tag-fallback-required:\n    weakFallbacks: { add: nobody }', `${file}:3:22 "add" must say a list`],
    ['rules:\n  tag-fallback-required:\n    weakFallbacks: nobody', `${file}:3:20 must be a list, not "nobody"`],
  ])('%j', (text, wanted) => {
    expect(mistakesOf(text).some((mistake) => mistake.startsWith(wanted)) ? wanted : mistakesOf(text)).toBe(wanted);
  });

  it('in the file it stands in, though another one extends it', () => {
    expect(mistakesOf('extends: ../base.yaml', { 'brands/base.yaml': '\nrules: { nothing: true }' })).toEqual([
      expect.stringMatching(/^brands\/base.yaml:2:10 there is no rule "nothing"/),
    ]);
  });

  it('all at once', () => {
    expect(mistakesOf('dialect: x\nmarket: y\nrules: { a: 1, length: { b: 2, max: c } }')).toHaveLength(5);
  });

  it('when files extend each other in a circle', () => {
    const files = { 'brands/base.yaml': 'x: 1\nextends: b/policy.yaml' };
    expect(mistakesOf('extends: ../base.yaml', files)).toEqual([
      expect.stringContaining('brands/base.yaml:2:10 the files extend each other in a circle'),
    ]);
    expect(mistakesOf('extends: policy.yaml')).toEqual([expect.stringContaining(`${file}:1:10`)]);
  });

  it('when aliases multiply into a bomb', () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `x${at + 1}: &x${at + 1} [${Array(10).fill(`*x${at}`).join(', ')}]`,
    );
    expect(mistakesOf(['x0: &x0 [a]', ...rows].join('\n'))).toEqual([expect.stringContaining('this holds too much')]);
    expect(mistakesOf('a: &a [*a]')).toEqual([expect.stringContaining('this holds too much')]);
  });

  it('when the file cannot be read', () => {
    const result = readPolicyFile({
      path: 'p.yaml',
      readText: () => {
        throw new TypeError('not UTF-8');
      },
    });
    expect(result).toEqual({ mistakes: [expect.objectContaining({ file: 'p.yaml', line: 1, column: 1 })] });
  });
});

describe('whatever the text', () => {
  it('reading gives a policy or mistakes, and never throws', () => {
    const word = fc.constantFrom(
      'rules',
      'length',
      'max',
      'extends',
      ':',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '&a',
      '*a',
      '"',
      '|',
      '>',
      '!',
      '#',
      '7',
      '?',
      '\t',
      '\u0000',
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (yaml) => {
        const result = read({ 'p.yaml': yaml });
        if (!('mistakes' in result)) return;
        expect(result.mistakes.length).toBeGreaterThan(0);
        for (const { line, column, message } of result.mistakes) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(message).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });
});
