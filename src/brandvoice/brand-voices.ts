/** The voices of brands, learned from their exemplars and what they approved lately, and kept until either changes. */
import type { VoiceScore } from '../domain/voice-score.ts';
import type { ApprovedTexts } from '../ports/approved-texts.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import { type VoiceProfile, voiceProfile } from './voice-profile.ts';
import { voiceScore } from './voice-score.ts';

/** Scores one line of the brand it was asked for. */
export type ScoreLine = (text: string) => VoiceScore;

/** Gives the voice of a brand; one that nobody knows has an empty profile, and says so in each score. */
export type BrandVoices = (brandId: string) => Promise<ScoreLine>;

/** Approved lines learned from: more would only say again what these say. */
const recentLines = 200;

/** Voices kept; the one learned first goes first. */
const mostKept = 200;

/**
 * A voice is learned anew when the brand's release or its newest approved line is another one. A line recalled since is
 * forgotten with the next approval.
 */
export function brandVoices(parts: {
  readonly brands: Pick<BrandStore, 'brand'>;
  readonly approved: ApprovedTexts;
}): BrandVoices {
  const kept = new Map<string, { readonly key: string; readonly profile: VoiceProfile }>();
  return async (brandId) => {
    const profile = await profileOf(brandId);
    return (text) => voiceScore(profile, text);
  };

  async function profileOf(brandId: string): Promise<VoiceProfile> {
    const inForce = await parts.brands.brand(brandId);
    const key = `${inForce?.release.id} ${await parts.approved.newestId(brandId)}`;
    const known = kept.get(brandId);
    if (known?.key === key) return known.profile;
    const profile = voiceProfile({
      exemplars: inForce?.brand.profile.exemplars.map(({ text }) => text) ?? [],
      approved: await parts.approved.recent(brandId, recentLines),
      locale: inForce?.brand.profile.locale ?? 'en-US',
    });
    const oldest = kept.keys().next();
    kept.delete(brandId);
    if (kept.size >= mostKept && !oldest.done) kept.delete(oldest.value);
    kept.set(brandId, { key, profile });
    return profile;
  }
}
