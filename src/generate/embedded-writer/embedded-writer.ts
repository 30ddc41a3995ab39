/** The writer that needs no model: it composes lines from the brief's facts, and invents nothing. */
import type { DraftOrder, Model, WriterReply } from '../../ports/model.ts';
import { composeLines } from './compose-lines.ts';
import { preheaderFor } from './preheader.ts';

/** A `Model` that gives the same reply, byte for byte, for the same order. */
export function embeddedWriter(): Model {
  return { writer: 'embedded-writer', name: 'embedded writer', draft };
}

async function draft(order: DraftOrder, signal: AbortSignal): Promise<WriterReply> {
  signal.throwIfAborted();
  const { lines, material } = composeLines(order);
  const candidates = lines.map((line) => ({
    text: line.text,
    angle: line.angle,
    preheader: order.preheaders ? preheaderFor(line, material, order.seed) : null,
  }));
  return {
    raw: JSON.stringify({ candidates }),
    model: 'embedded-writer/1',
    finish: 'stop',
    inputTokens: null,
    cachedInputTokens: null,
    outputTokens: null,
    // No clock is asked, so that the same order gives the same reply to the last byte.
    durationMs: 0,
  };
}
