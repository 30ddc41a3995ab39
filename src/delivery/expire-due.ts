/** What time ends: lines past their last instant, and lines in review whose mail went out. Nothing is approved by time. */
import { theService } from '../domain/access.ts';
import type { AuditAction, NewAuditEvent } from '../domain/audit-event.ts';
import { expiredItem } from '../domain/expired-item.ts';
import { addMs } from '../domain/instant.ts';
import { settledState } from '../domain/variant-request.ts';
import type { LineStore } from '../ports/line-store.ts';
import type { Moment } from '../ports/moment.ts';

/** What one act ends at most, so that others get their turn. */
const batch = 200;
/** A triggered flow has no last day; what nobody decided for a month is not waited for. */
const triggeredMs = 30 * 24 * 60 * 60 * 1000;

/** A chore: ends what is due, in acts of a bounded size. Two processes that do it at once end each thing once. */
export function expiringDue({ store, moment }: { readonly store: LineStore; readonly moment: Moment }) {
  return async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted && (await expireLines()) > 0);
    while (!signal.aborted && (await expireItems()) > 0);
  };

  function expireLines(): Promise<number> {
    const now = moment.now();
    return store.expireLines({
      now,
      limit: batch,
      expire: (line) => {
        const reason = `it was valid until ${line.validUntil}`;
        const ended = { ...line, state: 'expired', reason, updatedAt: now } as const;
        return { line: ended, events: [event('line.expired', line.brandId, line.id, { validUntil: line.validUntil })] };
      },
    });
  }

  function expireItems(): Promise<number> {
    const now = moment.now();
    const reason = 'its time is over: nobody decided it before its mail went out';
    return store.expireItems({
      now,
      triggeredBefore: addMs(now, -triggeredMs),
      limit: batch,
      expire: (item) => ({
        ...expiredItem(item, { at: now, moment }),
        events: [event('item.expired', item.brandId, item.id, { candidateId: item.candidateId, reason })],
      }),
      settle: (cohort, counts) => {
        if (cohort.state !== 'in-review') return cohort;
        const state = settledState(cohort.needed, counts);
        const over = `The time to decide is over, and ${counts.approved} of the ${cohort.needed} it needs are approved.`;
        return { ...cohort, state, reason: state === 'exhausted' ? over : cohort.reason, updatedAt: now };
      },
    });
  }

  function event(
    action: AuditAction,
    chain: string,
    subject: string,
    details: NewAuditEvent['details'],
  ): NewAuditEvent {
    return { id: moment.newId('event'), chain, at: moment.now(), actor: theService, action, subject, details };
  }
}
