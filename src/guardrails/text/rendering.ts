/** What one reader will see. */
import type { Span } from '../../domain/finding.ts';
import type { Tag } from './tags.ts';

/** A rendering of the line's tags for one kind of reader. */
export type Rendering = {
  /** In words, for a finding: "typical", "first_name empty", "first_name = Maximiliana-Josephine". */
  readonly name: string;
  /** `empty`: a value is missing and nothing stands in; `fallback`: something does; `hazard`: a rare value. */
  readonly kind: 'typical' | 'empty' | 'fallback' | 'longest' | 'hazard';
  readonly text: string;
  /** For each inserted value (or fallback), where it stands in `text` and which tag it came from. */
  readonly inserted: readonly { readonly start: number; readonly end: number; readonly tag: number }[];
  /**
   * The offset in the text as written for each UTF-16 offset of `text` (length + 1 entries); computed when asked.
   * Units of an inserted value point to the start of their tag.
   */
  readonly origin: () => Uint32Array;
};

/** Where a piece of a rendering stands in the text as written; an inserted value stands where its whole tag does. */
export function spanAsWritten(rendering: Rendering, tags: readonly Tag[], start: number, end: number): Span {
  const origin = rendering.origin();
  const whole = rendering.inserted.filter((value) => value.start < end && value.end > start);
  const ends = whole.map(({ tag }) => tags[tag]?.span.end ?? 0);
  const starts = whole.map(({ tag }) => tags[tag]?.span.start ?? 0);
  const last = origin[Math.max(start, end - 1)] ?? 0;
  const first = origin[start] ?? 0;
  return { start: Math.min(first, ...starts), end: Math.max(end > start ? last + 1 : first, ...ends) };
}
