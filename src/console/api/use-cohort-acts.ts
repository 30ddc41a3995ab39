/** What can be done with a cohort as a whole. */
import { useState } from 'react';
import { count } from '../words/counts.ts';
import { isProblem } from './api-error.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** Putting the rest away and drafting again; `onDone` gets what happened in one sentence. */
export function useCohortActs(id: string, onDone: (what: string) => Promise<void>) {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const act = async (work: () => Promise<string>): Promise<void> => {
    setIsBusy(true);
    setFailure(null);
    try {
      await onDone(await work());
    } catch (error) {
      if (!isProblem(error)) throw error;
      setFailure(error.message);
    } finally {
      setIsBusy(false);
    }
  };
  return {
    isBusy,
    failure,
    close: () =>
      act(async () => {
        const { closed } = await call(endpoints.closeCohort, { params: { id } });
        return `${count(closed, 'line')} put away as not needed.`;
      }),
    draftAgain: () =>
      act(async () => {
        await call(endpoints.retryCohort, { params: { id } });
        return 'More lines are being drafted.';
      }),
  };
}
