/** Two changes of one brief put together. */
import type { Draft, Json } from './draft.ts';
import { isList, isMembers } from './draft.ts';

/** The members of a brief that differ, by name. */
export function changedMembers(before: Draft, after: Draft): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => !isSame(before[name], after[name]));
}

/** Theirs with mine on top, member by member: where both changed one, mine stands. */
export function mineOnTheirs(base: Draft, mine: Draft, theirs: Draft): Draft {
  const kept: Record<string, Json | undefined> = { ...theirs };
  for (const name of changedMembers(base, mine)) {
    if (mine[name] === undefined) delete kept[name];
    else kept[name] = mine[name];
  }
  return kept;
}

/**
 * Whether two values say the same, in whatever order their members stand. What was left alone while the rest changed is
 * the same object, so that a brief of 2,000 cohorts is compared within a keystroke.
 */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((each, index) => isSame(each, other[index]));
  if (!isMembers(one) || !isMembers(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(one[name], other[name]));
}
