/** All figures a line claims, with spans in the text as written, read once for all rules that ask. */
import type { Span } from '../../../domain/finding.ts';
import { type FoldedText, foldText } from '../fold.ts';
import type { ParsedLine } from '../parsed-line.ts';
import { type Rendering, spanAsWritten } from '../rendering.ts';
import { amountsIn, numbersOffIn } from './amounts.ts';
import { dealsIn } from './deals.ts';
import type { Figure, InsertedFigure } from './figure.ts';
import { percentsIn } from './percents.ts';

const none: readonly Figure[] = [];
let last: { readonly line: ParsedLine; readonly figures: readonly Figure[] } | undefined;

/**
 * The figures of a line, by place. Disguises such as full-width digits are read through. After those in the text as
 * written come those that only come together once the tags are filled. The last line is remembered.
 */
export function figuresOf(line: ParsedLine): readonly Figure[] {
  if (last?.line === line) return last.figures;
  const written = figuresIn(line.folded());
  const figures = line.tags.length === 0 ? written : [...written, ...acrossTags(line, written)];
  last = { line, figures };
  return figures;
}

/** The figures in a text of the brief, such as a product's name or what the landing page promises. */
export function figuresStatedIn(text: string): readonly Figure[] {
  return figuresIn(foldText(text));
}

function figuresIn(folded: FoldedText): readonly Figure[] {
  const { text } = folded;
  const found: Figure[] = [...percentsIn(text), ...amountsIn(text), ...numbersOffIn(text), ...dealsIn(text)];
  if (found.length === 0) return none;
  const back = ({ start, end }: Span): Span => ({ start: folded.from[start] ?? 0, end: folded.to[end - 1] ?? 0 });
  return found
    .map((figure): Figure => ({ ...figure, span: back(figure.span), number: back(figure.number) }))
    .sort((one, other) => one.span.start - other.span.start || one.number.start - other.number.start);
}

const besideTag = /\ufffc {0,2}(?:%|percent|[€£]|(?:dollars?|bucks) )|[$€£] ?\ufffc|\d\ufffc|\ufffc\d/u;
const insertedNumber = /[$€£] ?(?<before>\ufffc)|(?<after>\ufffc) ?(?:%|percent(?!\p{L})|[€£])/gu;

/** Figures in the renderings that the text as written does not have, and numbers that merge values put in. */
function acrossTags(line: ParsedLine, written: readonly Figure[]): Figure[] {
  const hasBranches = line.tags.some(({ kind }) => kind === 'control');
  if (!hasBranches && !besideTag.test(line.literal)) return [];
  const found = new Map<string, Figure>();
  const known = new Set(written.map(keyOf));
  for (const rendering of line.renderings()) {
    if (rendering.kind === 'hazard' || rendering.kind === 'longest') continue;
    for (const figure of figuresIn(foldText(rendering.text))) {
      if (isInserted(figure.number, rendering, line)) continue;
      const span = spanAsWritten(rendering, line.tags, figure.span.start, figure.span.end);
      const number = spanAsWritten(rendering, line.tags, figure.number.start, figure.number.end);
      const seen: Figure = { ...figure, span, number, rendering: rendering.name };
      const key = keyOf(seen);
      if (!known.has(key) && !found.has(key)) found.set(key, seen);
    }
  }
  return [...found.values(), ...insertedIn(line)];
}

function keyOf(figure: Figure): string {
  const value = figure.kind === 'deal' ? figure.buy : figure.kind === 'inserted' ? 0 : figure.hundredths;
  return `${figure.kind}:${figure.number.start}:${value}`;
}

function insertedIn({ literal, tags }: ParsedLine): InsertedFigure[] {
  const found: InsertedFigure[] = [];
  for (const match of literal.matchAll(insertedNumber)) {
    const end = match.index + match[0].length;
    const at = match.groups?.['before'] === undefined ? match.index : end - 1;
    const tag = tags.find(({ span, kind }) => kind === 'value' && span.start <= at && at < span.end);
    if (!tag) continue;
    const span = { start: Math.min(match.index, tag.span.start), end: Math.max(end, tag.span.end) };
    found.push({ kind: 'inserted', span, number: span });
  }
  return found;
}

/** True where a value of the list, and no fallback of the brand, is part of it. */
function isInserted({ start, end }: Span, { inserted, origin }: Rendering, { tags }: ParsedLine): boolean {
  return inserted.some((value) => {
    const fallback = tags[value.tag]?.fallback;
    const isFallback = fallback && origin()[value.start] === fallback.span.start;
    return value.start < end && value.end > start && value.start < value.end && !isFallback;
  });
}
