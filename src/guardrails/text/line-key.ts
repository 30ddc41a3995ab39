/** What makes two lines the same line: folded words, with each tag named by what it prints. */
import { foldText } from './fold.ts';
import type { ParsedLine } from './parsed-line.ts';

/**
 * The key under which a line counts as the same: case, accents, look-alikes, unseen characters, the width of spaces
 * and the spelling or fallback of a tag make no difference; words, figures, punctuation and emoji do.
 */
export function lineKey(line: Pick<ParsedLine, 'text' | 'tags' | 'folded'>): string {
  if (line.tags.length === 0) return tidied(line.folded().text);
  let key = '';
  let from = 0;
  for (const { span, kind, canonical, attribute } of line.tags) {
    const name = kind === 'value' ? (canonical ?? attribute ?? '') : line.text.slice(span.start, span.end);
    key += `${foldText(line.text.slice(from, span.start)).text}\u0001${name}\u0001`;
    from = span.end;
  }
  return tidied(key + foldText(line.text.slice(from)).text);
}

/** The words of a line alone, for telling how alike two lines are: no tag, figure, emoji, sign or name of `names`. */
export function wordsKey(key: string, names: ReadonlySet<string>): string {
  const words = key.replace(/\u0001[^\u0001]*\u0001/gu, ' ').match(/[\p{L}\p{M}]+(?:'\p{L}+)*/gu) ?? [];
  return words.filter((word) => !names.has(word)).join(' ');
}

function tidied(key: string): string {
  return key.replace(/\s+/gu, ' ').trim();
}
