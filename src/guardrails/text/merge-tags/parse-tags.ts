/** Read the merge tags of a text in one dialect, and notice those of every other. Nothing is ever evaluated. */
import type { Attributes } from '../../../domain/attribute.ts';
import type { Span } from '../../../domain/finding.ts';
import { nearestName } from '../../../domain/nearest-name.ts';
import type { Tag, TagFault } from '../tags.ts';
import { type AttributeNames, attributeNames } from './attribute-names.ts';
import type { Dialect } from './dialect.ts';
import { guessForeign } from './guess-foreign.ts';
import { knownFilters, unknownFilters } from './known-filters.ts';
import { hasOddUnits, oddUnits, straightened } from './odd-units.ts';
import { readMark } from './read-mark.ts';
import type { Condition, ControlReading, Reading, ValueReading } from './reading.ts';
import { type Mark, scanMarks } from './scan-marks.ts';
import * as say from './tag-faults.ts';
import { type TemplateNode, type TemplatePiece, templateOf } from './template.ts';
import { writeTag } from './write-tag.ts';

/** The tags of a text, what is wrong with them, and the tree they make. */
export type ParsedTags = {
  readonly tags: readonly Tag[];
  readonly faults: readonly TagFault[];
  readonly template: readonly TemplateNode[];
};

/** The tag reader of one brand. Making it costs more than reading a line, so that it is kept (see `tagReader`). */
export type TagReader = { readonly parse: (text: string) => ParsedTags; readonly names: AttributeNames };

const readers = new WeakMap<Attributes, Map<Dialect, TagReader>>();

/** The reader for a dialect and the attributes of a brand; the same objects give the same reader. */
export function tagReader(dialect: Dialect, attributes: Attributes): TagReader {
  let byDialect = readers.get(attributes);
  if (!byDialect) {
    byDialect = new Map();
    readers.set(attributes, byDialect);
  }
  let reader = byDialect.get(dialect);
  if (!reader) {
    const names = attributeNames(dialect, attributes);
    reader = { parse: (text) => withMeaning(parseTags(text, dialect, names), dialect, names), names };
    byDialect.set(dialect, reader);
  }
  return reader;
}

/** A broken tag still tells what it was to print: what its fix prints. */
function withMeaning(parsed: ParsedTags, dialect: Dialect, names: AttributeNames): ParsedTags {
  if (parsed.faults.length === 0) return parsed;
  const faults = parsed.faults.map((fault) => {
    const means = fault.fix === undefined ? null : parseTags(fault.fix, dialect, names).tags[0]?.canonical;
    return means ? { ...fault, means } : fault;
  });
  return { ...parsed, faults };
}

function parseTags(text: string, dialect: Dialect, names: AttributeNames): ParsedTags {
  const tags: Tag[] = [];
  const faults: TagFault[] = [];
  const pieces: TemplatePiece[] = [];
  for (const mark of scanMarks(text)) {
    const reading = readOwn(text, mark, dialect, names, faults);
    if (!reading) continue;
    const span = { start: mark.start, end: mark.end };
    const attribute = reading.kind === 'value' ? reading.attribute : (reading.condition?.attribute ?? null);
    const canonical = attribute === null ? null : names.canonicalOf(attribute);
    if (attribute !== null && canonical === null && !isVariable(attribute))
      faults.push(say.attributeFault(text, mark, dialect, attribute, names.nearest(attribute)));
    pieces.push(pieceOf(reading, span, tags.length, canonical));
    tags.push(tagOf(text, mark, reading, canonical));
  }
  const { nodes, guarded, imbalances } = templateOf(text, pieces, dialect, (condition, canonical) =>
    asksFor(condition, canonical, names),
  );
  for (const imbalance of imbalances) faults.push(say.imbalanceFault(text, imbalance));
  faults.sort((one, other) => one.span.start - other.span.start);
  return {
    tags: guarded.size === 0 ? tags : tags.map((tag, at) => (guarded.has(at) ? { ...tag, guarded: true } : tag)),
    faults,
    template: nodes,
  };
}

/** Read a mark in the brand's dialect; `null` where it is none, with the reason among the faults. */
function readOwn(text: string, mark: Mark, dialect: Dialect, names: AttributeNames, faults: TagFault[]): Reading {
  const isOwn = dialect.value.includes(mark.bracket) || dialect.control.includes(mark.bracket);
  const inner = text.slice(mark.innerStart, mark.innerEnd);
  if (mark.state === 'slipped') {
    const near = names.nearest(inner.trim());
    faults.push(say.malformedFault(text, mark, dialect, near === null ? null : writeTag(dialect, near, null)));
    return null;
  }
  if (mark.state !== 'closed') {
    // "@FIRSTNAME" may be a handle, "%OFF" a word, "[new" a bracket: only an attribute of this very platform tells.
    const mayBeProse = ['@', '%', '$', '['].includes(mark.bracket) && !inner.includes('=');
    if (mayBeProse && !(isOwn && names.canonicalOf(inner) !== null)) return null;
    faults.push(say.bracketFault(text, completed(text, mark), completion(text, mark, dialect, names)));
    return null;
  }
  const asWritten = isOwn ? readMark(inner, mark.bracket, dialect) : null;
  const reading = asWritten ?? (isOwn ? readMark(straightened(inner), mark.bracket, dialect) : null);
  if (reading && dialect.onlyKnownNames && !isKnown(reading, names) && !hasFallback(reading)) return null;
  if (!reading) {
    const misspelt = isOwn ? misspeltSeparator(inner, dialect, names) : null;
    if (misspelt !== null) {
      faults.push(say.malformedFault(text, mark, dialect, misspelt));
      return null;
    }
    const foreign = guessForeign(text, mark, dialect, names);
    if (foreign) faults.push(foreign);
    return null;
  }
  if (hasOddUnits(inner)) checkUnits(text, mark, dialect, reading, faults);
  if (reading.kind === 'value') checkFilters(text, mark, dialect, reading, faults);
  return reading;
}

/** "{{ first_name }": one brace of two is there, and belongs to what is wrong. */
function completed(text: string, mark: Mark): Mark {
  if (mark.state !== 'unclosed' || mark.bracket !== '{{') return mark;
  const brace = /^\s*\}/.exec(text.slice(mark.end, mark.end + 3))?.[0] ?? '';
  return { ...mark, end: mark.end + brace.length };
}

/** The tag as it was surely meant, where its inner text makes sense in the dialect. */
function completion(text: string, mark: Mark, dialect: Dialect, names: AttributeNames): string | null {
  const whole = completed(text, mark);
  if (whole.end === mark.end) return null;
  const inner = text.slice(mark.innerStart, mark.innerEnd);
  const reading = readMark(inner, mark.bracket, dialect);
  if (reading?.kind !== 'value' || names.canonicalOf(reading.attribute) === null) return null;
  return `${text.slice(whole.start, whole.end)}}`;
}

function checkUnits(text: string, mark: Mark, _dialect: Dialect, reading: Reading, faults: TagFault[]): void {
  const inner = text.slice(mark.innerStart, mark.innerEnd);
  const fallback = reading?.kind === 'value' ? reading.fallback : null;
  const fixedInner = fallback
    ? straightened(inner.slice(0, fallback.start)) +
      inner.slice(fallback.start, fallback.end) +
      straightened(inner.slice(fallback.end))
    : straightened(inner);
  const fix = text.slice(mark.start, mark.innerStart) + fixedInner + text.slice(mark.innerEnd, mark.end);
  const said = new Set<string>();
  for (const { at, kind } of oddUnits(inner, fallback)) {
    if (said.has(kind)) continue;
    said.add(kind);
    faults.push(say.oddUnitFault(mark, kind, inner[at] ?? '', fix));
  }
}

function checkFilters(text: string, mark: Mark, dialect: Dialect, reading: ValueReading, faults: TagFault[]): void {
  for (const filter of unknownFilters(dialect, reading.filters))
    faults.push(say.filterFault(text, mark, dialect, filter, nearestName(filter, knownFilters(dialect))));
}

/** A fallback makes a tag of what might be prose without it: "[fistname,fallback=there]". */
function hasFallback(reading: NonNullable<Reading>): boolean {
  return reading.kind === 'value' && reading.fallback !== null;
}

/** "[firstname,falback=there]" as it was meant. */
function misspeltSeparator(inner: string, dialect: Dialect, names: AttributeNames): string | null {
  const found = /^(?<name>\w+)(?<separator>\W\w+=)(?<fallback>.*)$/s.exec(inner)?.groups;
  if (!found || dialect.separator === null || !dialect.separator.endsWith('=')) return null;
  const { name = '', separator = '', fallback = '' } = found;
  if (names.canonicalOf(name) === null || nearestName(separator, [dialect.separator]) === null) return null;
  return writeTag(dialect, name, fallback);
}

function isKnown(reading: NonNullable<Reading>, names: AttributeNames): boolean {
  return reading.kind === 'control' || names.canonicalOf(reading.attribute) !== null;
}

/** A variable that the mail's body sets; what it holds cannot be told from the subject. */
function isVariable(attribute: string): boolean {
  return attribute.startsWith('@');
}

function asksFor(condition: Condition, canonical: string | null, names: AttributeNames): boolean {
  return canonical !== null && condition.attribute !== null && names.canonicalOf(condition.attribute) === canonical;
}

function pieceOf(
  reading: ValueReading | ControlReading,
  span: Span,
  tag: number,
  canonical: string | null,
): TemplatePiece {
  if (reading.kind === 'value') return { kind: 'value', span, tag, canonical };
  return { kind: reading.role, span, tag, word: reading.word, condition: reading.condition };
}

function tagOf(text: string, mark: Mark, reading: ValueReading | ControlReading, canonical: string | null): Tag {
  const span = { start: mark.start, end: mark.end };
  if (reading.kind === 'control') {
    const attribute = reading.condition?.attribute ?? null;
    return {
      span,
      kind: 'control',
      role: reading.role,
      attribute,
      canonical,
      fallback: null,
      filters: [],
      guarded: false,
    };
  }
  const { attribute, filters, fallback } = reading;
  const at = fallback && { start: mark.innerStart + fallback.start, end: mark.innerStart + fallback.end };
  return {
    span,
    kind: 'value',
    role: null,
    attribute,
    canonical,
    fallback: at && { text: text.slice(at.start, at.end), span: at },
    filters,
    guarded: false,
  };
}
