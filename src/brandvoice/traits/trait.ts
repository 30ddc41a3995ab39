/** What a trait of a voice is: learned from lines, it weighs and describes another line. */
import type { VoiceTrait } from '../../domain/voice-score.ts';
import type { ReadLine, WeightedLine } from '../read-line.ts';

/** A trait as one brand has it. */
export type LearnedTrait = {
  /**
   * The natural logarithm of how much likelier the brand is to write this than a shop of no particular voice; 0 where
   * it says nothing. `ownWeight` is what the very line counts among those learned from, and is taken out first.
   */
  readonly evidence: (line: ReadLine, ownWeight: number) => number;
  /** What the line does and what the brand does, in one sentence. */
  readonly says: (line: ReadLine) => string;
};

/** What a trait is learned from. */
export type Lesson = {
  readonly lines: readonly WeightedLine[];
  /** Lines in no brand's voice. */
  readonly ordinary: readonly ReadLine[];
  /** The language of the brand, as in "en". */
  readonly language: string;
};

/** A kind of trait: learned, or the reason why it is left out for this language. */
export type Trait = {
  readonly trait: VoiceTrait;
  readonly learn: (lesson: Lesson) => LearnedTrait | { readonly leftOut: string };
};

/** No single habit outweighs all others together. */
export function bounded(evidence: number, most: number): number {
  return Math.max(-most, Math.min(most, evidence));
}

/** How many lines are asked for before a habit counts for more than what is ordinary. */
export const priorWeight = 2;
