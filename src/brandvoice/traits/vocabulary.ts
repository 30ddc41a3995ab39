/**
 * The words of a line, and the runs of letters they are made of, beside the brand's own. How much likelier the brand is
 * to write each than an ordinary shop, smoothed so that one line never makes a word the brand's (Dirichlet prior).
 */
import type { ReadLine } from '../read-line.ts';
import { bounded, type LearnedTrait, type Lesson, type Trait } from './trait.ts';

const mostEvidence = 4;

/** Letters in a run. Four hold "'ve ", "ing ", "psst"; more would be words again. */
const runLetters = 4;

/** Less than this is what subtracting weights leaves of nothing. */
const leastCount = 1e-9;

/** How many words, and runs of letters, of ordinary text a profile starts from. */
const priorWords = 200;
const priorRuns = 800;

/** A token that ordinary lines lack is as likely there as one that comes twice. */
const unseen = 2;

/** Words, and even more so runs, which overlap, say one thing several times. */
const wordShare = 0.5;
const runShare = 0.3;

export const vocabularyTrait: Trait = {
  trait: 'vocabulary',
  learn: (lesson) =>
    lesson.language === 'en'
      ? learnVocabulary(lesson)
      : { leftOut: `Vocabulary is left out: no ordinary lines are known in the language "${lesson.language}".` },
};

function learnVocabulary(lesson: Lesson): LearnedTrait {
  const words = counted(lesson, ({ words }) => words, priorWords);
  const runs = counted(lesson, runsOf, priorRuns);
  return {
    evidence: (line, ownWeight) =>
      bounded(
        wordShare * words.sum(line.words, ownWeight) + runShare * runs.sum(runsOf(line), ownWeight),
        mostEvidence,
      ),
    says: ({ words: spoken }) => {
      const telling = [...new Set(spoken)].filter((word) => word.length > 2);
      const own = telling.filter((word) => words.ratio(word) > 0.3);
      const others = telling.filter((word) => words.ratio(word) < -0.1);
      const first = (list: string[]) =>
        list.sort((one, other) => Math.abs(words.ratio(other)) - Math.abs(words.ratio(one))).slice(0, 3);
      const shared = own.length > 0 ? `Shares with this brand's lines: ${first(own).join(', ')}.` : '';
      const foreign = others.length > 0 ? `Other shops say this more: ${first(others).join(', ')}.` : '';
      return [shared, foreign].filter(Boolean).join(' ') || 'Its words tell of no brand in particular.';
    },
  };
}

function runsOf({ text }: ReadLine): string[] {
  const padded = ` ${text.toLowerCase()} `;
  const runs: string[] = [];
  for (let at = 0; at + runLetters <= padded.length; at += 1) runs.push(padded.slice(at, at + runLetters));
  return runs;
}

/** Counts of one kind of token among the brand's lines and ordinary ones. */
function counted({ lines, ordinary }: Lesson, tokensOf: (line: ReadLine) => readonly string[], prior: number) {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { line, weight } of lines)
    for (const token of tokensOf(line)) {
      counts.set(token, (counts.get(token) ?? 0) + weight);
      total += weight;
    }
  const usual = new Map<string, number>();
  let usualTotal = 0;
  for (const line of ordinary)
    for (const token of tokensOf(line)) {
      usual.set(token, (usual.get(token) ?? 0) + 1);
      usualTotal += 1;
    }
  const all = usualTotal + unseen * (usual.size + 1) * 2;
  const ratioOf = (token: string, ownCount: number, ownTotal: number) => {
    const usualCount = usual.get(token) ?? 0;
    const count = Math.max(0, (counts.get(token) ?? 0) - ownCount);
    // What neither wrote yet is a new thing to sell and says nothing of the voice.
    if (usualCount === 0 && count < leastCount) return 0;
    const usualShare = (usualCount + unseen) / all;
    return Math.log((count + prior * usualShare) / (Math.max(0, total - ownTotal) + prior) / usualShare);
  };
  // Looked up for every line that is scored; with a line taken out it is reckoned anew, once for each own line.
  const ratios = new Map([...usual.keys(), ...counts.keys()].map((token) => [token, ratioOf(token, 0, 0)]));
  const ratio = (token: string) => ratios.get(token) ?? 0;
  // A long line says more than a short one, yet far from in proportion.
  const mean = (sum: number, tokens: readonly string[]) => (tokens.length === 0 ? 0 : sum / tokens.length ** 0.75);
  const sum = (tokens: readonly string[], ownWeight: number) => {
    let evidence = 0;
    if (ownWeight === 0) for (const token of tokens) evidence += ratio(token);
    else {
      const own = new Map<string, number>();
      for (const token of tokens) own.set(token, (own.get(token) ?? 0) + ownWeight);
      for (const token of tokens) evidence += ratioOf(token, own.get(token) ?? 0, ownWeight * tokens.length);
    }
    return mean(evidence, tokens);
  };
  return { ratio, sum };
}
