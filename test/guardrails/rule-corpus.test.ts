import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SeenLine } from '../../src/domain/finding.ts';
import { checkLine } from '../../src/guardrails/check-line.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { exampleNow } from '../support/rule-example.ts';

const LabelledLine = z.strictObject({
  text: z.string(),
  dialect: z.string().default('generic'),
  options: z.record(z.string(), z.record(z.string(), z.json())).default({}),
  seen: z.array(SeenLine).default([]),
  wanted: z.array(z.string()),
});

const rows = readFileSync('test/fixtures/rule-corpus.jsonl', 'utf8')
  .split('\n')
  .filter((row) => row !== '');
const lines = rows.map((row) => LabelledLine.parse(JSON.parse(row)));

// The labels speak of these rules; rules that need a brief are tested with one elsewhere.
const labelled = new Set(lines.flatMap(({ wanted }) => wanted));

describe('the labelled lines', () => {
  it('are many, and good ones are half of them', () => {
    const good = lines.filter(({ wanted }) => wanted.length === 0).length;
    expect(lines.length).toBeGreaterThanOrEqual(250);
    expect(good / lines.length).toBeGreaterThan(0.4);
  });

  it.each(lines.map((line) => ({ shown: JSON.stringify(line.text), line })))('are told apart: $shown', ({ line }) => {
    const settings = Object.entries(defaultPolicy.rules).filter(([id]) => labelled.has(id));
    const rules = settings.map(([id, setting]) => [
      id,
      { ...setting, options: { ...setting.options, ...line.options[id] } },
    ]);
    const policy = compilePolicy({ ...defaultPolicy, dialect: line.dialect, rules: Object.fromEntries(rules) });
    const { findings } = checkLine({ text: line.text }, policy, { now: exampleNow, seen: line.seen });
    expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual([...new Set(line.wanted)].sort());
  });
});
