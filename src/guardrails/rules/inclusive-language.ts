/** Points out terms that style guides for inclusive writing advise against, with what to say instead. */
import * as z from 'zod';
import lexicon from '../../../data/lexicons/inclusive-language.json' with { type: 'json' };
import type { Facts } from '../../domain/facts.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermFinder, TermHit } from '../text/find-terms.ts';
import { inCaseOf } from '../text/letter-case.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { widestHits } from '../text/widest-hits.ts';

const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  /** What to say instead of a term, besides the terms known; goes before them: `{ "ladies": "friends" }`. */
  terms: z.record(Words, Words).default({}),
  /** Terms of the list that this brand may use. */
  allow: z.array(Words).max(1000).default([]),
  /** Phrases in which a term means something else, besides those known. */
  exceptions: z.array(Words).max(10_000).default([]),
});

type Advice = { readonly term: string; readonly mode: 'word'; readonly say: string };
type Prepared = { readonly advice: readonly Advice[]; readonly finder: TermFinder };

/** See docs/rules/inclusive-language.md. */
export const inclusiveLanguage = defineRule({
  id: 'inclusive-language',
  version: 1,
  summary: 'No term that leaves readers out, where a better one is at hand.',
  options: Options,
  on: false,
  severity: 'warn',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      { line: 'Everyone’s favorite denim' },
      { line: 'New in Guys', because: 'The department of that name.' },
      { line: 'A dress in gold lamé' },
    ],
    bad: [
      { line: 'Hey [|guys|], new denim' },
      { line: '[|Crazy|] deals' },
      { line: 'Rugs for the [|master bedroom|]' },
    ],
  },
  prepare: ({ terms, allow, exceptions }, ground): Prepared => {
    const allowed = new Set(allow.map((term) => term.toLowerCase()));
    const own = Object.fromEntries(Object.entries(terms).map(([term, say]) => [term.toLowerCase(), say]));
    const advice = Object.entries({ ...lexicon.terms, ...own })
      .filter(([term]) => !allowed.has(term))
      .map(([term, say]): Advice => ({ term, mode: 'word', say }));
    return { advice, finder: ground.terms(advice, [...lexicon.exceptions, ...exceptions]) };
  },
  check(line, { prepared: { advice, finder }, facts }) {
    const hits = finder.find(line);
    if (hits.length === 0) return nothing;
    const meant = hits.filter(({ span }) => isMeant(line.literal, span.start, span.end, facts));
    return widestHits(meant).flatMap((hit) => {
      const known = advice[hit.index];
      return known ? [sighting(line, hit, known)] : [];
    });
  },
});

/** False for a department ("Guys’ jeans"), a quoted name, a product of the brief, and the fabric lamé. */
function isMeant(text: string, start: number, end: number, facts: Facts | undefined): boolean {
  const written = text.slice(start, end).toLowerCase();
  const after = text.slice(end, end + 2);
  if (/^(?:guys|ladies|gals|dudes)$/u.test(written) && /^['’]/u.test(after)) return false;
  if (written === 'lamé') return false;
  if (/["“«]$/u.test(text.slice(0, start)) && /^["”»]/u.test(after)) return false;
  return !facts?.products.some((product) => {
    const name = product.toLowerCase();
    return name.includes(written) && text.toLowerCase().includes(name);
  });
}

function sighting(line: ParsedLine, { span, isBare, rendering }: TermHit, { say }: Advice): Sighting {
  const written = line.text.slice(span.start, span.end);
  const growth = say.length - written.length;
  // A better word that makes the line too long is no better.
  const hasRoom = growth <= 0 || (line.tags.length === 0 && line.text.length + growth <= 50);
  return {
    message: `"${written}" leaves some readers out or makes light of them; "${say}" says it for all.`,
    spans: [span],
    ...(rendering !== undefined && { rendering }),
    ...(isBare && hasRoom && rendering === undefined && { suggestion: { ...span, text: inCaseOf(written, say) } }),
  };
}
