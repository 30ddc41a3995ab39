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

/** What a policy is read from. What the files do not say comes from the brand, then from the defaults. */
export type PolicyFileGiven = {
  readonly path: string;
  /** Gives `null` for a missing file. */
  readonly readText: ReadText;
  readonly brand?: BrandProfile | undefined;
};

/** A policy beside the merged files it was made of. */
export type PlacedPolicy = {
  readonly policy: Policy;
  /** Every value with the place it was written at, `defaultsAt` (this very object) where no file says it. */
  readonly merged: PlacedMap;
  readonly defaultsAt: Place;
  /** The files from the ground to the one asked for. */
  readonly files: readonly string[];
};

/** Read a policy. Never throws: every mistake of the file, and of those it extends, is told at its place. */
export function readPolicyFile(given: PolicyFileGiven): PolicyOnFile | { readonly mistakes: FileMistake[] } {
  const read = readPlacedPolicy(given);
  if ('mistakes' in read) return read;
  const { policy, merged } = read;
  return { policy, examplePlaces: { pass: placesOf(merged, 'pass'), block: placesOf(merged, 'block') } };
}

/** The same, with the place of each value. */
export function readPlacedPolicy(given: PolicyFileGiven): PlacedPolicy | { readonly mistakes: FileMistake[] } {
  const chain = policyChain(given.path, given.readText);
  const mistakes = [...chain.mistakes];
  const normalised = chain.files.map((file) => normalisedRules(file, mistakes));
  // Above a file that cannot be read, only what is wrong by itself can be told: options may lean on that file.
  if (chain.mistakes.length > 0) return { mistakes: inFileOrder(mistakes) };
  const defaults = placedDefaults(given.path);
  const merged = normalised.reduce((base, over) => mergePlaced(base, over, mistakes), defaults);
  const file = PolicyFile.safeParse(plain(merged));
  if (!file.success) mistakes.push(...issueMistakes(file.error.issues, PolicyFile, merged, ['extends']));
  const ground = groundOf(file.data, given.brand);
  const rules = ruleSettings(merged, ground, mistakes);
  if (mistakes.length > 0 || !file.success) return { mistakes: inFileOrder(mistakes) };
  const policy = { ...ground, rules, examples: file.data.examples };
  return { policy, merged, defaultsAt: defaults.at, files: chain.files.map(({ at }) => at.file) };
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
