/** The filters that lines are also given to, each as it comes, made to look for the same terms. */
import { AllProfanity } from 'allprofanity';
import { Filter } from 'glin-profanity';
import { DataSet, englishRecommendedTransformers, pattern, RegExpMatcher } from 'obscenity';

/** By name: the most terms it can be given in a bearable time, and what makes a check of its terms. */
export const peers = [
  {
    name: 'allprofanity',
    most: 100_000,
    make: (terms) => {
      const filter = new AllProfanity({ languages: [], silent: true });
      filter.clearList();
      filter.add(terms);
      return (line) => filter.check(line);
    },
  },
  {
    name: 'obscenity',
    most: 1_000,
    make: (terms) => {
      const words = new DataSet();
      for (const term of terms) words.addPhrase((phrase) => phrase.addPattern(wholeWord(term)));
      const matcher = new RegExpMatcher({ ...words.build(), ...englishRecommendedTransformers });
      return (line) => matcher.hasMatch(line);
    },
  },
  {
    name: 'glin-profanity',
    most: 1_000,
    make: (terms) => {
      const filter = new Filter({
        languages: ['english'],
        customWords: terms,
        detectLeetspeak: true,
        normalizeUnicode: true,
      });
      return (line) => filter.isProfane(line);
    },
  },
];

function wholeWord(term) {
  return pattern(Object.assign([`|${term}|`], { raw: [`|${term}|`] }));
}
