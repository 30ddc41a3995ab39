/** Where a line in review can stand. Free of schemas, so that the console reads it as it is. */

/**
 * `pending` waits for a person; `approved-once` has one approval and waits for a second pair of eyes, which its brand
 * asks for. Neither is approved: nothing of them is handed out or counted as a line the cohort has.
 */
export const reviewStates = ['pending', 'approved-once', 'approved', 'rejected', 'expired', 'not-needed'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** The states in which a line still waits for somebody. */
export const openStates = ['pending', 'approved-once'] as const satisfies readonly ReviewState[];

/** Whether a line still waits for somebody. */
export function isOpen(state: ReviewState): boolean {
  return openStates.some((open) => open === state);
}
