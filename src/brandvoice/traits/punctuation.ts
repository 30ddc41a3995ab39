/** The marks a line uses and those it could do without, each beside how many of the brand's lines use it. */
import type { ReadLine } from '../read-line.ts';
import { inTen } from './category.ts';
import { bounded, priorWeight, type Trait } from './trait.ts';

const mostEvidence = 4;

/** Marks come in company, a full stop inside with one at the end; each alone counts for this much. */
const share = 0.7;

/** Question marks are a matter of mood and stand there. */
const marks: readonly { readonly name: string; readonly isIn: (line: ReadLine) => boolean }[] = [
  { name: 'an exclamation mark', isIn: ({ text }) => text.includes('!') },
  { name: 'a second sentence', isIn: ({ text }) => /[.!?] \S/u.test(text) },
  { name: 'a full stop at the end', isIn: ({ text }) => text.endsWith('.') && !text.endsWith('..') },
  { name: 'a comma', isIn: ({ text }) => /, /u.test(text) },
  { name: 'a colon', isIn: ({ text }) => /: /u.test(text) },
  { name: 'a dash', isIn: ({ text }) => /[–—]| - /u.test(text) },
  { name: 'an aside in parentheses', isIn: ({ text }) => text.includes('(') },
  { name: 'an ellipsis', isIn: ({ text }) => /…|\.\./u.test(text) },
  { name: 'a figure', isIn: ({ text }) => /\p{N}/u.test(text) },
  { name: 'a contraction', isIn: ({ words }) => words.some((word) => /\p{L}'\p{L}/u.test(word)) },
];

export const punctuationTrait: Trait = {
  trait: 'punctuation',
  learn: ({ lines, ordinary }) => {
    const total = lines.reduce((sum, { weight }) => sum + weight, 0);
    const habits = marks.map(({ name, isIn }) => {
      const count = lines.reduce((sum, { line, weight }) => (isIn(line) ? sum + weight : sum), 0);
      const usual = (ordinary.filter(isIn).length + 1) / (ordinary.length + 2);
      const evidence = (has: boolean, ownWeight: number) => {
        const own = has ? ownWeight : 0;
        const chance = (count - own + priorWeight * usual) / (total - ownWeight + priorWeight);
        return Math.log(has ? chance / usual : (1 - chance) / (1 - usual));
      };
      return { name, isIn, count, evidence, has: evidence(true, 0), lacks: evidence(false, 0) };
    });
    return {
      evidence: (line, ownWeight) => {
        let sum = 0;
        for (const { isIn, evidence, has, lacks } of habits) {
          const isHere = isIn(line);
          sum += ownWeight > 0 ? evidence(isHere, ownWeight) : isHere ? has : lacks;
        }
        return bounded(share * sum, mostEvidence);
      },
      says: (line) => {
        let told = '';
        let most = -1;
        for (const { name, isIn, count, has, lacks } of habits) {
          const isHere = isIn(line);
          const weight = Math.abs(isHere ? has : lacks);
          if (weight <= most) continue;
          most = weight;
          told = `${isHere ? 'Has' : 'Lacks'} ${name}; ${inTen(count, total)} of this brand's lines have one.`;
        }
        return told;
      },
    };
  },
};
