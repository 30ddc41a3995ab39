/** Who speaks in a line and to whom: we, I, you, or nobody. Told by function words, where the language is known. */
import * as z from 'zod';
import personWords from '../../../data/voice/person-words.json' with { type: 'json' };
import { learnCategory } from './category.ts';
import type { Trait } from './trait.ts';

const Words = z.array(z.string());
const { languages } = z
  .strictObject({
    about: z.string(),
    languages: z.record(z.string(), z.strictObject({ we: Words, i: Words, you: Words })),
  })
  .parse(personWords);

const phrase = {
  we: 'Says "we" and not "you"',
  you: 'Speaks to the reader as "you" and does not say "we"',
  both: 'Says "we" and "you"',
  i: 'Says "I"',
  neither: 'Names neither the brand nor the reader',
} as const;

const values = ['we', 'you', 'both', 'i', 'neither'] as const;

export const personTrait: Trait = {
  trait: 'person',
  learn: (lesson) => {
    const known = languages[lesson.language];
    if (!known)
      return { leftOut: `Person is left out: its words are not known for the language "${lesson.language}".` };
    const [we, i, you] = [new Set(known.we), new Set(known.i), new Set(known.you)];
    return learnCategory(
      {
        values,
        phrase,
        kindOf: ({ words }) => {
          const saysWe = words.some((word) => we.has(word));
          if (words.some((word) => you.has(word))) return saysWe ? 'both' : 'you';
          if (saysWe) return 'we';
          return words.some((word) => i.has(word)) ? 'i' : 'neither';
        },
      },
      lesson,
    );
  },
};
