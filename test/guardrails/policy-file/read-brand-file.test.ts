import { describe, expect, it } from 'vitest';
import { readBrandFile } from '../../../src/guardrails/policy-file/read-brand-file.ts';

function read(text: string | null) {
  return readBrandFile({ path: 'brand.yaml', readText: () => text });
}

const plain = 'name: A\nvoice: { character: B }\n';

describe('readBrandFile', () => {
  it('reads a brand and fills in what it leaves out', () => {
    expect(read('name: Tilden Row\ndialect: klaviyo\nvoice: { character: A tidy friend. }')).toMatchObject({
      profile: { name: 'Tilden Row', dialect: 'klaviyo', locale: 'en-US', market: 'US', exemplars: [] },
    });
  });

  it.each([
    ['name: A\nvoice: { character: B }\ndialect: klavio', 3, 10, 'did you mean "klaviyo"'],
    ['nam: A\nvoice: { character: B }', 1, 1, 'did you mean "name"'],
    ['name: A\nvoice: { charcter: B }', 2, 10, 'did you mean "character"'],
    ['name: 7\nvoice: { character: B }', 1, 7, 'put it in quotes'],
    ['name: A', 1, 1, 'is missing'],
    ['', 1, 1, 'the file is empty'],
    [null, 1, 1, 'not there'],
    [
      `${plain}review:\n  fourEyes:\n    rules: [length, urgency-needs-date]`,
      5,
      21,
      'did you mean "urgency-needs-dates"',
    ],
    [`${plain}review: { fourEyes: { cohortSize: 0 } }`, 3, 35, '0'],
    [`${plain}review: { fourEyes: { cohortsize: 9 } }`, 3, 23, 'did you mean "cohortSize"'],
  ])('tells the place of a mistake in %j', (text, line, column, message) => {
    const result = read(text);
    const mistakes = 'mistakes' in result ? result.mistakes : [];
    expect(mistakes).toContainEqual({ file: 'brand.yaml', line, column, message: expect.stringContaining(message) });
  });
});
