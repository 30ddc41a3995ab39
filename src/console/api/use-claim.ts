/** Holding a cohort while it is looked at, so that two people do not decide the same lines. */
import { useEffect } from 'react';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

// A claim holds for ten minutes; renewing at four leaves room for one that is lost.
const renewMs = 4 * 60_000;

/**
 * Claims a cohort while the calling page shows it, and gives it back after.
 * A claim is a courtesy: where it fails, deciding still does, and the server says who was faster.
 */
export function useClaim(cohortId: string, isWanted: boolean, onClaimed: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new callback must not take a new claim.
  useEffect(() => {
    if (!isWanted) return;
    const params = { id: cohortId };
    const claim = () => {
      if (document.visibilityState === 'visible') call(endpoints.claim, { params }).then(onClaimed, () => undefined);
    };
    const release = () => {
      call(endpoints.release, { params, keepalive: true }).catch(() => undefined);
    };
    claim();
    const timer = setInterval(claim, renewMs);
    window.addEventListener('pagehide', release);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', release);
      release();
    };
  }, [cohortId, isWanted]);
}
