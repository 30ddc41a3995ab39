/** Handing approved lines to campaign tools, each only while its approval holds. */
import type { Caller } from '../domain/access.ts';
import { type ApprovedLine, awaitingRelease } from '../domain/approved-line.ts';
import type { Instant } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type {
  CohortDelivery,
  CohortFilter,
  DeliveredCohorts,
  DeliveredPage,
  DeliveryStore,
  InDialect,
  LineChanges,
  LineFilter,
} from '../ports/delivery-store.ts';
import type { LineCase } from '../ports/line-case.ts';
import type { Moment } from '../ports/moment.ts';
import type { PageRequest } from '../ports/page.ts';
import { holding, parted } from './holding.ts';
import { noting } from './noting.ts';
import { speaking } from './speaking.ts';

/** Reads approved lines. What goes to a client for the first time is written into the audit chain. */
export function lineDelivery(parts: {
  readonly store: DeliveryStore;
  readonly brands: Pick<BrandStore, 'brands'>;
  readonly moment: Moment;
}) {
  const { store, moment } = parts;
  const note = noting({ store, moment });
  const speakerOf = speaking(parts.brands);
  return {
    async list(caller: Caller, filter: LineFilter, page: PageRequest & InDialect): Promise<DeliveredPage> {
      const now = moment.now();
      const speak = await speakerOf(page.dialect, filter.brandIds);
      const { data, nextCursor } = await store.liveLines(filter, page);
      const { lines, withheld } = parted(data, holding(now), speak);
      await note(caller, lines, now);
      return { lines, withheld, nextCursor };
    },

    /** Throws `not-found`, `approval-void` with the reason, `not-released`, or `tag-not-convertible` with the tag. */
    async read(caller: Caller, brandIds: readonly string[], lineId: string, dialect?: string): Promise<LineCase> {
      const now = moment.now();
      const speak = await speakerOf(dialect, brandIds);
      const line = await store.line(brandIds, lineId);
      if (!line) throw new Problem('not-found', `There is no approved line ${lineId}.`);
      const reason = holding(now)(line);
      if (reason !== null && reason === awaitingRelease(line.line, now)) throw notReleased(line.line, now);
      if (reason !== null)
        throw new Problem('approval-void', `This line must not be sent: ${reason}.`, {
          members: { line: lineId, state: line.line.state },
        });
      const spoken = speak(line);
      if ('problem' in spoken) {
        const { tag, span } = spoken.problem;
        throw new Problem('tag-not-convertible', `This line cannot be had in ${dialect}: ${spoken.reason}.`, {
          members: { line: lineId, tag, start: span.start, end: span.end },
        });
      }
      await note(caller, [line], now);
      return spoken.line;
    },

    /** Cohorts, each with its lines that may go out and those that may not. */
    async cohorts(
      caller: Caller,
      filter: CohortFilter,
      page: PageRequest & InDialect & { readonly changedSince: string | null },
    ): Promise<DeliveredCohorts> {
      const now = moment.now();
      const speak = await speakerOf(page.dialect, filter.brandIds);
      const { data, ...cursors } = await store.cohorts(filter, { ...page, now });
      const reasonFor = holding(now);
      const cohorts = data.map((each): CohortDelivery => ({ ...each, ...parted(each.lines, reasonFor, speak) }));
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
      page: PageRequest & InDialect & { readonly updatedAfter: Instant | null },
    ): Promise<LineChanges<{ readonly line: LineCase; readonly reason: string | null }>> {
      const now = moment.now();
      const speak = await speakerOf(page.dialect, filter.brandIds);
      const { data, ...cursors } = await store.changes(filter, { ...page, now });
      const reasonFor = holding(now);
      const changes = data.map((line) => {
        const held = reasonFor(line);
        const spoken = held === null ? speak(line) : { reason: held };
        return 'line' in spoken ? { line: spoken.line, reason: null } : { line, reason: spoken.reason };
      });
      await note(
        caller,
        changes.flatMap(({ line, reason }) => (reason === null ? [line] : [])),
        now,
      );
      return { data: changes, ...cursors };
    },
  };
}

function notReleased({ id, releasedAt }: ApprovedLine, now: Instant): Problem {
  const retryAfterSeconds = Math.ceil((Date.parse(releasedAt) - Date.parse(now)) / 1000);
  return new Problem('not-released', `This line is in its release grace until ${releasedAt}; ask again then.`, {
    members: { line: id, releasedAt, retryAfterSeconds },
  });
}
