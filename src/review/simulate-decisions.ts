/**
 * Decides in sandboxes, where nobody looks, so that an integration can be tried from end to end. What it approves is
 * no person's word: it is for sandboxes alone, which the Store holds it to as well.
 */
import { type Caller, theSandbox } from '../domain/access.ts';
import type { Decision } from '../domain/decision.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import { isSandbox } from '../domain/sandbox.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { QueueCohort, QueueEntry, ReviewStore } from '../ports/review-store.ts';
import type { closingCohorts } from './close-cohort.ts';
import type { deciding } from './decide.ts';

/** How long a cohort waits for its decisions, counted from its last change; and one whose name ends in `-slow`. */
const delayMs = 2_000;
const slowMs = 60_000;
/** Cohorts looked at in one round, and lines of a cohort; more than a brief can ask for. */
const cohortsAtOnce = 100;
const linesAtMost = 500;

type Parts = {
  readonly store: Pick<ReviewStore, 'cohortsWaiting' | 'entries'>;
  readonly brands: Pick<BrandStore, 'sandboxes'>;
  readonly decide: ReturnType<typeof deciding>;
  readonly close: ReturnType<typeof closingCohorts>;
  readonly moment: Moment;
};

/** A round of decisions in every sandbox. Bears being done twice at the same instant. */
export function simulatingDecisions({ store, brands, decide, close, moment }: Parts) {
  return async (signal: AbortSignal): Promise<void> => {
    const brandIds = (await brands.sandboxes()).map(({ id }) => id).filter(isSandbox);
    if (brandIds.length === 0) return;
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<ReviewStore['cohortsWaiting']>> = await store.cohortsWaiting(brandIds, {
        limit: cohortsAtOnce,
        cursor,
      });
      for (const waiting of page.data) {
        if (signal.aborted) return;
        if (isDue(waiting)) await decideCohort(waiting).catch(ignoreLostRace);
      }
      cursor = page.nextCursor;
    } while (cursor !== null);
  };

  function isDue({ cohort }: QueueCohort): boolean {
    if (cohort.state !== 'in-review' && cohort.state !== 'ready') return false;
    const waitMs = cohort.externalId.endsWith('-slow') ? slowMs : delayMs;
    return addMs(cohort.updatedAt, waitMs) <= moment.now();
  }

  async function decideCohort({ cohort }: QueueCohort): Promise<void> {
    const brandIds = [cohort.brandId];
    const filter = { brandIds, cohortId: cohort.id };
    const { data } = await store.entries(filter, { limit: linesAtMost, cursor: null });
    const { decisions, isClosing } = simulatedDecisions(cohort, data);
    for (const { item, decision } of decisions)
      await decide(sandboxCaller, brandIds, item.id, item.version, decision).catch((error: unknown) => {
        // The policy changed since the line was drafted: it goes the way a person would send it.
        if (!(error instanceof Problem) || error.code !== 'blocked-by-policy') throw error;
        return decide(sandboxCaller, brandIds, item.id, item.version, { kind: 'reject', reason: 'legal' });
      });
    if (isClosing) await close(sandboxCaller, brandIds, cohort.id);
  }
}

/**
 * What becomes of a cohort's lines: the best are approved until it has what it needs, the last is rejected where there
 * is one to spare, the rest is not needed. A cohort whose name ends in `-reject-all` gets none.
 */
export function simulatedDecisions(
  cohort: Pick<QueueCohort['cohort'], 'externalId' | 'needed'>,
  entries: readonly QueueEntry[],
): { readonly decisions: readonly { item: QueueEntry['item']; decision: Decision }[]; readonly isClosing: boolean } {
  const pending = entries
    .filter(({ item }) => item.state === 'pending')
    .sort((one, other) => one.candidate.rank - other.candidate.rank);
  if (cohort.externalId.endsWith('-reject-all'))
    return { decisions: pending.map(({ item }) => ({ item, decision: rejection })), isClosing: false };
  const states = entries.map(({ item }) => item.state);
  const missing = Math.max(0, cohort.needed - states.filter((state) => state === 'approved').length);
  const approved = pending.slice(0, missing);
  const spare = states.includes('rejected') ? [] : pending.slice(missing).slice(-1);
  return {
    // The rejection comes first, so that whoever sees the cohort ready sees all of it.
    decisions: [
      ...spare.map(({ item }) => ({ item, decision: rejection })),
      ...approved.map((entry) => ({ item: entry.item, decision: approval(entry) })),
    ],
    isClosing: approved.length === missing && pending.length > missing + spare.length,
  };
}

const sandboxCaller: Caller = { actor: theSandbox, name: 'Sandbox', memberships: [], scopes: null };
const rejection: Decision = { kind: 'reject', reason: 'off-brand-voice' };

function approval({ candidate }: QueueEntry): Decision {
  return candidate.verdict.verdict === 'warn' ? { kind: 'approve', warningsPassed: 'on-purpose' } : { kind: 'approve' };
}

/** Another process decided the line a moment earlier, or the cohort is drafted again; the next round sees. */
function ignoreLostRace(error: unknown): void {
  const passing: readonly string[] = ['already-decided', 'version-changed', 'cohort-busy', 'lines-still-needed'];
  if (!(error instanceof Problem) || !passing.includes(error.code)) throw error;
}
