/** Which tags of a line print an attribute that a rule names, whole ones and broken ones alike. */
import type { Span } from '../../domain/finding.ts';
import { attributeWords, listedAs } from './attribute-words.ts';
import type { ParsedLine } from './parsed-line.ts';

/** Tags that print a listed attribute, and broken or foreign ones that were meant to, with the name it is listed by. */
export function tagsPrinting(
  { tags, tagFaults }: Pick<ParsedLine, 'tags' | 'tagFaults'>,
  names: ReadonlySet<string>,
): { readonly span: Span; readonly name: string }[] {
  const found = new Map<number, { span: Span; name: string }>();
  const add = (span: Span, words: string) => {
    const name = listedAs(words, names);
    if (name !== null && !found.has(span.start)) found.set(span.start, { span, name });
  };
  for (const tag of tags) if (tag.kind === 'value') add(tag.span, attributeWords(tag));
  // A conditional that misspells what it asks for still prints nothing.
  const asking = new Set(tags.flatMap(({ kind, span }) => (kind === 'control' ? [span.start] : [])));
  for (const { span, means } of tagFaults) if (means && !asking.has(span.start)) add(span, means);
  return [...found.values()];
}
