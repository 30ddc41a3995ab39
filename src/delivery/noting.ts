/** Says in the audit chain which campaign tool got which line, the first time it gets it. */
import type { Caller } from '../domain/access.ts';
import type { Instant } from '../domain/instant.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import type { LineCase } from '../ports/line-case.ts';
import type { Moment } from '../ports/moment.ts';

/** Notes lines as delivered where the caller is a client; a person who looks at them uses none. */
export function noting({ store, moment }: { readonly store: DeliveryStore; readonly moment: Moment }) {
  return async (caller: Caller, lines: readonly LineCase[], at: Instant): Promise<void> => {
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
  };
}
