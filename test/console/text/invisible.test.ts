/** What cannot be seen, and what is left alone. */
import { describe, expect, it } from 'vitest';
import { invisibleIn } from '../../../src/console/text/invisible.ts';

const seen = (text: string) => invisibleIn(text).map(({ start, end, name }) => [start, end, name]);

describe('invisibleIn', () => {
  it.each([
    ['Boots\u200bsocks', [[5, 6, 'zero-width space']]],
    ['30\u00a0% off', [[2, 3, 'no-break space']]],
    ['\u202eboots', [[0, 1, 'right-to-left override']]],
    [
      'boots\r\nsocks',
      [
        [5, 6, 'line break'],
        [6, 7, 'line break'],
      ],
    ],
    ['boots\u0000', [[5, 6, 'control U+0000']]],
    ['boots \ud83d', [[6, 7, 'broken character U+D83D']]],
    ['boots\u{e0041}', [[5, 7, 'tag character U+E0041']]],
    [
      ' boots ',
      [
        [0, 1, 'space at the edge'],
        [6, 7, 'space at the edge'],
      ],
    ],
  ])('names what %j hides', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });

  it.each(['Socks, then boots', '👨‍👩‍👧‍👦 boots', '❤️ boots', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 boots', 'می‌خواهم', 'क्‍ष'])(
    'leaves %s as it is',
    (text) => {
      expect(seen(text)).toEqual([]);
    },
  );
});
