/** The folded form of a text, on which terms are found. */
import entities from '../../../data/lexicons/html-entities.json' with { type: 'json' };
import { dropped, expands, expansions, foldCharacter, foldTable } from './fold-table.ts';

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
  return {
    text: foldedUnits(text, null),
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
  foldedUnits(text, (start, end, units) => {
    for (let unit = 0; unit < units; unit++) {
      from.push(start);
      to.push(end);
    }
  });
  return { from: Uint32Array.from([...from, text.length]), to: Uint32Array.from(to) };
}

type Trace = (start: number, end: number, units: number) => void;

let scratch = new Uint16Array(1024);

function foldedUnits(text: string, trace: Trace | null): string {
  // No unit of a text folds to more than 18 (U+FDFA); most to one.
  if (scratch.length < text.length * 18) scratch = new Uint16Array(text.length * 18);
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    let end = at + 1;
    const folded = foldTable[unit] ?? unit;
    let several: string | undefined;
    if (unit === 0x26) {
      const reference = referenceAt(text, at);
      if (reference) {
        end = reference.end;
        several = foldCharacter(reference.character);
      }
    } else if (unit >= 0xd800 && unit <= 0xdbff) {
      several = astralFold(text.codePointAt(at) ?? unit);
      end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    } else if (folded === expands) several = expansions.get(unit) ?? text.charAt(at);
    if (several !== undefined) {
      for (let part = 0; part < several.length; part++) scratch[length + part] = several.charCodeAt(part);
      trace?.(at, end, several.length);
      length += several.length;
    } else if (folded !== dropped) {
      scratch[length++] = folded;
      trace?.(at, end, 1);
    }
    at = end;
  }
  return textOf(length);
}

// As many arguments as a call is sure to take.
const maxArguments = 4096;

function textOf(length: number): string {
  let text = '';
  for (let at = 0; at < length; at += maxArguments)
    text += Reflect.apply(String.fromCharCode, null, scratch.subarray(at, Math.min(length, at + maxArguments)));
  return text;
}

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
