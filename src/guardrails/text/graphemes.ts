/** Count what a reader would call characters, fast enough to do it for every line. */
import { countGraphemes as countClusters } from 'unicode-segmenter/grapheme';

/** The Unicode version of the grapheme data; recorded with every verdict. */
export const unicodeVersion = '17.0.0';

/**
 * Count what a reader would call characters.
 * Extended grapheme clusters: a family emoji counts 1 although its `.length` is 11. Merge tags count as written;
 * the rule `length` looks at their renderings. Source: UAX #29.
 */
export function countGraphemes(text: string): number {
  for (let at = 0; at < text.length; at++) {
    if (!standsAlone(text.charCodeAt(at))) return countClusters(text);
  }
  return text.length;
}

/**
 * True for a unit that never joins its neighbours: Latin below the combining marks, typographic punctuation and
 * currency signs. A carriage return may join a line feed, so it is left to the full count.
 */
function standsAlone(unit: number): boolean {
  if (unit < 0x300) return unit !== 0x0d;
  return (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x20a0 && unit <= 0x20bf);
}
