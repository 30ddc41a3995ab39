/** Points out phrases that filters were seen to score, each with its evidence; what is only said to be is off. */
import * as z from 'zod';
import lexicon from '../../../data/lexicons/spam-words.json' with { type: 'json' };
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermHit } from '../text/find-terms.ts';
import { foldText } from '../text/fold.ts';
import type { ParsedLine } from '../text/parsed-line.ts';

const Options = z.strictObject({
  /** Least score at which a phrase is pointed out; SpamAssassin calls a message spam at 5. */
  minScore: z.number().min(0).max(10).default(0.5),
  /** Find phrases without any evidence too, which are most of the usual lists and a good part of retail. */
  findFolklore: z.boolean().default(false),
  /** Phrases that are fine for this brand. */
  allow: z.array(z.string().trim().min(1).max(100)).max(1000).default([]),
});

const Entry = z.strictObject({
  term: z.string(),
  mode: z.enum(['exact', 'word']),
  evidence: z.string(),
  score: z.number(),
  at: z.literal('start').optional(),
  before: z.array(z.string()).optional(),
});
type Entry = z.infer<typeof Entry>;

const listed = z.array(Entry).parse(lexicon.entries);

/** See docs/rules/spam-words.md. */
export const spamWords = defineRule({
  id: 'spam-words',
  version: 1,
  summary: 'No phrase that a mail filter was seen to score.',
  options: Options,
  on: false,
  severity: 'warn',
  wakes: ['terms'],
  examples: {
    good: [
      { line: 'Limited time on new boots', because: 'No filter scores it, whatever the lists say.' },
      { line: 'Free shipping on everything, today' },
      { line: 'The best buy of the season', because: 'Only a line that starts with "buy" is scored.' },
      { line: 'Coats, now on sale', options: { minScore: 0 } },
    ],
    bad: [
      { line: '[|As seen|] on TV: the trench' },
      { line: 'A gift for [|your family|]' },
      { line: '[|Lose the extra weight|] of winter coats' },
      { line: '[|Buy|] one, get one' },
      { line: '[|Act now|]: coats are here', options: { findFolklore: true } },
    ],
  },
  prepare: ({ minScore, findFolklore, allow }, { terms }) => {
    const entries = listed.filter(({ evidence, score }) =>
      evidence === 'folklore' ? findFolklore : score >= minScore,
    );
    return { entries, finder: terms(entries, allow) };
  },
  check(line, { prepared: { entries, finder } }) {
    const hits = finder.find(line);
    if (hits.length === 0) return nothing;
    const sightings = hits.flatMap((hit) => seenAs(line, hit, entries[hit.index]));
    return sightings.length === 0 ? nothing : sightings;
  },
});

function seenAs({ literal, text }: ParsedLine, { span, rendering }: TermHit, entry: Entry | undefined): Sighting[] {
  if (!entry || (entry.at === 'start' && /[\p{L}\p{N}\ufffc]/u.test(literal.slice(0, span.start)))) return [];
  const end = entry.before ? endOfFirst(literal, span.end, entry.before) : span.end;
  if (end === null) return [];
  const written = text.slice(span.start, end);
  const why =
    entry.evidence === 'folklore'
      ? 'is on the usual lists of spam words, though no filter was seen to score it (folklore)'
      : `is scored by a mail filter (${entry.evidence})`;
  return [
    {
      message: `"${written}" ${why}; say it another way if the line loses nothing by it.`,
      spans: [{ start: span.start, end }],
      ...(rendering !== undefined && { rendering }),
    },
  ];
}

/** Where the first of these words ends that follows; `null` where none does. */
function endOfFirst(literal: string, from: number, words: readonly string[]): number | null {
  for (const { 0: word, index } of literal.slice(from).matchAll(/[\p{L}\p{N}]+/gu))
    if (words.includes(foldText(word).text)) return from + index + word.length;
  return null;
}
