/** Saying something of a line without deciding it. */
import type { Caller } from '../domain/access.ts';
import type { LineComment } from '../domain/line-comment.ts';
import { Problem } from '../domain/problem.ts';
import type { LineActsStore } from '../ports/line-acts-store.ts';
import type { Moment } from '../ports/moment.ts';

/** Comments on lines, and those of a cohort. Both throw `not-found`. */
export function lineComments({ store, moment }: { readonly store: LineActsStore; readonly moment: Moment }) {
  return {
    async of(brandIds: readonly string[], cohortId: string): Promise<readonly LineComment[]> {
      const found = await store.comments(brandIds, cohortId);
      if (!found) throw new Problem('not-found', `There is no cohort ${cohortId}.`);
      return found;
    },

    async comment(caller: Caller, brandIds: readonly string[], itemId: string, comment: string): Promise<LineComment> {
      const saidAt = moment.now();
      const said = await store.comment({ brandIds, itemId }, ({ brandId, candidateId, cohortId }) => ({
        comment: { id: moment.newId('comment'), brandId, itemId, comment, saidBy: caller.actor.id, saidAt },
        event: {
          id: moment.newId('event'),
          chain: brandId,
          at: saidAt,
          actor: caller.actor,
          action: 'line.commented',
          subject: itemId,
          details: { candidateId, cohortId },
          personal: { salt: moment.randomHex(16), value: comment },
        },
      }));
      if (!said) throw new Problem('not-found', `There is no line ${itemId} in review.`);
      return said;
    },
  };
}
