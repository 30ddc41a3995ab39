/** Doing one thing at a time, and saying what came of it. */
import { useState } from 'react';
import { useAnnounce } from '../shell/announcer.tsx';
import { type ApiError, isProblem } from './api-error.ts';

/** `busy` names the act that runs; `failure` is what the last one came to, `null` where it went well. */
export function useAct() {
  const announce = useAnnounce();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  return {
    busy,
    failure,
    forget: () => setFailure(null),
    /** Runs `work`, which gives back the sentence that says what happened, or `null` to say nothing. True where it went well. */
    run: async (name: string, work: () => Promise<string | null>): Promise<boolean> => {
      if (busy !== null) return false;
      setBusy(name);
      setFailure(null);
      try {
        const said = await work();
        if (said !== null) announce(said);
        return true;
      } catch (error) {
        if (!isProblem(error)) throw error;
        setFailure(error);
        return false;
      } finally {
        setBusy(null);
      }
    },
  };
}

/** The mistake at a place of what was sent, such as `#/email`; the empty string where there is none. */
export function mistakeAt(failure: ApiError | null, pointer: string): string {
  const found = failure?.mistakes.find((mistake) => mistake.pointer === pointer);
  return found ? `${found.detail.charAt(0).toUpperCase()}${found.detail.slice(1)}.` : '';
}
