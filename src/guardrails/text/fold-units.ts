/** Fold a text unit by unit into a buffer that all texts share, without making strings. */
import entities from '../../../data/lexicons/html-entities.json' with { type: 'json' };
import { dropped, expands, expansions, foldCharacter, foldTable } from './fold-table.ts';

/** The units of the text folded last; they hold until the next text is folded. */
export let foldedUnits: Uint16Array = new Uint16Array(16 * 1024);

/** Fold a text into `foldedUnits`. Gives back how many units there are. */
export function foldUnits(text: string): number {
  // No unit of a text folds to more than 18 (U+FDFA); most to one.
  if (foldedUnits.length < text.length * 18) foldedUnits = new Uint16Array(text.length * 18);
  const units = foldedUnits;
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const folded = unit === 0xd83c && !isOfBadge(text.charCodeAt(at + 1)) ? unit : (foldedAtOnce[unit] ?? 0);
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

/** The second half of a letter in a circle or square, or of a flag; most emoji that begin alike go on otherwise. */
function isOfBadge(unit: number): boolean {
  return unit >= 0xdd00 && unit <= 0xdeff;
}

/** Where the unit folded last ended in its text. */
export let afterUnit = 0;

/** Fold what begins at `at` to the end of `foldedUnits`, which has `length` units; gives back how many it has then. */
export function foldUnit(text: string, at: number, length: number): number {
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

/** As `foldTable`, but 0 for every unit that takes more than one look. */
export const foldedAtOnce: Uint16Array = foldTable.map((folded, unit) =>
  folded === expands || unit === 0x26 || isHighOfFolding(unit) ? 0 : folded,
);

/** High surrogates, but for those of most emoji, which fold to themselves (U+1F400 to U+1FBFF). */
function isHighOfFolding(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff && unit !== 0xd83d && unit !== 0xd83e;
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
