/** The addresses of the console's pages. */

/** The queue, one cohort after the other. */
export const queuePath = '/queue';

/** A cohort's page. */
export function cohortPath(cohortId: string): string {
  return `/cohorts/${encodeURIComponent(cohortId)}`;
}

/** What a rule is for. */
export function rulePath(ruleId: string): string {
  return `/rules/${encodeURIComponent(ruleId)}`;
}

/** All that happened to one line. */
export function linePath(candidateId: string): string {
  return `/lines/${encodeURIComponent(candidateId)}`;
}

/** The library of approved lines. */
export const libraryPath = '/library';

/** An approved line's page in the library. */
export function libraryLinePath(lineId: string): string {
  return `/library/${encodeURIComponent(lineId)}`;
}
