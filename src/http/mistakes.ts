/** Turns what a schema objects to into mistakes with a place and a sentence that says what to do. */
import * as z from 'zod';
import type { Mistake } from '../domain/problem.ts';
import { foulKeys } from './foul-keys.ts';
import { keyMistake, reword } from './reword.ts';

/** A value as its schema understood it, or every mistake in it. */
export type Reading<Value> =
  | { readonly isGood: true; readonly value: Value }
  | { readonly isGood: false; readonly mistakes: readonly Mistake[] };

/** Read a value by its schema; `point` writes the place of each mistake. */
export function readBy<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  point: (path: readonly PropertyKey[]) => string,
): Reading<z.output<Schema>> {
  const foul = foulKeys(value).map((path) => ({
    pointer: point(path),
    detail: `${JSON.stringify(path.at(-1))} cannot be a key. Leave it out.`,
  }));
  const known = new Map<string, readonly string[]>();
  const read = schema.safeParse(value, {
    error: (issue) => {
      // The finished issue does not name the schema it comes from, so the known keys are noted here.
      if (issue.code === 'unrecognized_keys' && issue.inst instanceof z.ZodObject)
        known.set(placeOf(issue.path ?? []), Object.keys(issue.inst.shape));
      return reword(issue);
    },
  });
  if (read.success && foul.length === 0) return { isGood: true, value: read.data };
  const found = read.success ? [] : read.error.issues.flatMap((issue) => mistakesOf(issue, known, point));
  const pointers = new Set(foul.map(({ pointer }) => pointer));
  return { isGood: false, mistakes: [...foul, ...found.filter(({ pointer }) => !pointers.has(pointer))] };
}

function mistakesOf(
  issue: z.core.$ZodIssue,
  known: ReadonlyMap<string, readonly string[]>,
  point: (path: readonly PropertyKey[]) => string,
): Mistake[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: point(issue.path), detail: issue.message }];
  // Each unknown key is a mistake of its own, at the key itself.
  return issue.keys.map((key) => ({
    pointer: point([...issue.path, key]),
    detail: keyMistake(key, known.get(placeOf(issue.path)) ?? []),
  }));
}

function placeOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}
