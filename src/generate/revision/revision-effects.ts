/** What a revision did, gathered while its cohorts are judged, for whoever sent it. */
import type { RevisionEffects } from '../../domain/brief-outcome.ts';
import { isOpen } from '../../domain/review-states.ts';
import type { CohortCase, CohortChange } from '../../ports/brief-store.ts';

/** No effects yet. */
export function noEffects(): RevisionEffects {
  return { voided: [], kept: [], withdrawn: [], rejudged: [], added: [], removed: [], redrafted: [] };
}

/** Adds those of one cohort. */
export function noteEffects(effects: RevisionEffects, before: CohortCase, after: CohortChange): void {
  const cohort = before.cohort.externalId;
  for (const { id, text, state, reason } of after.lines)
    if (state === 'live') effects.kept.push({ id, cohort, text });
    else effects.voided.push({ id, cohort, text, reason: reason ?? '' });
  const items = new Map(after.items.map((item) => [item.id, item]));
  for (const { item, candidate } of before.pending) {
    const state = items.get(item.id)?.state;
    if (state && isOpen(state)) effects.rejudged.push(item.id);
    if (state === 'expired')
      effects.withdrawn.push({ id: item.id, cohort, text: candidate.text, reason: reasonIn(after, item.id) });
  }
  if (after.cohort.state === 'cancelled') effects.removed.push(cohort);
  if (after.jobs.length > 0) effects.redrafted.push(cohort);
}

function reasonIn({ events }: CohortChange, itemId: string): string {
  const reason = events.find(({ subject }) => subject === itemId)?.details['reason'];
  return typeof reason === 'string' ? reason : '';
}
