/** Lists of good and bad lines for one rule, each line a test; bad lines mark by `[|` and `|]` all that must be seen. */
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/domain/finding.ts';
import type { AnyRule, RuleExample } from '../../src/guardrails/rule.ts';
import { findingsIn, markedSpans } from './rule-example.ts';

/** A line, or a line with what it is checked with. */
export type Listed = string | RuleExample;

/** Test that the rule finds nothing in the good lines, and in the bad ones exactly what is marked. */
export function describeLists(
  rule: AnyRule,
  lists: { readonly good: readonly Listed[]; readonly bad: readonly Listed[] },
): void {
  describe(`the lines of ${rule.id}`, () => {
    it.each(lists.good.map(named))('finds nothing in $shown', ({ example }) => {
      expect(findingsIn(rule, example)).toEqual([]);
    });

    it.each(lists.bad.map(named))('finds what is marked in $shown', ({ example }) => {
      const findings = findingsIn(rule, example);
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.every(({ kind }) => kind === 'violation')).toBe(true);
      expect(inPlace(findings.flatMap(({ spans }) => spans))).toEqual(inPlace(markedSpans(example.line)));
    });
  });
}

function named(listed: Listed): { example: RuleExample; shown: string } {
  const example = typeof listed === 'string' ? { line: listed } : listed;
  return { example, shown: JSON.stringify(example.line) };
}

function inPlace(spans: readonly Span[]): Span[] {
  const byPlace = new Map(spans.map((span) => [`${span.start}:${span.end}`, span]));
  return [...byPlace.values()].sort((one, other) => one.start - other.start || one.end - other.end);
}
