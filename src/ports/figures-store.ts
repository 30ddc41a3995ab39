/** What review/ asks of the Store to count. */
import type { Figures, TimedDecision } from '../domain/figures.ts';

/** What is counted: of which brands, since the beginning of which day in UTC, such as "2027-01-25". */
export type FiguresAsked = { readonly brandIds: readonly string[]; readonly fromDay: string };

/** What the database adds up; days without a decision are left out. */
export type CountedFigures = Omit<Figures, 'from' | 'to' | 'minutesPerApproved' | 'waiting'> & {
  /** The newest of the period, person by person in the order of time. */
  readonly timed: readonly TimedDecision[];
};

export type FiguresStore = {
  /** Adds up days, so that it costs the same however many lines there are. */
  readonly figures: (asked: FiguresAsked) => Promise<CountedFigures>;
  /** What waits, and what a person decided since `dayStart`; at once, however much there is. */
  readonly waiting: (asked: {
    readonly brandIds: readonly string[];
    readonly userId: string;
    readonly dayStart: string;
  }) => Promise<Figures['waiting']>;
};
