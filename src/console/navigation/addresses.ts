/** The addresses of the console's pages. */

/** The queue, one cohort after the other. */
export const queuePath = '/queue';

/** A cohort's page. */
export function cohortPath(cohortId: string): string {
  return `/cohorts/${encodeURIComponent(cohortId)}`;
}
