/** Finding a cohort in its brief. */
import type { Cohort } from '../../domain/cohort.ts';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';

/** A cohort with the brief it is of. */
export type CohortInBrief = Pick<QueueCohortView, 'brief' | 'cohort'>;

/** The cohort as the brief tells of it. */
export function cohortOf(view: CohortInBrief): Cohort | undefined {
  return view.brief.brief.cohorts.find(({ externalId }) => externalId === view.cohort.externalId);
}

/** What people call it. */
export function cohortName(view: CohortInBrief): string {
  return cohortOf(view)?.name ?? view.cohort.externalId;
}

/** The language its lines are written in. */
export function localeOf(view: CohortInBrief): string {
  return cohortOf(view)?.locale ?? view.brief.brief.locale;
}
