/** What one reader will see. */

/** A rendering of the line's tags for one kind of reader. */
export type Rendering = {
  /** In words, for a finding: "typical", "first_name empty", "first_name = Maximiliana-Josephine". */
  readonly name: string;
  readonly kind: 'typical' | 'empty' | 'fallback' | 'longest' | 'hazard';
  readonly text: string;
  /** For each inserted value, where it stands in `text` and which tag it came from. */
  readonly inserted: readonly { readonly start: number; readonly end: number; readonly tag: number }[];
  /** The offset in the text as written for each UTF-16 offset of `text` (length + 1 entries); computed when asked. */
  readonly origin: () => Uint32Array;
};
