/** One act with a line or a cohort at a time: busy while it is under way, and its failure kept with its verdict. */
import { useState } from 'react';
import { type ApiError, isProblem } from './api-error.ts';

/** `run` gives back what the work gave, or `null` where it failed. */
export function useLineAct() {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  return {
    isBusy,
    failure,
    run: async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
      setIsBusy(true);
      setFailure(null);
      try {
        return await work();
      } catch (error) {
        if (!isProblem(error)) throw error;
        setFailure(error);
        return null;
      } finally {
        setIsBusy(false);
      }
    },
  };
}
