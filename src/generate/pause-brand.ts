/** Pausing a brand: while it rests no drafting call begins. What is drafted already stays with people. */
import type { Caller } from '../domain/access.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { BrandPause } from '../domain/brand-pause.ts';
import { Problem } from '../domain/problem.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { Moment } from '../ports/moment.ts';
import type { PauseStore } from '../ports/pause-store.ts';

/** Pauses and resumes brands; both bear being asked again. Throws `not-found` for a brand the caller may not pause. */
export function pausingBrands(parts: {
  readonly store: PauseStore;
  readonly queue: Pick<JobQueue<'draft-cohort'>, 'wake'>;
  readonly moment: Moment;
}) {
  const { store, queue, moment } = parts;
  return {
    pause: async (
      caller: Caller,
      brandIds: readonly string[],
      brandId: string,
      reason: string,
    ): Promise<BrandPause> => {
      allow(brandIds, brandId);
      const pausedAt = moment.now();
      const pause = { brandId, reason, pausedBy: caller.actor.id, pausedAt };
      const personal = { salt: moment.randomHex(16), value: reason };
      await store.pause(pause, { ...event(caller, brandId, 'brand.paused'), personal });
      return (await store.pausesOf([brandId]))[0] ?? pause;
    },

    resume: async (caller: Caller, brandIds: readonly string[], brandId: string): Promise<void> => {
      allow(brandIds, brandId);
      await store.resume(brandId, event(caller, brandId, 'brand.resumed'));
      queue.wake();
    },

    of: (brandIds: readonly string[]): Promise<readonly BrandPause[]> => store.pausesOf(brandIds),
  };

  function event(caller: Caller, brandId: string, action: 'brand.paused' | 'brand.resumed'): NewAuditEvent {
    const id = moment.newId('event');
    return { id, chain: brandId, at: moment.now(), actor: caller.actor, action, subject: brandId, details: {} };
  }
}

function allow(brandIds: readonly string[], brandId: string): void {
  if (!brandIds.includes(brandId)) throw new Problem('not-found', `There is no brand ${JSON.stringify(brandId)} here.`);
}
