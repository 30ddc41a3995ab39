/** What stands in the inboxes of different readers: subject and preheader of the same reader side by side. */
import type { Facts } from '../domain/facts.ts';
import type { Finding, Severity } from '../domain/finding.ts';
import type { InboxRendering, RenderedText } from '../domain/inbox.ts';
import type { LineText } from './check-line.ts';
import type { CompiledPolicy } from './compile-policy.ts';
import { tagReader } from './text/merge-tags/parse-tags.ts';
import { type ReaderCase, readerCases } from './text/reader-cases.ts';
import { type Renderable, render, renderFor } from './text/render.ts';
import type { Rendering } from './text/rendering.ts';

/** More kinds of readers than this show nothing new. */
const maxRenderings = 64;

const severities: Readonly<Record<Severity, number>> = { block: 0, warn: 1, info: 2 };
const luck: Readonly<Record<Rendering['kind'], number>> = { empty: 0, longest: 1, hazard: 2, fallback: 3, typical: 4 };

/**
 * A line as each kind of reader gets it, the unluckiest first: those that a finding was seen with, then those for whom a
 * value is missing or very long. No two are the same. `findings` are those of this line under this policy.
 */
export function inboxRenderings(
  line: LineText,
  policy: CompiledPolicy,
  facts: Facts | undefined,
  findings: readonly Finding[],
): InboxRendering[] {
  const attributes = policy.attributesWith(facts);
  const reader = tagReader(policy.dialect, attributes);
  const renderable = (text: string): Renderable => ({
    text,
    parsed: reader.parse(text),
    names: reader.names,
    dialect: policy.dialect,
    attributes,
  });
  const subject = renderable(line.text);
  const preheader = line.preheader ? renderable(line.preheader) : null;
  const cases = readerCases([...subject.parsed.tags, ...(preheader?.parsed.tags ?? [])], attributes, policy.dialect);
  const [typical] = cases;
  const seen = new Map<string, InboxRendering>();
  const add = ({ name, kind }: Pick<Rendering, 'name' | 'kind'>, one: Rendering, other: Rendering | null) => {
    const key = JSON.stringify([one.text, other?.text]);
    if (seen.has(key) || seen.size >= maxRenderings) return;
    seen.set(key, { name, kind, subject: rendered(one), preheader: other && rendered(other) });
  };
  const forReader = (text: Renderable | null, readerCase: ReaderCase) => text && renderFor(text, readerCase);
  for (const each of cases) add(each, renderFor(subject, each), forReader(preheader, each));
  // Branches that only the platform can choose: the reader is the typical one then.
  if (typical) {
    const known = new Set(cases.map(({ name }) => name));
    const branches = (text: Renderable) => render(text).filter(({ name }) => !known.has(name));
    for (const branch of branches(subject)) add(branch, branch, forReader(preheader, typical));
    if (preheader) for (const branch of branches(preheader)) add(branch, renderFor(subject, typical), branch);
  }
  return [...seen.values()].sort(
    (one, other) => weightOf(one, findings) - weightOf(other, findings) || luck[one.kind] - luck[other.kind],
  );
}

function rendered({ text, inserted }: Rendering): RenderedText {
  return { text, inserted: inserted.map(({ start, end }) => ({ start, end })) };
}

function weightOf({ name }: InboxRendering, findings: readonly Finding[]): number {
  const found = findings.filter(({ rendering }) => rendering === name).map(({ severity }) => severities[severity]);
  return Math.min(3, ...found);
}
