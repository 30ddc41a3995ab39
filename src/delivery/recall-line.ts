/** Taking an approved line back, with a reason that whoever fetched it is told. */
import type { Caller } from '../domain/access.ts';
import { Problem } from '../domain/problem.ts';
import { withFewerLines } from '../domain/variant-request.ts';
import type { EndedLine, LineStore } from '../ports/line-store.ts';
import type { Moment } from '../ports/moment.ts';

/** Recalls a live line. Throws `not-found`, and `approval-void` where the line does not hold any more already. */
export function recallingLines({ store, moment }: { readonly store: LineStore; readonly moment: Moment }) {
  return async (caller: Caller, brandIds: readonly string[], lineId: string, reason: string): Promise<EndedLine> => {
    const at = moment.now();
    const recalled = await store.endLine(brandIds, lineId, ({ line, cohort, counts }) => {
      if (line.state !== 'live')
        throw new Problem('approval-void', `This line is ${line.state} already; nothing was changed.`, {
          members: { line: line.id, state: line.state },
        });
      const approved = counts.approved - 1;
      return {
        line: { ...line, state: 'recalled', reason, updatedAt: at },
        cohort: withFewerLines(cohort, { approved, pending: counts.pending }, { why: 'A line was recalled', at }),
        events: [
          {
            id: moment.newId('event'),
            chain: line.brandId,
            at,
            actor: caller.actor,
            action: 'line.recalled',
            subject: line.id,
            details: { reason, cohortId: cohort.id, approved, needed: cohort.needed },
          },
        ],
      };
    });
    if (!recalled) throw new Problem('not-found', `There is no approved line ${lineId}.`);
    return recalled;
  };
}
