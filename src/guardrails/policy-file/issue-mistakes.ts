/** From what zod says of a value to mistakes at the place where they were written. */
import * as z from 'zod';
import type { FileMistake } from '../../domain/brand.ts';
import { nearestName } from '../../domain/nearest-name.ts';
import { keyPlaceOf, mistakeAt, type Placed, placeOf } from './placed.ts';

type Issue = z.core.$ZodIssue;

/**
 * One mistake for each thing wrong, with the nearest known name where something is misspelled.
 * `alsoKnown` are keys that may stand at the top of `placed` although the schema does not know them.
 */
export function issueMistakes(
  issues: readonly Issue[],
  schema: z.core.$ZodType,
  placed: Placed,
  alsoKnown: readonly string[] = [],
): FileMistake[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const known = [...keysAt(schema, issue.path), ...(issue.path.length === 0 ? alsoKnown : [])];
      return issue.keys.map((key) => mistakeAt(keyPlaceOf(placed, issue.path, key), unknownKey(key, known)));
    }
    if (issue.code === 'invalid_key') {
      const key = String(issue.path.at(-1));
      const why = issue.issues[0]?.message ?? 'it is not a name that can stand here';
      return mistakeAt(keyPlaceOf(placed, issue.path.slice(0, -1), key), `"${key}" cannot be a name here: ${why}`);
    }
    if (issue.code === 'invalid_union') return unionMistakes(issue, schema, placed);
    return mistakeAt(placeOf(placed, issue.path), said(issue, valueAt(placed, issue.path)));
  });
}

/** "There is no X here", with the nearest name. */
export function unknownKey(key: string, known: readonly string[]): string {
  const near = nearestName(key, known);
  if (near !== null) return `there is no "${key}" here; did you mean "${near}"?`;
  return known.length === 0 ? `there is no "${key}" here` : `there is no "${key}" here; known are ${known.join(', ')}`;
}

/** The branch that got furthest says best what is wrong. */
function unionMistakes(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  schema: z.core.$ZodType,
  placed: Placed,
): FileMistake[] {
  const deepest = [...issue.errors].sort((one, other) => depthOf(other) - depthOf(one))[0] ?? [];
  if (depthOf(deepest) === 0)
    return [mistakeAt(placeOf(placed, issue.path), 'this is not a value that can stand here')];
  const inner = deepest.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
  return issueMistakes(inner, schema, placed);
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(({ path, code }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)));
}

function said(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = typeof value === 'string' ? nearestName(value, values) : null;
    const hint = near === null ? '' : `; did you mean "${near}"?`;
    return `must be ${values.length === 1 ? values[0] : `one of ${values.join(', ')}`}, not ${quoted(value)}${hint}`;
  }
  if (issue.code !== 'invalid_type') return issue.message;
  if (value === undefined || value === null) return `is missing; it must be ${article(issue.expected)}`;
  const advice =
    issue.expected === 'string' && typeof value !== 'object' ? `; put it in quotes: "${String(value)}"` : '';
  return `must be ${article(issue.expected)}, not ${quoted(value)}${advice}`;
}

function article(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a map of names to values',
    record: 'a map of names to values',
  };
  return names[expected] ?? expected;
}

function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'a map';
  return typeof value === 'string' ? `"${value}"` : String(value);
}

function valueAt(placed: Placed, path: readonly PropertyKey[]): unknown {
  let here: Placed | undefined = placed;
  for (const step of path) {
    if (here?.kind === 'map') here = here.entries.get(String(step))?.value;
    else if (here?.kind === 'list') here = here.items[Number(step)];
    else here = undefined;
  }
  if (!here) return undefined;
  return here.kind === 'scalar' ? here.value : here.kind === 'list' ? [] : {};
}

/** The keys a strict object may have at a path of the schema, through defaults, options, lists and records. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodObject) {
    const [step, ...rest] = path;
    if (step === undefined) return Object.keys(bare.shape);
    const next: unknown = bare.shape[String(step)];
    return next instanceof z.ZodType ? keysAt(next, rest) : [];
  }
  if (bare instanceof z.ZodArray) return keysAt(bare.element, path.slice(1));
  if (bare instanceof z.ZodRecord) return keysAt(bare.valueType, path.slice(1));
  if (bare instanceof z.ZodUnion) return bare.options.flatMap((option) => keysAt(option, path));
  return [];
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return unwrapped(schema.def.innerType);
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodPrefault) return unwrapped(schema.def.innerType);
  return schema instanceof z.ZodPipe ? unwrapped(schema.def.in) : schema;
}
