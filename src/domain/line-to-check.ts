/** A line that was written elsewhere, with what it brings along to be checked by. */
import * as z from 'zod';
import { SeenLine } from './finding.ts';

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

/** The lines its readers may have seen, or `undefined` where the line says nothing of them. */
export function seenBefore({ history }: Pick<LineToCheck, 'history'>): SeenLine[] | undefined {
  return history?.map((seen) => (typeof seen === 'string' ? { text: seen } : seen));
}
