import { describe, expect, it } from 'vitest';
import { whitespace } from '../../../src/guardrails/rules/whitespace.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const dialect = 'klaviyo';

describeLists(whitespace, {
  good: [
    'Fall, sorted',
    'Soldes\u202f: c’est parti\u00a0!',
    'Soldes : c’est parti !',
    '...and it’s back',
    '',
    { line: "{{  first_name|default:'there'  }}, your edit", dialect },
    { line: "Bonjour {{ first_name|default:'toi' }} !", dialect },
    { line: "{{ first_name|default:'there' }}, your edit", dialect },
    { line: "Hi {{ first_name|default:'there' }}!", dialect },
    { line: '{% if first_name %}{{ first_name }}, {% endif %}your edit', dialect },
    { line: `{{\${first_name} | default: 'there'}}, your edit`, dialect: 'braze', because: 'A blank name is rare.' },
    { line: '{{ first_name }}, your edit', dialect, options: { renderings: false } },
    { line: "... and it’s back, {{ first_name|default:'friend' }}", dialect },
  ],
  bad: [
    '[| |]Fall, sorted[| |]',
    'Fall,[|  |]sorted[|   |]out',
    'Fall,[|\t|]sorted',
    'Fall,[| \u00a0|]sorted',
    '[|\u00a0|]Fall, sorted',
    '[|   |]',
    'It smells like fall[|  |]\u{1f342}',
    'Hi[| |], friend',
    'Fresh picks[|\n|]',
    '[|\r\n|]Fresh picks',
    { line: 'Hi[| {{ first_name }}!|] New in', dialect },
    { line: 'Hi[| {% if first_name %}{{ first_name }}{% endif %}!|] New in', dialect },
    { line: "Hi {{ first_name|default:'my[|  |]friend' }}", dialect },
    { line: '[|{{ first_name }},|] your edit', dialect },
    { line: 'Hi[| {{ first_name }},|] your edit', dialect },
    { line: 'Your edit,[| {{ first_name }}|]', dialect },
    { line: 'The[| {{ first_name }} |]edit', dialect },
  ],
});

describe('whitespace', () => {
  it('says for which readers a space is left over, once', () => {
    const findings = findingsIn(whitespace, { line: '{{ first_name }}, your edit', dialect });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.rendering).toBe('first_name empty');
    expect(findings[0]?.message).toContain('readers see ", your edit"');
  });

  it('only warns of two spaces beside an emoji, and blocks them between words', () => {
    const weights = ['Fall  \u{1f342}', '\u{1f342}  Fall', 'Fall  is here'].map(
      (line) => findingsIn(whitespace, { line })[0]?.severity,
    );
    expect(weights).toEqual(['warn', 'warn', 'block']);
  });

  it('suggests what a reader would have meant', () => {
    const suggested = [' Fall', 'Fall,  sorted'].map((line) => findingsIn(whitespace, { line })[0]?.suggestion);
    expect(suggested).toEqual([
      { start: 0, end: 1, text: '' },
      { start: 5, end: 7, text: ' ' },
    ]);
  });

  it('sees what a conditional leaves behind', () => {
    const line = 'Your edit{% if first_name %}, {{ first_name }}{% endif %} , here';
    expect(findingsIn(whitespace, { line, dialect })).not.toEqual([]);
  });
});
