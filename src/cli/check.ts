/** The streaming core of `check`: lines in, what is said of each out, in order and in constant memory. */
import type { Brief } from '../domain/brief.ts';
import type { RecordedVerdict } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import { seenBefore } from '../domain/line-to-check.ts';
import type { Policy } from '../domain/policy.ts';
import { checkLine } from '../guardrails/check-line.ts';
import { lineGrounds } from '../guardrails/line-grounds.ts';
import { linesOf } from './lines-of.ts';
import type { InputLine } from './read-line.ts';
import { WrongUse } from './wrong-use.ts';

/** Where lines come from. `name` is the file's; `null` for a standard input that nobody named. */
export type LineSource = { readonly name: string | null; readonly bytes: AsyncIterable<Uint8Array> };

/** A line with its verdict. `number` counts from 1 within its source. */
export type CheckedLine = {
  readonly source: string | null;
  readonly number: number;
  readonly text: string;
  readonly verdict: RecordedVerdict;
};

/** What checking needs. `write` may return a promise, and the input waits for it. */
export type CheckLines = {
  readonly sources: readonly LineSource[];
  readonly input: 'text' | 'jsonl' | 'csv';
  /** What to write for a line, its end of line included; nothing where there is nothing to say. */
  readonly say: (line: CheckedLine) => string;
  readonly write: (chunk: string) => Promise<void> | void;
  readonly policy: Policy;
  readonly brief?: Brief | undefined;
  readonly now: Instant;
};

/** Output is handed on in pieces of about this size, and at the end of each chunk of input. */
const writeUnits = 16 * 1024;

/**
 * Check every line of the sources, one source after the other; gives back how many lines were blocked.
 * Throws WrongUse, naming the line, on bytes that are not UTF-8 and on a broken JSON line; what came before is written.
 */
export async function checkLines(given: CheckLines): Promise<{ readonly blocked: number }> {
  const grounds = lineGrounds(given.policy);
  let blocked = 0;
  let waiting = '';
  const flush = async () => {
    const chunk = waiting;
    waiting = '';
    if (chunk !== '') await given.write(chunk);
  };
  try {
    for (const source of given.sources) await checkSource(source);
  } finally {
    await flush();
  }
  return { blocked };

  async function checkSource({ name, bytes }: LineSource): Promise<void> {
    try {
      for await (const lines of linesOf(bytes, given.input)) {
        for (const { line, number } of lines) {
          const verdict = checked(line, number);
          if (verdict.verdict === 'block') blocked += 1;
          waiting += given.say({ source: name, number, text: line.text, verdict });
          if (waiting.length >= writeUnits) await flush();
        }
        await flush();
      }
    } catch (error) {
      if (name === null || !(error instanceof WrongUse)) throw error;
      throw new WrongUse(`${name}: ${error.message}`, { cause: error });
    }
  }

  function checked(line: InputLine, number: number): RecordedVerdict {
    const brief = line.brief ?? given.brief;
    const unknown = grounds.unknownIn(line, brief);
    if (unknown) throw new WrongUse(`Line ${number}: ${unknown.say()}`);
    const { policy, facts } = grounds.of(line, brief);
    return checkLine(line, policy, { facts, seen: seenBefore(line), now: given.now });
  }
}
