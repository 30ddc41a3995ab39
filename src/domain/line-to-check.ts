/** A line that was written elsewhere, with what it brings along to be checked by. */
import * as z from 'zod';
import type { Brief } from './brief.ts';
import { type Finding, SeenLine, type Verdict } from './finding.ts';
import type { Instant } from './instant.ts';
import type { VoiceScore } from './voice-score.ts';

export const LineToCheck = z.strictObject({
  text: z.string(),
  preheader: z.string().nullable().optional(),
  /** The external id of a cohort of the brief. */
  cohort: z.string().optional(),
  /** The dialect the text is written in, where it is not the policy's. */
  dialect: z.string().optional(),
  /** Lines these readers may have seen before, as texts or with where they were seen. */
  history: z.array(z.union([z.string(), SeenLine])).optional(),
});
export type LineToCheck = z.infer<typeof LineToCheck>;

/** Lines to check by the policy that a brand has published. */
export type LinesToCheck = {
  readonly brand: string;
  /** What the lines are compared with; without it a rule that needs a fact says that it lacks one. */
  readonly brief: Brief | undefined;
  readonly lines: readonly LineToCheck[];
  /** These rules alone, even where they are off. */
  readonly rules: readonly string[] | undefined;
  /** The clock where not given. */
  readonly now: Instant | undefined;
  /** Whether to say how near each line is to the brand's voice. */
  readonly voice: boolean;
};

/** The verdicts in the order of the lines. A line's hash differs from that of all where it has a dialect of its own. */
export type CheckedLines = {
  readonly policyHash: string;
  /** Of the brief as a whole; none without one. */
  readonly campaign: readonly Finding[];
  readonly lines: readonly ({ readonly text: string; readonly voice?: VoiceScore } & Verdict)[];
};

/** The lines its readers may have seen, or `undefined` where the line says nothing of them. */
export function seenBefore({ history }: Pick<LineToCheck, 'history'>): SeenLine[] | undefined {
  return history?.map((seen) => (typeof seen === 'string' ? { text: seen } : seen));
}
