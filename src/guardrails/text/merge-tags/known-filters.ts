/** Which filters, helpers and functions a dialect has. */
import type { Dialect } from './dialect.ts';

/** The names a dialect would not know. AMPscript finds its functions whatever their case. */
export function unknownFilters(dialect: Dialect, filters: readonly string[]): string[] {
  if (filters.length === 0) return [];
  const known = knownFilters(dialect);
  if (dialect.grammar !== 'ampscript') return filters.filter((filter) => !known.includes(filter));
  const lower = known.map((name) => name.toLowerCase());
  return filters.filter((filter) => !lower.includes(filter.toLowerCase()));
}

/** Everything that may stand where a filter, helper or function does. */
export function knownFilters(dialect: Dialect): string[] {
  const helpers = dialect.fallbackHelpers.map(({ name }) => name);
  return [...dialect.filters, ...dialect.fallbackFilters, ...dialect.lookupFilters, ...helpers];
}
