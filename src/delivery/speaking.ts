/** Gives lines in the merge-tag dialect a campaign tool asks for, never with a tag that would mean something else there. */
import type { Attributes } from '../domain/attribute.ts';
import type { BriefRevision } from '../domain/brief.ts';
import { Problem } from '../domain/problem.ts';
import { convertTags, type Unconvertible } from '../guardrails/text/merge-tags/convert-tags.ts';
import type { Dialect } from '../guardrails/text/merge-tags/dialect.ts';
import { dialectNamed } from '../guardrails/text/merge-tags/dialects.ts';
import type { BrandStore } from '../ports/brand-store.ts';

/** A text with the brief it goes out for, whose attributes its tags name. */
type Speech = {
  readonly brief: BriefRevision;
  readonly line: {
    readonly brandId: string;
    readonly text: string;
    readonly preheader: string | null;
    readonly dialect: string;
  };
};
/** A line in the asked dialect, or the tag that cannot be said in it. */
type Spoken<Line> = { readonly line: Line } | { readonly problem: Unconvertible; readonly reason: string };
export type Speaker = <Line extends Speech>(line: Line) => Spoken<Line>;

/** Speakers of dialects; without one, lines stay as they were approved. Throws `bad-request` for an unknown dialect. */
export function speaking(brands: Pick<BrandStore, 'brands'>) {
  return async (dialect: string | undefined, brandIds: readonly string[]): Promise<Speaker> => {
    if (dialect === undefined) return (line) => ({ line });
    const to = knownDialect(dialect);
    const inForce = await brands.brands(brandIds);
    const attributesOf = new Map(inForce.map(({ brand, release }) => [brand.id, release.policy.attributes]));
    // One object for all lines of a brief: what the tag reader learns of attributes is kept by identity.
    const byBrief = new Map<string, Attributes>();
    return (line) => {
      const { brief } = line.brief;
      const known = byBrief.get(line.brief.id) ?? { ...attributesOf.get(line.line.brandId), ...brief.attributes };
      byBrief.set(line.brief.id, known);
      return spoken(line, to, known);
    };
  };
}

function spoken<Line extends Speech>(lineCase: Line, to: Dialect, attributes: Attributes): Spoken<Line> {
  const { line } = lineCase;
  const from = dialectNamed(line.dialect);
  const text = convertTags(line.text, from, to, attributes);
  if ('problem' in text) return { problem: text.problem, reason: inWords(text.problem) };
  const preheader = line.preheader === null ? null : convertTags(line.preheader, from, to, attributes);
  if (preheader && 'problem' in preheader)
    return { problem: preheader.problem, reason: `in the preheader, ${inWords(preheader.problem)}` };
  return {
    line: { ...lineCase, line: { ...line, text: text.text, preheader: preheader?.text ?? null, dialect: to.id } },
  };
}

function inWords({ tag, span, why }: Unconvertible): string {
  return `"${tag}" at ${span.start} cannot be converted: ${why}`;
}

function knownDialect(id: string): Dialect {
  try {
    return dialectNamed(id);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem('bad-request', error.message, { mistakes: [{ pointer: '?dialect', detail: error.message }] });
  }
}
