/** Find terms that only come together once the tags are filled: "ch{% if city %}{% endif %}eap", "act {{ … 'now' }}". */
import { foldText } from './fold.ts';
import type { ParsedLine } from './parsed-line.ts';
import { type Rendering, spanAsWritten } from './rendering.ts';
import type { Literal, TermHit } from './terms/hits-of.ts';

const none: readonly TermHit[] = [];

/**
 * The terms that renderings have and the text as written has not, the span covering all a term is made of as written. Inserted values are left out: only the brand's own
 * words are judged, outside of tags, in fallbacks and in the branches of conditionals.
 */
export function termsAcrossTags(findIn: (text: Literal) => readonly TermHit[], line: ParsedLine): readonly TermHit[] {
  if (line.tags.length === 0) return none;
  const hasBranches = line.tags.some(({ kind }) => kind === 'control');
  const found = new Map<string, TermHit>();
  for (const rendering of line.renderings()) {
    const { kind } = rendering;
    // With a value in place of every tag, a line without conditionals has no words but those as written.
    if (kind === 'hazard' || kind === 'longest' || (kind === 'typical' && !hasBranches)) continue;
    const literal = ownWords(rendering, line);
    const folded = foldText(literal);
    for (const hit of findIn({ literal, folded: () => folded })) {
      if (isInOnePiece(rendering, hit)) continue;
      const span = spanAsWritten(rendering, line.tags, hit.span.start, hit.span.end);
      const key = `${hit.index}:${span.start}:${span.end}`;
      if (!found.has(key)) found.set(key, { index: hit.index, span, isBare: false, rendering: rendering.name });
    }
  }
  return [...found.values()];
}

/** The rendering with U+FFFC for every unit of a value. */
function ownWords({ text, inserted, origin }: Rendering, { tags }: ParsedLine): string {
  let words = text;
  for (const { start, end, tag } of inserted) {
    const fallback = tags[tag]?.fallback;
    if (start === end || (fallback && origin()[start] === fallback.span.start)) continue;
    words = words.slice(0, start) + '\ufffc'.repeat(end - start) + words.slice(end);
  }
  return words;
}

/** True where the term stands as written without a tag in between, which is found without rendering. */
function isInOnePiece(rendering: Rendering, { span: { start, end } }: TermHit): boolean {
  const origin = rendering.origin();
  return (origin[end - 1] ?? 0) - (origin[start] ?? 0) === end - 1 - start;
}
