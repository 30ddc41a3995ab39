/** Turns what a schema objects to into mistakes with a place and a sentence that says what to do. */
import * as z from 'zod';
import type { Mistake } from '../domain/problem.ts';
import { foulKeys } from './foul-keys.ts';
import { keyMistake, reword } from './reword.ts';

/** A value as its schema understood it, or what is wrong with it: how much in all, and the first of it in words. */
export type Reading<Value> =
  | { readonly isGood: true; readonly value: Value }
  | { readonly isGood: false; readonly count: number; readonly mistakes: readonly Mistake[] };

/** A long brief can have a mistake in each of 2,000 cohorts; nobody reads more than these at once. */
const maxListed = 100;

type Path = readonly PropertyKey[];
type Found = { readonly path: Path; readonly say: () => string };

/** Read a value by its schema; `point` writes the place of each mistake. */
export function readBy<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  point: (path: Path) => string,
): Reading<z.output<Schema>> {
  const foul = foulKeys(value);
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
  const isFoul = new Set(foul.map(placeOf));
  const issues = read.success ? [] : read.error.issues.flatMap((issue) => foundBy(issue, known));
  const found = [
    ...foul.map((path) => ({ path, say: () => `${JSON.stringify(path.at(-1))} cannot be a key. Leave it out.` })),
    ...(isFoul.size === 0 ? issues : issues.filter(({ path }) => !isFoul.has(placeOf(path)))),
  ];
  // Only what is listed is put into words: guessing what 100,000 unknown keys were meant to be takes seconds.
  const mistakes = found.slice(0, maxListed).map(({ path, say }) => ({ pointer: point(path), detail: say() }));
  return { isGood: false, count: found.length, mistakes };
}

function foundBy(issue: z.core.$ZodIssue, known: ReadonlyMap<string, readonly string[]>): Found[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, say: () => issue.message }];
  const names = known.get(placeOf(issue.path)) ?? [];
  // Each unknown key is a mistake of its own, at the key itself.
  return issue.keys.map((key) => ({ path: [...issue.path, key], say: () => keyMistake(key, names) }));
}

function placeOf(path: Path): string {
  return JSON.stringify(path.map(String));
}
