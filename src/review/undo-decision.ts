/** Taking a decision back while nothing of it is outside: the line waits for people as it did before. */
import { brandsAs, type Caller } from '../domain/access.ts';
import type { ApprovedLine } from '../domain/approved-line.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import { releaseGraceMs } from '../domain/brand.ts';
import type { RecordedDecision } from '../domain/decision.ts';
import { addMs, type Instant } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import { isOpen } from '../domain/review-states.ts';
import { isUnderWay, type RequestCohort, settledState } from '../domain/variant-request.ts';
import type { Moment } from '../ports/moment.ts';
import type { ReviewStore, UndoCase, Undone } from '../ports/review-store.ts';

/** An undo and a reading in the same instant must not both have their way, nor on two clocks that differ a little. */
const marginMs = 1_000;

type Ground = { readonly caller: Caller; readonly version: number; readonly now: Instant; readonly moment: Moment };

/**
 * Undoes the decision on one line. Throws `not-found`, `version-changed`, `not-allowed` for anybody but who took it and
 * admins, `already-delivered` for an approval that may be outside, `already-decided` for everything else that stands.
 */
export function undoingDecisions({ store, moment }: { readonly store: ReviewStore; readonly moment: Moment }) {
  return async (caller: Caller, brandIds: readonly string[], itemId: string, version: number): Promise<Undone> => {
    // The clock is read while the brand's chain is held: waiting for it must not lengthen the grace.
    const judge = (found: UndoCase) => undo(found, { caller, version, now: moment.now(), moment });
    const undone = await store.undo(brandIds, itemId, judge);
    if (!undone) throw new Problem('not-found', `There is no line ${itemId} in review.`);
    return undone;
  };
}

function undo(found: UndoCase, ground: Ground): Undone {
  const { item } = found;
  const { now } = ground;
  if (item.version !== ground.version)
    throw new Problem(
      'version-changed',
      `This line is at version ${item.version} and you saw ${ground.version}. Read it again.`,
    );
  const decision = undoable(found);
  refuseOthers(decision, ground.caller);
  if (found.line) refuseLine(found.line, found.isDelivered, now);
  // Of a first approval nothing is outside, however long ago it was given.
  else if (item.state !== 'approved-once') refuseLate(decision, releaseGraceMs(found.brand.profile), now);
  return {
    item: { ...item, ...standingBefore(found.earlier), version: item.version + 1, claim: null, updatedAt: now },
    decision: { ...decision, undoneAt: now, undoneBy: ground.caller.actor.id },
    line: found.line && { ...found.line, state: 'undone', reason: 'its approval was undone', updatedAt: now },
    cohort: cohortAfter(found, now),
    events: [eventOf(found, decision, ground)],
  };
}

/** Where an item stands once its newest decision is gone. */
function standingBefore(earlier: RecordedDecision | null): Pick<ReviewItem, 'state' | 'firstApproval'> {
  if (!earlier?.decidedBy || !earlier.candidateId) return { state: 'pending', firstApproval: null };
  const { decidedBy: userId, decidedAt: at, candidateId } = earlier;
  return { state: 'approved-once', firstApproval: { userId, at, candidateId } };
}

/** The newest decision that stands and is a person's. */
function undoable({ item, decision, cohort }: UndoCase): RecordedDecision {
  if (!decision) throw new Problem('already-decided', 'This line waits for a person; there is nothing to undo.');
  if (decision.kind === 'expired')
    throw new Problem('already-decided', `This line is ${item.state}: its time is over, and nobody decided it.`);
  if (cohort.state === 'cancelled')
    throw new Problem('already-decided', 'The cohort was cancelled, so nothing of it can wait for a person again.');
  return decision;
}

function refuseOthers({ brandId, decidedBy }: RecordedDecision, caller: Caller): void {
  if (decidedBy === caller.actor.id || brandsAs(caller, ['admin']).includes(brandId)) return;
  throw new Problem('not-allowed', 'Whoever decided this line may undo it, and an admin of the brand.');
}

function refuseLine({ state, releasedAt }: ApprovedLine, isDelivered: boolean, now: Instant): void {
  if (state !== 'live')
    throw new Problem('already-decided', `The approved line is ${state} already; nothing was changed.`);
  if (isDelivered || releasedAt <= addMs(now, marginMs))
    throw new Problem(
      'already-delivered',
      `The line was released at ${releasedAt} and may be in use. Recall it instead, with a reason.`,
      { members: { releasedAt } },
    );
}

function refuseLate({ kind, decidedAt }: RecordedDecision, graceMs: number, now: Instant): void {
  const until = addMs(decidedAt, graceMs);
  if (until <= now)
    throw new Problem('already-decided', `This line was ${kind} at ${decidedAt}; that could be undone until ${until}.`);
}

function cohortAfter({ cohort, counts, line, item }: UndoCase, now: Instant): RequestCohort {
  if (isUnderWay(cohort.state)) return { ...cohort, updatedAt: now };
  const after = { approved: counts.approved - (line ? 1 : 0), pending: counts.pending + (isOpen(item.state) ? 0 : 1) };
  return { ...cohort, state: settledState(cohort.needed, after), reason: null, updatedAt: now };
}

/** Of an approval the line is told, of anything else the item. */
function eventOf({ item, line }: UndoCase, decision: RecordedDecision, { caller, now, moment }: Ground): NewAuditEvent {
  const { id: decisionId, kind, candidateId, decidedBy } = decision;
  return {
    id: moment.newId('event'),
    chain: item.brandId,
    at: now,
    actor: caller.actor,
    action: line ? 'line.undone' : 'item.undone',
    subject: line?.id ?? item.id,
    details: { itemId: item.id, candidateId: candidateId ?? item.candidateId, decisionId, kind, decidedBy },
  };
}
