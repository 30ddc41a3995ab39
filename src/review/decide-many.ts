/**
 * One decision on several lines. Each line is a transaction of its own, so that some may be done and others not; and
 * whoever approves several may approve none that has findings.
 */
import type { Caller } from '../domain/access.ts';
import type { BulkDecision, BulkOutcome } from '../domain/bulk-decision.ts';
import { Problem } from '../domain/problem.ts';
import { isOpen } from '../domain/review-states.ts';
import type { QueueEntry, ReviewStore } from '../ports/review-store.ts';
import type { deciding } from './decide.ts';

/** A line and the version of it that was seen. */
export type SeenItem = { readonly id: string; readonly version: number };

/** What became of one line, and why where it was not done. */
export type ItemResult = { readonly id: string; readonly outcome: BulkOutcome; readonly detail: string | null };

/** Decides lines one after the other. A line that this person already decided so counts as done. */
export function decidingMany(parts: {
  readonly store: Pick<ReviewStore, 'entry'>;
  readonly decide: ReturnType<typeof deciding>;
}) {
  return async (
    caller: Caller,
    brandIds: readonly string[],
    items: readonly SeenItem[],
    decision: BulkDecision,
  ): Promise<readonly ItemResult[]> => {
    const results: ItemResult[] = [];
    for (const item of items) results.push(await decideOne(item));
    return results;

    async function decideOne({ id, version }: SeenItem): Promise<ItemResult> {
      try {
        if (decision.kind === 'approve') refuseFindings(await parts.store.entry(brandIds, id));
        await parts.decide(caller, brandIds, id, version, decision);
        return { id, outcome: 'done', detail: null };
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const outcome = (await isDoneAlready(id, version)) ? 'done' : outcomeOf(error);
        return { id, outcome, detail: outcome === 'done' ? null : error.message };
      }
    }

    /** Where an answer was lost and the same is sent again. */
    async function isDoneAlready(id: string, version: number): Promise<boolean> {
      const entry = await parts.store.entry(brandIds, id);
      return (
        entry?.item.version === version + 1 &&
        entry.decision?.decidedBy === caller.actor.id &&
        entry.decision.kind === decision.kind &&
        entry.decision.reason === (decision.kind === 'reject' ? decision.reason : null)
      );
    }
  };
}

function refuseFindings(entry: QueueEntry | null): void {
  const findings = entry && isOpen(entry.item.state) ? entry.candidate.verdict.findings.length : 0;
  if (findings > 0) throw new Problem('not-allowed', 'This line has findings. Open it and decide it by itself.');
}

function outcomeOf({ code }: Problem): BulkOutcome {
  if (code === 'already-decided' || code === 'version-changed') return 'changed';
  if (code === 'blocked-by-policy') return 'blocked';
  return code === 'not-found' ? 'not-found' : 'not-allowed';
}
