/** Keeps the point of a line where the narrowest phones still show it. */
import * as z from 'zod';
import type { Facts } from '../../domain/facts.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import { compileTerms, type TermFinder } from '../text/find-terms.ts';
import { foldText } from '../text/fold.ts';
import { countGraphemes } from '../text/graphemes.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { type Rendering, spanAsWritten } from '../text/rendering.ts';

const Options = z.strictObject({
  // Gmail on an Android phone shows 33 (see the page of `length` for the source).
  within: z.int().min(5).max(200).default(33),
  /** Whether `all` that must be mentioned has to start there, or `any` one of it. */
  need: z.enum(['all', 'any']).default('all'),
});
type Options = z.infer<typeof Options>;

/** See docs/rules/front-load.md. */
export const frontLoad = defineRule({
  id: 'front-load',
  version: 1,
  summary: 'What must be mentioned stands where every phone shows it.',
  options: Options,
  on: false,
  severity: 'warn',
  onMissingFacts: 'info',
  examples: {
    good: [
      { line: '20% off coats, today through Sunday', facts: { mustMention: ['coats', '20%'] } },
      { line: 'We have some really wonderful news for you', facts: { mustMention: [] } },
    ],
    bad: [
      {
        line: 'We have some really wonderful news for you about [|coats|]',
        facts: { mustMention: ['coats'] },
      },
      {
        line: "{{ first_name|default:'there' }}, look who brought the [|coats|]",
        dialect: 'klaviyo',
        facts: { mustMention: ['coats'] },
        because: 'A long first name pushes them out of sight.',
      },
      { line: 'The linen is in', facts: { mustMention: ['coats'] } },
    ],
  },
  prepare: (options) => options,
  check(line, { prepared, facts }) {
    if (!facts) return [noBrief];
    if (facts.mustMention.length === 0) return nothing;
    const places = placesOf(line, facts);
    const isSeen = ({ before }: Place) => before !== null && before < prepared.within;
    const late = places.filter((place) => !isSeen(place));
    if (late.length === 0 || (prepared.need === 'any' && late.length < places.length)) return nothing;
    return late.map((place) => sighting(place, prepared));
  },
});

const noBrief: Sighting = {
  message:
    'What the line must mention is not known; not evaluable: brief.mustMention is missing. Check the line with its brief.',
  missing: 'mustMention',
};

/** Where a term begins: the graphemes before it in the longest rendering, `null` where it is not in the line. */
type Place = {
  readonly term: string;
  readonly before: number | null;
  readonly spans: Sighting['spans'];
  readonly rendering: string | undefined;
};

function placesOf(line: ParsedLine, facts: Facts): Place[] {
  const longest = line.tags.length === 0 ? null : longestOf(line.renderings());
  const text = longest?.text ?? line.text;
  const hits = finderFor(facts).findIn({ literal: text, folded: () => foldText(text) });
  return facts.mustMention.map((term, index) => {
    const hit = hits.find((each) => each.index === index);
    if (!hit) return { term, before: null, spans: [], rendering: undefined };
    const { start, end } = hit.span;
    const span = longest ? spanAsWritten(longest, line.tags, start, end) : hit.span;
    return { term, before: countGraphemes(text.slice(0, start)), spans: [span], rendering: longest?.name };
  });
}

function longestOf(renderings: readonly Rendering[]): Rendering | null {
  let longest: Rendering | null = null;
  for (const rendering of renderings)
    if (!longest || countGraphemes(rendering.text) > countGraphemes(longest.text)) longest = rendering;
  return longest;
}

const finders = new WeakMap<Facts, TermFinder>();

// A batch shares its facts, so that the terms are compiled once.
function finderFor(facts: Facts): TermFinder {
  const known = finders.get(facts);
  if (known) return known;
  const finder = compileTerms(facts.mustMention.map((term) => ({ term, mode: 'inflect' })));
  finders.set(facts, finder);
  return finder;
}

function sighting({ term, before, spans = [], rendering }: Place, { within }: Options): Sighting {
  const where =
    before === null ? 'is not in the line' : `begins after ${before} characters${rendering ? ` (${rendering})` : ''}`;
  return {
    message: `"${term}" ${where}; say it within the first ${within}, which is all that some phones show.`,
    spans,
    ...(rendering !== undefined && { rendering }),
    fact: { path: 'mustMention', value: term },
  };
}
