/** A line parsed once for all rules. */

import type { FoldedText } from './fold.ts';
import type { Rendering } from './rendering.ts';
import type { Tag, TagFault } from './tags.ts';

/** What every rule looks at. Nothing in it is computed twice; what is costly is computed when first asked for. */
export type ParsedLine = {
  /** As written, never altered. */
  readonly text: string;
  /** `null` where no preheader was given. */
  readonly preheader: string | null;
  /** The merge tags of the text, in order. */
  readonly tags: readonly Tag[];
  /** What looks like a tag and is not one in this dialect. */
  readonly tagFaults: readonly TagFault[];
  /**
   * The text with every tag's machinery masked, so that rules see the brand's own words: outside tags and inside
   * their fallbacks. Same length and offsets as `text`; masked units are U+FFFC.
   */
  readonly literal: string;
  /** The literal folded for term matching, with the way back to the text. */
  readonly folded: () => FoldedText;
  /** What readers will see: one rendering per case of each tag, without doubles. The first one is the typical. */
  readonly renderings: () => readonly Rendering[];
  /** Grapheme clusters of the text as written. */
  readonly graphemes: () => number;
};
