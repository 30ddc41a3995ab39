/** A policy after inheritance, each setting with the place it comes from. */
import type { BrandProfile, FileMistake } from '../../domain/brand.ts';
import type { Json } from '../../domain/hash.ts';
import type { Policy } from '../../domain/policy.ts';
import { catalogue } from '../catalogue.ts';
import { compilePolicy } from '../compile-policy.ts';
import type { AnyRule } from '../rule.ts';
import { parsePlaced } from './parse-placed.ts';
import { type Place, type Placed, type PlacedMap, plain } from './placed.ts';
import type { ReadText } from './policy-chain.ts';
import { type PlacedPolicy, readPlacedPolicy } from './read-policy-file.ts';

/** Where a setting was written; `'default'` where no file says it. */
export type Origin = Place | 'default';

/** A setting by its name, dots between its steps. A list tells the origin of each of its entries. */
export type ExplainedSetting =
  | { readonly setting: string; readonly value: Json; readonly from: Origin }
  | {
      readonly setting: string;
      readonly entries: readonly { readonly value: Json; readonly from: Origin }[];
      readonly from: Origin;
    };

/** A rule: whether it is on, who said so, and its settings. */
export type ExplainedRule = {
  readonly rule: string;
  readonly version: number;
  readonly on: boolean;
  readonly from: Origin;
  readonly settings: readonly ExplainedSetting[];
};

/** The whole policy, in an order that does not change: ground, rules by id, examples. */
export type ExplainedPolicy = {
  readonly policyHash: string;
  /** The files it was made of, the ground first. */
  readonly files: readonly string[];
  readonly ground: readonly ExplainedSetting[];
  readonly rules: readonly ExplainedRule[];
  readonly examples: readonly ExplainedSetting[];
};

/** Explain a policy file; with `brand`, what it takes from brand.yaml as well. Every mistake is told at its place. */
export function explainPolicy(given: {
  readonly path: string;
  readonly readText: ReadText;
  readonly brand?: { readonly path: string; readonly profile: BrandProfile } | undefined;
}): ExplainedPolicy | { readonly mistakes: FileMistake[] } {
  const { path, readText, brand } = given;
  const read = readPlacedPolicy({ path, readText, brand: brand?.profile });
  if ('mistakes' in read) return read;
  const { policy, merged, files, defaultsAt } = read;
  const written = brand && writtenIn(brand.path, readText);
  const originOf = (at: Place): Origin => (at === defaultsAt ? 'default' : at);
  return {
    policyHash: compilePolicy(policy).policyHash,
    files: brand ? [brand.path, ...files] : files,
    ground: groundSettings(policy, merged, written),
    rules: catalogue.map((rule) => explainedRule(rule, read, originOf)),
    examples: entry(merged, 'examples').flatMap((value) => settingsIn('examples', value, originOf)),
  };
}

function groundSettings(policy: Policy, merged: PlacedMap, brand: Placed | null | undefined): ExplainedSetting[] {
  const plainOnes = (['dialect', 'locale', 'market'] as const).map((setting): ExplainedSetting => {
    const [written] = [...entry(merged, setting), ...entry(brand, setting)];
    return { setting, value: policy[setting], from: written?.at ?? 'default' };
  });
  // An attribute of the policy takes the place of the brand's of that name as a whole.
  const attributes = Object.keys(policy.attributes).flatMap((name) => {
    const [written] = [merged, brand].flatMap((map) => entry(map, 'attributes')).flatMap((map) => entry(map, name));
    return written ? settingsIn(`attributes.${name}`, written, (at) => at) : [];
  });
  return [...plainOnes, ...attributes];
}

function explainedRule(
  { id, version, onMissingFacts }: AnyRule,
  { policy, merged }: PlacedPolicy,
  originOf: (at: Place) => Origin,
): ExplainedRule {
  const [rules] = entry(merged, 'rules');
  const placed = rules?.kind === 'map' ? rules.entries.get(id) : undefined;
  const options = Object.keys(policy.rules[id]?.options ?? {});
  const needsFacts = onMissingFacts !== undefined;
  const settings = ['severity', ...(needsFacts ? ['onMissingFacts'] : []), ...options].flatMap((name) =>
    entry(placed?.value, name).flatMap((value) => settingsIn(name, value, originOf)),
  );
  const [on] = entry(placed?.value, 'on');
  // Options alone switch a rule on; whoever looks for that is led to the rule's name.
  const at = on && on.at === placed?.value.at ? placed.keyAt : on?.at;
  return { rule: id, version, on: policy.rules[id]?.on ?? false, from: at ? originOf(at) : 'default', settings };
}

/** A map is told entry by entry, a list with the origin of each of its entries. */
function settingsIn(setting: string, placed: Placed, originOf: (at: Place) => Origin): ExplainedSetting[] {
  const from = originOf(placed.at);
  if (placed.kind === 'scalar') return [{ setting, value: placed.value, from }];
  if (placed.kind === 'list')
    return [{ setting, entries: placed.items.map((item) => ({ value: plain(item), from: originOf(item.at) })), from }];
  if (placed.entries.size === 0) return [{ setting, value: {}, from }];
  return [...placed.entries].flatMap(([key, { value }]) => settingsIn(`${setting}.${key}`, value, originOf));
}

/** The value of a key, in a list of one, or none where there is no such key. */
function entry(placed: Placed | null | undefined, key: string): Placed[] {
  const found = placed?.kind === 'map' ? placed.entries.get(key) : undefined;
  return found ? [found.value] : [];
}

function writtenIn(path: string, readText: ReadText): Placed | null {
  const parsed = parsePlaced(path, readText(path) ?? '');
  return 'placed' in parsed ? parsed.placed : null;
}
