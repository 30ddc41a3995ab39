/** One line of the input of `check`, as text or as a JSON object. */
import * as z from 'zod';
import { Brief } from '../domain/brief.ts';
import { SeenLine } from '../domain/finding.ts';
import { WrongUse } from './wrong-use.ts';

/** A line with what it brings along. */
export const LineToCheck = z.strictObject({
  text: z.string(),
  preheader: z.string().nullable().optional(),
  /** The dialect the text is written in, where it is not the policy's. */
  dialect: z.string().optional(),
  /** Goes before the brief of the command line. */
  brief: Brief.optional(),
  /** The external id of a cohort of the brief. */
  cohort: z.string().optional(),
  /** Lines these readers may have seen before, as texts or with where they were seen. */
  history: z.array(z.union([z.string().transform((text): SeenLine => ({ text })), SeenLine])).optional(),
});
export type LineToCheck = z.infer<typeof LineToCheck>;

// A byte order mark is data: readers would get to see it as a character that is not there.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Read a line's bytes. Throws WrongUse with the line's number where they make no sense. */
export function readLine(bytes: Uint8Array, number: number, format: 'text' | 'jsonl'): LineToCheck {
  const text = decoded(bytes, number);
  if (format === 'text') return { text };
  const json = parsed(text, number);
  const read = LineToCheck.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  throw new WrongUse(`Line ${number} is not a line to check${path}: ${issue?.message ?? 'it has the wrong shape'}.`);
}

function decoded(bytes: Uint8Array, number: number): string {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    throw new WrongUse(`Line ${number} is not UTF-8; convert the input first.`, { cause: error });
  }
}

function parsed(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongUse(`Line ${number} is not JSON: ${why}. With --input jsonl each line is an object with "text".`, {
      cause: error,
    });
  }
}
