/** Remembers what long documents were parsed to: a brief with 2,000 cohorts is read once, not for each of them. */
import type * as z from 'zod';

/** Long documents at hand: the briefs being drafted, and brands with their policies. */
const mostKept = 64;

/** Values made lately, by key. They are frozen, since many share them. */
export type Recent<Value> = {
  readonly get: (key: string) => Value | undefined;
  readonly keep: (key: string, value: Value) => Value;
};

/** Remembers as many values as fit; the one not asked for the longest goes first. */
export function recent<Value>(): Recent<Value> {
  const kept = new Map<string, Value>();
  const keep = (key: string, value: Value): Value => {
    kept.delete(key);
    kept.set(key, frozen(value));
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return value;
  };
  return {
    keep,
    get: (key) => {
      const value = kept.get(key);
      return value === undefined ? undefined : keep(key, value);
    },
  };
}

/** A parser that gives the same frozen value for the same text, as long as the text was read lately. */
export function parseOnce<Value>(schema: z.ZodType<Value>): (document: string) => Value {
  const parsed = recent<Value>();
  return (document) => parsed.get(document) ?? parsed.keep(document, schema.parse(JSON.parse(document)));
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
