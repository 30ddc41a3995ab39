/** The line that a link names, taken in hand when its cohort is opened. */
import { useEffect, useRef } from 'react';
import { useAddressState } from '../navigation/use-address-state.ts';

/** `choose` takes a line in hand; a line that is not there changes nothing. */
export function useLineInAddress(choose: (itemId: string) => void): void {
  const [line] = useAddressState('line');
  const first = useRef({ line, choose });
  useEffect(() => {
    const { line: named, choose: take } = first.current;
    if (named === null || !document.getElementById(`line-${named}`)) return;
    take(named);
    // Once it is the one in hand, it is drawn anew.
    requestAnimationFrame(() => document.getElementById(`line-${named}`)?.focus());
  }, []);
}
