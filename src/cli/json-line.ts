/** What `check` says of a line by itself: one JSON object a line, its keys in the order that others rely on. */
import { reportedLine } from '../guardrails/reported-line.ts';
import type { CheckedLine } from './check.ts';

/** The object of a line. Where the source has a name, it says `file` and `line` last. */
export function jsonLine({ source, number, text, verdict }: CheckedLine): string {
  const place = source === null ? {} : { file: source, line: number };
  return `${JSON.stringify({ ...reportedLine(text, verdict), ...place })}\n`;
}
