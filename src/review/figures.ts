/** The figures of brands over a period: what was decided, how lines fared, what they cost. */
import type { Caller } from '../domain/access.ts';
import { everyDay, type Figures, minutesPerApproved, periodStart } from '../domain/figures.ts';
import type { FiguresStore } from '../ports/figures-store.ts';
import type { Moment } from '../ports/moment.ts';

/** What is asked for: so many days in UTC, today among them, and since when the caller's own decisions count. */
type FiguresWanted = { readonly days: number; readonly dayStart?: string | undefined };

/** Counts for a caller, over the brands they may see. */
export function figuresOf({ store, moment }: { readonly store: FiguresStore; readonly moment: Moment }) {
  return async (caller: Caller, brandIds: readonly string[], { days, dayStart }: FiguresWanted): Promise<Figures> => {
    const to = moment.now();
    const from = periodStart(to, days);
    const { timed, ...counted } = await store.figures({ brandIds, fromDay: from.slice(0, 10) });
    const mine = { brandIds, userId: caller.actor.id, dayStart: dayStart ?? periodStart(to, 1) };
    return {
      ...counted,
      from,
      to,
      days: everyDay(from, to, counted.days),
      minutesPerApproved: minutesPerApproved(timed),
      waiting: await store.waiting(mine),
    };
  };
}
