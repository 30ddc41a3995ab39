/** Name the platform a tag was written for, and write it in the brand's own dialect. */
import type { TagFault } from '../tags.ts';
import { type AttributeNames, attributeNames } from './attribute-names.ts';
import { Bracket, type Dialect } from './dialect.ts';
import { dialects } from './dialects.ts';
import { unknownFilters } from './known-filters.ts';
import { readMark } from './read-mark.ts';
import type { Reading, ValueReading } from './reading.ts';
import type { Mark } from './scan-marks.ts';
import { foreignFault, malformedFault } from './tag-faults.ts';
import { writeTag } from './write-tag.ts';

const noAttributes = {};
const dialectsBy: ReadonlyMap<Bracket, readonly Dialect[]> = new Map(
  Bracket.options.map((bracket) => [
    bracket,
    dialects.filter(({ value, control }) => value.includes(bracket) || control.includes(bracket)),
  ]),
);
const namesOf = new Map<Dialect, AttributeNames>();

/** What to say of a piece that is not of the brand's dialect; `null` where it is just prose, such as "[New]". */
export function guessForeign(text: string, mark: Mark, own: Dialect, names: AttributeNames): TagFault | null {
  const inner = text.slice(mark.innerStart, mark.innerEnd);
  let likely: { dialect: Dialect; reading: NonNullable<Reading> } | null = null;
  for (const dialect of dialectsBy.get(mark.bracket) ?? []) {
    if (dialect === own) continue;
    const reading = readMark(inner, mark.bracket, dialect);
    if (!reading) continue;
    const isKnown = reading.kind === 'control' || isUsual(dialect, reading);
    const hasFallback = reading.kind === 'value' && reading.fallback !== null;
    if (dialect.onlyKnownNames && !isKnown && !hasFallback) continue;
    if (isKnown) return foreignFault(text, mark, own, dialect, rewritten(dialect, reading, own, names));
    if (reading.kind === 'value' && unknownFilters(dialect, reading.filters).length > 0) continue;
    likely ??= { dialect, reading };
  }
  if (likely)
    return foreignFault(text, mark, own, likely.dialect, rewritten(likely.dialect, likely.reading, own, names));
  if (isProse(mark, inner)) return null;
  const near = names.nearest(inner.trim());
  return malformedFault(text, mark, own, near === null ? null : writeTag(own, near, null));
}

/** "{{ first name }}" would pass for a helper called "first": a guess needs both name and filters to be the platform's. */
function isUsual(dialect: Dialect, { attribute, filters }: ValueReading): boolean {
  return unknownFilters(dialect, filters).length === 0 && usualNames(dialect).canonicalOf(attribute) !== null;
}

function rewritten(from: Dialect, reading: NonNullable<Reading>, own: Dialect, names: AttributeNames): string | null {
  if (reading.kind === 'control') return null;
  const canonical = usualNames(from).canonicalOf(reading.attribute);
  const name = canonical === null ? null : names.usualName(canonical);
  return name === null ? null : writeTag(own, name, reading.fallback?.text ?? null);
}

function usualNames(dialect: Dialect): AttributeNames {
  const known = namesOf.get(dialect) ?? attributeNames(dialect, noAttributes);
  namesOf.set(dialect, known);
  return known;
}

/** Brackets that people use in prose as well. Braces and doubled brackets they do not. */
function isProse({ bracket }: Mark, inner: string): boolean {
  if (bracket === '{') return !/[\p{L}\p{N}]/u.test(inner);
  if (bracket === '[') return !/^\w+,\w+=/.test(inner);
  return bracket === '-' || bracket === '%' || bracket === '@' || bracket === '$' || bracket === '%%';
}
