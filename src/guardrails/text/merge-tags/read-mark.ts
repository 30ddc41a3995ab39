/** Read a tag's inner text by its dialect's grammar. */
import type { Bracket, Dialect } from './dialect.ts';
import { readAmpscript } from './read-ampscript.ts';
import { readFields } from './read-fields.ts';
import { readFilterControl } from './read-filter-control.ts';
import { readFilters } from './read-filters.ts';
import { readHandlebars, readHandlebarsControl } from './read-handlebars.ts';
import { readMergeFields } from './read-merge-fields.ts';
import type { Reading } from './reading.ts';

/** What the dialect makes of a piece between these brackets; `null` where it is not of the dialect. */
export function readMark(inner: string, bracket: Bracket, dialect: Dialect): Reading {
  const asControl = dialect.control.includes(bracket) ? readControl(inner, bracket, dialect) : null;
  if (asControl) return asControl;
  return dialect.value.includes(bracket) ? readValue(inner, bracket, dialect) : null;
}

function readControl(inner: string, bracket: Bracket, dialect: Dialect): Reading {
  switch (dialect.grammar) {
    case 'filters':
      return readFilterControl(inner, dialect);
    case 'handlebars':
      return readHandlebarsControl(inner, dialect);
    case 'ampscript':
      return readAmpscript(inner, bracket);
    case 'merge-fields':
      return readMergeFields(inner, dialect);
    case 'fields':
    case 'opaque':
      return null;
    default:
      return dialect.grammar satisfies never;
  }
}

function readValue(inner: string, bracket: Bracket, dialect: Dialect): Reading {
  switch (dialect.grammar) {
    case 'filters':
      return readFilters(inner, dialect);
    case 'handlebars':
      return readHandlebars(inner, dialect);
    case 'ampscript':
      return readAmpscript(inner, bracket);
    case 'merge-fields':
      return readMergeFields(inner, dialect);
    case 'fields':
      return readFields(inner, dialect);
    case 'opaque':
      // Code that nobody may evaluate: it is recognised, to be refused.
      return dialect.lead.some((lead) => inner.startsWith(lead))
        ? { kind: 'value', attribute: inner.trim(), fallback: null, filters: [] }
        : null;
    default:
      return dialect.grammar satisfies never;
  }
}
