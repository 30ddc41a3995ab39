/** How fast a brand's people decide lines, and when what waits can be decided. Documented in docs/adr/0013-pace-of-review.md. */
import { addMs, type Instant } from './instant.ts';

/** Lines decided in an hour of reviewing. */
export type Pace = {
  readonly linesPerHour: number;
  /** False while too few decisions are there: then it is a guess. */
  readonly isMeasured: boolean;
};

/** What waits for a brand's people. */
export type ReviewLoad = {
  /** Lines to decide. */
  readonly pending: number;
  /** Lines that cohorts in drafting are expected to bring. */
  readonly expected: number;
  /** Cohorts held back, the next to be let in first, each with the lines it is expected to bring. */
  readonly heldBack: readonly { readonly cohortId: string; readonly expected: number }[];
};

/** How much of review may lie ahead of people before cohorts are held back. */
export type Horizon = { readonly horizonDays: number; readonly hoursPerDay: number };

/** A brand's review as it stands. */
export type BrandPace = Pace &
  Horizon & {
    readonly brandId: string;
    readonly load: ReviewLoad;
    /** When all that is accepted can be decided. */
    readonly clearAt: Instant;
  };

/** When the cohorts of a request can be decided. */
export type Outlook = {
  readonly pace: BrandPace;
  readonly cohorts: readonly {
    readonly cohort: string;
    /** `null` where nothing of it is to be decided. */
    readonly reviewableAt: Instant | null;
    readonly isHeldBack: boolean;
    /** Whether that is after the brief's `needBy`. */
    readonly isLate: boolean;
  }[];
};

/** How far back decisions are looked at. */
export const paceWindowMs = 14 * 24 * 60 * 60 * 1000;

/** A minute a line, until enough decisions are there to know better. */
const guessedLinesPerHour = 60;
const enoughDecisions = 30;

/** Whoever decides nothing for so long has gone to do something else. */
const sessionGapMs = 15 * 60 * 1000;

/** Nobody who reads decides faster, or is asked to be slower, than this. */
const fastestLinesPerHour = 600;
const slowestLinesPerHour = 5;

/** The pace of decisions at these instants, in sessions split where nothing was decided for a quarter of an hour. */
export function paceOf(decidedAt: readonly Instant[]): Pace {
  if (decidedAt.length < enoughDecisions) return { linesPerHour: guessedLinesPerHour, isMeasured: false };
  const times = decidedAt.map((at) => Date.parse(at)).sort((a, b) => a - b);
  let lines = 0;
  let workedMs = 0;
  let before: number | null = null;
  for (const time of times) {
    // The first line of a session began at an unknown time, so neither it nor its time counts.
    if (before !== null && time - before <= sessionGapMs) {
      lines += 1;
      workedMs += time - before;
    }
    before = time;
  }
  if (lines < enoughDecisions / 2) return { linesPerHour: guessedLinesPerHour, isMeasured: false };
  const perHour = workedMs === 0 ? fastestLinesPerHour : (lines * 60 * 60 * 1000) / workedMs;
  const linesPerHour = Math.round(Math.min(fastestLinesPerHour, Math.max(slowestLinesPerHour, perHour)));
  return { linesPerHour, isMeasured: true };
}

/** Lines that may lie ahead of people. */
export function capacityOf({ linesPerHour }: Pace, { horizonDays, hoursPerDay }: Horizon): number {
  return Math.floor(linesPerHour * horizonDays * hoursPerDay);
}

/**
 * How many of the cohorts held back, taken in their order, may be let in. One always may while nothing lies ahead of
 * people, however large it is.
 */
export function lettingIn({ pending, expected, heldBack }: ReviewLoad, capacity: number): number {
  let ahead = pending + expected;
  let count = 0;
  for (const cohort of heldBack) {
    if (ahead > 0 && ahead + cohort.expected > capacity) return count;
    ahead += cohort.expected;
    count += 1;
  }
  return count;
}

/** When so many lines are decided, at that pace and so many hours a day. */
export function decidedBy(now: Instant, lines: number, { linesPerHour }: Pace, { hoursPerDay }: Horizon): Instant {
  const minutes = Math.ceil((lines * 24 * 60) / (linesPerHour * hoursPerDay));
  return addMs(now, minutes * 60 * 1000);
}
