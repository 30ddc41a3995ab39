/** What a brand's people and writers did in a period, in numbers. */
import type { RejectReason } from './decision.ts';
import { addMs, type Instant } from './instant.ts';
import type { Usage } from './usage.ts';

/** Decisions of one day in UTC that still stand. */
export type DayFigures = {
  /** "2027-01-25" */
  readonly day: string;
  readonly approved: number;
  readonly approvedEdited: number;
  /** Without those that were fine and not needed. */
  readonly rejected: number;
  readonly notNeeded: number;
};

/** How the lines of a period fared with one rule: those without a finding of it passed. */
export type RuleFigures = { readonly rule: string; readonly blocked: number; readonly warned: number };

/** How the lines of one writer fared. `model` is `null` for lines that people wrote. */
export type WriterFigures = {
  readonly writer: 'model' | 'embedded-writer' | 'person';
  readonly model: string | null;
  readonly drafted: number;
  readonly blocked: number;
  readonly approved: number;
  readonly rejected: number;
};

/** A decision as far as time is concerned. */
export type TimedDecision = { readonly decidedBy: string; readonly decidedAt: Instant; readonly isApproval: boolean };

/** What became of what was asked for in the period; what is neither granted nor refused waits or was not needed any more. */
export type AnsweredFigures = { readonly asked: number; readonly granted: number; readonly refused: number };

/** The figures of some brands over a period. */
export type Figures = {
  readonly from: Instant;
  readonly to: Instant;
  readonly days: readonly DayFigures[];
  readonly rejections: readonly { readonly reason: RejectReason; readonly count: number }[];
  /** Lines drafted or written in the period. */
  readonly lines: number;
  readonly rules: readonly RuleFigures[];
  readonly writers: readonly WriterFigures[];
  readonly usage: Usage;
  /** Minutes of review for each approved line; `null` while there are too few to tell. */
  readonly minutesPerApproved: number | null;
  readonly recalled: number;
  /** Overrides of blocks, together and by the rules whose block they lift; one may lift several. */
  readonly overrides: AnsweredFigures & { readonly rules: readonly (AnsweredFigures & { readonly rule: string })[] };
  /** Lines that got the first of two approvals, and whether they got the second. */
  readonly fourEyes: AnsweredFigures;
  readonly waiting: { readonly oldestAt: Instant | null; readonly decidedByYou: number };
  readonly chains: readonly { readonly brandId: string; readonly events: number; readonly lastAt: Instant | null }[];
};

const dayMs = 24 * 60 * 60 * 1000;

/** The longest period that is counted at once. */
export const mostFigureDays = 90;

/** The first instant of the period of so many days in UTC that ends with the day of `now`. */
export function periodStart(now: Instant, days: number): Instant {
  return addMs(`${now.slice(0, 10)}T00:00:00.000Z`, -(days - 1) * dayMs);
}

/** Every day of a period, those without a decision too. */
export function everyDay(from: Instant, to: Instant, known: readonly DayFigures[]): DayFigures[] {
  const byDay = new Map(known.map((each) => [each.day, each]));
  const days: DayFigures[] = [];
  for (let at = from; at <= to; at = addMs(at, dayMs)) {
    const day = at.slice(0, 10);
    days.push(byDay.get(day) ?? { day, approved: 0, approvedEdited: 0, rejected: 0, notNeeded: 0 });
  }
  return days;
}

/** Whoever decides nothing for so long has gone to do something else; as domain/review-pace.ts has it. */
const sessionGapMs = 15 * 60 * 1000;
const enoughApprovals = 5;

/**
 * Minutes between one decision of a person and the next, together, for each line they approved. The first of a session
 * began at an unknown time and adds none. `decisions` come person by person, in the order of time.
 */
export function minutesPerApproved(decisions: readonly TimedDecision[]): number | null {
  let workedMs = 0;
  let before: TimedDecision | null = null;
  for (const each of decisions) {
    const gapMs =
      before?.decidedBy === each.decidedBy ? Date.parse(each.decidedAt) - Date.parse(before.decidedAt) : null;
    if (gapMs !== null && gapMs <= sessionGapMs) workedMs += gapMs;
    before = each;
  }
  const approved = decisions.filter(({ isApproval }) => isApproval).length;
  return approved < enoughApprovals ? null : Math.round((workedMs / approved / 60_000) * 100) / 100;
}
