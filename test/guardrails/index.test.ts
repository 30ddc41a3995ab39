import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLine, compilePolicy, defaultPolicy, readPolicyFile } from '../../src/guardrails/index.ts';

describe('the library', () => {
  it('checks a line with a policy read from text', () => {
    const read = readPolicyFile({
      path: 'policy.yaml',
      readText: () => 'dialect: klaviyo\nrules: { length: { max: 60 } }',
    });
    const policy = 'policy' in read ? read.policy : defaultPolicy;
    const verdict = checkLine({ text: 'Hi *|FNAME|*' }, compilePolicy(policy), { now: '2026-11-23T17:00:00.000Z' });
    expect(verdict.verdict).toBe('block');
  });

  it('runs anywhere: nothing under it asks for Node, the clock, chance or the environment', () => {
    const files = globSync('src/{guardrails,domain}/**/*.ts');
    expect(files.length).toBeGreaterThan(50);
    const suspects = files.filter((file) =>
      /from 'node:|\bprocess\.|\bBuffer\.|Date\.now\(|new Date\(\)|Math\.random\(/.test(readFileSync(file, 'utf8')),
    );
    expect(suspects).toEqual([]);
  });
});
