/** Finds keys that reach for an object's prototype. JSON carries them, and no honest request has one. */

/** The path of every `__proto__`, `constructor` and `prototype` in a parsed JSON value of bounded depth. */
export function foulKeys(value: unknown): PropertyKey[][] {
  const found: PropertyKey[][] = [];
  const path: PropertyKey[] = [];
  visit(value);
  return found;

  function visit(nest: unknown): void {
    if (Array.isArray(nest)) for (const [at, inner] of nest.entries()) enter(at, inner);
    else if (typeof nest === 'object' && nest !== null)
      for (const [key, inner] of Object.entries(nest)) {
        if (foul.has(key)) found.push([...path, key]);
        else enter(key, inner);
      }
  }

  // One path that grows and shrinks: a list of a million numbers would else make a million of them.
  function enter(key: PropertyKey, inner: unknown): void {
    path.push(key);
    visit(inner);
    path.pop();
  }
}

// A schema that does not know `__proto__` would drop it in silence rather than call it a mistake.
const foul: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
