/** How much of a line is function words (a, the, for, it): a telegram has none, a chat has many. */
import * as z from 'zod';
import functionWords from '../../../data/lexicons/function-words.json' with { type: 'json' };
import { learnCategory } from './category.ts';
import type { Trait } from './trait.ts';

const { languages } = z
  .looseObject({ languages: z.record(z.string(), z.looseObject({ functionWords: z.array(z.string()) })) })
  .parse(functionWords);

const phrase = {
  none: 'Does without small words such as a, the and for',
  few: 'Has few small words such as a, the and for',
  some: 'Has some small words such as a, the and for',
  many: 'Has many small words such as a, the and for',
} as const;

export const smallWordsTrait: Trait = {
  trait: 'small-words',
  learn: (lesson) => {
    const known = languages[lesson.language]?.functionWords;
    if (!known)
      return { leftOut: `Small words are left out: they are not known for the language "${lesson.language}".` };
    const small = new Set(known);
    return learnCategory(
      {
        values: ['none', 'few', 'some', 'many'],
        phrase,
        // Length and vocabulary say a part of it.
        counting: 0.5,
        kindOf: ({ words }) => {
          const count = words.filter((word) => small.has(word)).length;
          if (count === 0) return 'none';
          const share = count / words.length;
          return share <= 0.3 ? 'few' : share <= 0.5 ? 'some' : 'many';
        },
      },
      lesson,
    );
  },
};
