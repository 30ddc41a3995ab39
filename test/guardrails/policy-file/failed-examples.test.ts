import { describe, expect, it } from 'vitest';
import { failedExamples } from '../../../src/guardrails/policy-file/failed-examples.ts';
import { readPolicyFile } from '../../../src/guardrails/policy-file/read-policy-file.ts';

function failed(text: string) {
  const read = readPolicyFile({ path: 'p.yaml', readText: () => text });
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
  return failedExamples(read);
}

describe('failedExamples', () => {
  it('is empty where the policy does what it says', () => {
    expect(failed("examples:\n  pass: ['Coats are in']\n  block: ['Save XX% today']")).toEqual([]);
  });

  it('names each example that comes out otherwise, its place and what blocked it', () => {
    const [pass, block] = failed("examples:\n  pass: ['Save XX% today']\n  block: ['Coats are in']");
    expect(pass).toMatchObject({ wanted: 'pass', line: 'Save XX% today', at: { file: 'p.yaml', line: 2, column: 10 } });
    expect(pass?.message).toContain('unresolved-placeholder: "XX%"');
    expect(block).toMatchObject({
      wanted: 'block',
      at: { line: 3, column: 11 },
      message: expect.stringContaining('is not'),
    });
  });

  it('takes a warning for a pass', () => {
    expect(failed(`examples:\n  pass: ['${'Warm coats '.repeat(5)}for all']`)).toEqual([]);
  });
});
