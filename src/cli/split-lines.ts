/** Cut a stream of bytes into lines, at line feeds and nowhere else: U+2028 and a carriage return are data. */
import { WrongUse } from './wrong-use.ts';

/** A line of more bytes is no subject line, and would be held in memory whole. */
const maxLineBytes = 1_000_000;

const lineFeed = 0x0a;

/** The lines of one chunk of input, the one the chunk cuts through left for the next. */
export type LinesOfChunk = readonly { readonly number: number; readonly bytes: Uint8Array }[];

/** Chunk by chunk, the lines that end in it. Numbers count from 1. Throws WrongUse on a line too long to be one. */
export async function* splitLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<LinesOfChunk> {
  let number = 1;
  let begun: Uint8Array[] = [];
  let begunBytes = 0;
  for await (const chunk of input) {
    const lines: { number: number; bytes: Uint8Array }[] = [];
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      const piece = chunk.subarray(from, end);
      lines.push({ number, bytes: begun.length === 0 ? piece : joined([...begun, piece]) });
      [begun, begunBytes] = [[], 0];
      number += 1;
      from = end + 1;
    }
    if (lines.length > 0) yield lines;
    if (from === chunk.length) continue;
    begun.push(chunk.slice(from));
    begunBytes += chunk.length - from;
    if (begunBytes > maxLineBytes)
      throw new WrongUse(`Line ${number} is longer than ${maxLineBytes} bytes; lines end with a line feed.`);
  }
  if (begun.length > 0) yield [{ number, bytes: joined(begun) }];
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
