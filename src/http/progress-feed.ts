/** Tells of a request's progress while somebody follows it, asking the store once however many follow. */
import { contentHash } from '../domain/hash.ts';
import type { RequestProgress } from '../ports/generation-store.ts';
import type { ProgressView } from './contracts/campaign-routes.ts';
import { progressView } from './views.ts';

/** The progress of a request at one look, under a name that changes with it. */
export type Seen = { readonly id: string; readonly progress: ProgressView };

type Follower = {
  readonly changed: (seen: Seen, before: Seen) => void;
  /** The progress could not be read; nothing more is told. */
  readonly failed: () => void;
};

/** One look at a request, and being told of every change after it until `signal` fires. */
export type ProgressFeed = {
  /** Rejects as reading the request does. */
  readonly look: (brandIds: readonly string[], requestId: string) => Promise<Seen>;
  readonly follow: (seen: Seen, brandIds: readonly string[], follower: Follower, signal: AbortSignal) => void;
};

type Watch = { seen: Seen; isLooking: boolean; readonly followers: Set<Follower> };

/** The feed of an app; it reads what is followed every `everyMs`. */
export function progressFeed(
  read: (brandIds: readonly string[], requestId: string) => Promise<RequestProgress>,
  everyMs: number,
): ProgressFeed {
  const watches = new Map<string, Watch>();

  const look: ProgressFeed['look'] = async (brandIds, requestId) => {
    const progress = progressView(await read(brandIds, requestId));
    return { id: contentHash(progress).slice(0, 32), progress };
  };

  return {
    look,
    follow: (seen, brandIds, follower, signal) => {
      if (signal.aborted) return;
      const { requestId } = seen.progress;
      const known = watches.get(requestId);
      const watch = known ?? { seen, isLooking: false, followers: new Set() };
      // Whoever joins a watch that is ahead of what they saw is told at once.
      if (watch.seen.id !== seen.id) follower.changed(watch.seen, seen);
      watch.followers.add(follower);
      signal.addEventListener('abort', () => watch.followers.delete(follower));
      if (!known) begin(requestId, watch, brandIds);
    },
  };

  function begin(requestId: string, watch: Watch, brandIds: readonly string[]): void {
    watches.set(requestId, watch);
    const timer = setInterval(async () => {
      if (watch.followers.size === 0) {
        clearInterval(timer);
        watches.delete(requestId);
      } else if (!watch.isLooking) {
        watch.isLooking = true;
        await lookAgain(requestId, watch, brandIds);
        watch.isLooking = false;
      }
    }, everyMs);
  }

  async function lookAgain(requestId: string, watch: Watch, brandIds: readonly string[]): Promise<void> {
    try {
      const before = watch.seen;
      watch.seen = await look(brandIds, requestId);
      if (watch.seen.id === before.id) return;
      for (const follower of [...watch.followers]) follower.changed(watch.seen, before);
    } catch {
      // A database that is away: whoever follows comes again and is told then why it cannot be read.
      for (const follower of [...watch.followers]) follower.failed();
    }
  }
}
