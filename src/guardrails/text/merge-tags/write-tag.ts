/** Write a tag the way a dialect wants it. */
import type { Dialect } from './dialect.ts';

/** What to print where a common attribute is missing: words that read well in its place. */
const usualFallbacks: ReadonlyMap<string, string> = new Map([
  ['first_name', 'there'],
  ['full_name', 'there'],
  ['city', 'your city'],
]);

/** The fallback most brands use for an attribute, or `null` where none reads well everywhere. */
export function usualFallback(canonical: string | null): string | null {
  return canonical === null ? null : (usualFallbacks.get(canonical) ?? null);
}

/**
 * A tag of the dialect. With a fallback where one is given and the dialect has a form for it; `null` where it has none,
 * or where the fallback cannot stand in that form (a quote in a quoted text, a closing brace).
 */
export function writeTag(dialect: Dialect, name: string, fallback: string | null): string | null {
  if (fallback === null) return fill(dialect.write.value, name, '');
  const form = dialect.write.withFallback ?? dialect.write.guarded;
  if (form === undefined || /['"{}|[\]%*<>\\]/.test(fallback)) return null;
  return fill(form, name, fallback);
}

function fill(form: string, name: string, fallback: string): string {
  return form.replaceAll('$fallback', () => fallback).replaceAll('$name', () => name);
}
