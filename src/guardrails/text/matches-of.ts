/** All matches of an expression, for texts that mostly have none. */

const none: readonly RegExpExecArray[] = [];

/**
 * What `matchAll` gives, without the copy that it makes of the expression, which takes longer than most looks.
 * The expression must be global, and match no empty piece.
 */
export function matchesOf(shape: RegExp, text: string): readonly RegExpExecArray[] {
  shape.lastIndex = 0;
  let match = shape.exec(text);
  if (!match) return none;
  const found: RegExpExecArray[] = [];
  for (; match; match = shape.exec(text)) found.push(match);
  return found;
}
