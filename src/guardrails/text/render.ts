/** Fill a line's tags for every kind of reader, conditionals both ways. */
import type { Attributes } from '../../domain/attribute.ts';
import type { Dialect } from './merge-tags/dialect.ts';
import type { ParsedTags, TagReader } from './merge-tags/parse-tags.ts';
import type { Comparison, Condition } from './merge-tags/reading.ts';
import type { Branch, TemplateNode } from './merge-tags/template.ts';
import { attributeOf, knownAttribute, type ReaderCase, readerCases } from './reader-cases.ts';
import type { Rendering } from './rendering.ts';
import type { Tag } from './tags.ts';

/** More renderings than this show nothing new and cost time. */
const maxRenderings = 64;

type Choice = Extract<TemplateNode, { kind: 'choice' }>;

/** What rendering a line needs to know. */
export type Renderable = {
  readonly text: string;
  readonly parsed: ParsedTags;
  readonly names: TagReader['names'];
  readonly dialect: Dialect;
  readonly attributes: Attributes;
};

/** The renderings of a line, the typical first, no text twice. A line without tags has one: itself. */
export function render(line: Renderable): readonly Rendering[] {
  if (line.parsed.tags.length === 0) return [asItStands(line.text)];
  const renderings = new Map<string, Rendering>();
  const taken = new Map<Choice, Set<Branch | null>>();
  const choose = (choice: Choice, readerCase: ReaderCase): Branch | null => {
    const branch = branchFor(choice, readerCase, line);
    taken.set(choice, (taken.get(choice) ?? new Set()).add(branch));
    return branch;
  };
  const add = (rendering: Rendering) => {
    if (!renderings.has(rendering.text) && renderings.size < maxRenderings) renderings.set(rendering.text, rendering);
  };
  const cases = readerCases(line.parsed.tags, line.attributes, line.dialect);
  for (const each of cases) add(fill(line, each, (choice) => choose(choice, each)));
  // Questions that only the platform can answer, and branches no case above fell into.
  const [typical] = cases;
  for (const [choice, seen] of [...taken]) {
    const isOpenEnded = choice.branches.at(-1)?.condition !== null;
    for (const branch of isOpenEnded ? [...choice.branches, null] : choice.branches) {
      if (seen.has(branch) || !typical) continue;
      const opener = line.text.slice(choice.start, line.text.indexOf(' ', choice.start) + 1 || choice.end).trim();
      const which = branch === null ? 'no branch' : `branch ${choice.branches.indexOf(branch) + 1}`;
      const named = { ...typical, name: `${which} of the conditional ${opener}` };
      add(fill(line, named, (other) => (other === choice ? branch : choose(other, typical))));
    }
  }
  return [...renderings.values()];
}

/** What one kind of reader sees, conditionals taken as they hold for them. */
export function renderFor(line: Renderable, readerCase: ReaderCase): Rendering {
  return fill(line, readerCase, (choice) => branchFor(choice, readerCase, line));
}

function branchFor(choice: Choice, readerCase: ReaderCase, line: Renderable): Branch | null {
  return choice.branches.find(({ condition }) => !condition || holds(condition, readerCase, line)) ?? null;
}

/** A line without tags: every reader sees it as it stands. */
function asItStands(text: string): Rendering {
  return { name: 'typical', kind: 'typical', text, inserted: [], origin: () => identity(text.length) };
}

function identity(length: number): Uint32Array {
  return Uint32Array.from({ length: length + 1 }, (_, at) => at);
}

type Piece = { readonly text: string; readonly from: number; readonly moves: boolean };

function fill(line: Renderable, readerCase: ReaderCase, choose: (choice: Choice) => Branch | null): Rendering {
  const pieces: Piece[] = [];
  const inserted: { start: number; end: number; tag: number }[] = [];
  let length = 0;
  const put = (text: string, from: number, moves: boolean) => {
    pieces.push({ text, from, moves });
    length += text.length;
  };
  const walk = (nodes: readonly TemplateNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'text') put(line.text.slice(node.start, node.end), node.start, true);
      if (node.kind === 'choice') walk(choose(node)?.nodes ?? []);
      if (node.kind !== 'value') continue;
      const tag = line.parsed.tags[node.tag];
      if (!tag) continue;
      const printed = printedBy(tag, readerCase, line.attributes);
      inserted.push({ start: length, end: length + printed.text.length, tag: node.tag });
      put(printed.text, printed.from ?? tag.span.start, printed.from !== null);
    }
  };
  walk(line.parsed.template);
  const text = pieces.map((piece) => piece.text).join('');
  return { name: readerCase.name, kind: readerCase.kind, text, inserted, origin: () => originOf(pieces, line.text) };
}

function originOf(pieces: readonly Piece[], written: string): Uint32Array {
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  const origin = new Uint32Array(length + 1);
  let at = 0;
  for (const { text, from, moves } of pieces)
    for (let unit = 0; unit < text.length; unit++) origin[at++] = moves ? from + unit : from;
  origin[length] = written.length;
  return origin;
}

/** What a tag prints. `from` is where its text stands in the line as written, for a fallback; else `null`. */
function printedBy(tag: Tag, readerCase: ReaderCase, attributes: Attributes): { text: string; from: number | null } {
  const key = attributeOf(tag);
  const value = key === null ? null : readerCase.valueOf(key);
  if (value !== null && value !== '') return { text: transformed(value, tag.filters), from: null };
  if (tag.fallback) {
    const text = transformed(tag.fallback.text, tag.filters);
    return { text, from: text.length === tag.fallback.text.length ? tag.fallback.span.start : null };
  }
  const platformDefault = key === null ? undefined : knownAttribute(attributes, key)?.defaultSetInEsp;
  return { text: platformDefault ?? '', from: null };
}

/** The few filters that change what every reader sees. Others only touch values we do not know. */
function transformed(value: string, filters: readonly string[]): string {
  let text = value;
  for (const filter of filters) {
    const name = filter.toLowerCase();
    if (/^(?:upper|upcase|uppercase)$/.test(name)) text = text.toUpperCase();
    else if (/^(?:lower|downcase|lowercase)$/.test(name)) text = text.toLowerCase();
    else if (/^(?:title|titlecase|propercase)$/.test(name)) text = text.replace(/\p{L}+/gu, capitalised);
    else if (/^(?:capitalize|capfirst|capitalizefirst)$/.test(name)) text = capitalised(text);
  }
  return text;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function holds(condition: Condition, readerCase: ReaderCase, line: Renderable): boolean {
  if (condition.ask === 'other' || condition.attribute === null) return true;
  const value = readerCase.valueOf(line.names.canonicalOf(condition.attribute) ?? condition.attribute);
  if (condition.ask === 'present') return value !== null && value !== '';
  if (condition.ask === 'absent') return value === null || value === '';
  if (value === null) return condition.whenMissing;
  const number = Number(value);
  return Number.isNaN(number) || compares[condition.operator](number, condition.number);
}

const compares: Readonly<Record<Comparison, (one: number, other: number) => boolean>> = {
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '==': (one, other) => one === other,
  '!=': (one, other) => one !== other,
};
