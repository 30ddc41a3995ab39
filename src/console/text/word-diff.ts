/** What changed between two lines, word by word. */
import { diffArrays } from 'diff';
import { mergeTagsIn } from './merge-tags.ts';

/** A stretch that both lines have, that only the older one had, or that only the newer one has. */
export type DiffPiece = { readonly kind: 'same' | 'deleted' | 'inserted'; readonly text: string };

/** The pieces in reading order; where words changed, the deleted ones come before the inserted. */
export function wordDiff(before: string, after: string, locale: string): DiffPiece[] {
  const changes = diffArrays(wordsOf(before, locale), wordsOf(after, locale)).map(
    ({ value, added, removed }): DiffPiece => ({
      kind: added ? 'inserted' : removed ? 'deleted' : 'same',
      text: value.join(''),
    }),
  );
  const pieces: DiffPiece[] = [];
  let deleted = '';
  let inserted = '';
  const flush = () => {
    if (deleted !== '') pieces.push({ kind: 'deleted', text: deleted });
    if (inserted !== '') pieces.push({ kind: 'inserted', text: inserted });
    deleted = '';
    inserted = '';
  };
  for (const [index, { kind, text }] of changes.entries()) {
    if (kind === 'deleted') deleted += text;
    else if (kind === 'inserted') inserted += text;
    else if (text.trim() === '' && deleted + inserted !== '' && index < changes.length - 1) {
      // A lone space between two changed words would cut one change into pieces.
      deleted += text;
      inserted += text;
    } else {
      flush();
      pieces.push({ kind, text });
    }
  }
  flush();
  return pieces;
}

/** Words and what stands between them; a merge tag is one word. Joined they are the text. */
function wordsOf(text: string, locale: string): string[] {
  const segmenter = segmenterFor(locale);
  const words: string[] = [];
  let from = 0;
  const cut = (end: number) => {
    for (const { segment } of segmenter.segment(text.slice(from, end))) words.push(segment);
  };
  for (const { start, end } of mergeTagsIn(text)) {
    cut(start);
    words.push(text.slice(start, end));
    from = end;
  }
  cut(text.length);
  return words;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Making one takes longer than a line takes. */
function segmenterFor(locale: string): Intl.Segmenter {
  const known =
    segmenters.get(locale) ?? new Intl.Segmenter(Intl.Segmenter.supportedLocalesOf([locale]), { granularity: 'word' });
  segmenters.set(locale, known);
  return known;
}
