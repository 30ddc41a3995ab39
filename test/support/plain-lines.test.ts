/** The lines of the model the tests play: plenty, all different, and none that a calm policy would stop. */
import { describe, expect, it } from 'vitest';
import { checkLine } from '../../src/guardrails/check-line.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { plainLines } from './plain-lines.ts';

describe('plain lines', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(plainLines('a', 8)).toEqual(plainLines('a', 8));
    expect(plainLines('a', 8)).not.toEqual(plainLines('b', 8));
  });

  it('come without doubles, as many as there are sentences', () => {
    expect(new Set(plainLines('a', 384).map(({ text }) => text)).size).toBe(384);
    expect(plainLines('a', 1_000)).toHaveLength(384);
  });

  it('pass the policy every brand starts from', () => {
    const policy = compilePolicy(defaultPolicy);
    for (const line of plainLines('a', 384)) {
      const { verdict, findings } = checkLine(line, policy, { now: '2026-11-23T10:00:00.000Z' });
      expect([line.text, verdict, findings.filter(({ severity }) => severity === 'block')]).toEqual([
        line.text,
        'pass',
        [],
      ]);
    }
  });
});
