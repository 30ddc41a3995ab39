/** Finds keys that reach for an object's prototype. JSON carries them, and no honest request has one. */

/** The path of every `__proto__`, `constructor` and `prototype` in a parsed JSON value of bounded depth. */
export function foulKeys(value: unknown, path: readonly PropertyKey[] = []): PropertyKey[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    return foul.has(key) && !Array.isArray(value) ? [here] : foulKeys(inner, here);
  });
}

// A schema that does not know `__proto__` would drop it in silence rather than call it a mistake.
const foul: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
