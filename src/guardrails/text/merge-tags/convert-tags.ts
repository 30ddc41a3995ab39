/**
 * A text in the merge-tag dialect of another platform, where every tag can be said there without loss.
 * In doubt it is not converted: a wrong tag prints nothing, or itself, to every reader. What was written is read again
 * in the other dialect, and must say the same tags, the same fallbacks and the same words between them.
 */
import type { Attributes } from '../../../domain/attribute.ts';
import type { Span } from '../../../domain/finding.ts';
import type { Dialect } from './dialect.ts';
import { type ParsedTags, tagReader } from './parse-tags.ts';
import type { TemplateNode } from './template.ts';
import { writeTag } from './write-tag.ts';

/** What cannot be said in the other dialect. */
export type Unconvertible = {
  /** The tag, or the words, as written. */
  readonly tag: string;
  /** Where it stands in the text as written. */
  readonly span: Span;
  /** Why it cannot, as the end of a sentence. */
  readonly why: string;
};

export type Converted = { readonly text: string } | { readonly problem: Unconvertible };

/** What a text says whatever the dialect: words, and values with what to print in their place. */
type Saying =
  | { readonly kind: 'words'; readonly words: string; readonly span: Span }
  | { readonly kind: 'value'; readonly name: string; readonly fallback: string | null; readonly span: Span };

class CannotSay extends Error {
  readonly problem: Unconvertible;

  constructor(text: string, span: Span, why: string) {
    super(why);
    this.problem = { tag: text.slice(span.start, span.end), span, why };
  }
}

/** Convert a text; `attributes` are those of the brand that wrote it, with the spellings of its own dialect. */
export function convertTags(text: string, from: Dialect, to: Dialect, attributes: Attributes): Converted {
  if (from === to) return { text };
  try {
    return { text: converted(text, from, to, attributes) };
  } catch (error) {
    if (error instanceof CannotSay) return { problem: error.problem };
    throw error;
  }
}

function converted(text: string, from: Dialect, to: Dialect, attributes: Attributes): string {
  const said = sayingsOf(text, from, tagReader(from, attributes).parse(text));
  const names = tagReader(to, unspelled(attributes)).names;
  const written = said.map((saying) => {
    if (saying.kind === 'words') return saying.words;
    // A brand's own attribute has some name on the other platform too, and nobody here knows which.
    if (to.attributes[saying.name] === undefined)
      throw new CannotSay(text, saying.span, `${to.name} has no name of its own for ${saying.name}`);
    const tag = writeTag(to, names.usualName(saying.name) ?? saying.name, saying.fallback);
    if (tag !== null) return tag;
    const lacks = to.write.withFallback === null && to.write.guarded === undefined;
    const why = lacks ? 'has no fallbacks in a subject line' : `cannot hold the fallback "${saying.fallback}"`;
    throw new CannotSay(text, saying.span, `${to.name} ${why}`);
  });
  holdAgainst(text, said, written, to, unspelled(attributes));
  return written.join('');
}

/** Spellings are of the brand's dialect and mean nothing in another. Kept, as readers are found again by identity. */
const bare = new WeakMap<Attributes, Attributes>();
function unspelled(attributes: Attributes): Attributes {
  const known = bare.get(attributes);
  if (known) return known;
  const made = Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [name, { ...attribute, spelledAs: [] }]),
  );
  bare.set(attributes, made);
  return made;
}

/** What a text says. Throws CannotSay at the first thing that no other dialect could be trusted with. */
function sayingsOf(text: string, dialect: Dialect, parsed: ParsedTags): Saying[] {
  const [fault] = parsed.faults;
  if (fault) throw new CannotSay(text, fault.span, 'it is not a tag that its own platform reads');
  return parsed.template.map((node) => sayingOf(text, dialect, parsed, node));
}

function sayingOf(text: string, dialect: Dialect, parsed: ParsedTags, node: TemplateNode): Saying {
  const span = { start: node.start, end: node.end };
  if (node.kind === 'text') return { kind: 'words', words: text.slice(node.start, node.end), span };
  if (node.kind === 'value') return valueSaid(text, dialect, parsed, node.tag);
  // A conditional that prints the value where it is there and plain words where not is a fallback in long form.
  const [present, absent] = node.branches;
  const [value] = present?.nodes ?? [];
  const [words] = absent?.nodes ?? [];
  if (
    node.branches.length !== 2 ||
    present?.condition?.ask !== 'present' ||
    absent?.condition !== null ||
    present.nodes.length !== 1 ||
    absent.nodes.length !== 1 ||
    value?.kind !== 'value' ||
    words?.kind !== 'text'
  )
    throw new CannotSay(text, span, 'conditionals and loops are not carried over');
  const printed = valueSaid(text, dialect, parsed, value.tag);
  const isGuarded = parsed.tags[value.tag]?.guarded === true;
  if (!isGuarded || printed.fallback !== null)
    throw new CannotSay(text, span, 'conditionals and loops are not carried over');
  return { ...printed, fallback: text.slice(words.start, words.end), span };
}

function valueSaid(text: string, dialect: Dialect, parsed: ParsedTags, at: number): Extract<Saying, { kind: 'value' }> {
  const tag = parsed.tags[at];
  if (!tag) throw new Error(`The template names the tag ${at}, which is not there.`);
  const [filter] = tag.filters;
  const fallback = tag.fallback?.text ?? null;
  // On some platforms a fallback is a function like any other; written as we would write it, it is nothing else.
  const isOwnForm = writeTag(dialect, tag.attribute ?? '', fallback) === text.slice(tag.span.start, tag.span.end);
  if (filter !== undefined && !isOwnForm)
    throw new CannotSay(text, tag.span, `what "${filter}" does is not the same everywhere`);
  if (tag.canonical === null) throw new CannotSay(text, tag.span, 'nobody knows which attribute it prints');
  return { kind: 'value', name: tag.canonical, fallback, span: tag.span };
}

/** Throws CannotSay where the other platform would read something else than what was meant. */
function holdAgainst(
  text: string,
  said: readonly Saying[],
  written: readonly string[],
  to: Dialect,
  attributes: Attributes,
): void {
  const whole = written.join('');
  const again = tagReader(to, attributes).parse(whole);
  const first = again.faults[0]?.span.start;
  let start = 0;
  for (const [index, saying] of said.entries()) {
    const end = start + (written[index] ?? '').length;
    const isTouched = first !== undefined && first < end;
    if (isTouched || !saysTheSame(saying, whole, { start, end }, { dialect: to, parsed: again }))
      throw new CannotSay(text, saying.span, `${to.name} would read something else there`);
    start = end;
  }
}

function saysTheSame(
  saying: Saying,
  whole: string,
  span: Span,
  { dialect, parsed }: { readonly dialect: Dialect; readonly parsed: ParsedTags },
): boolean {
  const within = parsed.tags.filter((tag) => tag.span.start < span.end && tag.span.end > span.start);
  if (saying.kind === 'words') return within.length === 0;
  const node = parsed.template.find(({ start, end }) => start === span.start && end === span.end);
  if (!node || node.kind === 'text') return false;
  try {
    const read = sayingOf(whole, dialect, parsed, node);
    return read.kind === 'value' && read.name === saying.name && read.fallback === saying.fallback;
  } catch (error) {
    if (error instanceof CannotSay) return false;
    throw error;
  }
}
