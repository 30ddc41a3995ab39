/** Whether a line has emoji, and more than one. */
import { learnCategory } from './category.ts';
import type { Trait } from './trait.ts';

// Shown as a picture by itself or by a selector: a trade mark sign is neither.
const picture = '(?:\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\uFE0F)';
const emoji = new RegExp(`${picture}(?:\\u200D${picture})*`, 'gu');

const phrase = { none: 'Has no emoji', one: 'Has one emoji', several: 'Has several emoji' } as const;

export const emojiTrait: Trait = {
  trait: 'emoji',
  learn: (lesson) =>
    learnCategory(
      {
        values: ['none', 'one', 'several'],
        phrase,
        kindOf: ({ text }) => {
          const count = text.match(emoji)?.length ?? 0;
          return count === 0 ? 'none' : count === 1 ? 'one' : 'several';
        },
      },
      lesson,
    ),
};
