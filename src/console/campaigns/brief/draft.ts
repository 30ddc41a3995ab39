/**
 * A brief as it is being written: JSON of any shape. What is changed is changed at its place and everything else stays,
 * so that no member is lost that a form does not know.
 */

/** Any JSON; a member that is `undefined` is not there. */
export type Json = string | number | boolean | null | readonly Json[] | Members;
type Members = { readonly [name: string]: Json | undefined };

/** A brief that may be incomplete or wrong. */
export type Draft = Members;

/** Where something stands, as names and indexes. */
export type Path = readonly (string | number)[];

/** What stands at a place; `undefined` where nothing does. */
export function valueAt(draft: Json | undefined, path: Path): Json | undefined {
  const [head, ...rest] = path;
  if (head === undefined) return draft;
  if (isList(draft)) return typeof head === 'number' ? valueAt(draft[head], rest) : undefined;
  return isMembers(draft) && Object.hasOwn(draft, head) ? valueAt(draft[head], rest) : undefined;
}

/** These are worth nothing without their members: the last one taken away takes them along. */
const nothingAlone: ReadonlySet<string | number> = new Set(['landingPage', 'incident', 'next', 'source']);

/** The draft with another value at a place; `undefined` takes away what is there. */
export function withValue(draft: Draft, path: Path, value: Json | undefined): Draft {
  const changed = put(draft, path, value);
  if (value !== undefined || path.length < 2) return changed;
  const parent = path.slice(0, -1);
  const left = valueAt(changed, parent);
  const isEmpty = isMembers(left) && Object.values(left).every((each) => each === undefined);
  return isEmpty && nothingAlone.has(parent.at(-1) ?? '') ? withValue(changed, parent, undefined) : changed;
}

/** A list of the draft; empty where there is none. */
export function listAt(draft: Draft, path: Path): readonly Json[] {
  const value = valueAt(draft, path);
  return isList(value) ? value : [];
}

/** A text of the draft; empty where there is none, other values as JSON. */
export function textAt(draft: Draft, path: Path): string {
  return asText(valueAt(draft, path));
}

/** A value in a text field. */
export function asText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether a value has members. */
export function isMembers(value: Json | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A thing of the service as a draft to be changed. */
export function draftOf(thing: object): Draft {
  const draft: Draft = JSON.parse(JSON.stringify(thing));
  return draft;
}

function put(onto: Json | undefined, [head, ...rest]: Path, value: Json | undefined): Draft;
function put(onto: Json | undefined, [head, ...rest]: Path, value: Json | undefined): Json | undefined {
  if (head === undefined) return value;
  if (typeof head === 'number') {
    const list = isList(onto) ? [...onto] : [];
    const next = put(list[head], rest, value);
    if (next === undefined) list.splice(head, 1);
    else list[head] = next;
    return list;
  }
  const members: Record<string, Json | undefined> = isMembers(onto) ? { ...onto } : {};
  const next: Json | undefined = put(members[head], rest, value);
  if (next === undefined) delete members[head];
  else members[head] = next;
  return members;
}
