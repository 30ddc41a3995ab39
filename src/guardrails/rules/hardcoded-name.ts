/** Catches a first name typed into a line that everyone gets: the reader called Anna is one in a thousand. */
import * as z from 'zod';
import type { Facts } from '../../domain/facts.ts';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermFinder } from '../text/find-terms.ts';
import { dialectNamed } from '../text/merge-tags/dialects.ts';
import { writeTag } from '../text/merge-tags/write-tag.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { addressBy, firstNames, type NameKind, namesNotMeant } from '../text/personal/addressed-name.ts';
import { secondPersonIn } from '../text/reader-address.ts';

const Options = z.strictObject({
  /** Names that this brand means otherwise: its founder, its mascot, a line of its goods. */
  allow: z.array(z.string().trim().min(1).max(60)).max(500).default([]),
  /** First names besides those known. */
  extraNames: z.array(z.string().trim().min(1).max(60)).max(1000).default([]),
});

type Prepared = { readonly finder: TermFinder; readonly kinds: readonly NameKind[]; readonly tag: string };

/** See docs/rules/hardcoded-name.md. */
export const hardcodedName = defineRule({
  id: 'hardcoded-name',
  version: 2,
  summary: 'No first name typed where the reader is spoken to.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      { line: 'Harry & Sally: the holiday edit' },
      { line: 'Paris, here we come' },
      { line: 'Rose, gold & more' },
      { line: "Hi {{ first_name|default:'there' }}, your coat is waiting", dialect: 'klaviyo' },
      { line: 'Anna, your coat is waiting', options: { allow: ['Anna'] } },
    ],
    bad: [
      { line: '[|Anna|], your coat is waiting' },
      { line: 'Hi [|Anna|], new in' },
      { line: 'The linen is in, [|Anna|]' },
      { line: "Hi {{ first_name|default:'[|Anna|]' }}, new in", dialect: 'klaviyo' },
      { line: '[|April|], your coat is waiting', because: 'April may be a month: a warning.' },
    ],
  },
  prepare: ({ allow, extraNames }, { dialect, terms }): Prepared => {
    const allowed = new Set(allow.map((name) => name.toLowerCase()));
    const extra = extraNames.map((name) => ({ name, kind: 'plain' as const }));
    const known = [...firstNames, ...extra].filter(({ name }) => !allowed.has(name.toLowerCase()));
    const { attributes } = dialectNamed(dialect);
    return {
      finder: terms(
        known.map(({ name }) => ({ term: name, mode: 'word' })),
        namesNotMeant,
      ),
      kinds: known.map(({ kind }) => kind),
      tag: writeTag(dialectNamed(dialect), attributes.first_name?.[0] ?? 'first_name', 'there') ?? 'a merge tag',
    };
  },
  check(line, { prepared: { finder, kinds, tag }, facts, locale }) {
    if (!finder.mayFind(line)) return nothing;
    const hits = finder.findIn(line);
    if (hits.length === 0) return nothing;
    const spans = hits.map(({ span }) => span);
    let speaks: boolean | undefined;
    const sightings: Sighting[] = [];
    for (const { index, span } of hits) {
      const kind = kinds[index] ?? 'plain';
      // A word in small letters is that word: "sage", "in april".
      if (kind !== 'plain' && line.tags.length === 0 && isSmall(line.literal.charCodeAt(span.start))) continue;
      speaks ??= secondPersonIn(line, locale).length > 0;
      const others = spans.filter((other) => other !== span);
      const how = isWholeFallback(line, span) ? inFallback(kind) : addressBy(line.literal, span, kind, others, speaks);
      const written = line.text.slice(span.start, span.end);
      if (how !== null && !isInBrief(written, facts)) sightings.push(sighting(written, span, how, tag));
    }
    return sightings.length === 0 ? nothing : sightings;
  },
});

function isSmall(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** A fallback that is a name calls everyone without a name by it. */
function isWholeFallback({ tags }: ParsedLine, { start, end }: Span): boolean {
  return tags.some(({ fallback }) => {
    if (!fallback || start < fallback.span.start || end > fallback.span.end) return false;
    return fallback.text.trim().length === end - start;
  });
}

function inFallback(kind: NameKind): 'sure' | 'maybe' | null {
  return kind === 'plain' ? 'sure' : kind === 'word' ? 'maybe' : null;
}

/** A name that the brief speaks of is a product's or a partner's. */
function isInBrief(name: string, facts: Facts | undefined): boolean {
  if (!facts) return false;
  const { products, mustMention, claims, landingPage, cohort } = facts;
  const said = [
    ...products,
    ...mustMention,
    ...claims.map(({ text }) => text),
    ...(landingPage ? [landingPage.promises] : []),
    ...(cohort?.bought ?? []),
    ...(cohort?.next?.items ?? []),
  ];
  const wanted = name.toLowerCase();
  return said.some((text) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .includes(wanted),
  );
}

function sighting(name: string, span: Span, how: 'sure' | 'maybe', tag: string): Sighting {
  if (how === 'sure')
    return {
      message: `"${name}" is a name typed into a line that everyone gets; write ${tag} instead, or take it out.`,
      spans: [span],
    };
  return {
    message: `"${name}" may be a name typed into a line that everyone gets; write ${tag} instead, or add it to allow if it means something else.`,
    spans: [span],
    severity: 'warn',
  };
}
