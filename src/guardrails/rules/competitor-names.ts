/** Keeps the names of competitors out of a line, and leaves the everyday words among them alone. */
import * as z from 'zod';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermFinder, TermHit } from '../text/find-terms.ts';
import { isCapitals, isTitleCase, opensSentence } from '../text/letter-case.ts';
import { isWordName } from '../text/word-names.ts';

const Name = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  names: z.array(Name).max(10_000).default([]),
  /** Other names of a competitor, by its name: `{ "Target": ["Tarzhay"] }`. */
  aliases: z.record(Name, z.array(Name).max(50)).default({}),
  /** Names that are everyday words too, besides those known; in small letters they pass. */
  words: z.array(Name).max(1000).default([]),
  /** Phrases in which a name means something else. */
  exceptions: z.array(Name).max(10_000).default([]),
});

type Named = { readonly term: string; readonly mode: 'word'; readonly name: string; readonly isWord: boolean };
type Prepared = { readonly finder: TermFinder; readonly named: readonly Named[] };

/** See docs/rules/competitor-names.md. */
export const competitorNames = defineRule({
  id: 'competitor-names',
  version: 1,
  summary: 'No competitor is named.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      { line: 'Target your style', options: { names: ['Target'] } },
      { line: 'What comes next: linen', options: { names: ['Next'] } },
      { line: 'Express Your Style In Wool', options: { names: ['Express'] }, because: 'Every word has a capital.' },
    ],
    bad: [
      { line: 'Cheaper than [|Target|]', options: { names: ['Target'] } },
      { line: 'Tired of [|Nordstrom|]?', options: { names: ['Nordstrom'] } },
      { line: 'Nicer than [|Tarzhay|]', options: { names: ['Target'], aliases: { Target: ['Tarzhay'] } } },
    ],
  },
  prepare: ({ names, aliases, words, exceptions }, ground): Prepared => {
    const asWords = new Set(words.map((word) => word.toLowerCase()));
    const all = [...names.map((name) => [name, name] as const), ...pairs(aliases)];
    const named = all.map(([name, term]): Named => {
      return { name, term, mode: 'word', isWord: asWords.has(term.toLowerCase()) || isWordName(term) };
    });
    return { named, finder: ground.terms(named, exceptions) };
  },
  check(line, { prepared: { finder, named } }) {
    const hits = finder.find(line);
    if (hits.length === 0) return nothing;
    const sightings: Sighting[] = [];
    for (const hit of hits) {
      const competitor = named[hit.index];
      if (competitor && isMeant(line.literal, hit, competitor)) sightings.push(sighting(line.text, hit, competitor));
    }
    return sightings;
  },
});

function pairs(aliases: Readonly<Record<string, readonly string[]>>): (readonly [string, string])[] {
  return Object.entries(aliases).flatMap(([name, others]) => others.map((other) => [name, other] as const));
}

const compared =
  /(?:^|[^\p{L}])(?:than|vs\.?|versus|unlike|beats?|beating|like|rivals?|outdoes|at|from|to)\s+(?:the\s+)?["“‘]?$/iu;
const strictly = /(?:^|[^\p{L}])(?:than|vs\.?|versus|unlike)\s+(?:the\s+)?["“‘]?$/iu;
const clauseEnd = /^(?:['’]s\b|["”’]?\s*(?:$|[.,;:!?…—–(|]|and\s|or\s|&\s))/u;

function isMeant(text: string, { span }: TermHit, { term, isWord }: Named): boolean {
  const written = text.slice(span.start, span.end);
  // "J, crew necks" is two things; only what a name has between its words may stand there.
  if (/[,;:!?]\s/u.test(written) && !/[,;:!?]\s/u.test(term)) return false;
  if (!isWord) return true;
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  const after = text.slice(span.end, span.end + 8);
  if (strictly.test(before) && clauseEnd.test(after)) return true;
  const isNamed = written.split(/[\s-]+/u).every((word) => /^(?:\p{Lu}|\P{L}|and$|of$)/u.test(word));
  if (!isNamed) return false;
  if (/^['’]s(?!\p{L})/u.test(after)) return true;
  // A capital tells a name only where the other words have none, and capitals throughout are raised voice.
  const tells = !isTitleCase(text) && (!isCapitals(written) || isCapitals(term));
  if (tells && !opensSentence(text, span.start)) return true;
  return compared.test(before) && clauseEnd.test(after);
}

function sighting(text: string, { span, rendering }: TermHit, { name, term }: Named): Sighting {
  const who = name === term ? 'names a competitor' : `stands for the competitor ${name}`;
  return {
    message: `"${text.slice(span.start, span.end)}" ${who}; say what is good about the thing itself and leave others out.`,
    spans: [span],
    ...(rendering !== undefined && { rendering }),
  };
}
