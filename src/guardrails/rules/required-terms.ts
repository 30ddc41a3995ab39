/** Demands wording that a line must carry: a sponsor's name, a label that the law of a market asks for. */
import * as z from 'zod';
import { Market } from '../../domain/brief.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import { compileTerms, type TermFinder } from '../text/find-terms.ts';
import { foldText } from '../text/fold.ts';
import type { ParsedLine } from '../text/parsed-line.ts';

const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  /** At least one of these must be there. */
  anyOf: z.array(Words).max(1000).default([]),
  /** Every one of these must be there. */
  allOf: z.array(Words).max(100).default([]),
  /** What the line must begin with, letter for letter, such as "<ADV>". */
  prefix: Words.nullable().default(null),
  /** Markets in which the wording is due; empty means all. */
  markets: z.array(Market).max(4).default([]),
});

type Prepared = z.infer<typeof Options> & { readonly any: TermFinder; readonly all: TermFinder };

/** What one reader gets to see. */
type Seen = { readonly text: string; readonly name: string | null };

/** See docs/rules/required-terms.md. */
export const requiredTerms = defineRule({
  id: 'required-terms',
  version: 1,
  summary: 'The line has the wording that the brand or the market demands.',
  options: Options,
  on: false,
  severity: 'block',
  examples: {
    good: [
      { line: '<ADV> Weekend deals', options: { prefix: '<ADV>' } },
      { line: 'Coats, with Tilden Row', options: { anyOf: ['Tilden Row', 'TR'] } },
      { line: 'Weekend deals', options: { prefix: '<ADV>', markets: ['UK'] }, because: 'The market is the US.' },
    ],
    bad: [
      { line: 'Weekend deals', options: { prefix: '<ADV>' } },
      { line: 'Coats for the weekend', options: { anyOf: ['Tilden Row', 'TR'] } },
      { line: 'A run for the park', options: { allOf: ['Harbor Bank'] } },
    ],
  },
  // The terms are looked for in what readers see and wake nothing, so they stay out of the policy's own lexicon.
  prepare: (options): Prepared => ({
    ...options,
    any: compileTerms(options.anyOf.map((term) => ({ term, mode: 'word' }))),
    all: compileTerms(options.allOf.map((term) => ({ term, mode: 'word' }))),
  }),
  check(line, { prepared, market }) {
    const { anyOf, allOf, prefix, markets } = prepared;
    if (anyOf.length === 0 && allOf.length === 0 && prefix === null) return nothing;
    if (markets.length > 0 && !markets.includes(market)) return nothing;
    const sightings: Sighting[] = [];
    const seen = whatReadersSee(line);
    const begun = prefix === null ? undefined : seen.find(({ text }) => !text.startsWith(prefix));
    if (prefix !== null && begun) sightings.push(unbegun(line, prefix, begun));
    const without = anyOf.length === 0 ? undefined : seen.find((each) => present(prepared.any, each).size === 0);
    if (without) sightings.push(lacking(`none of ${anyOf.map((term) => `"${term}"`).join(', ')}; name one`, without));
    allOf.forEach((term, index) => {
      const lacks = seen.find((each) => !present(prepared.all, each).has(index));
      if (lacks) sightings.push(lacking(`no "${term}"; name it`, lacks));
    });
    return sightings.length === 0 ? nothing : sightings;
  },
});

/** A rare value is no reader to write for. */
function whatReadersSee(line: ParsedLine): readonly Seen[] {
  if (line.tags.length === 0) return [{ text: line.text, name: null }];
  return line.renderings().filter(({ kind }) => kind !== 'hazard');
}

/** Which terms stand there plainly; a term in disguise does not do what it is there for. */
function present(finder: TermFinder, { text }: Seen): ReadonlySet<number> {
  const folded = foldText(text);
  const hits = finder.findIn({ literal: text, folded: () => folded });
  return new Set(hits.filter(({ isBare }) => isBare).map(({ index }) => index));
}

function unbegun(line: ParsedLine, prefix: string, { name }: Seen): Sighting {
  const opening = line.text.slice(0, prefix.length);
  const isNear = opening !== prefix && opening.toLowerCase() === prefix.toLowerCase();
  // A label put before a line may make it too long, which is no better.
  const hasRoom = line.tags.length === 0 && line.text.length + prefix.length < 50 && line.text.trim() === line.text;
  const suggestion = isNear
    ? { start: 0, end: prefix.length, text: prefix }
    : { start: 0, end: 0, text: /[\p{L}\p{N}>)\]:]$/u.test(prefix) ? `${prefix} ` : prefix };
  return {
    message: `The line does not begin with "${prefix}", letter for letter; put it first.`,
    ...(isNear && { spans: [{ start: 0, end: prefix.length }] }),
    ...(name !== null && { rendering: name }),
    ...((isNear || hasRoom) && { suggestion }),
  };
}

function lacking(what: string, { name }: Seen): Sighting {
  return {
    message: `The line has ${what}, as this brand's policy demands.`,
    ...(name !== null && { rendering: name }),
  };
}
