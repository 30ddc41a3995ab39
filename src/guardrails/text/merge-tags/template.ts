/** The line as the platform runs it: text, values and conditionals. */
import type { Span } from '../../../domain/finding.ts';
import type { Dialect } from './dialect.ts';
import type { Condition } from './reading.ts';

/** One branch of a conditional. `null` is the plain else. */
export type Branch = { readonly condition: Condition | null; readonly nodes: readonly TemplateNode[] };

/** A piece of the line. `tag` is an index into the line's tags. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'value'; readonly tag: number; readonly start: number; readonly end: number }
  | { readonly kind: 'choice'; readonly branches: readonly Branch[]; readonly start: number; readonly end: number };

/** A tag in the order of the text, as far as the tree needs it. */
export type TemplatePiece = { readonly span: Span; readonly tag: number } & (
  | { readonly kind: 'value'; readonly canonical: string | null }
  | { readonly kind: 'open' | 'otherwise' | 'close'; readonly word: string; readonly condition: Condition | null }
);

/** Why the conditionals do not add up. */
export type Imbalance = {
  readonly span: Span;
  readonly why: 'never-closed' | 'nothing-to-close' | 'wrong-closer' | 'nothing-to-switch' | 'nested';
  readonly word: string;
};

type OpenChoice = {
  readonly word: string;
  readonly span: Span;
  readonly branches: { condition: Condition | null; nodes: TemplateNode[] }[];
};

/** The tree of a line, the tags that stand guarded in it, and what is out of balance. */
export function templateOf(
  text: string,
  pieces: readonly TemplatePiece[],
  dialect: Dialect,
  sameAttribute: (condition: Condition, canonical: string | null) => boolean,
): { nodes: TemplateNode[]; guarded: ReadonlySet<number>; imbalances: Imbalance[] } {
  const root: TemplateNode[] = [];
  const open: OpenChoice[] = [];
  const imbalances: Imbalance[] = [];
  const guarded = new Set<number>();
  const canonicals = new Map<number, string | null>();
  let nodes = root;
  let from = 0;
  for (const piece of pieces) {
    if (piece.span.start > from) nodes.push({ kind: 'text', start: from, end: piece.span.start });
    from = piece.span.end;
    if (piece.kind === 'value') {
      canonicals.set(piece.tag, piece.canonical);
      nodes.push({ kind: 'value', tag: piece.tag, ...piece.span });
      continue;
    }
    const innermost = open.at(-1);
    const say = (why: Imbalance['why']) => imbalances.push({ span: piece.span, why, word: piece.word });
    if (piece.kind === 'open') {
      if (innermost) say('nested');
      nodes = [];
      open.push({ word: piece.word, span: piece.span, branches: [{ condition: piece.condition, nodes }] });
    } else if (!innermost) {
      say(piece.kind === 'close' ? 'nothing-to-close' : 'nothing-to-switch');
    } else if (piece.kind === 'otherwise') {
      if (innermost.branches.at(-1)?.condition === null) say('nothing-to-switch');
      nodes = [];
      innermost.branches.push({ condition: piece.condition, nodes });
    } else {
      if (dialect.conditionals?.close[innermost.word] !== piece.word) say('wrong-closer');
      open.pop();
      nodes = open.at(-1)?.branches.at(-1)?.nodes ?? root;
      nodes.push({ kind: 'choice', branches: innermost.branches, start: innermost.span.start, end: piece.span.end });
      for (const tag of guardedIn(innermost, canonicals, sameAttribute)) guarded.add(tag);
    }
  }
  for (const { span, word } of open) imbalances.push({ span, why: 'never-closed', word });
  if (from < text.length) nodes.push({ kind: 'text', start: from, end: text.length });
  // What an unclosed conditional holds is shown as it stands, so that no rule misses it.
  for (const { branches } of open) for (const branch of branches) root.push(...branch.nodes);
  return { nodes: root, guarded, imbalances };
}

/** The value tags of a conditional with an else, in branches that only readers with the value get to see. */
function guardedIn(
  choice: OpenChoice,
  canonicals: ReadonlyMap<number, string | null>,
  sameAttribute: (condition: Condition, canonical: string | null) => boolean,
): number[] {
  if (choice.branches.at(-1)?.condition !== null) return [];
  const asked = choice.branches[0]?.condition;
  const safe = choice.branches.filter(({ condition }, at) => {
    if (condition?.ask === 'present' || (condition?.ask === 'compare' && !condition.whenMissing)) return true;
    return at > 0 && condition === null && asked?.ask === 'absent';
  });
  return safe.flatMap(({ condition, nodes }) => {
    const by = condition ?? asked;
    const tags = nodes.flatMap((node) => (node.kind === 'value' ? [node.tag] : []));
    return by ? tags.filter((tag) => sameAttribute(by, canonicals.get(tag) ?? null)) : [];
  });
}
