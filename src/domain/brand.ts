/** A brand: its voice, its policy's ground, and whether its files could be read. */
import * as z from 'zod';
import { Attributes } from './attribute.ts';
import { Market } from './brief.ts';
import { BrandId } from './ids.ts';
import { Locale } from './instant.ts';
import { Money } from './money.ts';

/** How the brand speaks, for a person and for the model. */
export const Voice = z.strictObject({
  /** Two or three sentences on who is speaking. */
  character: z.string().min(1).max(2000),
  person: z.enum(['we', 'you', 'neither']).default('you'),
  sentenceCase: z.boolean().default(true),
  humour: z.string().max(300).optional(),
  do: z.array(z.string().min(1).max(300)).max(30).default([]),
  dont: z.array(z.string().min(1).max(300)).max(30).default([]),
  /** The same thought off and on the voice. */
  pairs: z
    .array(z.strictObject({ instead: z.string().min(1).max(200), write: z.string().min(1).max(200) }))
    .max(30)
    .default([]),
  /** Worn phrases this brand never uses. */
  avoid: z.array(z.string().min(1).max(100)).max(100).default([]),
});
export type Voice = z.infer<typeof Voice>;

/** A line the brand is proud of. */
export const Exemplar = z.strictObject({
  text: z.string().min(1).max(300),
  angle: z.string().min(1).max(40).optional(),
  /** Words for when it fits: "second purchase", "sale". */
  fits: z.array(z.string().min(1).max(60)).max(20).default([]),
});
export type Exemplar = z.infer<typeof Exemplar>;

/** How drafting goes for a brand: who may stand in for the model, and what may be used up. */
export const Drafting = z.strictObject({
  /** Who writes where the model has given up or has not answered for long; `none` leaves its cohorts waiting or failed. */
  fallback: z.enum(['none', 'embedded-writer']).default('none'),
  /** Tokens, input and output together, that the drafting of one request may use. */
  requestTokens: z.int().positive().optional(),
  /** What the drafting of one request may cost, in the currency the model's price is set in. */
  requestCost: Money.optional(),
  /** Tokens a UTC day. */
  dailyTokens: z.int().positive().optional(),
  /** Cost a UTC day. */
  dailyCost: Money.optional(),
});
export type Drafting = z.infer<typeof Drafting>;

/**
 * Which lines two people must approve: those for large cohorts, and those with a finding of certain rules, whatever its
 * weight. A cohort without a size counts as large.
 */
export const FourEyes = z.strictObject({
  /** Readers from which on a cohort is large; 1 asks for two approvals of every line. */
  cohortSize: z.int().positive().optional(),
  /** Ids of rules. */
  rules: z.array(z.string().min(1).max(60)).max(100).default([]),
});
export type FourEyes = z.infer<typeof FourEyes>;

/** How review goes for a brand: how much of it may lie ahead of its people, and how long they may change their mind. */
export const ReviewSettings = z.strictObject({
  /** Days of review that may lie ahead before further cohorts are held back. */
  horizonDays: z.number().positive().max(365).default(2),
  /** Hours of a day in which people review. */
  hoursPerDay: z.number().positive().max(24).default(6),
  /** Seconds after an approval before the line may go out, while it can be undone; 0 lets it out at once. */
  releaseGraceSeconds: z.int().min(0).max(3600).default(120),
  /** Left out, one approval is enough. */
  fourEyes: FourEyes.optional(),
});
export type ReviewSettings = z.infer<typeof ReviewSettings>;

/** What brand.yaml says. */
export const BrandProfile = z.strictObject({
  name: z.string().min(1).max(100),
  /** The name in the From line of a preview. */
  senderName: z.string().min(1).max(100).optional(),
  locale: Locale.default('en-US'),
  market: Market.default('US'),
  dialect: z.string().optional(),
  attributes: Attributes.default({}),
  voice: Voice,
  exemplars: z.array(Exemplar).max(500).default([]),
  drafting: Drafting.optional(),
  review: ReviewSettings.optional(),
});
export type BrandProfile = z.infer<typeof BrandProfile>;

/** How long a decision of the brand's people can be undone, and an approved line is held back. */
export function releaseGraceMs({ review }: Pick<BrandProfile, 'review'>): number {
  return (review ?? ReviewSettings.parse({})).releaseGraceSeconds * 1000;
}

/** A mistake in a brand's files, where a person can find it. Lines and columns count from 1. */
export const FileMistake = z.strictObject({
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  message: z.string(),
});
export type FileMistake = z.infer<typeof FileMistake>;

export const Brand = z.strictObject({
  id: BrandId,
  profile: BrandProfile,
});
export type Brand = z.infer<typeof Brand>;
