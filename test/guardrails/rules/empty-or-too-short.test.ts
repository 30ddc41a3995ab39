import { describe, expect, it } from 'vitest';
import { emptyOrTooShort } from '../../../src/guardrails/rules/empty-or-too-short.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const dialect = 'klaviyo';

describeLists(emptyOrTooShort, {
  good: [
    'Hello, fall',
    'It’s here',
    'Going somewhere?',
    'Must-have',
    '秋の新作コート',
    'Neue Mäntel',
    'A line that is plainly long enough for anybody',
    { line: "{{ first_name|default:'there' }}, hello", dialect },
    { line: 'Finally.', options: { allow: ['finally.'] } },
    { line: 'FINALLY!', options: { allow: ['Finally.'] } },
    { line: 'Hi', options: { min: 1, minWords: 1 } },
  ],
  bad: [
    '',
    'Hi',
    'Hello',
    'Surprise!',
    '   ',
    '\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b',
    'Hi you',
    { line: '', options: { allow: ['!'] } },
    { line: '?!', options: { allow: ['!'] } },
    { line: 'A rather long line of plain words', options: { min: 40 } },
    { line: 'A rather long line of plain words', options: { minWords: 8 } },
    '!!!!!!!!!!!! ????????????',
    '\u{1f525}\u{1f525}\u{1f525}\u{1f525}\u{1f525}\u{1f525}\u{1f525}\u{1f525}\u{1f525}',
    'Supercalifragilisticexpialidocious',
    { line: '{{ first_name }}', dialect },
    { line: 'Hi {{ first_name }}', dialect },
  ],
});

describe('empty-or-too-short', () => {
  it('names the readers who get too little, and speaks once', () => {
    const findings = findingsIn(emptyOrTooShort, { line: 'Hello {{ first_name }}', dialect });
    expect(findings.map(({ rendering }) => rendering)).toEqual(['first_name empty']);
    expect(findings[0]?.message).toBe(
      '"Hello" has 5 characters and 1 word with first_name empty; write at least 8 characters and 2 words.',
    );
  });
});
