/** The queue as a whole: its tabs, how many lines are in each, and what a cohort's readers got before. */
import type { Caller } from '../domain/access.ts';
import { type SeenLine, seenWindowMs } from '../domain/finding.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import type { QueueTab } from '../domain/queue-tab.ts';
import type { Moment } from '../ports/moment.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { QueueLine, QueueLineFilter, QueueStore } from '../ports/queue-store.ts';

/** How many of the last lines a copywriter compares with. */
const lastLines = 5;

/** What somebody asks of a tab. */
export type LinesAsked = Omit<QueueLineFilter, 'brandIds' | 'userId' | 'until'> & {
  /** Only lines that wait, or waited, for longer than this. */
  readonly olderThanHours?: number | undefined;
};

/** Reading the lists of the queue. */
export function queueLists({ store, moment }: { readonly store: QueueStore; readonly moment: Moment }) {
  return {
    lines(
      caller: Caller,
      brandIds: readonly string[],
      { olderThanHours, ...asked }: LinesAsked,
      page: PageRequest,
    ): Promise<Page<QueueLine>> {
      const until = olderThanHours && addMs(moment.now(), -olderThanHours * 60 * 60 * 1000);
      return store.lines({ ...asked, brandIds, userId: caller.actor.id, ...(until ? { until } : {}) }, page);
    },

    counts: (
      caller: Caller,
      brandIds: readonly string[],
    ): Promise<{ readonly counts: Readonly<Record<QueueTab, number>>; readonly mark: string }> =>
      store.counts(brandIds, caller.actor.id, moment.now()),

    /** Throws `not-found`. */
    async seenLines(brandIds: readonly string[], cohortId: string): Promise<readonly SeenLine[]> {
      const seen = await store.seenLines(brandIds, cohortId, addMs(moment.now(), -seenWindowMs), lastLines);
      if (!seen) throw new Problem('not-found', `There is no cohort ${cohortId}.`);
      return seen;
    },
  };
}
