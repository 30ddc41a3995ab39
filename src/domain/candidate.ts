/** A candidate: one drafted line, kept whatever becomes of it. */
import * as z from 'zod';
import { RecordedVerdict } from './finding.ts';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';
import { Price } from './price.ts';

/** The ways to come at a reader (data of the prompt and of the embedded writer). */
export const Angle = z.enum([
  'benefit',
  'completion',
  'variant',
  'occasion',
  'news',
  'offer',
  'curiosity',
  'question',
  'proof',
  'service',
  'list',
  'apology',
  'other',
]);
export type Angle = z.infer<typeof Angle>;

/**
 * What a call of a drafting run is for: the first `draft`, a `repair` with the findings on its lines as feedback, and
 * a `top-up` or two while lines are missing.
 */
export const Round = z.enum(['draft', 'repair', 'top-up', 'top-up-2']);
export type Round = z.infer<typeof Round>;

/** Who wrote a candidate. A reply is named so that its raw text, prompt and cost can be found. */
export const Provenance = z.discriminatedUnion('writer', [
  z.strictObject({
    writer: z.enum(['model', 'embedded-writer']),
    model: z.string(),
    promptHash: z.string(),
    replyId: z.string(),
    /** Which drafting run of the cohort. */
    run: z.int().positive(),
    round: Round,
  }),
  z.strictObject({
    writer: z.literal('person'),
    userId: z.string(),
    editedFrom: z.string().nullable(),
    /** The candidate of another cohort whose text was approved for this one too. */
    copiedFrom: z.string().optional(),
  }),
]);
export type Provenance = z.infer<typeof Provenance>;

export const Candidate = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  requestId: z.string(),
  cohortId: z.string(),
  text: z.string(),
  preheader: z.string().nullable(),
  angle: Angle,
  /** 1 is the first the writer gave in its reply. */
  rank: z.int().positive(),
  provenance: Provenance,
  /** The earlier candidate of this cohort with the same words. A duplicate is kept and never reviewed. */
  duplicateOf: z.string().nullable(),
  verdict: RecordedVerdict,
  createdAt: Instant,
});
export type Candidate = z.infer<typeof Candidate>;

/** What a writer answered, saved before anything is made of it. */
export const ModelReply = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  requestId: z.string(),
  cohortId: z.string(),
  run: z.int().positive(),
  round: Round,
  writer: z.enum(['model', 'embedded-writer']),
  model: z.string(),
  /** The whole prompt, as sent. */
  prompt: z.string(),
  promptHash: z.string(),
  raw: z.string(),
  /** Why the writer stopped, in its server's word; "stop" is the ordinary one. */
  finish: z.string(),
  inputTokens: z.int().nonnegative().nullable(),
  /** Those of the input tokens that the server had in its cache; `null` where it does not tell. */
  cachedInputTokens: z.int().nonnegative().nullable(),
  outputTokens: z.int().nonnegative().nullable(),
  /** In millionths of the price's currency; `null` where price or tokens are not known. */
  costMicros: z.int().nonnegative().nullable(),
  /** The price the cost was computed by. */
  price: Price.nullable(),
  durationMs: z.int().nonnegative(),
  receivedAt: Instant,
});
export type ModelReply = z.infer<typeof ModelReply>;
