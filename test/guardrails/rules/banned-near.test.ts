import { describe, expect, it } from 'vitest';
import { bannedNear } from '../../../src/guardrails/rules/banned-near.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const klaviyo = "{{ first_name|default:'there' }}";
const near = { distance: 2 };

describeLists(bannedNear, {
  good: [
    'Cheap thrills: beach reads under $10',
    'Reduced again: below market coats',
    '{FNAME}, your edit is here',
    '{FNAME}, reduced-fat snacks are in',
    '{FNAME}, a serum that reduces redness',
    '{FNAME}, reduce, reuse and wear it again',
    '{FNAME}, a weekend in Cheapside',
    '{CITY}: cheap coats',
    { line: `${klaviyo}, your edit is here`, dialect: 'klaviyo' },
    { line: 'Cheap socks for all of you, {FNAME}', options: near },
    { line: '{FNAME}, cheap socks', options: { direction: 'before' } },
    { line: 'Cheap socks, {FNAME}', options: { direction: 'after' } },
    { line: '{FNAME}, cheaper socks', options: { inflect: false } },
    { line: '{FNAME}, dirt cheap is our favourite play', options: { exceptions: ['dirt cheap'] } },
    { line: '{% if first_name %}Cheap{% else %}Good{% endif %} coats', dialect: 'klaviyo' },
  ],
  bad: [
    '[|{FNAME}|], [|cheap|] [|below market|] coats',
    '[|Reduced|]: the coats you loved, [|{FNAME}|]',
    '[|{FNAME}|]: [|below-market|] prices',
    '[|Cheaper|], [|cheapest|] and [|cheaply|] yours, [|{FNAME}|]',
    '[|Reducing|] now, [|{FNAME}|]',
    'A [|reduction|] for [|{FNAME}|]',
    '[|ch3ap|] coats for [|{FNAME}|]',
    { line: '[|{{ first_name|default:"there" }}|], [|cheap|] coats', dialect: 'klaviyo' },
    { line: '[|Cheap|] socks for [|{FNAME}|]', options: near },
    { line: '[|{FNAME}|], [|frugal|] coats', options: { terms: ['frugal'] } },
    { line: '[|{CITY}|]: [|cheap|] coats', options: { attributes: ['city'] } },
  ],
});

describe('banned-near', () => {
  it('speaks once of a word that is a form of several terms', () => {
    expect(findingsIn(bannedNear, { line: 'Reduced again, {FNAME}' })).toHaveLength(1);
  });

  it('sees a word that only some readers get whole', () => {
    const line = "{{ first_name|default:'there' }}, ch{% if city %}ea{% else %}ar{% endif %}p coats";
    const [finding] = findingsIn(bannedNear, { line, dialect: 'klaviyo' });
    expect(finding).toMatchObject({ rendering: 'typical', spans: [{ start: 34 }, { start: 0, end: 32 }] });
  });

  it('marks the term and the tag, in the dialect of the brand', () => {
    const line = '*|FNAME|*, cheap coats';
    const [finding] = findingsIn(bannedNear, { line, dialect: 'mailchimp' });
    expect(finding?.spans.map(({ start, end }) => line.slice(start, end))).toEqual(['cheap', '*|FNAME|*']);
    expect(finding?.message).toContain('addresses the reader by first name');
  });

  it('reads the fallback of a tag and not its machinery', () => {
    const spoken = findingsIn(bannedNear, { line: "Hi {{ first_name|default:'cheap one' }}", dialect: 'klaviyo' });
    expect(spoken).toHaveLength(1);
    expect(
      findingsIn(bannedNear, { line: "Hi {{ first_name|default:'you' }}, {{ cheap }}", dialect: 'klaviyo' }),
    ).toEqual([]);
  });

  it('counts a tag between as one word, and a hyphenated word as one', () => {
    const line = 'Cheap must-have {CITY} coats {FNAME}';
    expect(findingsIn(bannedNear, { line, options: { distance: 2 } })).toEqual([]);
    expect(findingsIn(bannedNear, { line, options: { distance: 3 } })).toHaveLength(1);
  });
});
