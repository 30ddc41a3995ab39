import { describe, expect, it } from 'vitest';
import { bareEmoji, emojiIn } from '../../../src/guardrails/text/emoji.ts';

describe('emojiIn', () => {
  it.each([
    ['🧥', 1],
    ['❤️', 1],
    ['👨‍👩‍👧‍👦', 1],
    ['🏳️‍🌈', 1],
    ['🏳‍🌈', 1],
    ['👍🏽', 1],
    ['3️⃣', 1],
    ['🇺🇸', 1],
    ['🇺🇸🇨🇦', 2],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 1],
    ['☕', 1],
    ['🕯', 1],
    ['🔥🔥🔥', 3],
    ['⭐⭐', 2],
    ['❤', 0],
    ['♥ ★ ✓ ☎ →', 0],
    ['★️', 0],
    ['♥️ ✔️', 2],
    ['☕︎', 0],
    ['© ® ™ ©️ ®️', 0],
    ['24/7 #1 *', 0],
    ['№ µ º ①', 0],
    ['a\ufe0f', 0],
  ])('counts the emoji of %s as %d', (text, count) => {
    expect(emojiIn(text)).toHaveLength(count);
  });

  it('spans whole sequences', () => {
    expect(emojiIn('New 👨‍👩‍👧‍👦 fits')).toEqual([{ start: 4, end: 15 }]);
  });

  it('takes away selector and skin', () => {
    expect(bareEmoji('👍🏽')).toBe('👍');
    expect(bareEmoji('❤️')).toBe('❤');
  });
});
