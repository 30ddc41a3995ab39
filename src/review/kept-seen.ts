/**
 * Keeps the lists of seen lines that texts were compared with lately. Comparing begins with an index of the list, which is
 * kept by identity: while somebody types the list stays the same, and must not be indexed anew with each key.
 */
import type { SeenLine } from '../domain/finding.ts';

/** Lists kept; the one that was not asked for longest goes first. */
const mostKept = 50;

/** Gives back the list it knows for these readers where it holds the same lines, else the one it is given. */
export function keptSeen(): (readers: string, seen: readonly SeenLine[]) => readonly SeenLine[] {
  const kept = new Map<string, readonly SeenLine[]>();
  return (readers, seen) => {
    const before = kept.get(readers);
    const list = before && isSame(before, seen) ? before : seen;
    kept.delete(readers);
    const oldest = kept.keys().next();
    if (kept.size >= mostKept && !oldest.done) kept.delete(oldest.value);
    kept.set(readers, list);
    return list;
  };
}

/** A line never changes under its id. */
function isSame(before: readonly SeenLine[], now: readonly SeenLine[]): boolean {
  return before.length === now.length && before.every(({ id }, at) => id !== undefined && id === now[at]?.id);
}
