/** Read one line of the input of `check`, as text or as a JSON object. */
import type * as z from 'zod';
import { Brief } from '../domain/brief.ts';
import { LineToCheck } from '../domain/line-to-check.ts';
import { WrongUse } from './wrong-use.ts';

/** A line of the input; its brief goes before that of the command line. */
const InputLine = LineToCheck.extend({ brief: Brief.optional() });
/** What a line may bring along to be checked by. */
export type InputLine = z.infer<typeof InputLine>;

// A byte order mark is data: readers would get to see it as a character that is not there.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Read a line's bytes. Throws WrongUse with the line's number where they make no sense. */
export function readLine(bytes: Uint8Array, number: number, format: 'text' | 'jsonl'): InputLine {
  const text = decoded(bytes, number);
  if (format === 'text') return { text };
  const json = parsed(text, number);
  const read = InputLine.safeParse(json);
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
