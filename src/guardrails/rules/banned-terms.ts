/** Holds back words the brand never uses, however they are written. */
import * as z from 'zod';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermHit } from '../text/find-terms.ts';
import { inCaseOf } from '../text/letter-case.ts';
import { withCutWords } from '../text/terms/cut-words.ts';

const Mode = z.enum(['exact', 'word', 'inflect']);
const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  /** Each a word or phrase, or `{ term, suggest, mode }` with the word the brand prefers. */
  terms: z
    .array(z.union([Words, z.strictObject({ term: Words, suggest: Words.optional(), mode: Mode.optional() })]))
    .max(100_000)
    .default([]),
  /** `exact`: as typed, case and all. `word`: in any case or disguise. `inflect`: with endings too. */
  mode: Mode.default('inflect'),
  /** Words and phrases in which a term means something else. */
  exceptions: z.array(Words).max(10_000).default([]),
});

type Named = { readonly term: string; readonly suggest?: string | undefined };

/** See docs/rules/banned-terms.md. */
export const bannedTerms = defineRule({
  id: 'banned-terms',
  version: 2,
  summary: 'No word of the brand’s own list, in any spelling that readers would take for it.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      { line: 'Great value, every day', options: { terms: ['cheap'] } },
      { line: 'A weekend in Cheapside', options: { terms: ['cheap'] } },
      { line: 'Sugar-free treats are here', options: { terms: ['free'], exceptions: ['sugar-free'] } },
      { line: 'Wholesale, carefree, 501s in 2XL, 5 stars', options: { terms: ['sale', 'free', 'sols'] } },
    ],
    bad: [
      { line: '[|Cheaper|] than ever', options: { terms: ['cheap'] } },
      { line: '[|ch3ap|] coats', options: { terms: ['cheap'] } },
      { line: '[|C H E A P|] coats', options: { terms: ['cheap'] } },
      { line: 'A week of [|below\u00a0market|] prices', options: { terms: ['below market'] } },
      { line: '[|Guaranteed|] to fit', options: { terms: [{ term: 'guaranteed', suggest: 'promised' }] } },
    ],
  },
  prepare: ({ terms, mode, exceptions }, ground) => {
    const named = terms.map((term): Named & { mode: z.infer<typeof Mode> } =>
      typeof term === 'string' ? { term, mode } : { term: term.term, suggest: term.suggest, mode: term.mode ?? mode },
    );
    const respelled = named.flatMap((one) =>
      one.mode === 'exact' ? [] : withCutWords(one.term).map((term) => ({ ...one, term, of: one })),
    );
    return {
      named: [...named, ...respelled.map(({ of }) => of)],
      finder: ground.terms([...named, ...respelled], exceptions),
    };
  },
  check(line, { prepared: { named, finder } }) {
    const hits = finder.find(line);
    return hits.length === 0 ? nothing : hits.map((hit) => sighting(line.text, hit, named[hit.index]));
  },
});

function sighting(text: string, { span, isBare, rendering }: TermHit, named: Named | undefined): Sighting {
  const written = text.slice(span.start, span.end);
  const { term = written, suggest } = named ?? {};
  const which = written.toLowerCase() === term.toLowerCase() ? '' : ` ("${term}")`;
  const act = suggest === undefined ? 'say it another way' : `write "${suggest}" instead`;
  return {
    message: `"${written}" is a word this brand does not use${which}; ${act}.`,
    spans: [span],
    ...(rendering !== undefined && { rendering }),
    // With an ending the preferred word might not fit the sentence, so the person writes it.
    ...(suggest !== undefined && isBare && { suggestion: { ...span, text: inCaseOf(written, suggest) } }),
  };
}
