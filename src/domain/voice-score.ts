/** How near a line is to a brand's own lines, and by which traits. */
import * as z from 'zod';

/** What a voice is told by. */
export const VoiceTrait = z.enum([
  'length',
  'person',
  'mood',
  'punctuation',
  'casing',
  'emoji',
  'small-words',
  'vocabulary',
]);
export type VoiceTrait = z.infer<typeof VoiceTrait>;

/** One trait of a line, beside the brand's habit. */
export const VoicePart = z.strictObject({
  trait: VoiceTrait,
  /** 0 to 100: 50 says nothing either way, more speaks for the brand. `null` where the trait is left out. */
  score: z.int().min(0).max(100).nullable(),
  /** A plain sentence: what the line does and what the brand's lines do, or why the trait is left out. */
  says: z.string(),
});
export type VoicePart = z.infer<typeof VoicePart>;

/** Of one line. It says how the line sounds, never whether it may be sent. */
export const VoiceScore = z
  .strictObject({
    /** 0 to 100: 50 is a line that could be anybody's, more sounds like the brand. */
    score: z.int().min(0).max(100),
    /** Where eight in ten of the brand's own lines lie, each scored by the others; `null` where they are too few. */
    usual: z.strictObject({ from: z.int().min(0).max(100), to: z.int().min(0).max(100) }).nullable(),
    traits: z.array(VoicePart),
    /** What the score rests on, where that is too little to trust it. */
    note: z.string().nullable(),
  })
  .meta({ id: 'VoiceScore' });
export type VoiceScore = z.infer<typeof VoiceScore>;
