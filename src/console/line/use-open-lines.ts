/** The lines that wait, and which of them is in hand. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { useDeciding } from '../deciding/use-deciding.ts';
import { waitsForYou } from './waits-for-you.ts';

/** Where focus goes once no line waits any more. */
export const cohortEndId = 'cohort-end';

/**
 * `isBusy` says that something is under way with the chosen line: then it stays in view even when somebody else
 * decided it meanwhile, because typed text must not vanish.
 */
export function useOpenLines(entries: readonly QueueEntryView[], isBusy: boolean) {
  const [chosen, setChosen] = useState<string | null>(null);
  const focusSoon = useFocusSoon();
  const open = entries.filter((entry) => waitsForYou(entry) || (isBusy && entry.item.id === chosen));
  const active = open.find(({ item }) => item.id === chosen) ?? open[0] ?? null;

  // Whoever opened the cohort goes on at its first line; focus must not fall back to the top of the page.
  const first = useRef(active?.item.id);
  useEffect(() => {
    document.getElementById(placeOf(first.current ?? null))?.focus({ preventScroll: true });
  }, []);

  // A line that came back while something else was looked at.
  const { wanted, want } = useDeciding();
  const isWantedHere = wanted !== null && open.some(({ item }) => item.id === wanted.itemId);
  useEffect(() => {
    if (!isWantedHere) return;
    setChosen(wanted.itemId);
    focusSoon(placeOf(wanted.itemId));
    want(null);
  }, [isWantedHere, wanted, want, focusSoon]);

  return {
    open,
    active,
    choose: setChosen,
    /** Choose a line and move focus to it; without one, to the end of the cohort. */
    goTo(itemId: string | null): void {
      setChosen(itemId);
      focusSoon(placeOf(itemId));
    },
    /** The line some steps on, or the last one that way. */
    neighbour(steps: number): string | null {
      const index = open.findIndex(({ item }) => item.id === active?.item.id);
      return open[Math.min(Math.max(index + steps, 0), open.length - 1)]?.item.id ?? null;
    },
    /** The next line that still waits; after the last comes the first. */
    following(itemId: string): string | null {
      const index = open.findIndex(({ item }) => item.id === itemId);
      const rest = [...open.slice(index + 1), ...open.slice(0, index)];
      return rest.find(waitsForYou)?.item.id ?? null;
    },
    /** How many wait besides this one. */
    othersThan: (itemId: string): number =>
      open.filter((entry) => waitsForYou(entry) && entry.item.id !== itemId).length,
  };
}

function placeOf(itemId: string | null): string {
  return itemId === null ? cohortEndId : `line-${itemId}`;
}

/** Moves focus to an element as soon as it is drawn. */
function useFocusSoon(): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const element = wanted.current === null ? null : document.getElementById(wanted.current);
    if (!element) return;
    wanted.current = null;
    element.focus();
  });
  return useCallback((id) => {
    wanted.current = id;
  }, []);
}
