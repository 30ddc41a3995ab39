/** Keeps words of cheapness out of a line that addresses the reader by name. */
import * as z from 'zod';
import priceWords from '../../../data/lexicons/price-words.json' with { type: 'json' };
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermFinder } from '../text/find-terms.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { tagsPrinting } from '../text/tags-printing.ts';

const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  terms: z.array(Words).max(1000).default(['cheap', 'below market', 'reduced']),
  /** Canonical names of the attributes that make a line personal. */
  attributes: z.array(z.string().min(1).max(100)).min(1).max(50).default(['first_name', 'last_name', 'full_name']),
  /** Most words between term and tag; `subject` means anywhere in the line. */
  distance: z.union([z.literal('subject'), z.int().min(0).max(100)]).default('subject'),
  /** Whether the term comes `before` the tag, `after` it, or either. */
  direction: z.enum(['both', 'before', 'after']).default('both'),
  /** Find endings and relatives too: cheaper, reducing, reduction. */
  inflect: z.boolean().default(true),
  /** Phrases in which a term means something else, besides those known for "reduced" (fat, waste, redness). */
  exceptions: z.array(Words).max(1000).default([]),
});
type Options = z.infer<typeof Options>;

type Prepared = { readonly finder: TermFinder; readonly attributes: ReadonlySet<string>; readonly options: Options };

/** See docs/rules/banned-near.md. */
export const bannedNear = defineRule({
  id: 'banned-near',
  version: 1,
  summary: 'No word of cheapness in a line that addresses the reader by name.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['tags'],
  examples: {
    good: [
      { line: 'Cheap thrills: beach reads under $10', because: 'Nobody is addressed.' },
      { line: "{{ first_name|default:'there' }}, your edit is here", dialect: 'klaviyo' },
      { line: '{FNAME}, reduced-fat snacks are in' },
      { line: '{FNAME}, a weekend in Cheapside' },
      { line: 'Cheap socks, warm socks, and all the rest for you, {FNAME}', options: { distance: 3 } },
    ],
    bad: [
      { line: '[|{FNAME}|], [|cheap|] [|below market|] coats' },
      { line: '[|Reduced|] again, [|{FNAME}|]' },
      { line: '[|{FNAME}|]: [|below-market|] prices' },
      { line: '[|Cheaper|] than you think, [|{FNAME}|]' },
      { line: 'A further [|reduction|] for [|{FNAME}|]' },
      { line: "Hi {{ first_name|default:'[|cheap|] friend' }}, your edit", dialect: 'klaviyo' },
      {
        line: '[|{FNAME}|], [|cheap|] coats',
        dialect: 'klaviyo',
        because: "Another platform's tag was meant to print the name.",
      },
    ],
  },
  prepare: (options, { terms }): Prepared => ({
    finder: terms(
      withRelatives(options).map((term) => ({ term, mode: options.inflect ? 'inflect' : 'word' })),
      [...options.exceptions, ...reducedOtherwise],
    ),
    attributes: new Set(options.attributes),
    options,
  }),
  check(line, { prepared: { finder, attributes, options } }) {
    if (line.tags.length === 0 && line.tagFaults.length === 0) return nothing;
    const tags = tagsPrinting(line, attributes);
    if (tags.length === 0) return nothing;
    // One place in the line may be a form of several terms: "reduced" is one of "reduce" too.
    const sightings = new Map<string, Sighting>();
    for (const { span, rendering } of finder.find(line)) {
      const place = `${span.start}:${span.end}`;
      const near = sightings.has(place) ? null : nearest(line, span, tags, options);
      if (near) sightings.set(place, { ...sighting(line.text, span, near), ...(rendering && { rendering }) });
    }
    return [...sightings.values()];
  },
});

/** What makes the line personal: where it stands, and by which attribute. */
type Personal = { readonly span: Span; readonly name: string };

const reducedOtherwise = priceWords.reducing.flatMap((verb) =>
  priceWords.reducedOtherwise.map((what) => `${verb} ${what}`),
);

const families: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(priceWords.families));

function withRelatives({ terms, inflect }: Options): string[] {
  const relatives = inflect ? terms.flatMap((term) => families.get(term.toLowerCase()) ?? []) : [];
  return [...new Set([...terms, ...relatives])];
}

function nearest(
  line: ParsedLine,
  term: Span,
  tags: readonly Personal[],
  { distance, direction }: Options,
): Personal | null {
  let best: { tag: Personal; between: number } | null = null;
  for (const tag of tags) {
    const isInside = tag.span.start <= term.start && term.end <= tag.span.end;
    const isBefore = term.start < tag.span.start;
    if (!isInside && direction !== 'both' && (direction === 'before') !== isBefore) continue;
    const [end, start] = isBefore ? [term.end, tag.span.start] : [tag.span.end, term.start];
    const between = isInside ? 0 : wordsBetween(line.literal.slice(end, start));
    if (distance !== 'subject' && between > distance) continue;
    if (!best || between < best.between) best = { tag, between };
  }
  return best?.tag ?? null;
}

/** Words of a piece of the literal; a tag, masked there, counts as one word. */
function wordsBetween(piece: string): number {
  return (piece.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|\ufffc+/gu) ?? []).length;
}

function sighting(text: string, term: Span, { span, name }: Personal): Sighting {
  const written = text.slice(term.start, term.end);
  const who = name.replaceAll('_', ' ');
  return {
    message: `"${written}" stands in a line that addresses the reader by ${who}, as if it described them; drop the word or drop ${text.slice(span.start, span.end)}.`,
    spans: [term, span],
  };
}
