import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readYaml } from '../../../src/guardrails/policy-file/yaml-positions.ts';

const Thing = z.strictObject({
  list: z.array(z.strictObject({ name: z.string() })),
  choice: z.union([z.string(), z.strictObject({ term: z.string(), suggest: z.string().optional() })]).optional(),
});

describe('readYaml', () => {
  it('reads JSON as well', () => {
    expect(readYaml(Thing, 'f', '{"list": [{"name": "a"}]}')).toEqual({ value: { list: [{ name: 'a' }] } });
  });

  it.each([
    ['list:\n  - nme: a', 2, 5, 'did you mean "name"'],
    ['list:\n  - name: [1]', 2, 11, 'must be text, not a list'],
    ['list: []\nchoice: { term: a, sugest: b }', 2, 20, 'did you mean "suggest"'],
    ['list: []\nchoice: 7', 2, 9, 'not a value that can stand here'],
    ['{}', 1, 1, 'is missing; it must be a list'],
  ])('finds the place in %j', (text, line, column, message) => {
    const read = readYaml(Thing, 'f.yaml', text);
    expect('mistakes' in read && read.mistakes).toContainEqual({
      file: 'f.yaml',
      line,
      column,
      message: expect.stringContaining(message),
    });
  });
});
