/** The folded form of a text, on which terms are found. */
import { afterUnit, foldedAtOnce, foldedUnits, foldUnit, foldUnits } from './fold-units.ts';
import { pieceOf } from './piece-of.ts';

/** Folded text with the way back. Offsets are UTF-16. */
export type FoldedText = {
  /** Base letters in lower case, look-alikes mapped, invisibles gone. */
  readonly text: string;
  /** For each unit of `text`, the offset in the source where what it came from begins; one more entry for the end. */
  readonly from: Uint32Array;
  /** For each unit of `text`, the offset in the source where what it came from ends. */
  readonly to: Uint32Array;
};

/**
 * Fold a text for matching: base letters without marks, lower case, look-alikes as Latin letters, every space as a
 * space, HTML references decoded, and nothing left of what no reader sees. The way back is made when first asked for.
 * A match on it says what a reader might take the text for, not what it is.
 */
export function foldText(text: string): FoldedText {
  if (isPlain(text)) {
    const { from, to } = identity(text.length);
    return { text: text.toLowerCase(), from, to };
  }
  let offsets: Pick<FoldedText, 'from' | 'to'> | undefined;
  const length = foldUnits(text);
  return {
    text: pieceOf(foldedUnits, 0, length),
    get from() {
      offsets ??= offsetsOf(text, length);
      return offsets.from;
    },
    get to() {
      offsets ??= offsetsOf(text, length);
      return offsets.to;
    },
  };
}

/** True where folding is lower case and nothing else. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // The grave accent reads as an apostrophe, the ampersand may begin a reference.
    if (unit < 0x20 || unit > 0x7e || unit === 0x26 || unit === 0x60) return false;
  }
  return true;
}

const identities: Pick<FoldedText, 'from' | 'to'>[] = [];

// Nearly all lines are shorter than this, and share their offsets.
const sharedLength = 512;

function identity(length: number): Pick<FoldedText, 'from' | 'to'> {
  const known = identities[length];
  if (known) return known;
  const from = Uint32Array.from({ length: length + 1 }, (_, at) => at);
  const made = { from, to: from.subarray(1) };
  if (length <= sharedLength) identities[length] = made;
  return made;
}

/** True where each unit folds to one: no pair of units, no reference, nothing that is dropped or expands. */
function isOfSingleFolds(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit >= 0xd800 && unit <= 0xdbff) || (foldedAtOnce[unit] ?? 0) === 0) return false;
  }
  return true;
}

function offsetsOf(text: string, folded: number): Pick<FoldedText, 'from' | 'to'> {
  if (folded === text.length && isOfSingleFolds(text)) return identity(folded);
  const from = new Uint32Array(folded + 1);
  const to = new Uint32Array(folded);
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const after = foldUnit(text, at, length);
    const end = afterUnit;
    for (; length < after; length++) {
      from[length] = at;
      to[length] = end;
    }
    at = end;
  }
  from[folded] = text.length;
  return { from, to };
}
