/** A line parsed once for all rules. */
import type { Attributes } from '../../domain/attribute.ts';
import { type FoldedText, foldText } from './fold.ts';
import { countGraphemes } from './graphemes.ts';
import type { Dialect } from './merge-tags/dialect.ts';
import { type ParsedTags, tagReader } from './merge-tags/parse-tags.ts';
import { firstTelling } from './merge-tags/scan-marks.ts';
import { render } from './render.ts';
import type { Rendering } from './rendering.ts';
import { signBits } from './signs.ts';
import type { Tag, TagFault } from './tags.ts';
import { foldedWords, type Words } from './words.ts';

/** What every rule looks at. Nothing in it is computed twice; what is costly is computed when first asked for. */
export type ParsedLine = {
  /** As written, never altered. */
  readonly text: string;
  /** What kinds of characters it holds, in bits of `signBits`. */
  readonly signs: number;
  /** `null` where no preheader was given. */
  readonly preheader: string | null;
  /** The merge tags of the text, in order. */
  readonly tags: readonly Tag[];
  /** What looks like a tag and is not one in this dialect. */
  readonly tagFaults: readonly TagFault[];
  /**
   * The text with every tag's machinery masked, so that rules see the brand's own words: outside tags and inside
   * their fallbacks. Same length and offsets as `text`; masked units are U+FFFC. What is no tag in this dialect is
   * not masked, because readers would get to see it.
   */
  readonly literal: string;
  /** The words of the literal, folded, as long as no other text is cut; `null` where there are tags. */
  readonly words: Words | null;
  /** The literal folded for term matching, with the way back to the text. */
  readonly folded: () => FoldedText;
  /** What readers will see: one rendering per case of each tag, without doubles. The first one is the typical. */
  readonly renderings: () => readonly Rendering[];
  /** Grapheme clusters of the text as written. */
  readonly graphemes: () => number;
};

/** The unit that stands for masked tag machinery in `literal`: OBJECT REPLACEMENT CHARACTER. */
const masked = '\ufffc';

const noTags: ParsedTags = { tags: [], faults: [], template: [] };

/**
 * Parse a line in a dialect for a brand's attributes.
 * Pass the same `attributes` object for lines of the same brand: what is learned from it is kept by identity.
 */
export function parseLine(
  input: { readonly text: string; readonly preheader?: string | null | undefined },
  dialect: Dialect,
  attributes: Attributes,
): ParsedLine {
  const { text } = input;
  const words = foldedWords(text);
  const { signs } = words;
  const reader = mayHaveTags(text, signs) ? tagReader(dialect, attributes) : null;
  const parsed = reader ? reader.parse(text) : noTags;
  const literal = parsed.tags.length === 0 ? text : mask(text, parsed.tags);
  let folded: FoldedText | undefined;
  let renderings: readonly Rendering[] | undefined;
  let graphemes: number | undefined;
  return {
    text,
    signs,
    preheader: input.preheader ?? null,
    tags: parsed.tags,
    tagFaults: parsed.faults,
    literal,
    words: parsed.tags.length === 0 ? words : null,
    folded: () => (folded ??= foldText(literal)),
    renderings: () =>
      (renderings ??= render({
        text,
        parsed,
        names: (reader ?? tagReader(dialect, attributes)).names,
        dialect,
        attributes,
      })),
    graphemes: () => (graphemes ??= isOfSingleUnits(signs) ? text.length : countGraphemes(text)),
  };
}

/** The hyphen can open a tag too, and is no sign: too many lines have one. */
function mayHaveTags(text: string, signs: number): boolean {
  return (signs & (signBits.markup | signBits.money)) === 0 ? text.includes('-') : firstTelling(text) >= 0;
}

/** True where no unit joins its neighbours: no emoji, no mark, no script but Latin, nothing unseen, no line break. */
function isOfSingleUnits(signs: number): boolean {
  return (signs & (signBits.emoji | signBits.alien | signBits.unseen | signBits.control)) === 0;
}

function mask(text: string, tags: readonly Tag[]): string {
  let literal = '';
  let from = 0;
  for (const { span, fallback } of tags) {
    const shown = fallback?.span ?? { start: span.end, end: span.end };
    literal += text.slice(from, span.start) + masked.repeat(shown.start - span.start);
    literal += text.slice(shown.start, shown.end) + masked.repeat(span.end - shown.end);
    from = span.end;
  }
  return literal + text.slice(from);
}
