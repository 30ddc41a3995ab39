/** Scores a line against a voice, and says why. */
import type { VoicePart, VoiceScore } from '../domain/voice-score.ts';
import { type ReadLine, readLine } from './read-line.ts';
import { evidenceOf, type ProfileTrait, type VoiceProfile } from './voice-profile.ts';

/** With fewer lines than this a profile says more about chance than about the voice. */
const fewestLines = 12;

/** Traits lean on one another, so that together they prove less than their sum. */
const tempering = 0.5;

/** The score of a line. It shrinks to 50 where the profile has few lines, and says so. */
export function voiceScore(profile: VoiceProfile, text: string): VoiceScore {
  const line = readLine(text);
  const weighed = profile.traits.map((each) => ({ ...each, evidence: evidenceOf([each], line, 0) }));
  return {
    score: scoreOf(
      profile,
      weighed.reduce((sum, { evidence }) => sum + evidence, 0),
    ),
    usual: usualScores(profile),
    traits: weighed.map((each) => partOf(each, line, trustIn(profile))),
    note: profile.weight < fewestLines ? tooFew : null,
  };
}

/** The number alone, for whoever has many lines to put in order. */
export function voiceNumber(profile: VoiceProfile, text: string): number {
  return scoreOf(profile, evidenceOf(profile.traits, readLine(text), 0));
}

/** How typical each exemplar is of all the others, 0 to 100, in their order. */
export function exemplarScores(profile: VoiceProfile): number[] {
  return profile.exemplarEvidence.map((evidence) => scoreOf(profile, evidence));
}

/** Where eight in ten of the brand's own lines lie; `null` where they are too few to say. */
export function usualScores(profile: VoiceProfile): VoiceScore['usual'] {
  const { ownEvidence, weight } = profile;
  if (weight < fewestLines) return null;
  const at = (share: number) => scoreOf(profile, ownEvidence[Math.floor((ownEvidence.length - 1) * share)] ?? 0);
  return { from: at(0.1), to: at(0.9) };
}

const tooFew = `Too few lines to know this voice by: it takes ${fewestLines} exemplars, or twice as many approved lines.`;

type Weighed = ProfileTrait & { readonly evidence: number };

function partOf({ trait, learned, evidence }: Weighed, line: ReadLine, trust: number): VoicePart {
  if ('leftOut' in learned) return { trait, score: null, says: learned.leftOut };
  return { trait, score: percent(trust * evidence), says: learned.says(line) };
}

function scoreOf(profile: VoiceProfile, evidence: number): number {
  return percent(trustIn(profile) * tempering * evidence);
}

/** Next to nothing for a line or two, half at six, near 1 from fifty. */
function trustIn({ weight }: VoiceProfile): number {
  return weight / (weight + fewestLines / 2);
}

/** From log-odds to 0 to 100. */
function percent(logOdds: number): number {
  return Math.round(100 / (1 + Math.exp(-logOdds)));
}
