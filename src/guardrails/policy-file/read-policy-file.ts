/** Read a policy file with what it extends into a policy with everything resolved. */
import * as z from 'zod';
import { Attributes } from '../../domain/attribute.ts';
import type { BrandProfile, FileMistake } from '../../domain/brand.ts';
import { Market } from '../../domain/brief.ts';
import { Locale } from '../../domain/instant.ts';
import { type Policy, PolicyExamples } from '../../domain/policy.ts';
import { defaultPolicy } from '../default-policy.ts';
import { dialectIds } from '../text/merge-tags/dialects.ts';
import { issueMistakes } from './issue-mistakes.ts';
import { mergePlaced } from './merge-placed.ts';
import { mistakeAt, type Place, type PlacedMap, plain } from './placed.ts';
import { policyChain, type ReadText } from './policy-chain.ts';
import { normalisedRules, placedDefaults, ruleSettings } from './rule-entries.ts';

/** A policy as read, with the place of each of its examples. */
export type PolicyOnFile = {
  readonly policy: Policy;
  /** Where the examples stand, in their order. */
  readonly examplePlaces: { readonly pass: readonly Place[]; readonly block: readonly Place[] };
};

const PolicyFile = z.strictObject({
  dialect: z.enum(dialectIds).optional(),
  locale: Locale.optional(),
  market: Market.optional(),
  attributes: Attributes.optional(),
  rules: z.unknown().optional(),
  examples: PolicyExamples.prefault({}),
});

/**
 * Read a policy. Never throws: every mistake of the file, and of those it extends, is told at its place.
 * What the files do not say comes from the brand, then from the defaults. `readText` gives `null` for a missing file.
 */
export function readPolicyFile(given: {
  readonly path: string;
  readonly readText: ReadText;
  readonly brand?: BrandProfile | undefined;
}): PolicyOnFile | { readonly mistakes: FileMistake[] } {
  const chain = policyChain(given.path, given.readText);
  if ('mistakes' in chain) return chain;
  const mistakes: FileMistake[] = [];
  const normalised = chain.files.map((file) => normalisedRules(file, mistakes));
  const merged = normalised.reduce((base, over) => mergePlaced(base, over, mistakes), placedDefaults(given.path));
  const file = PolicyFile.safeParse(plain(merged));
  if (!file.success) mistakes.push(...issueMistakes(file.error.issues, PolicyFile, merged, ['extends']));
  const ground = groundOf(file.data, given.brand);
  const rules = ruleSettings(merged, ground, mistakes);
  if (mistakes.length > 0 || !file.success) return { mistakes: inFileOrder(mistakes) };
  return {
    policy: { ...ground, rules, examples: file.data.examples },
    examplePlaces: { pass: placesOf(merged, 'pass'), block: placesOf(merged, 'block') },
  };
}

function groundOf(
  file: z.infer<typeof PolicyFile> | undefined,
  brand: BrandProfile | undefined,
): Pick<Policy, 'dialect' | 'locale' | 'market' | 'attributes'> {
  const brandDialect = dialectIds.find((id) => id === brand?.dialect);
  return {
    dialect: file?.dialect ?? brandDialect ?? defaultPolicy.dialect,
    locale: file?.locale ?? brand?.locale ?? defaultPolicy.locale,
    market: file?.market ?? brand?.market ?? defaultPolicy.market,
    attributes: { ...brand?.attributes, ...file?.attributes },
  };
}

function placesOf(merged: PlacedMap, kind: 'pass' | 'block'): Place[] {
  const examples = merged.entries.get('examples')?.value;
  const list = examples?.kind === 'map' ? examples.entries.get(kind)?.value : undefined;
  return list?.kind === 'list' ? list.items.map(({ at }) => at) : [];
}

function inFileOrder(mistakes: readonly FileMistake[]): FileMistake[] {
  const place = (at: FileMistake) => at.line * 10_000 + at.column;
  const said = new Set<string>();
  const once = mistakes.filter((each) => {
    const key = JSON.stringify(each);
    return !said.has(key) && said.add(key);
  });
  return once
    .map(({ file, line, column, message }) => mistakeAt({ file, line, column }, message))
    .sort((one, other) => (one.file === other.file ? place(one) - place(other) : one.file < other.file ? -1 : 1));
}
