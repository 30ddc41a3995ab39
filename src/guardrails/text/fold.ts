/** The folded form of a text, on which terms are found. */
import entities from '../../../data/lexicons/html-entities.json' with { type: 'json' };
import { dropped, expands, expansions, foldCharacter, foldTable } from './fold-table.ts';
import { pieceOf } from './words.ts';

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
      offsets ??= offsetsOf(text);
      return offsets.from;
    },
    get to() {
      offsets ??= offsetsOf(text);
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

function offsetsOf(text: string): Pick<FoldedText, 'from' | 'to'> {
  const from: number[] = [];
  const to: number[] = [];
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const folded = foldUnit(text, at, length);
    const end = afterUnit;
    for (; length < folded; length++) {
      from.push(at);
      to.push(end);
    }
    at = end;
  }
  return { from: Uint32Array.from([...from, text.length]), to: Uint32Array.from(to) };
}

/** The units of the text folded last; they hold until the next text is folded. */
export let foldedUnits: Uint16Array = new Uint16Array(16 * 1024);

/** Fold a text into `foldedUnits` without making a string of it. Gives back how many units there are. */
export function foldUnits(text: string): number {
  // No unit of a text folds to more than 18 (U+FDFA); most to one.
  if (foldedUnits.length < text.length * 18) foldedUnits = new Uint16Array(text.length * 18);
  const units = foldedUnits;
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const folded = foldedAtOnce[text.charCodeAt(at)] ?? 0;
    if (folded !== 0) {
      units[length++] = folded;
      at++;
    } else {
      length = foldUnit(text, at, length);
      at = afterUnit;
    }
  }
  return length;
}

/** Where the unit folded last ended in its text. */
let afterUnit = 0;

/** Fold what begins at `at` to the end of `foldedUnits`, which has `length` units; gives back how many it has then. */
function foldUnit(text: string, at: number, length: number): number {
  const unit = text.charCodeAt(at);
  const folded = foldTable[unit] ?? unit;
  let several: string | undefined;
  afterUnit = at + 1;
  if (unit === 0x26) {
    const reference = referenceAt(text, at);
    if (reference) {
      afterUnit = reference.end;
      several = foldCharacter(reference.character);
    }
  } else if (unit >= 0xd800 && unit <= 0xdbff) {
    const point = text.codePointAt(at) ?? unit;
    several = astralFold(point);
    if (point > 0xffff) afterUnit = at + 2;
  } else if (folded === expands) several = expansions.get(unit) ?? text.charAt(at);
  if (several === undefined) {
    if (folded === dropped) return length;
    foldedUnits[length] = folded;
    return length + 1;
  }
  for (let part = 0; part < several.length; part++) foldedUnits[length + part] = several.charCodeAt(part);
  return length + several.length;
}

// As `foldTable`, but 0 for every unit that takes more than one look.
const foldedAtOnce = foldTable.map((folded, unit) =>
  folded === expands || unit === 0x26 || (unit >= 0xd800 && unit <= 0xdbff) ? 0 : folded,
);

const astralFolds = new Map<number, string>();

function astralFold(point: number): string {
  const known = astralFolds.get(point);
  if (known !== undefined) return known;
  const folded = foldCharacter(String.fromCodePoint(point));
  astralFolds.set(point, folded);
  return folded;
}

const named: ReadonlyMap<string, number> = new Map(Object.entries(entities.entities));
const referenceShape = /&(?:#(?<decimal>\d{1,7})|#[xX](?<hex>[0-9a-fA-F]{1,6})|(?<name>[A-Za-z]{2,16}));?/y;

/** The HTML character reference that begins here. A name needs its semicolon, or "R&D" and "Salt&lt" would be cut up. */
function referenceAt(text: string, at: number): { character: string; end: number } | null {
  referenceShape.lastIndex = at;
  const match = referenceShape.exec(text);
  if (!match) return null;
  const { decimal, hex, name } = match.groups ?? {};
  if (name !== undefined && !match[0].endsWith(';')) return null;
  const point = name === undefined ? Number.parseInt(decimal ?? hex ?? '', decimal ? 10 : 16) : named.get(name);
  if (point === undefined || point > 0x10ffff) return null;
  return { character: String.fromCodePoint(point), end: at + match[0].length };
}
