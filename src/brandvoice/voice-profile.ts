/** A brand's voice as its lines have it: every trait learned, and what its own lines show by them. */
import * as z from 'zod';
import ordinaryLines from '../../data/voice/ordinary-lines.json' with { type: 'json' };
import type { VoiceTrait } from '../domain/voice-score.ts';
import { type ReadLine, readLine, type WeightedLine } from './read-line.ts';
import { casingTrait } from './traits/casing.ts';
import { emojiTrait } from './traits/emoji.ts';
import { lengthTrait } from './traits/length.ts';
import { moodTrait } from './traits/mood.ts';
import { personTrait } from './traits/person.ts';
import { punctuationTrait } from './traits/punctuation.ts';
import { smallWordsTrait } from './traits/small-words.ts';
import type { LearnedTrait, Trait } from './traits/trait.ts';
import { vocabularyTrait } from './traits/vocabulary.ts';

/** What a profile is learned from. */
export type VoiceSources = {
  /** Lines somebody chose to stand for the brand; each counts 1. */
  readonly exemplars: readonly string[];
  /** Lines that were approved, newest first; see `approvedWeight`. */
  readonly approved: readonly string[];
  /** Of the brand, such as "en-US". */
  readonly locale: string;
};

/** A learned trait, or why it is left out. */
export type ProfileTrait = {
  readonly trait: VoiceTrait;
  readonly learned: LearnedTrait | { readonly leftOut: string };
};

/** A voice, ready to be compared with. */
export type VoiceProfile = {
  readonly traits: readonly ProfileTrait[];
  /** All lines it was learned from, by weight. */
  readonly weight: number;
  /** The evidence each exemplar has when it is not learned from, in their order. */
  readonly exemplarEvidence: readonly number[];
  /** The same of all lines, lowest first. */
  readonly ownEvidence: readonly number[];
};

const traits: readonly Trait[] = [
  lengthTrait,
  personTrait,
  moodTrait,
  punctuationTrait,
  casingTrait,
  emojiTrait,
  smallWordsTrait,
  vocabularyTrait,
];

const ordinary: readonly ReadLine[] = z
  .strictObject({ about: z.string(), lines: z.array(z.string()) })
  .parse(ordinaryLines)
  .lines.map(readLine);

/** Learn a voice. The same lines give the same profile. */
export function voiceProfile({ exemplars, approved, locale }: VoiceSources): VoiceProfile {
  const weight = approvedWeight(exemplars.length, approved.length);
  const lines: WeightedLine[] = [
    ...exemplars.map((text) => ({ line: readLine(text), weight: 1 })),
    ...approved.map((text) => ({ line: readLine(text), weight })),
  ];
  const lesson = { lines, ordinary, language: new Intl.Locale(locale).language };
  const learned = traits.map(({ trait, learn }) => ({ trait, learned: learn(lesson) }));
  const own = lines.map(({ line, weight: ownWeight }) => evidenceOf(learned, line, ownWeight));
  return {
    traits: learned,
    weight: lines.reduce((sum, each) => sum + each.weight, 0),
    exemplarEvidence: own.slice(0, exemplars.length),
    ownEvidence: [...own].sort((one, other) => one - other),
  };
}

/** The evidence of all traits together. `ownWeight` is what the line counts among those learned from. */
export function evidenceOf(learned: readonly ProfileTrait[], line: ReadLine, ownWeight: number): number {
  return learned.reduce(
    (sum, { learned: trait }) => ('leftOut' in trait ? sum : sum + trait.evidence(line, ownWeight)),
    0,
  );
}

/**
 * An approved line counts half an exemplar: somebody let it pass, nobody chose it. Together they never outweigh the
 * exemplars, or a profile would learn to like what the writer writes anyway.
 */
function approvedWeight(exemplars: number, approved: number): number {
  return exemplars === 0 || approved === 0 ? 0.5 : Math.min(0.5, exemplars / approved);
}
