/** Server-sent events (HTML Living Standard §9.2) on one answer, with heartbeats, and an end in every case. */
import type { Response } from 'express';
import { Problem } from '../domain/problem.ts';

/** What streams may take. */
export type StreamLimits = {
  /** Streams of one caller at one time. */
  readonly perCaller: number;
  /** How often the store is asked about something that is followed, however many follow it. */
  readonly lookMs: number;
  /** How often a comment shows that the connection lives; proxies cut what is silent for a minute. */
  readonly heartbeatMs: number;
  /** After this long a stream ends and its client comes again, so that a key that was revoked does not read on. */
  readonly longestMs: number;
};

/** Every client of a page has one stream, and a browser allows six connections to a host. */
export const ordinaryStreams: StreamLimits = {
  perCaller: 10,
  lookMs: 1_000,
  heartbeatMs: 15_000,
  longestMs: 15 * 60_000,
};

/** When a client should come again after its connection broke. */
const retryMs = 2_000;
/** What may wait for a client that does not read. */
const mostBuffered = 4 * 1024 * 1024;

export type EventStream = {
  readonly send: (event: { readonly name: string; readonly id: string; readonly data: unknown }) => void;
  readonly end: () => void;
  /** Fires once the stream is over, whoever ended it. */
  readonly over: AbortSignal;
};

/** Opens streams; `draining` ends all of them. Opening throws `too-many-requests` where a caller has its share already. */
export function eventStreams(limits: StreamLimits, draining?: AbortSignal) {
  const open = new Map<string, number>();
  return (callerId: string, response: Response): EventStream => {
    const before = open.get(callerId) ?? 0;
    if (before >= limits.perCaller) {
      response.set('Retry-After', '5');
      throw new Problem('too-many-requests', `You follow ${before} things already. Close a stream first.`);
    }
    open.set(callerId, before + 1);
    const over = new AbortController();
    const write = (text: string) => {
      if (response.writableLength > mostBuffered) response.destroy();
      else if (!response.writableEnded) response.write(text);
    };
    const beat = setInterval(() => write(': the connection lives\n\n'), limits.heartbeatMs);
    const longest = setTimeout(() => response.end(), limits.longestMs);
    const drain = () => response.end();
    draining?.addEventListener('abort', drain);
    response.once('close', () => {
      clearInterval(beat);
      clearTimeout(longest);
      draining?.removeEventListener('abort', drain);
      const left = (open.get(callerId) ?? 1) - 1;
      if (left > 0) open.set(callerId, left);
      else open.delete(callerId);
      over.abort();
    });
    response.status(200).set({
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      // nginx would hold events back until its buffer is full.
      'X-Accel-Buffering': 'no',
    });
    write(`retry: ${retryMs}\n\n`);
    if (draining?.aborted || response.req.method === 'HEAD') response.end();
    return {
      send: ({ name, id, data }) => write(`event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`),
      end: () => void response.end(),
      over: over.signal,
    };
  };
}
