/** How many lines one decision may take at once. Without zod, so that the console can read it. */

/** How many lines somebody can be trusted to have read on one screen. */
export const mostApprovedAtOnce = 25;

/** A page of the list. */
export const mostDecidedAtOnce = 100;
