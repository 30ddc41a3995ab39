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

/** Whether two values say the same, in whatever order their members stand. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: Json | undefined): Json | undefined {
  if (isList(value)) return value.map((each) => inOrder(each) ?? null);
  if (!isMembers(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, inOrder(value[name])]));
}
