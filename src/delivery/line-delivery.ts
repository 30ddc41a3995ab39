/** Handing approved lines to campaign tools, each only while its approval holds. */
import type { Caller } from '../domain/access.ts';
import { withheld } from '../domain/approved-line.ts';
import { factsFor, factsHash } from '../domain/facts.ts';
import type { Instant } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import type { DeliveredPage, DeliveryStore, LineFilter } from '../ports/delivery-store.ts';
import type { LineCase } from '../ports/line-case.ts';
import type { Moment } from '../ports/moment.ts';
import type { PageRequest } from '../ports/page.ts';

/** Reads approved lines. What goes to a client for the first time is written into the audit chain. */
export function lineDelivery({ store, moment }: { readonly store: DeliveryStore; readonly moment: Moment }) {
  return {
    async list(caller: Caller, filter: LineFilter, page: PageRequest): Promise<DeliveredPage> {
      const now = moment.now();
      const { data, nextCursor } = await store.liveLines(filter, page);
      const reasonFor = holding(now);
      const judged = data.map((line) => ({ line, reason: reasonFor(line) }));
      const lines = judged.filter(({ reason }) => reason === null).map(({ line }) => line);
      await note(caller, lines, now);
      return {
        lines,
        withheld: judged.flatMap(({ line, reason }) => (reason === null ? [] : [{ line, reason }])),
        nextCursor,
      };
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
  };

  async function note(caller: Caller, lines: readonly LineCase[], at: Instant): Promise<void> {
    if (caller.actor.kind !== 'client' || lines.length === 0) return;
    await store.noteDelivered({
      clientId: caller.actor.id,
      at,
      lines: lines.map(({ line }) => ({ brandId: line.brandId, lineId: line.id })),
      eventFor: ({ brandId, lineId }) => {
        const id = moment.newId('event');
        return { id, chain: brandId, at, actor: caller.actor, action: 'line.delivered', subject: lineId, details: {} };
      },
    });
  }
}

/** Why a line is held back at `now`, or `null`; facts are hashed once per cohort of a brief. */
function holding(now: Instant): (lineCase: LineCase) => string | null {
  const hashes = new Map<string, string>();
  return ({ line, brief, cohortExternalId, policyHash }) => {
    const key = JSON.stringify([brief.id, brief.revision, cohortExternalId]);
    const cohort = brief.brief.cohorts.find(({ externalId }) => externalId === cohortExternalId);
    const inForce = hashes.get(key) ?? factsHash(factsFor(brief.brief, cohort));
    hashes.set(key, inForce);
    return withheld(line, { factsHash: inForce, policyHash, now });
  };
}
