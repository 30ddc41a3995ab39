import { describe, expect, it } from 'vitest';
import { duplicate } from '../../../src/guardrails/rules/duplicate.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const seen = [{ text: 'Cozy season starts here', at: '2026-11-02T14:00:00.000Z', campaign: 'Fall launch' }];

describeLists(duplicate, {
  good: [
    'Cozy season starts here',
    { line: 'Cozy season starts now', seen },
    { line: 'Cozy season starts here!', seen },
    { line: 'Cozy season starts here \u{1f342}', seen },
    { line: '20% off coats', seen: [{ text: '30% off coats' }] },
    { line: 'Cozy season starts here', seen, options: { recurring: ['Cozy Season starts here'] } },
    { line: '{FNAME}, hello', seen: [{ text: '{LNAME}, hello' }] },
  ],
  bad: [
    { line: 'Cozy season starts here', seen },
    { line: 'COZY  Season starts\u00a0here ', seen },
    { line: 'Cozy sea\u200bson starts here', seen },
    { line: 'Cozy seas\u043en starts here', seen },
    {
      line: "{{ first_name|default:'there' }}, hello",
      dialect: 'klaviyo',
      seen: [{ text: "{{first_name|default:'you'}}, hello" }],
    },
  ],
});

describe('duplicate', () => {
  it('sees a line that was put into the array it was given before', () => {
    const growing = [{ text: 'The wool is in' }];
    const again = () => findingsIn(duplicate, { line: 'Cozy season starts here', seen: growing });
    expect(again()).toEqual([]);
    growing.push({ text: 'Cozy season starts here' });
    expect(again()).toHaveLength(1);
    growing.splice(1, 1, { text: 'The linen is in' });
    expect(again()).toEqual([]);
  });

  it('names the line, its date and its campaign', () => {
    const [finding] = findingsIn(duplicate, { line: 'cozy season starts here', seen });
    expect(finding?.message).toBe(
      'These readers saw this line as "Cozy season starts here" on 2026-11-02 in the campaign "Fall launch"; write a new one.',
    );
    expect(finding?.severity).toBe('block');
  });
});
