/** What can be done with a request and its cohorts while it is worked on. */
import { useState } from 'react';
import { useAnnounce } from '../shell/announcer.tsx';
import { count } from '../words/counts.ts';
import { isProblem } from './api-error.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** What is under way: the act and the id of what it is about. */
type Busy = `${'retry' | 'cancel'} ${string}`;

/** Drafting again and cancelling. A failure stays until the next act; `onDone` is for reading anew. */
export function useRequestActs(id: string, onDone: () => Promise<void>) {
  const announce = useAnnounce();
  const [busy, setBusy] = useState<Busy | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const act = async (what: Busy, work: () => Promise<string>): Promise<boolean> => {
    setBusy(what);
    setFailure(null);
    try {
      announce(await work());
      await onDone();
      return true;
    } catch (error) {
      if (!isProblem(error)) throw error;
      setFailure(error.message);
      return false;
    } finally {
      setBusy(null);
    }
  };
  return {
    failure,
    isBusy: (what: Busy) => busy === what,
    retryAll: () =>
      act(`retry ${id}`, async () => {
        const { retried } = await call(endpoints.retryRequest, { params: { id } });
        return `${count(retried, 'cohort')} drafted again.`;
      }),
    retryCohort: (cohortId: string, name: string) =>
      act(`retry ${cohortId}`, async () => {
        await call(endpoints.retryCohort, { params: { id: cohortId } });
        return `${name} is drafted again.`;
      }),
    cancel: (reason: string) =>
      act(`cancel ${id}`, async () => {
        await call(endpoints.cancelRequest, { params: { id }, body: given(reason) });
        return 'Cancelled. Lines that were approved stay approved.';
      }),
    cancelCohort: (cohortId: string, name: string, reason: string) =>
      act(`cancel ${cohortId}`, async () => {
        await call(endpoints.cancelCohort, { params: { id: cohortId }, body: given(reason) });
        return `${name} is cancelled.`;
      }),
  };
}

function given(reason: string): { reason?: string } {
  return reason.trim() === '' ? {} : { reason: reason.trim() };
}
