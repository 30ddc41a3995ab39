/**
 * What has to be done from time to time without anybody asking: chores, each at once after the other, again and again.
 * Several processes do the same chores on one database, so each must bear being done twice at the same instant.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../ports/log.ts';

/** Something to be done again and again. `run` stops early when the signal fires; what it leaves, the next round does. */
export type Chore = { readonly name: string; readonly run: (signal: AbortSignal) => Promise<void> };

/** Runs chores while the service works; the next round begins `everyMs` after the last one ended. */
export function housekeeping(parts: {
  readonly chores: readonly Chore[];
  readonly log?: Log;
  readonly everyMs?: number;
}) {
  const { chores, log, everyMs = 2_000 } = parts;
  const stopped = new AbortController();
  let working: Promise<void> | null = null;

  return {
    start: (): void => {
      working ??= work();
    },
    /** Resolves once the chore at hand has ended. */
    stop: async (): Promise<void> => {
      stopped.abort();
      await working;
    },
  };

  async function work(): Promise<void> {
    while (!stopped.signal.aborted) {
      for (const chore of chores) await doOne(chore);
      await pause(everyMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  }

  /** A chore that fails is tried again in the next round and keeps no other from its turn. */
  async function doOne({ name, run }: Chore): Promise<void> {
    if (stopped.signal.aborted) return;
    try {
      await run(stopped.signal);
    } catch (error) {
      if (!stopped.signal.aborted) log?.warn({ err: error, chore: name }, 'A chore failed; it is tried again');
    }
  }
}
