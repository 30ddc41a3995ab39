/** Which rows are chosen, which one is in hand, and which have been on screen. */
import { useEffect, useRef, useState } from 'react';

/** Rows by id, in their order; a row that is gone is not chosen any more. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [inHand, setInHand] = useState<string | null>(null);
  const from = useRef<string | null>(null);
  const active = inHand !== null && ids.includes(inHand) ? inHand : (ids[0] ?? null);
  const selected = ids.filter((id) => chosen.has(id));

  function toggle(id: string): void {
    from.current = id;
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  return {
    active,
    selected,
    isSelected: (id: string) => chosen.has(id),
    take: setInHand,
    toggle,
    /** Choose all rows from the one that was chosen last to this one. */
    reach(id: string): void {
      const start = ids.indexOf(from.current ?? id);
      const end = ids.indexOf(id);
      const between = ids.slice(Math.min(start, end), Math.max(start, end) + 1);
      setChosen(new Set([...selected, ...(start < 0 ? [id] : between)]));
    },
    all: () => setChosen(new Set(ids)),
    clear: () => setChosen(new Set()),
    /** Take the row some steps on, or the last one that way, and move focus to it. */
    step(steps: number): void {
      const index = ids.indexOf(active ?? '');
      const next = ids[Math.min(Math.max(index + steps, 0), ids.length - 1)];
      if (next === undefined) return;
      setInHand(next);
      document.getElementById(rowId(next))?.focus();
    },
  };
}

/** The element of a row. */
export function rowId(id: string): string {
  return `row-${id}`;
}

/** The rows that were on screen since the page was opened: nobody approves what they could not have read. */
export function useSeenRows(ids: readonly string[]): (id: string) => boolean {
  const seen = useRef(new Set<string>());
  const key = ids.join(' ');
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) seen.current.add(target.id);
      },
      { threshold: 0.6 },
    );
    for (const id of key === '' ? [] : key.split(' ')) {
      const row = document.getElementById(rowId(id));
      if (row) observer.observe(row);
    }
    return () => observer.disconnect();
  }, [key]);
  return (id) => seen.current.has(rowId(id));
}
