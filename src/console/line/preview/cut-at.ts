/** Cutting a text where a screen ends, between characters as readers count them. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The part that fits, how many characters there are, and how many do not fit. A text that is cut loses its last one to the ellipsis. */
export function cutAt(
  text: string,
  characters: number,
): { readonly shown: string; readonly total: number; readonly left: number } {
  const all = [...graphemes.segment(text)];
  if (all.length <= characters) return { shown: text, total: all.length, left: 0 };
  const shown = all.slice(0, characters - 1).map(({ segment }) => segment);
  return { shown: shown.join('').trimEnd(), total: all.length, left: all.length - characters + 1 };
}
