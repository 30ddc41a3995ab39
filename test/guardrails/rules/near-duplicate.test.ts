import { describe, expect, it } from 'vitest';
import { nearDuplicate } from '../../../src/guardrails/rules/near-duplicate.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const seen = [
  { text: 'The linen is in' },
  { text: 'Cozy season starts here', at: '2026-11-02T14:00:00.000Z', campaign: 'Fall launch' },
];

describeLists(nearDuplicate, {
  good: [
    'Cozy season starts now',
    { line: 'Cozy season starts here', seen },
    { line: 'Warm coats for cold mornings', seen },
    { line: '$20 off', seen: [{ text: '20% off' }] },
    { line: '\u{1f389}', seen: [{ text: '\u{1f9e5}' }] },
    { line: 'Last chances', seen: [{ text: 'Last chance' }] },
    { line: 'New arrivals', seen: [{ text: 'Our new arrivals' }] },
    { line: 'Our new arrivals', seen: [{ text: 'New arrivals' }] },
    { line: '20% off', seen: [{ text: '30% off' }] },
    { line: 'Cozy season starts now', seen, options: { threshold: 0.95 } },
  ],
  bad: [
    { line: 'Cozy season starts now', seen },
    { line: 'Cozy season starts here!', seen },
    { line: '3 cozy season starts here \u{1f342}', seen },
    { line: 'Last chances', seen: [{ text: 'Last chance' }], options: { minWords: 2 } },
    { line: 'New in!', seen: [{ text: 'New in' }] },
    { line: 'Last chance!', seen: [{ text: 'Last chance' }] },
    { line: '{FNAME}, cozy season starts here', seen },
  ],
});

describe('near-duplicate', () => {
  it('warns of the line that is most alike, and says how much', () => {
    const findings = findingsIn(nearDuplicate, { line: 'Cozy season starts now', seen });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.severity).toBe('warn');
    expect(findings[0]?.resembles).toEqual(seen[1]);
    expect(findings[0]?.message).toBe(
      'This reads much like "Cozy season starts here" (81% alike), which these readers saw on 2026-11-02 in the campaign "Fall launch"; say it another way.',
    );
  });
});
