/** The grammar of plain fields: a name between brackets, on some platforms with a fallback behind it. */
import type { Dialect } from './dialect.ts';
import type { Reading } from './reading.ts';

/** Read the text between the brackets: `FNAME`, `contactfield=firstname|there`, `firstname,fallback=there`. */
export function readFields(inner: string, dialect: Dialect): Reading {
  const lead = dialect.lead.find((each) => inner.startsWith(each)) ?? '';
  if (lead === '' && dialect.lead.length > 0) return null;
  const from = lead.length;
  const cut = dialect.separator === null ? -1 : inner.indexOf(dialect.separator, from);
  const attribute = inner.slice(from, cut < 0 ? undefined : cut).trim();
  if (!/^[A-Za-z_][\w .-]*$/.test(attribute)) return null;
  if (cut < 0) return { kind: 'value', attribute, fallback: null, filters: [] };
  let start = cut + (dialect.separator ?? '').length;
  let end = inner.length;
  if (dialect.quotesFallback) {
    const quoted = /^\s*"[^"]*"\s*$/.test(inner.slice(start));
    if (!quoted) return null;
    start = inner.indexOf('"', start) + 1;
    end = inner.lastIndexOf('"');
  }
  return { kind: 'value', attribute, fallback: { text: inner.slice(start, end), start, end }, filters: [] };
}
