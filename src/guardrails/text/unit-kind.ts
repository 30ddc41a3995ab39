/** What kind of unit a folded character is, for cutting words and seeing through disguises. */

export const unitKind = { other: 0, letter: 1, digit: 2, alone: 3, apostrophe: 4, leet: 5, mask: 6, tag: 7 } as const;

/** For each UTF-16 unit its kind. */
export const kinds: Uint8Array = makeKinds();

/** The kind of a folded unit. */
export function kindOf(unit: number): number {
  return kinds[unit] ?? unitKind.other;
}

function makeKinds(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) table[unit] = kindByProperty(unit);
  for (const unit of '@$!|€¢¡+') table[unit.charCodeAt(0)] = unitKind.leet;
  for (const unit of '*_#•●×') table[unit.charCodeAt(0)] = unitKind.mask;
  table[0x27] = unitKind.apostrophe;
  table[0xfffc] = unitKind.tag;
  return table;
}

function kindByProperty(unit: number): number {
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x3040 && unit <= 0x30ff)) return unitKind.alone;
  if (unit >= 0xac00 && unit <= 0xd7a3) return unitKind.letter;
  if (unit >= 0xd800 && unit <= 0xf8ff) return unitKind.other;
  const character = String.fromCharCode(unit);
  if (/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(character)) return unitKind.alone;
  if (/[\p{L}\p{M}]/u.test(character)) return unitKind.letter;
  return /\p{Nd}/u.test(character) ? unitKind.digit : unitKind.other;
}
