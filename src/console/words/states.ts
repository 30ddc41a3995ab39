/** How far requests and cohorts are, in words. */
import type { CohortState, RequestState } from '../../domain/variant-request.ts';

/** What a chip says of a request or a cohort, and how it is coloured. */
export type StateWords = { readonly label: string; readonly tone: 'quiet' | 'busy' | 'wanted' | 'good' | 'bad' };

/** A request as a whole. */
export const requestStates: Readonly<Record<RequestState, StateWords>> = {
  waiting: { label: 'Waiting for its turn', tone: 'quiet' },
  drafting: { label: 'Being drafted', tone: 'busy' },
  'in-review': { label: 'In review', tone: 'wanted' },
  ready: { label: 'Ready', tone: 'good' },
  incomplete: { label: 'Incomplete', tone: 'bad' },
  cancelled: { label: 'Cancelled', tone: 'quiet' },
};

/** One cohort. */
export const cohortStates: Readonly<Record<CohortState, StateWords>> = {
  waiting: { label: 'Waiting', tone: 'quiet' },
  drafting: { label: 'Being drafted', tone: 'busy' },
  'in-review': { label: 'In review', tone: 'wanted' },
  ready: { label: 'Ready', tone: 'good' },
  exhausted: { label: 'Too few lines', tone: 'bad' },
  failed: { label: 'Failed', tone: 'bad' },
  cancelled: { label: 'Cancelled', tone: 'quiet' },
};

/** What to do about a cohort that got stuck; nothing where nothing is to be done. */
export function remedyOf(state: CohortState): string | null {
  switch (state) {
    case 'failed':
      return 'Draft it again. If it fails again, see whether the model answers.';
    case 'exhausted':
      return 'Draft it again, or change the brief: its dates, or what can be said.';
    default:
      return null;
  }
}
