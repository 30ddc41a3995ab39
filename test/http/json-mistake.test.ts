import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonMistake } from '../../src/http/json-mistake.ts';

/** Where the text stops being JSON is marked with ▲, which is taken out. */
const broken: readonly [string, string][] = [
  ['▲', 'a value'],
  ['{▲', 'a key in quotes or }'],
  ['{"a"▲}', 'a colon'],
  ['{"a":▲}', 'a value'],
  ['{"a":1 ▲"b":2}', 'a comma'],
  ['{"a":1,▲}', 'a key in quotes'],
  ['{"a":1▲]', 'a comma'],
  ['[1,▲]', 'a value'],
  ['[1 ▲2]', 'a comma'],
  ['[▲,]', 'a value or ]'],
  ['[▲tru]', 'a value'],
  ['[▲01]', 'a value'],
  ['[▲1.]', 'a value'],
  ['[▲+1]', 'a value'],
  ['["a▲', 'the closing quote'],
  ['["a▲\\x"]', 'an escape JSON knows'],
  ['["a▲\\u12g4"]', 'an escape JSON knows'],
  ['["▲\u0001"]', 'an escape for a control character'],
  ['{} ▲x', 'the end'],
  ['▲\u00a0{}', 'a value'],
];

describe('the place where a text stops being JSON', () => {
  it.each(broken)('is the mark in %j', (marked, wanted) => {
    const at = marked.indexOf('▲');
    const text = marked.replace('▲', '');
    expect(() => JSON.parse(text.replace('▲', ''))).toThrow();
    const told = jsonMistake(text);
    expect(told).toContain(`line 1, column ${at + 1} `);
    expect(told).toContain(`where ${wanted}`);
  });

  it('is told by line', () => {
    expect(jsonMistake('{\n  "a": 1\n  "b": 2\n}')).toContain('at line 3, column 3 "\\"" stands where a comma');
  });

  it('is found in exactly those texts that JSON.parse refuses', () => {
    const scrap = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      'a',
      '\\',
      '1',
      '-',
      '.',
      'e',
      '0',
      'null',
      ' ',
      '\n',
    );
    const scraps = fc.array(scrap, { maxLength: 12 }).map((each) => each.join(''));
    const nearlyJson = fc.tuple(fc.json(), fc.nat(), scrap).map(([text, at, more]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + more + text.slice(place);
    });
    fc.assert(
      fc.property(fc.oneof(scraps, nearlyJson, fc.json()), (text) => {
        const isWhole = jsonMistake(text).includes('the text ends where the end is wanted');
        expect(isWhole).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
