import { describe, expect, it } from 'vitest';
import { length } from '../../../src/guardrails/rules/length.ts';
import { findingsIn } from '../../support/rule-example.ts';

const of = (graphemes: number) => 'x'.repeat(graphemes);

describe('length', () => {
  it.each([
    [50, undefined],
    [51, 'warn'],
    [70, 'warn'],
    [71, 'block'],
    [151, 'block'],
  ])('weighs %d characters as %s', (graphemes, severity) => {
    expect(findingsIn(length, { line: of(graphemes) })[0]?.severity).toBe(severity);
  });

  it('counts what readers see, not units', () => {
    expect(findingsIn(length, { line: '👨‍👩‍👧‍👦'.repeat(50) })).toEqual([]);
    expect(findingsIn(length, { line: 'e\u0301'.repeat(50) })).toEqual([]);
  });

  it('names the longest rendering and its value', () => {
    const line = `{{ first_name|default:'there' }}${of(60)}`;
    expect(findingsIn(length, { line, dialect: 'klaviyo' })[0]).toMatchObject({
      severity: 'block',
      rendering: 'first_name = Maximilian-Alexander',
      message:
        'Shorten to 70 characters; the longest rendering has 80 (first_name = Maximilian-Alexander), and desktop clients cut the rest off.',
    });
  });

  it('does not count what the tags take', () => {
    const line = '{% if first_name %}{{ first_name }}{% else %}Hello{% endif %}, your edit is here for you';
    expect(findingsIn(length, { line, dialect: 'klaviyo' })).toEqual([]);
  });

  it('measures in columns where asked to', () => {
    const options = { unit: 'width', warnAt: 10, max: 20 };
    expect(findingsIn(length, { line: '🧥🧥🧥🧥🧥', options })).toEqual([]);
    expect(findingsIn(length, { line: '🧥🧥🧥🧥🧥🧥', options })[0]).toMatchObject({ severity: 'warn' });
    expect(findingsIn(length, { line: '大衣'.repeat(6), options })[0]?.message).toContain('20 columns');
  });

  it('says so where no platform would take the line', () => {
    expect(findingsIn(length, { line: of(151) })[0]?.message).toContain('Shorten to 150');
  });

  it('refuses limits that contradict each other', () => {
    expect(length.options.safeParse({ warnAt: 80 }).success).toBe(false);
  });
});
