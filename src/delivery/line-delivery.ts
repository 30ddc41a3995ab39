/** Handing approved lines to campaign tools, each only while its approval holds. */
import type { Caller } from '../domain/access.ts';
import type { Instant } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import type {
  CohortDelivery,
  CohortFilter,
  DeliveredCohorts,
  DeliveredPage,
  DeliveryStore,
  LineChanges,
  LineFilter,
} from '../ports/delivery-store.ts';
import type { LineCase } from '../ports/line-case.ts';
import type { Moment } from '../ports/moment.ts';
import type { PageRequest } from '../ports/page.ts';
import { holding, parted } from './holding.ts';
import { noting } from './noting.ts';

/** Reads approved lines. What goes to a client for the first time is written into the audit chain. */
export function lineDelivery({ store, moment }: { readonly store: DeliveryStore; readonly moment: Moment }) {
  const note = noting({ store, moment });
  return {
    async list(caller: Caller, filter: LineFilter, page: PageRequest): Promise<DeliveredPage> {
      const now = moment.now();
      const { data, nextCursor } = await store.liveLines(filter, page);
      const { lines, withheld } = parted(data, holding(now));
      await note(caller, lines, now);
      return { lines, withheld, nextCursor };
    },

    /** Throws `not-found`, or `approval-void` with the reason. */
    async read(caller: Caller, brandIds: readonly string[], lineId: string): Promise<LineCase> {
      const now = moment.now();
      const line = await store.line(brandIds, lineId);
      if (!line) throw new Problem('not-found', `There is no approved line ${lineId}.`);
      const reason = holding(now)(line);
      if (reason !== null)
        throw new Problem('approval-void', `This line must not be sent: ${reason}.`, {
          members: { line: lineId, state: line.line.state },
        });
      await note(caller, [line], now);
      return line;
    },

    /** Cohorts, each with its lines that may go out and those that may not. */
    async cohorts(
      caller: Caller,
      filter: CohortFilter,
      page: PageRequest & { readonly changedSince: string | null },
    ): Promise<DeliveredCohorts> {
      const now = moment.now();
      const { data, ...cursors } = await store.cohorts(filter, { ...page, now });
      const reasonFor = holding(now);
      const cohorts = data.map((each): CohortDelivery => ({ ...each, ...parted(each.lines, reasonFor) }));
      await note(
        caller,
        cohorts.flatMap(({ lines }) => lines),
        now,
      );
      return { data: cohorts, ...cursors };
    },

    /** Lines that something happened to, each as it is now, with why it must not be used where that is so. */
    async changes(
      caller: Caller,
      filter: Pick<LineFilter, 'brandIds' | 'campaign'>,
      page: PageRequest & { readonly updatedAfter: Instant | null },
    ): Promise<LineChanges<{ readonly line: LineCase; readonly reason: string | null }>> {
      const now = moment.now();
      const { data, ...cursors } = await store.changes(filter, { ...page, now });
      const reasonFor = holding(now);
      const changes = data.map((line) => ({ line, reason: reasonFor(line) }));
      await note(
        caller,
        changes.flatMap(({ line, reason }) => (reason === null ? [line] : [])),
        now,
      );
      return { data: changes, ...cursors };
    },
  };
}
