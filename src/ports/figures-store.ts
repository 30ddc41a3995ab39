/** What review/ asks of the Store to count. */
import type { Figures, TimedDecision } from '../domain/figures.ts';

/** What is counted, of which brands, since when. */
export type FiguresAsked = {
  readonly brandIds: readonly string[];
  readonly from: string;
  readonly userId: string;
  /** Since when the decisions of this person are counted. */
  readonly dayStart: string;
};

/** What the database adds up; days without a decision are left out. */
export type CountedFigures = Omit<Figures, 'from' | 'to' | 'minutesPerApproved'> & {
  /** The newest of the period, person by person in the order of time. */
  readonly timed: readonly TimedDecision[];
};

export type FiguresStore = {
  readonly figures: (asked: FiguresAsked) => Promise<CountedFigures>;
};
