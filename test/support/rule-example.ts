/** Run the examples of a rule the way the engine would, with the spans a bad line marks by `[|` and `|]`. */

import type { Facts } from '../../src/domain/facts.ts';
import type { Finding, Span } from '../../src/domain/finding.ts';
import { RuleSetting } from '../../src/domain/policy.ts';
import { checkLine } from '../../src/guardrails/check-line.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { defaultPolicy, defaultSetting, onlyRules } from '../../src/guardrails/default-policy.ts';
import type { AnyRule, RuleExample } from '../../src/guardrails/rule.ts';

/** The clock of examples: a Monday noon in New York. */
export const exampleNow = '2026-11-23T17:00:00.000Z';

/** Facts of a plain promotional campaign without an offer, for examples that give only some. */
export const exampleFacts: Facts = {
  messageType: 'promotional',
  market: 'US',
  locale: 'en-US',
  timeZone: 'America/New_York',
  send: { kind: 'at', at: '2026-11-24T15:00:00.000Z' },
  offer: null,
  claims: [],
  products: [],
  mustMention: [],
  attributes: {},
  preheaders: false,
};

/** What one rule alone finds in an example's line. */
export function findingsIn(rule: AnyRule, example: RuleExample): readonly Finding[] {
  const alone = onlyRules(defaultPolicy, [rule.id]);
  const options = RuleSetting.shape.options.parse(rule.options.parse(example.options ?? {}));
  const setting = { ...defaultSetting(rule), on: true, options };
  const { dialect = 'generic', locale = alone.locale, preheader, seen } = example;
  const policy = compilePolicy({ ...alone, dialect, locale, rules: { [rule.id]: setting } });
  const facts = example.facts && { ...exampleFacts, ...example.facts };
  return checkLine({ text: unmarked(example.line), preheader }, policy, { facts, seen, now: exampleNow }).findings;
}

/** A line without its marks. */
export function unmarked(line: string): string {
  return line.replaceAll('[|', '').replaceAll('|]', '');
}

/** The spans between `[|` and `|]`, counted in the line without marks. */
export function markedSpans(line: string): Span[] {
  const spans: Span[] = [];
  let rest = line;
  let before = 0;
  for (let at = rest.indexOf('[|'); at >= 0; at = rest.indexOf('[|')) {
    const end = rest.indexOf('|]', at);
    if (end < 0) throw new Error(`the mark in ${line} is never closed`);
    const start = before + at;
    spans.push({ start, end: start + end - at - 2 });
    before = start + end - at - 2;
    rest = rest.slice(end + 2);
  }
  return spans;
}
