import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/guardrails/catalogue.ts';
import { labelledFiles, labelledLines, rulesThatFind } from '../support/labelled-lines.ts';

const sorted = (rules: Iterable<string>) => [...new Set(rules)].sort();

describe('the labelled lines', () => {
  it('are many, half of them good, and speak of every rule that judges a line', () => {
    const lines = labelledLines();
    const good = lines.filter(({ wanted }) => wanted.length === 0).length;
    expect(lines.length).toBeGreaterThanOrEqual(1000);
    expect(good / lines.length).toBeGreaterThanOrEqual(0.5);
    const wanted = new Set(lines.flatMap((line) => line.wanted));
    // What is wrong with a campaign is said of the brief.
    expect(catalogue.map(({ id }) => id).filter((id) => !wanted.has(id))).toEqual(['cohort-size']);
  });

  it.each(labelledLines('rule-corpus').map((line) => ({ shown: JSON.stringify(line.text), line })))(
    'are told apart: $shown',
    ({ line }) => {
      expect(sorted(rulesThatFind(line))).toEqual(sorted(line.wanted));
    },
  );
});

// These were written without a look at the rules. Single lines may be argued about, and no rule is to be bent to them.
const unseen = labelledFiles.filter((file) => file !== 'rule-corpus');
describe.each(unseen)('the lines of %s', (file) => {
  const judged = labelledLines(file).map((line) => ({ ...line, found: rulesThatFind(line) }));

  it('are found where they are bad, all but one in forty', () => {
    const wanted = judged.flatMap((line) => line.wanted.map((rule) => ({ ...line, rule })));
    const missed = wanted.filter(({ rule, found }) => !found.has(rule));
    expect(missed.length, missed.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(wanted.length * 0.025);
  });

  it('are let pass where they are good', () => {
    const alarmed = judged.filter(({ wanted, found }) => wanted.length === 0 && found.size > 0);
    expect(alarmed.map(({ text, found }) => `${text}: ${[...found]}`)).toEqual([]);
  });
});
