/** The voice of a brand by its exemplars alone, as drafting hears it: the same brief gets the same drafts. */
import type { BrandProfile } from '../domain/brand.ts';
import { type VoiceProfile, voiceProfile } from './voice-profile.ts';

/** Learned once for a profile, however many cohorts ask. */
const learned = new WeakMap<BrandProfile, VoiceProfile>();

/** The same voice for the same profile. */
export function exemplarVoice(profile: BrandProfile): VoiceProfile {
  const known = learned.get(profile);
  if (known) return known;
  const { exemplars, locale } = profile;
  const voice = voiceProfile({ exemplars: exemplars.map(({ text }) => text), approved: [], locale });
  learned.set(profile, voice);
  return voice;
}
