/** JSON Merge Patch (RFC 7396): what a partial document makes of a whole one. */
import type { Json } from './hash.ts';

type Members = { readonly [key: string]: Json };

/** The target as the patch wants it: members are merged, `null` removes one, lists and plain values are replaced. */
export function mergePatch(target: Json, patch: Json): Json {
  if (!isMembers(patch)) return patch;
  const merged = new Map(Object.entries(isMembers(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

function isMembers(value: Json): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
