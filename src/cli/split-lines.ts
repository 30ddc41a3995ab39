/** Cut a stream of bytes into lines, at line feeds and nowhere else: U+2028 and a carriage return are data. */
import { WrongUse } from './wrong-use.ts';

/** A line of more bytes is no subject line, and would be held in memory whole. */
const maxLineBytes = 1_000_000;

const lineFeed = 0x0a;

/** A line's bytes. Numbers count from 1. */
export type LineBytes = { readonly number: number; readonly bytes: Uint8Array };

/**
 * Chunk by chunk, the lines that end in it, each made when it is asked for; take them before the next chunk.
 * Throws WrongUse on a line too long to be one.
 */
export async function* splitLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<Iterable<LineBytes>> {
  let number = 1;
  let begun: Uint8Array[] = [];
  let begunBytes = 0;
  for await (const chunk of input) {
    const last = chunk.lastIndexOf(lineFeed);
    if (last >= 0) yield linesUpTo(chunk, last);
    if (last === chunk.length - 1) continue;
    begun.push(chunk.slice(last + 1));
    begunBytes += chunk.length - last - 1;
    if (begunBytes > maxLineBytes)
      throw new WrongUse(`Line ${number} is longer than ${maxLineBytes} bytes; lines end with a line feed.`);
  }
  if (begun.length > 0) yield [{ number, bytes: joined(begun) }];

  function* linesUpTo(chunk: Uint8Array, last: number): Generator<LineBytes> {
    for (let from = 0; from <= last; ) {
      const end = chunk.indexOf(lineFeed, from);
      const piece = chunk.subarray(from, end);
      const bytes = begun.length === 0 ? piece : joined([...begun, piece]);
      [begun, begunBytes] = [[], 0];
      yield { number, bytes };
      number += 1;
      from = end + 1;
    }
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
