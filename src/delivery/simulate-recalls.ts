/** Recalls lines in sandboxes, so that an integration can try what it does when a line it has is taken back. */
import { type Caller, theSandbox } from '../domain/access.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import { isSandbox } from '../domain/sandbox.ts';
import type { LineStore } from '../ports/line-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { recallingLines } from './recall-line.ts';

/** What the name of a cohort ends in that gets one of its lines recalled, and how long that line lives. */
const ending = '-recall';
const lifeMs = 5_000;
const reason = `The sandbox recalls one line of a cohort whose externalId ends in "${ending}".`;

/** Lines recalled in one round. */
const atOnce = 100;

const sandboxCaller: Caller = { actor: theSandbox, name: 'Sandbox', memberships: [], scopes: null };

/** A round of recalls in every sandbox: of each such cohort the first line, once. Bears being done twice at an instant. */
export function simulatingRecalls(parts: {
  readonly store: Pick<LineStore, 'sandboxLines'>;
  readonly recall: ReturnType<typeof recallingLines>;
  readonly moment: Moment;
}) {
  return async (signal: AbortSignal): Promise<void> => {
    const approvedBefore = addMs(parts.moment.now(), -lifeMs);
    for (const { brandId, lineId } of await parts.store.sandboxLines({ ending, approvedBefore, limit: atOnce })) {
      if (signal.aborted) return;
      // The flag in the database says so already; this is the second lock on the door.
      if (isSandbox(brandId)) await parts.recall(sandboxCaller, [brandId], lineId, reason).catch(ignoreLostRace);
    }
  };
}

/** Another process recalled it, or it was over, a moment earlier. */
function ignoreLostRace(error: unknown): void {
  if (!(error instanceof Problem) || error.code !== 'approval-void') throw error;
}
