import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invisibleAndBidi } from '../../../src/guardrails/rules/invisible-and-bidi.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

describeLists(invisibleAndBidi, {
  good: [
    'ℹ\ufe0f Your order 〰\ufe0f',
    'New in \u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466} family fits',
    'A \u{1f469}\u{1f3fd}\u200d\u{1f4bb} at work',
    'Proud \u{1f3f3}\ufe0f\u200d\u{1f308} picks',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} tartan is back',
    'Top 3\ufe0f\u20e3 coats',
    'Your candle’s ready \u{1f56f}\ufe0f ❤\ufe0f ™\ufe0f',
    'می\u200cخواهم کت تازه',
    'क्\u200dष नया',
    'שלום\u200f, new coats',
    '葛\u{e0100}城の秋',
    'Soldes\u202f: c’est parti\u00a0!',
    'Café, crème & naïve — “Wow”…',
  ],
  bad: [
    'Coats[|\u061c|] are here',
    'Fr[|\u200b|]ee coats',
    'Warm c[|\u00ad|]oats, c[|\u2060|]oats',
    'Coats [|\u202e|]eert[|\u202c|]',
    'Coats [|\u2066|]new[|\u2069|]',
    '[|\ufeff|]Fresh picks',
    'Fresh[|\u200d|]picks',
    'Fresh[|\u200c|]picks',
    'Coats[|\u{e0063}\u{e0068}|] for you',
    '\u{1f3f4}[|\u{e0078}\u{e0079}\u{e007f}|] no such flag',
    'Fre[|\ufe0f|]e coats',
    'Fresh[|\u3164|]picks',
    'Fresh[|\u2800|]picks',
    'Coats[|\u200e|] for you',
    { line: 'Two \u{1f469}[|\u200d|]\u{1f467} fits', options: { allowInEmoji: false } },
    { line: 'می[|\u200c|]خواهم', options: { allowJoinersIn: [] } },
  ],
});

describe('invisible-and-bidi', () => {
  it('finds nothing more once its suggestion is taken', () => {
    const [finding] = findingsIn(invisibleAndBidi, { line: 'Fr\u200b\u200bee coats' });
    expect(finding?.suggestion).toEqual({ start: 2, end: 4, text: '' });
    expect(findingsIn(invisibleAndBidi, { line: 'Free coats' })).toEqual([]);
  });

  it('suggests to delete only what changes nothing else in what readers see', () => {
    const suggested = (line: string) => findingsIn(invisibleAndBidi, { line })[0]?.suggestion?.text;
    expect(suggested('Coats\u200e for you')).toBe('');
    expect(suggested('Coats \u202eeert\u202c')).toBeUndefined();
    expect(suggested('Coats \u2067new\u2069')).toBeUndefined();
    expect(suggested('{\u200b{ first_name }}')).toBeUndefined();
  });

  it('never throws, and keeps every span inside the text', () => {
    const unseen = fc.constantFrom('\u200d', '\ufe0f', '\u{1f469}', '\u{e0067}', '\u202e', 'a', 'क्', '\ud800');
    fc.assert(
      fc.property(fc.array(fc.oneof(unseen, fc.string({ unit: 'binary', maxLength: 3 }))), (parts) => {
        const line = parts.join('').replaceAll('[|', '').replaceAll('|]', '');
        for (const { kind, spans } of findingsIn(invisibleAndBidi, { line })) {
          expect(kind).toBe('violation');
          expect(spans.every(({ start, end }) => start < end && end <= line.length)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
