/** The figures of brands over a period: what was decided, how lines fared, what they cost. */
import type { Caller } from '../domain/access.ts';
import { everyDay, type Figures, minutesPerApproved, periodStart } from '../domain/figures.ts';
import type { CountedFigures, FiguresAsked, FiguresStore } from '../ports/figures-store.ts';
import type { Moment } from '../ports/moment.ts';

/** What is asked for: so many days in UTC, today among them, and since when the caller's own decisions count. */
type FiguresWanted = { readonly days: number; readonly dayStart?: string | undefined };

/** Counting reads every line of the period, so those who look at home share an answer for so long. */
const sharedMs = 60_000;
const mostShared = 100;

/** Counts for a caller, over the brands they may see. */
export function figuresOf({ store, moment }: { readonly store: FiguresStore; readonly moment: Moment }) {
  const shared = new Map<string, { readonly until: number; readonly counted: Promise<CountedFigures> }>();
  return async (caller: Caller, brandIds: readonly string[], { days, dayStart }: FiguresWanted): Promise<Figures> => {
    const to = moment.now();
    const from = periodStart(to, days);
    const { timed, ...counted } = await countedOnce({ brandIds, from });
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

  function countedOnce(asked: FiguresAsked): Promise<CountedFigures> {
    const name = JSON.stringify([asked.from, asked.brandIds.toSorted()]);
    const now = Date.parse(moment.now());
    const known = shared.get(name);
    if (known && known.until > now) return known.counted;
    const counted = store.figures(asked);
    shared.delete(name);
    shared.set(name, { until: now + sharedMs, counted });
    // One that failed is asked for again by the next.
    counted.catch(() => shared.delete(name));
    const [oldest] = shared.keys();
    if (shared.size > mostShared && oldest !== undefined) shared.delete(oldest);
    return counted;
  }
}
