/** How a drafting run ends: the cohort's state, a reason a person can act on, and what the audit log says of it. */
import { theService } from '../domain/access.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { Candidate } from '../domain/candidate.ts';
import { cohortReady, requestDrafted } from '../domain/cohort-events.ts';
import { type CohortCounts, type CohortState, type RequestCohort, settledState } from '../domain/variant-request.ts';
import type { CohortWork } from '../ports/generation-store.ts';
import type { Moment } from '../ports/moment.ts';

/** How it went: what the run drafted, or the sentence that says why it could not go on. */
export type RunEnd =
  | { readonly kind: 'drafted'; readonly candidates: readonly Candidate[]; readonly problem: string | null }
  | { readonly kind: 'failed'; readonly reason: string };

type Settled = {
  readonly state: CohortState;
  readonly reason: string | null;
  readonly events: readonly NewAuditEvent[];
};

/** Gives the `settle` of GenerationStore.endRun. Lines to decide outweigh a failure: people can go on with them. */
export function settleRun(
  { cohort, campaign, note }: Pick<CohortWork, 'cohort' | 'campaign' | 'note'>,
  end: RunEnd,
  moment: Moment,
): (counts: CohortCounts, isLast: boolean) => Settled {
  return (counts, isLast) => {
    const settled = settle(counts);
    // A cohort that was ready when somebody asked for more never ceased to be.
    const isNews = settled.state === 'ready' && note?.askedIn !== 'ready';
    const ready = isNews ? [cohortReady(cohort, counts.approved, campaign, stamp())] : [];
    const drafted = isLast ? [requestDrafted(cohort, campaign, stamp())] : [];
    return { ...settled, events: [...settled.events, ...ready, ...drafted] };
  };

  function settle(counts: CohortCounts): Settled {
    const state = settledState(cohort.needed, counts);
    if (state !== 'exhausted') return { state, reason: note ? wishUnmet(end) : null, events: [] };
    if (end.kind === 'failed') return over('failed', end.reason);
    if (end.candidates.length === 0)
      return over('failed', `No line could be made of what the writer gave. ${end.problem ?? ''}`.trim());
    return over('exhausted', exhaustedReason(cohort, end.candidates, counts));
  }

  function over(state: 'failed' | 'exhausted', reason: string): Settled {
    const event: NewAuditEvent = {
      ...stamp(),
      chain: cohort.brandId,
      action: `cohort.${state}`,
      subject: cohort.id,
      details: { requestId: cohort.requestId, run: cohort.run, reason },
    };
    return { state, reason, events: [event] };
  }

  function stamp() {
    return { id: moment.newId('event'), at: moment.now(), actor: theService };
  }
}

/** Why a run that was asked for with a note brought nothing to decide, or `null` where it did. */
function wishUnmet(end: RunEnd): string | null {
  if (end.kind === 'failed') return `The lines that were asked for with a note did not come. ${end.reason}`;
  const isGood = (one: Candidate) => one.duplicateOf === null && one.verdict.verdict !== 'block';
  if (end.candidates.some(isGood)) return null;
  return 'Of the lines that were asked for with a note none can be decided: the policy blocks them, or they were there before.';
}

function exhaustedReason(cohort: RequestCohort, candidates: readonly Candidate[], counts: CohortCounts): string {
  const doubles = candidates.filter(({ duplicateOf }) => duplicateOf !== null).length;
  const blocked = candidates.filter(({ duplicateOf, verdict }) => duplicateOf === null && verdict.verdict === 'block');
  const lines = candidates.length === 1 ? 'The one line' : `The ${candidates.length} lines`;
  const what = [
    ...(blocked.length > 0 ? [`${blocked.length} blocked by ${topRules(blocked)}`] : []),
    ...(doubles > 0 ? [`${doubles} drafted before`] : []),
    ...(candidates.length > blocked.length + doubles ? ['the others decided already'] : []),
  ];
  return `${lines} of this run left none to decide (${what.join(', ')}), and ${counts.approved} of the ${cohort.needed} needed are approved. Change what the findings name, or draft it again.`;
}

/** "length (5) and banned-terms (2)": the rules that blocked most. */
function topRules(blocked: readonly Candidate[]): string {
  const times = new Map<string, number>();
  for (const { verdict } of blocked) {
    const rules = new Set(verdict.findings.filter(({ severity }) => severity === 'block').map(({ rule }) => rule));
    for (const rule of rules) times.set(rule, (times.get(rule) ?? 0) + 1);
  }
  const most = [...times].sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1)).slice(0, 3);
  return most.map(([rule, count]) => `${rule} (${count})`).join(', ');
}
