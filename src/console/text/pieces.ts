/** A text cut where marks, tags and invisible characters begin and end, so that any overlap can be shown. */
import type { Finding, Span } from '../../domain/finding.ts';
import { type Invisible, invisibleIn } from './invisible.ts';
import { mergeTagsIn, type TagChip } from './merge-tags.ts';

/** A stretch of text in which nothing begins or ends. */
export type Piece = Span & {
  readonly text: string;
  /** Indexes of the findings that cover it. */
  readonly findings: readonly number[];
  /** The name of the invisible character it is, or `null`. */
  readonly invisible: string | null;
};

/** Neighbouring pieces inside one merge tag, or one piece outside of any. */
export type Run = { readonly tag: TagChip | null; readonly pieces: readonly Piece[] };

/** Cut `text` for showing. Spans outside of the text are clipped. */
export function runsOf(text: string, findings: readonly Pick<Finding, 'spans'>[]): Run[] {
  const tags = mergeTagsIn(text);
  const runs: { readonly tag: TagChip | null; readonly pieces: Piece[] }[] = [];
  for (const piece of piecesOf(text, findings, tags)) {
    const tag = tags.find(({ start, end }) => start <= piece.start && piece.end <= end) ?? null;
    const last = runs.at(-1);
    if (tag !== null && last?.tag === tag) last.pieces.push(piece);
    else runs.push({ tag, pieces: [piece] });
  }
  return runs;
}

function piecesOf(text: string, findings: readonly Pick<Finding, 'spans'>[], tags: readonly TagChip[]): Piece[] {
  const invisible = new Map(invisibleIn(text).map((each): [number, Invisible] => [each.start, each]));
  const spans = findings.flatMap((finding) => finding.spans);
  const cuts = [...spans, ...tags, ...invisible.values()].flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set([0, ...cuts, text.length])]
    .filter((edge) => edge >= 0 && edge <= text.length)
    .sort((one, other) => one - other);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    const covering = findings.flatMap((finding, position) =>
      finding.spans.some((span) => span.start <= start && end <= span.end) ? [position] : [],
    );
    return {
      start,
      end,
      text: text.slice(start, end),
      findings: covering,
      invisible: invisible.get(start)?.name ?? null,
    };
  });
}
