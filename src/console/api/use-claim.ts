/** Holding a cohort while it is looked at, so that two people do not decide the same lines. */
import { useCallback, useEffect, useRef } from 'react';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

// A claim holds for ten minutes; renewing at four leaves room for one that is lost.
const renewMs = 4 * 60_000;

/**
 * Claims a cohort while the calling page shows it, and gives it back after.
 * `hasFreeLines` asks once more: somebody left, or new lines came. A claim is a courtesy: where it fails, deciding
 * still works, and the server says who was faster.
 */
export function useClaim(given: {
  readonly cohortId: string;
  readonly isWanted: boolean;
  readonly hasFreeLines: boolean;
  readonly onClaimed: () => void;
}): void {
  const { cohortId, isWanted, hasFreeLines } = given;
  const onClaimed = useRef(given.onClaimed);
  useEffect(() => {
    onClaimed.current = given.onClaimed;
  });
  const claim = useCallback(() => {
    if (document.visibilityState !== 'visible') return;
    call(endpoints.claim, { params: { id: cohortId } }).then(
      () => onClaimed.current(),
      () => undefined,
    );
  }, [cohortId]);

  useEffect(() => {
    if (isWanted && hasFreeLines) claim();
  }, [isWanted, hasFreeLines, claim]);

  useEffect(() => {
    if (!isWanted) return;
    const release = () => {
      call(endpoints.release, { params: { id: cohortId }, keepalive: true }).catch(() => undefined);
    };
    const timer = setInterval(claim, renewMs);
    window.addEventListener('pagehide', release);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', release);
      release();
    };
  }, [cohortId, isWanted, claim]);
}
