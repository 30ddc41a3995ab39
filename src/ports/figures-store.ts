/** What review/ asks of the Store to count. */
import type { Figures, TimedDecision } from '../domain/figures.ts';

/** What is counted: of which brands, since when. */
export type FiguresAsked = { readonly brandIds: readonly string[]; readonly from: string };

/** What the database adds up; days without a decision are left out. */
export type CountedFigures = Omit<Figures, 'from' | 'to' | 'minutesPerApproved' | 'waiting'> & {
  /** The newest of the period, person by person in the order of time. */
  readonly timed: readonly TimedDecision[];
};

export type FiguresStore = {
  /** Reads every line of the period: about a second for 100,000 of them. */
  readonly figures: (asked: FiguresAsked) => Promise<CountedFigures>;
  /** What waits, and what a person decided since `dayStart`; at once, however much there is. */
  readonly waiting: (asked: {
    readonly brandIds: readonly string[];
    readonly userId: string;
    readonly dayStart: string;
  }) => Promise<Figures['waiting']>;
};
