/**
 * The three example brands and the lines kept aside for them. test/fixtures/voice-lines.jsonl was written before any
 * score was; lines without a brand are what a machine writes for nobody. Nothing is tuned to that list.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { type VoiceProfile, voiceProfile } from '../../src/brandvoice/voice-profile.ts';
import { exemplarScores, voiceNumber } from '../../src/brandvoice/voice-score.ts';
import { BrandProfile } from '../../src/domain/brand.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const VoiceLine = z.strictObject({ brand: z.string().nullable(), text: z.string() });

/** The brands by id, in the order in which the tables show them. */
export const voiceBrands = ['tilden-row', 'stannard-fell', 'gingham-larder'] as const;

/** Exemplars of a brand in data/brands. */
export function exemplarsOf(brand: string): string[] {
  return BrandProfile.parse(parse(read(`data/brands/${brand}/brand.yaml`))).exemplars.map(({ text }) => text);
}

/** The lines kept aside; `brand` is null where a line fits none. */
export const keptAside = read('test/fixtures/voice-lines.jsonl')
  .split('\n')
  .filter((row) => row !== '')
  .map((row) => VoiceLine.parse(JSON.parse(row)));

/** The voice of each brand, learned from its exemplars alone. */
export const learnedVoices: ReadonlyMap<string, VoiceProfile> = new Map(
  voiceBrands.map((brand) => [brand, voiceProfile({ exemplars: exemplarsOf(brand), approved: [], locale: 'en-US' })]),
);

/** A line, whose it is, and which brand scores it highest; `null` where two are equal. */
export type Guess = { readonly text: string; readonly brand: string; readonly guess: string | null };

/** Whose voice each line kept aside is taken for. */
export function guessesOfKeptAside(): Guess[] {
  return keptAside.flatMap(({ brand, text }) =>
    brand === null ? [] : [{ text, brand, guess: highest(scoresOf(text)) }],
  );
}

/** Whose voice each exemplar is taken for by a profile that was not taught it. */
export function guessesOfExemplars(): Guess[] {
  return [...learnedVoices].flatMap(([brand, voice]) => {
    const own = exemplarScores(voice);
    return exemplarsOf(brand).map((text, at) => ({
      text,
      brand,
      guess: highest(new Map([...scoresOf(text), [brand, own[at] ?? 0]])),
    }));
  });
}

/** How many of the texts score below the tenth percentile of the brand's own exemplars. */
export function belowUsual(brand: string, texts: readonly string[]): number {
  const voice = learnedVoices.get(brand);
  if (!voice) throw new Error(`there is no brand ${brand}`);
  const own = exemplarScores(voice).sort((one, other) => one - other);
  const tenth = own[Math.floor((own.length - 1) * 0.1)] ?? 0;
  return texts.filter((text) => voiceNumber(voice, text) < tenth).length;
}

function scoresOf(text: string): Map<string, number> {
  return new Map([...learnedVoices].map(([brand, voice]) => [brand, voiceNumber(voice, text)]));
}

function highest(scores: ReadonlyMap<string, number>): string | null {
  const best = Math.max(...scores.values());
  const brands = [...scores].filter(([, score]) => score === best).map(([brand]) => brand);
  return brands.length === 1 ? (brands[0] ?? null) : null;
}
