import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/guardrails/catalogue.ts';
import { findingsIn, markedSpans } from '../support/rule-example.ts';

describe('the catalogue', () => {
  it('holds every rule that has a file, and nothing else, in the order of the alphabet', () => {
    const files = readdirSync('src/guardrails/rules', { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(catalogue.map(({ id }) => id)).toEqual(files.map(({ name }) => name.replace(/\.ts$/, '')).sort());
  });

  it.each(catalogue.map(({ id }) => id))('has a test and a page for %s', (id) => {
    expect(existsSync(`test/guardrails/rules/${id}.test.ts`)).toBe(true);
    expect(readFileSync(`docs/rules/${id}.md`, 'utf8')).toContain('## Why');
  });

  it.each(catalogue.map((rule) => ({ id: rule.id, rule })))('gives $id an option set from nothing', ({ rule }) => {
    expect(rule.options.parse({})).toBeTypeOf('object');
    expect(rule.options.safeParse({ noSuchOption: 1 }).success).toBe(false);
  });
});

describe.each(catalogue.map((rule) => ({ id: rule.id, rule })))('the examples of $id', ({ rule }) => {
  it.each(rule.examples.good.map((example) => ({ line: example.line, example })))('lets pass: $line', ({ example }) => {
    expect(findingsIn(rule, example)).toEqual([]);
  });

  it.each(rule.examples.bad.map((example) => ({ line: example.line, example })))('finds: $line', ({ example }) => {
    const findings = findingsIn(rule, example);
    expect(findings).not.toEqual([]);
    expect(findings.filter(({ kind }) => kind === 'error')).toEqual([]);
    const wanted = markedSpans(example.line);
    const seen = findings.flatMap(({ spans }) => spans);
    for (const span of wanted) expect(seen).toContainEqual(span);
    if (wanted.length > 0) expect(findings.every(({ spans }) => spans.length > 0)).toBe(true);
  });
});
