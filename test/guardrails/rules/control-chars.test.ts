import { describe, expect, it } from 'vitest';
import { controlChars } from '../../../src/guardrails/rules/control-chars.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

describeLists(controlChars, {
  good: [
    'Fresh picks for your weekend',
    'Soldes\u202f: c’est parti\u00a0!',
    'Fr\u200bee coats',
    'New in \u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
    '“Wow” — your reviews are in…',
    '',
  ],
  bad: [
    'Fresh picks[|\r\n|]Bcc: all@example.com',
    'Fresh picks[|\n|]',
    '[|\t|]Fresh picks',
    'Fresh[|\u0000|]picks and[|\u007f|]more',
    'Fresh[|\u0085|]picks',
    'Fresh[|\u2028|]picks[|\u2029|]',
    'Hi {{ first_name[|\n|]}}, your picks',
  ],
});

describe('control-chars', () => {
  it('names the character, says where it stands, and offers no repair', () => {
    const [finding] = findingsIn(controlChars, { line: 'Fresh picks\r\nBcc' });
    expect(finding?.message).toContain('A carriage return (U+000D) with 1 more of its kind stands after "Fresh picks"');
    expect(finding?.suggestion).toBeUndefined();
    expect(finding?.severity).toBe('block');
  });
});
